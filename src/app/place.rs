//! Where the person is: what *back* and *forward* return to.

use crate::core::catalog::{Index, Target};

/// The five tabs of a profession.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs, reason = "text.rs has the labels")]
pub enum Tab {
    #[default]
    Profile,
    Fit,
    Reality,
    Majors,
    Institutions,
}

impl Tab {
    /// In the order on screen.
    pub const ALL: [Self; 5] = [
        Self::Profile,
        Self::Fit,
        Self::Reality,
        Self::Majors,
        Self::Institutions,
    ];

    /// Position in [`Tab::ALL`].
    pub fn position(self) -> usize {
        Self::ALL
            .iter()
            .position(|t| *t == self)
            .unwrap_or_default()
    }

    /// The tab `step` further, coming round.
    #[must_use]
    pub fn step(self, step: isize) -> Self {
        let n = Self::ALL.len() as isize;
        let at = (self.position() as isize + step).rem_euclid(n);
        Self::ALL.get(at as usize).copied().unwrap_or_default()
    }
}

/// Which side the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The list with its search line; the page shows the selected row.
    #[default]
    List,
    /// The page.
    Page,
}

/// Everything that coming back restores.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Which list stands on the left.
    pub index: Index,
    /// What is typed in the search line.
    pub query: String,
    /// Selected row of the list.
    pub selected: usize,
    /// First visible row of the list.
    pub top: usize,
    /// Which side the keys go to.
    pub focus: Focus,
    /// The page shown; with the focus on the list it follows the selection.
    pub target: Option<Target>,
    /// The tab of a profession's page.
    pub tab: Tab,
    /// First visible line of the page.
    pub scroll: usize,
    /// Current link of the page, as a position in its links.
    pub link: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_come_round_both_ways() {
        assert_eq!(Tab::Institutions.step(1), Tab::Profile);
        assert_eq!(Tab::Profile.step(-1), Tab::Institutions);
        assert_eq!(Tab::ALL.map(|t| t.step(5)), Tab::ALL);
    }
}
