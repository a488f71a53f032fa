//! `jelajah`: see the library for everything.

fn main() -> std::process::ExitCode {
    jelajah_profesi::cli::main()
}
