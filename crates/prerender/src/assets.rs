//! The files that Trunk built, taken over into the site: the guide is attached to the program,
//! stylesheets become one, and whatever may be kept for ever is named by its content.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use concord_model::{Program, ProgramFiles};
use sha2::{Digest, Sha256};

use crate::{
    File, Published,
    policy::{TRUSTED_SCRIPT, base64},
    short, wasm,
};

/// What a device has to know to install the guide.
pub(crate) const MANIFEST: &str = "guide.webmanifest";
/// The script that pages of other sites show pieces with. They name it, so it has one name for ever.
pub(crate) const EMBED: &str = "embed.js";
const MODULE_SCRIPT: &str = include_str!("scripts/module.js");
const START_SCRIPT: &str = include_str!("scripts/start.js");
const PROGRAM_SCRIPT: &str = include_str!("scripts/program.js");
const FRAME_SCRIPT: &str = include_str!("scripts/frame.js");
const CALENDAR_SCRIPT: &str = include_str!("scripts/calendar.js");
const TEACH_SCRIPT: &str = include_str!("scripts/teach.js");
const EMBED_SCRIPT: &str = include_str!("scripts/embed.js");

/// Names of the site's files, as pages refer to them.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The stylesheet.
    pub style: String,
    /// The icon.
    pub icon: String,
    /// The script that loads the app.
    pub start: String,
    /// The script with which a frame speaks to the page around it.
    pub frame: String,
    /// The script of the pages for teachers.
    pub teach: String,
    /// The files of the programs that this guide has something for.
    pub programs: Vec<(Program, ProgramFiles)>,
    /// While serving, the script that reloads the page after a build; else empty.
    pub reload_script: String,
    /// Where the site will be, if that is known.
    pub published: Option<Published>,
    /// What files have to be, by their names, as browsers check it.
    pub integrity: BTreeMap<String, String>,
}

/// What the site holds of one guide, besides its pages.
pub(crate) struct OfGuide<'g> {
    /// Its name and the way to its root, under which the record is kept.
    pub(crate) id: &'g str,
    pub(crate) root: &'g str,
    /// The guide, sealed.
    pub(crate) section: &'g [u8],
    /// What each program beside the guide's own reads.
    pub(crate) read: &'g [(Program, Vec<u8>)],
}

impl Assets {
    /// What a file has to be, as browsers check it.
    pub(crate) fn integrity(&self, name: &str) -> Option<&str> {
        self.integrity.get(name).map(String::as_str)
    }

    /// Takes over what Trunk built, and adds what the guide needs; their names, and all the files.
    ///
    /// # Errors
    /// If `program` is not what Trunk builds from the project's `index.html`.
    pub(crate) fn take_over(program: &[File], of_guide: &OfGuide) -> Result<(Self, Vec<File>)> {
        let mut files = Files::of(program);
        let html = String::from_utf8(files.take("index.html")?)?;
        let icon = hrefs(&html, ".svg").next().context("index.html names no icon")?;
        let style = merged_styles(&mut files, &html)?;
        // First, so that what is left is the guide's own program.
        let programs = programs(&mut files, of_guide.read)?;
        let mut assets = Self {
            style: files.name("style", "css", style),
            icon,
            start: start(&mut files, of_guide, &programs)?,
            frame: files.name("frame", "js", bare(FRAME_SCRIPT).into_bytes()),
            teach: files.name("teach", "js", bare(TEACH_SCRIPT).into_bytes()),
            programs,
            reload_script: reload_script(&html),
            published: None,
            integrity: BTreeMap::new(),
        };
        files.bytes.insert(EMBED.to_owned(), bare(EMBED_SCRIPT).into_bytes());
        assets.integrity = std::mem::take(&mut files.integrity);
        Ok((assets, files.into_files()))
    }
}

/// A script of ours without its comments, each of which has a line of its own; its first line says where more is said.
fn bare(script: &str) -> String {
    let is_comment =
        |line: &str| line.trim_start().starts_with("//") || line.trim_start().starts_with("/**");
    let kept = |(number, line): &(usize, &str)| *number == 0 || !is_comment(line);
    script.lines().enumerate().filter(kept).map(|(_, line)| line.to_owned() + "\n").collect()
}

/// Files by their paths.
struct Files {
    bytes: BTreeMap<String, Vec<u8>>,
    /// Of those named by their content, what they have to be.
    integrity: BTreeMap<String, String>,
}

impl Files {
    fn of(program: &[File]) -> Self {
        let bytes = program.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect();
        Self { bytes, integrity: BTreeMap::new() }
    }

    fn take(&mut self, path: &str) -> Result<Vec<u8>> {
        self.bytes.remove(path).with_context(|| format!("the program has no file {path}"))
    }

    /// Takes a program's module and its glue, which from here on know each other by short names.
    fn take_program(&mut self, module: &str) -> Result<(Vec<u8>, Vec<u8>)> {
        let glue = String::from_utf8(self.take(&module.replace("_bg.wasm", ".js"))?)?;
        let (module, glue) = short::imports(&self.take(module)?, &glue)?;
        Ok((module, glue.into_bytes()))
    }

    /// Adds a file whose name changes with its content, so that hosts may let it be kept for ever.
    fn name(&mut self, stem: &str, ending: &str, bytes: Vec<u8>) -> String {
        let name = format!("{stem}-{}.{ending}", short_hash(&bytes));
        let integrity = format!("sha256-{}", base64(&Sha256::digest(&bytes)));
        self.integrity.insert(name.clone(), integrity);
        self.bytes.insert(name.clone(), bytes);
        name
    }

    /// Adds a script that loads a program's glue and its module, whose names it is given with what they have to be.
    fn name_loader(&mut self, stem: &str, script: &str, glue: &str, module: &str) -> String {
        let integrity = |name: &str| self.integrity.get(name).cloned().unwrap_or_default();
        let script = script
            .replace("INTEGRITY_WASM", &integrity(module))
            .replace("INTEGRITY_GLUE", &integrity(glue))
            .replace("GUIDE_WASM", module)
            .replace("GUIDE_GLUE", glue);
        self.name(stem, "js", (MODULE_SCRIPT.to_owned() + &script).into_bytes())
    }

    fn into_files(self) -> Vec<File> {
        self.bytes.into_iter().map(|(path, bytes)| File { path, bytes }).collect()
    }
}

/// The beginning of a file's hash: what names it, and by which it is known again.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Attaches the guide to the program and names both files of the program by what they then hold;
/// the name of the script that starts it.
fn start(
    files: &mut Files,
    of_guide: &OfGuide,
    others: &[(Program, ProgramFiles)],
) -> Result<String> {
    let section = of_guide.section;
    let is_program = |path: &&String| path.ends_with("_bg.wasm");
    let programs: Vec<String> = files.bytes.keys().filter(is_program).cloned().collect();
    let [program] = programs.as_slice() else { bail!("expected one program, found {programs:?}") };
    let (module, glue) = files.take_program(program)?;
    let module = wasm::attach(&module, section)?;
    ensure!(wasm::attached(&module)? == Some(section), "the guide was not attached");
    let object = |pairs: Vec<String>| format!("{{ {} }}", pairs.join(", "));
    let names = others.iter().map(|(program, own)| own.in_script(*program));
    let further = others.iter().map(|(_, own)| {
        format!("\"{}\": \"{}\"", own.script, files.integrity.get(&own.script).map_or("", |it| it))
    });
    let names = format!("{{ {} }}", names.collect::<Vec<_>>().join(" "));
    let further = object(further.collect());
    let calendar = bare(CALENDAR_SCRIPT).replace("GUIDE_ID", of_guide.id);
    let calendar = calendar.replace("GUIDE_ROOT", of_guide.root).into_bytes();
    let calendar = files.name("calendar", "js", calendar);
    let integrity = files.integrity.get(&calendar).cloned().unwrap_or_default();
    let script = START_SCRIPT
        .replace("GUIDE_CALENDAR", &calendar)
        .replace("INTEGRITY_CALENDAR", &integrity)
        .replace("GUIDE_PROGRAMS", &names)
        .replace("INTEGRITY_PROGRAMS", &further)
        .replace("GUIDE_SECTION", concord_model::SECTION);
    let (glue, module) = (files.name("concord", "js", glue), files.name("concord", "wasm", module));
    Ok(files.name_loader("start", &(TRUSTED_SCRIPT.to_owned() + &script), &glue, &module))
}

/// Takes over the programs beside the guide's own; a guide that has nothing for one goes without it.
fn programs(
    files: &mut Files,
    read: &[(Program, Vec<u8>)],
) -> Result<Vec<(Program, ProgramFiles)>> {
    let mut programs = Vec::new();
    for program in Program::ALL {
        let name = program.name();
        // Trunk gives the files of workers no name by their content.
        let (wasm, glue) = files.take_program(&format!("concord-{name}_bg.wasm"))?;
        let Some((_, data)) = read.iter().find(|(own, _)| *own == program) else { continue };
        let script = PROGRAM_SCRIPT.replace("GUIDE_PROGRAM", name);
        let (glue, module) = (files.name(name, "js", glue), files.name(name, "wasm", wasm));
        let script = files.name_loader(&format!("start-{name}"), &script, &glue, &module);
        let data = files.name(program.data_name(), "bin", data.clone());
        programs.push((program, ProgramFiles { script, data }));
    }
    Ok(programs)
}

/// All stylesheets as one, in the order of Trunk's page.
fn merged_styles(files: &mut Files, html: &str) -> Result<Vec<u8>> {
    let mut merged = Vec::new();
    for name in hrefs(html, ".css") {
        merged.extend(files.take(&name)?);
    }
    named_fonts(files, String::from_utf8(merged)?)
}

/// Names the files of the typeface by their content, and the stylesheet by these names.
fn named_fonts(files: &mut Files, mut style: String) -> Result<Vec<u8>> {
    let fonts: Vec<String> =
        files.bytes.keys().filter(|path| path.ends_with(".woff2")).cloned().collect();
    for path in fonts {
        let bytes = files.take(&path)?;
        let name = files.name(path.trim_end_matches(".woff2"), "woff2", bytes);
        style = style.replace(&path, &name);
    }
    Ok(style.into_bytes())
}

/// The `href`s of Trunk's page that end so, relative to the root. Its minifier leaves out quotes.
fn hrefs<'h>(html: &'h str, ending: &'h str) -> impl Iterator<Item = String> + 'h {
    html.split("href=")
        .skip(1)
        .filter_map(|rest| rest.trim_start_matches('"').split(['"', ' ', '>']).next())
        .filter(move |href| href.ends_with(ending))
        .map(|href| href.trim_start_matches("./").trim_start_matches('/').to_owned())
}

/// Trunk's script that reloads the page, if it is serving.
fn reload_script(html: &str) -> String {
    let script = html
        .split("<script")
        .skip(1)
        .filter_map(|rest| rest.split_once("</script>"))
        .find(|(script, _)| script.contains("__TRUNK_ADDRESS__"));
    script.map(|(script, _)| format!("<script{script}</script>\n")).unwrap_or_default()
}
