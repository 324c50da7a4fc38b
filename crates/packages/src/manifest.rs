//! The manifests of packages: SCORM 1.2, SCORM 2004 (4th edition) and cmi5. One activity each: a package is the whole
//! guide or one lesson. `tests/packages/manifests.test.mjs` holds them against the schemas.
//!
//! Those of SCORM do not name what is enough to pass: a system that knows it calls whoever leaves after the first of many
//! questions failed, and the attempt over. The package knows it (`table.rs`), and says `failed` once all was answered.

use concord_model::{Guide, Html, html};

use crate::{Package, questions::DECLARATION};

/// The file that a learner's system opens.
pub(crate) const LAUNCH: &str = "launch.html";

pub(crate) fn file(xml: &Html) -> Vec<u8> {
    format!("{DECLARATION}{xml}\n").into_bytes()
}

/// What a package is called.
pub(crate) fn title<'g>(guide: &'g Guide, package: &Package<'_>) -> &'g str {
    match (package.alone, guide.lessons.as_slice()) {
        (true, [lesson]) => &lesson.title,
        _ => &guide.title,
    }
}

fn identifier(guide: &Guide, package: &Package<'_>) -> String {
    match (package.alone, guide.lessons.as_slice()) {
        (true, [lesson]) => format!("{}-{}", guide.id, lesson.id),
        _ => guide.id.to_string(),
    }
}

pub(crate) fn scorm_12(guide: &Guide, package: &Package<'_>, files: &[String]) -> Html {
    let (title, id) = (title(guide, package), identifier(guide, package));
    html! {
        manifest identifier={ "M-" (id) } version="1.0"
            xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" {
            metadata {
                schema { "ADL SCORM" }
                schemaversion { "1.2" }
            }
            organizations default={ "O-" (id) } {
                organization identifier={ "O-" (id) } {
                    title { (title) }
                    item identifier={ "I-" (id) } identifierref={ "R-" (id) } {
                        title { (title) }
                    }
                }
            }
            resources {
                resource identifier={ "R-" (id) } type="webcontent" adlcp:scormtype="sco" href=(LAUNCH) {
                    @for path in files { file href=(path) {} }
                }
            }
        }
    }
}

pub(crate) fn scorm_2004(guide: &Guide, package: &Package<'_>, files: &[String]) -> Html {
    let (title, id) = (title(guide, package), identifier(guide, package));
    html! {
        manifest identifier={ "M-" (id) } version="1"
            xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
            xmlns:imsss="http://www.imsglobal.org/xsd/imsss" {
            metadata {
                schema { "ADL SCORM" }
                schemaversion { "2004 4th Edition" }
            }
            organizations default={ "O-" (id) } {
                organization identifier={ "O-" (id) } {
                    title { (title) }
                    item identifier={ "I-" (id) } identifierref={ "R-" (id) } {
                        title { (title) }
                        adlcp:completionThreshold completedByMeasure="false" {}
                        imsss:sequencing {
                            imsss:objectives {
                                imsss:primaryObjective objectiveID={ "P-" (id) } satisfiedByMeasure="false" {}
                            }
                            imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true" {}
                        }
                    }
                }
            }
            resources {
                resource identifier={ "R-" (id) } type="webcontent" adlcp:scormType="sco" href=(LAUNCH) {
                    @for path in files { file href=(path) {} }
                }
            }
        }
    }
}

/// `host` is where the guide is hosted, if the manifest stands alone.
pub(crate) fn cmi5(guide: &Guide, package: &Package<'_>, host: Option<&str>) -> Html {
    let (title, id) = (title(guide, package), identifier(guide, package));
    let about = match (package.alone, guide.lessons.as_slice()) {
        (true, [lesson]) => &lesson.summary,
        _ => &guide.description,
    };
    // An activity has a name for ever, wherever it is hosted.
    let name = |part: &str| match package.site.or(host) {
        Some(site) => format!("{site}{part}/{id}"),
        None => format!("urn:concord:{part}:{id}"),
    };
    let url = format!("{}{LAUNCH}", host.unwrap_or_default());
    let language = guide.language.as_str();
    html! {
        courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" {
            course id=(name("course")) {
                title { langstring lang=(language) { (title) } }
                description { langstring lang=(language) { (about) } }
            }
            au id=(name("activity")) moveOn="CompletedOrPassed" masteryScore=(package.pass) launchMethod="AnyWindow" {
                title { langstring lang=(language) { (title) } }
                description { langstring lang=(language) { (about) } }
                url { (url) }
            }
        }
    }
}
