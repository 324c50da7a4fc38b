//! Finds a Chromium and a Firefox for the tests; on Debian, as root, it can install them.

use std::env;

use anyhow::{Context, Result};

use crate::{
    run::{output, say},
    setup,
};

/// A browser engine that the site is tested in.
struct Browser {
    /// The environment variable that names its program, for the tests as well.
    variable: &'static str,
    programs: &'static [&'static str],
    debian_package: &'static str,
    /// The same engine without windows, which not every Debian has.
    lighter: Option<&'static str>,
}

/// The two engines of every journey.
const BROWSERS: [Browser; 2] = [
    Browser {
        variable: "CHROMIUM",
        programs: &[
            // What draws no window of its own around a page is a third of the work (tests/support/browsers.mjs).
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
        ],
        debian_package: "chromium",
        lighter: Some("chromium-headless-shell"),
    },
    Browser {
        variable: "FIREFOX",
        programs: &["firefox-esr", "firefox"],
        debian_package: "firefox-esr",
        lighter: None,
    },
];

/// The variables that tell the tests where both programs are, which are found or installed now.
pub(crate) fn programs() -> Result<Vec<(&'static str, String)>> {
    BROWSERS.iter().map(|browser| Ok((browser.variable, browser.program()?))).collect()
}

impl Browser {
    /// The program: named by the environment variable, found on the path, or installed now.
    fn program(&self) -> Result<String> {
        if let Ok(program) = env::var(self.variable) {
            output(&program, &["--version"]).with_context(|| {
                format!("{} names {program}, which does not run", self.variable)
            })?;
            return Ok(program);
        }
        if let Some(program) = self.on_path() {
            return Ok(program);
        }
        let package = self.debian_package;
        say(&format!("Installing {package}"));
        let missing = || {
            format!(
                "the browser tests need {}: install it, or name its program by the environment variable {}",
                package, self.variable
            )
        };
        let both = self.lighter.map(|lighter| setup::install_debian(&[package, lighter]));
        if !matches!(both, Some(Ok(()))) {
            setup::install_debian(&[package]).with_context(missing)?;
        }
        self.on_path().with_context(missing)
    }

    /// The whole path of the program, as the tests' driver looks nowhere by itself.
    fn on_path(&self) -> Option<String> {
        let folders = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<_> = env::split_paths(&folders).collect();
        let places = self
            .programs
            .iter()
            .flat_map(|program| folders.iter().map(move |folder| folder.join(program)));
        let mut places = places.map(|place| place.to_string_lossy().into_owned());
        places.find(|place| output(place, &["--version"]).is_some())
    }
}
