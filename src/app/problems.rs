//! The page that says what is wrong with a user's data.

use super::App;
use crate::text;

/// Widest page, in cells.
pub const WIDEST: u16 = 100;
/// Most problems on the page; the command line prints all.
const MOST: usize = 300;

impl App {
    /// The same with problems of the user's data: a sentence each, clean. They are announced until the first key.
    #[must_use]
    pub fn with_problems(mut self, problems: Vec<String>) -> Self {
        if !problems.is_empty() {
            // Once in the life of the program.
            self.notice = Some(String::leak(text::data_problems(problems.len())));
        }
        self.problems = problems;
        self
    }

    /// Whether there is something to see.
    pub fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// The lines of the page at the present size.
    pub fn problem_lines(&self) -> Vec<String> {
        let width = usize::from(self.size.width.min(WIDEST).saturating_sub(4)).max(1);
        let mut lines = Vec::new();
        let shown = self.problems.iter().take(MOST).map(String::as_str);
        for text in std::iter::once(text::PROBLEMS_INTRO).chain(shown) {
            lines.extend(
                textwrap::wrap(text, width)
                    .into_iter()
                    .map(std::borrow::Cow::into_owned),
            );
            lines.push(String::new());
        }
        lines.pop();
        lines
    }
}
