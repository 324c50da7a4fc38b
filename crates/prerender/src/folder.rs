//! Folders of files: the only place in this crate that touches them.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail};
use concord_model::{Route, data};
use concord_prerender::{File, WORKER_FILE, is_named_by_content, kept_by};

/// All files below a folder.
pub(crate) fn read(folder: &Path) -> Result<Vec<File>> {
    let paths = paths(folder)?.into_iter();
    paths
        .map(|path| {
            let bytes = fs::read(folder.join(&path));
            let bytes = bytes.with_context(|| format!("cannot read {path}"))?;
            Ok(File { path, bytes })
        })
        .collect()
}

/// Refuses a folder that holds anything but a site, as making a site removes what is not of it.
pub(crate) fn ensure_ours(folder: &Path) -> Result<()> {
    let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    let home = fs::read_to_string(folder.join(Route::Home.file())).unwrap_or_default();
    if !is_empty && !home.contains(concat!(" ", data!(route), "=")) {
        bail!(
            "{} holds other files than a site, which would be removed; name a folder of its own",
            folder.display()
        );
    }
    Ok(())
}

/// Makes a folder hold these files and no others; how many of them were not there as they are. With `keep_previous`,
/// those of the last version stay that are named by their content: readers may have it open.
pub(crate) fn write(folder: &Path, files: &[File], keep_previous: bool) -> Result<usize> {
    let mut meant: BTreeSet<String> = files.iter().map(|file| file.path.clone()).collect();
    if keep_previous {
        meant.extend(previous(folder, files)?);
    }
    let mut changed = 0;
    for File { path, bytes } in files {
        let path = folder.join(path);
        if fs::read(&path).is_ok_and(|there| there == *bytes) {
            continue;
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        changed += 1;
    }
    for path in paths(folder)?.iter().filter(|path| !meant.contains(path.as_str())) {
        let path = folder.join(path);
        fs::remove_file(&path)?;
        // A folder that others still need is not empty, and stays.
        let mut parent = path.parent();
        while let Some(folder) = parent.filter(|parent| fs::remove_dir(parent).is_ok()) {
            parent = folder.parent();
        }
    }
    Ok(changed)
}

/// The files to keep for readers of the version that the folder holds. A build that changes nothing is no version: what
/// was kept before it is kept on.
fn previous(folder: &Path, files: &[File]) -> Result<Vec<String>> {
    let Ok(worker) = fs::read(folder.join(WORKER_FILE)) else { return Ok(Vec::new()) };
    let is_same = files.iter().any(|file| file.path == WORKER_FILE && file.bytes == worker);
    if is_same {
        return Ok(paths(folder)?.into_iter().filter(|path| is_named_by_content(path)).collect());
    }
    Ok(kept_by(&String::from_utf8_lossy(&worker)))
}

/// The paths of all files below a folder, with `/`.
fn paths(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder);
    for entry in entries.with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(program: &str) -> Vec<File> {
        let list = format!("const [FIRST, REST, ASKED] = [{{\"{program}\":\"0\"}},{{}},{{}}];\n");
        let files = [("sw.js", list.as_str()), (program, "program"), ("index.html", program)];
        let file = |(path, text): (&str, &str)| File { path: path.into(), bytes: text.into() };
        files.map(file).to_vec()
    }

    #[test]
    fn the_files_of_the_last_version_stay_where_that_is_asked_and_those_before_go() {
        let folder = std::env::temp_dir().join(format!("concord-previous-{}", std::process::id()));
        let [one, two, three] =
            ["a-1111111111111111.js", "a-2222222222222222.js", "a-3333333333333333.js"];
        let names = |folder: &Path| paths(folder).unwrap().into_iter().collect::<BTreeSet<_>>();
        let expected = |programs: &[&str]| {
            let names = ["index.html", "sw.js"].iter().chain(programs);
            names.map(|name| (*name).to_owned()).collect::<BTreeSet<_>>()
        };
        fs::create_dir_all(&folder).unwrap();
        write(&folder, &version(one), true).unwrap();
        write(&folder, &version(two), true).unwrap();
        assert_eq!(names(&folder), expected(&[one, two]));
        write(&folder, &version(two), true).unwrap();
        assert_eq!(names(&folder), expected(&[one, two]));
        write(&folder, &version(three), true).unwrap();
        assert_eq!(names(&folder), expected(&[two, three]));
        write(&folder, &version(one), false).unwrap();
        assert_eq!(names(&folder), expected(&[one]));
        fs::remove_dir_all(&folder).unwrap();
    }
}
