//! Checks and merges `assets/` into what the binary embeds; a broken file fails the build with file, field and reason.

#[path = "src/core/catalog/assemble.rs"]
#[allow(dead_code, missing_docs)]
mod assemble;
#[path = "src/embed/mod.rs"]
mod embed;
#[path = "src/core/catalog/names.rs"]
#[allow(missing_docs)]
mod names;
#[path = "src/core/search/pack/mod.rs"]
#[allow(dead_code, missing_docs)]
mod pack;
#[path = "src/core/catalog/record.rs"]
#[allow(dead_code, missing_docs)]
mod record;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=src/embed");
    println!("cargo::rerun-if-changed=src/core/catalog");
    println!("cargo::rerun-if-changed=src/core/search/pack");
    let Some(out) = std::env::var_os("OUT_DIR") else {
        eprintln!("OUT_DIR tidak ada: jalankan lewat cargo.");
        std::process::exit(1);
    };
    if let Err(problems) = embed::run(Path::new("assets"), Path::new(&out)) {
        for problem in &problems {
            println!("cargo::error={problem}");
        }
        std::process::exit(1);
    }
}
