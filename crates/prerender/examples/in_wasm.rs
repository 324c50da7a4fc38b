//! The compiler, the prerenderer and the models as wasm: what a program without files or processes does with
//! them. `tests/in-wasm.test.mjs` runs it and compares what it makes with what was made natively.

#![allow(missing_docs, unreachable_pub, reason = "the test is its one user")]

mod models;

use concord_compiler::{SourceFile, compile, report};
use concord_prerender::{Content, File, Keeping, site};
use wasm_bindgen::prelude::wasm_bindgen;

/// A pack, a program, and the site that is made of them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Studio {
    pack: Vec<SourceFile>,
    program: Vec<File>,
    site: Vec<File>,
}

#[wasm_bindgen]
impl Studio {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add_source(&mut self, path: String, bytes: Vec<u8>) {
        self.pack.push(SourceFile { path, bytes });
    }

    pub fn add_program(&mut self, path: String, bytes: Vec<u8>) {
        self.program.push(File { path, bytes });
    }

    /// Makes the site; how many files it has.
    pub fn make(&mut self) -> Result<usize, String> {
        let compiled = compile(&self.pack);
        let told = report("content", &self.pack, &compiled.diagnostics, false);
        let content = Content {
            guide: Box::leak(Box::new(compiled.guide.ok_or(told)?)),
            community: Box::leak(Box::new(compiled.community)),
        };
        self.site = site(content, &self.program, None, Keeping::Guide)
            .map_err(|error| format!("{error:#}"))?;
        Ok(self.site.len())
    }

    /// What the models of the pack come to.
    pub fn numbers(&self) -> Option<String> {
        models::numbers(&self.pack)
    }

    pub fn path(&self, file: usize) -> Option<String> {
        self.site.get(file).map(|file| file.path.clone())
    }

    pub fn bytes(&self, file: usize) -> Option<Vec<u8>> {
        self.site.get(file).map(|file| file.bytes.clone())
    }
}
