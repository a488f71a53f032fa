//! Keys: one table says what each key does where; help, footer and README come from it.

mod bindings;
mod hints;
mod key;

pub use bindings::{BINDINGS, Binding, Group, When};
pub use hints::{HelpLine, footer, help_lines, resolve};
pub use key::{Code, Key};
