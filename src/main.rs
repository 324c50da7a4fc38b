//! The browser's entry point.

fn main() {
    concord::start();
}
