//! Rules about the code itself.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::{Path, PathBuf};

fn sources(below: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// `core` <- `app` <- `keys` <- `view` <- `shell`: each may use those before it.
#[test]
fn modules_import_one_way() {
    let order = ["core", "app", "keys", "view", "shell", "cli"];
    for (at, module) in order.iter().enumerate() {
        for file in sources(&source_root().join(module)) {
            let code = std::fs::read_to_string(&file).unwrap();
            for later in &order[at + 1..] {
                let uses = format!("crate::{later}");
                assert!(!code.contains(&uses), "{} uses {uses}", file.display());
            }
            if *module != "view" && *module != "shell" {
                assert!(
                    !code.contains("ratatui"),
                    "{} knows ratatui",
                    file.display()
                );
            }
            if !["shell", "cli"].contains(module) {
                for outside in [
                    "crossterm",
                    "std::fs",
                    "std::env",
                    "std::time",
                    "std::process",
                ] {
                    assert!(
                        !code.contains(outside),
                        "{} knows {outside}",
                        file.display()
                    );
                }
            }
        }
    }
}

#[test]
fn files_stay_small() {
    for file in sources(&source_root()) {
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 450, "{} has {lines} lines", file.display());
    }
}

/// The `underline-color` feature makes every frame fail on consoles without VT.
#[test]
fn underline_colour_is_off() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let tree = std::process::Command::new(cargo)
        .args([
            "tree",
            "--offline",
            "--locked",
            "-e",
            "features",
            "-i",
            "ratatui-crossterm",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8_lossy(&tree.stdout);
    assert!(tree.contains("crossterm_0_29"), "{tree}");
    assert!(!tree.contains("underline-color"), "{tree}");
}
