//! Packages of a guide or of one lesson.

use concord_model::{Guide, Html, Route, html};
use maud::DOCTYPE;
use zip::result::ZipError;

use crate::{
    Entry, Kept, Kind, Package, kept,
    manifest::{LAUNCH, cmi5, file, scorm_12, scorm_2004, title},
    single_file::single_file,
    table::Table,
    zipped,
};

/// A package of the files of a site.
///
/// # Errors
/// If an archive cannot hold them.
pub fn packaged(
    guide: &Guide,
    site_files: &[Entry],
    kind: Kind,
    package: &Package<'_>,
) -> Result<Vec<u8>, ZipError> {
    let mut kept = kept(site_files, kind != Kind::SingleFile, package.site);
    if kind == Kind::SingleFile {
        return Ok(single_file(guide, package, &kept)?);
    }
    let launched = launched(guide, kind, package, &kept);
    kept.files.extend(launched);
    let mut paths: Vec<String> = kept.files.iter().map(|(path, _)| path.clone()).collect();
    paths.sort();
    match kind {
        Kind::Scorm12 => {
            kept.files
                .push(("imsmanifest.xml".to_owned(), file(&scorm_12(guide, package, &paths))));
        }
        Kind::Scorm2004 => {
            kept.files
                .push(("imsmanifest.xml".to_owned(), file(&scorm_2004(guide, package, &paths))));
        }
        Kind::Cmi5 => kept.files.push(("cmi5.xml".to_owned(), file(&cmi5(guide, package, None)))),
        Kind::SingleFile | Kind::Site => {}
    }
    zipped(&kept.files)
}

/// The manifest alone of a guide that is hosted elsewhere, from the package [`Kind::Site`].
#[must_use]
pub fn cmi5_manifest(guide: &Guide, package: &Package<'_>, host: &str) -> Vec<u8> {
    file(&cmi5(guide, package, Some(host)))
}

/// The page that systems launch, and its scripts.
fn launched(guide: &Guide, kind: Kind, package: &Package<'_>, kept: &Kept) -> Vec<Entry> {
    let start = match (package.alone, guide.lessons.as_slice()) {
        (true, [lesson]) => Route::Lesson(lesson.id.clone()),
        _ => Route::Home,
    };
    let start = start.file();
    let table = Table::of(guide, &start, &kept.pages, package.pass);
    let page = page(guide, kind, package, &table.json());
    let system = match kind {
        Kind::Scorm12 => "export { Scorm12 as System } from \"./scorm.js\";\n",
        Kind::Scorm2004 => "export { Scorm2004 as System } from \"./scorm.js\";\n",
        _ => "export { Cmi5 as System } from \"./cmi5.js\";\n",
    };
    let speaks = match kind {
        Kind::Scorm12 | Kind::Scorm2004 => ("scorm.js", include_str!("adapter/scorm.js")),
        _ => ("cmi5.js", include_str!("adapter/cmi5.js")),
    };
    let scripts = [
        ("launch.js", include_str!("adapter/launch.js")),
        ("launch.css", include_str!("adapter/launch.css")),
        ("course.js", include_str!("adapter/course.js")),
        ("state.js", include_str!("adapter/state.js")),
        ("words.js", include_str!("adapter/words.js")),
        ("system.js", system),
        speaks,
    ];
    let scripts = scripts.map(|(name, text)| (format!("launch/{name}"), text.as_bytes().to_vec()));
    [(LAUNCH.to_owned(), page.into_string().into_bytes())].into_iter().chain(scripts).collect()
}

/// The page that holds the guide in a frame. One that cmi5 launches speaks to the record store that launched it, wherever
/// that is; no other page of a guide speaks to another origin.
fn page(guide: &Guide, kind: Kind, package: &Package<'_>, table: &str) -> Html {
    let connect = match kind {
        Kind::Scorm12 | Kind::Scorm2004 => "'none'",
        _ => "https: http://localhost:* http://127.0.0.1:*",
    };
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; \
         connect-src {connect}; base-uri 'none'; form-action 'none'"
    );
    let name = title(guide, package);
    html! {
        (DOCTYPE)
        html lang=(guide.language) dir=(guide.direction.as_str()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (name) }
                link rel="stylesheet" href="launch/launch.css";
                script type="application/json" id="table" { (Html::made_elsewhere(table)) }
                script type="module" src="launch/launch.js" {}
            }
            body {
                noscript { p { (guide.words.interactive_off()) } }
                button #leave type="button" hidden { (guide.packages.package_leave()) }
                p #status role="status" hidden {}
                iframe #guide title=(name) {}
            }
        }
    }
}
