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
    fixed_addresses();
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

/// Links the program at fixed addresses where the linker can. The embedded tables hold some 28 000 pointers; with
/// relocatable addresses each start has to patch and copy all their pages, which takes longer than drawing the first
/// frame. (A fully static build gets this by its own flags.)
fn fixed_addresses() {
    let cfg = |name: &str| std::env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
    if cfg("OS") == "linux" && cfg("ENV") == "gnu" && !cfg("FEATURE").contains("crt-static") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        // Most symbols of the C library are not needed for the first frame.
        println!("cargo::rustc-link-arg-bins=-Wl,-z,lazy");
    }
}
