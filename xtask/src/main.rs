//! The project's commands.
fn main() {
    let files = concord_compiler::read_pack(std::path::Path::new(&std::env::var("CONCORD_CONTENT").unwrap_or("content".into()))).unwrap();
    let c = concord_compiler::compile(&files);
    print!("{}", concord_compiler::report("content", &files, &c.diagnostics, false));
    if c.guide.is_none() { std::process::exit(1) }
    if let Some(g) = c.guide { println!("{} lessons {} bytes", g.lessons.len(), concord_model::encode(&g).unwrap().len()); }
}
