//! What the table means now, and how help and footer show it.

use super::bindings::{BINDINGS, Group, When};
use super::key::{Code, Key};
use crate::app::{Action, App};
use crate::text;
use unicode_width::UnicodeWidthStr;

/// What a key does in this state; a character that is bound nowhere is typed.
pub fn resolve(key: Key, app: &App) -> Option<Action> {
    let bound = BINDINGS
        .iter()
        .find(|b| b.when.holds(app) && b.keys.contains(&key))
        .map(|b| b.action);
    bound.or(match key {
        Key {
            code: Code::Char(c),
            ctrl: false,
            alt: false,
            ..
        } if app.overlay().is_none() => Some(Action::Insert(c)),
        _ => None,
    })
}

/// Key and word for the footer, most useful first, as many as fit `width` cells.
pub fn footer(app: &App, width: usize) -> Vec<(String, &'static str)> {
    let overlay = app.overlay().is_some();
    let mut shown: Vec<_> = BINDINGS
        .iter()
        .enumerate()
        .filter(|(_, b)| {
            !b.hint.is_empty() && b.when.holds(app) && (!overlay || b.when == When::Overlay)
        })
        .collect();
    shown.sort_by_key(|(at, b)| (b.priority, *at));
    let mut used = 1;
    let mut kept = Vec::new();
    for (_, binding) in shown {
        let Some(key) = binding.keys.first() else {
            continue;
        };
        let key = key.to_string();
        let cells = key.width() + 1 + binding.hint.width() + 3;
        if used + cells > width + 2 {
            continue;
        }
        used += cells;
        kept.push((key, binding.hint));
    }
    kept
}

/// One line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// A heading.
    Heading(&'static str),
    /// Keys and what they do.
    Keys(String, &'static str),
    /// Running text.
    Text(&'static str),
    /// Nothing.
    Gap,
}

/// The help: every action once, with all keys that do it, then a few words about the program.
pub fn help_lines() -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        if !lines.is_empty() {
            lines.push(HelpLine::Gap);
        }
        lines.push(HelpLine::Heading(group.label()));
        for binding in BINDINGS
            .iter()
            .filter(|b| b.group == group && !b.help.is_empty())
        {
            let mut keys: Vec<String> = Vec::new();
            let same = |b: &&super::Binding| {
                b.action == binding.action
                    && b.when != When::Overlay
                    && (b.when == binding.when || b.help.is_empty() || binding.help == b.help)
            };
            for key in BINDINGS.iter().filter(same).flat_map(|b| b.keys) {
                let key = key.to_string();
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            lines.push(HelpLine::Keys(keys.join(", "), binding.help));
        }
    }
    lines.push(HelpLine::Gap);
    lines.push(HelpLine::Heading("Tentang"));
    lines.extend(text::ABOUT.iter().map(|t| HelpLine::Text(t)));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_bound_action_is_in_the_help() {
        let explained: HashSet<Action> = BINDINGS
            .iter()
            .filter(|b| !b.help.is_empty())
            .map(|b| b.action)
            .collect();
        for binding in BINDINGS {
            assert!(
                explained.contains(&binding.action),
                "{:?} has no line in the help",
                binding.action
            );
        }
        let mut seen = HashSet::new();
        for binding in BINDINGS.iter().filter(|b| !b.help.is_empty()) {
            assert!(
                seen.insert((binding.action, binding.help)),
                "{:?} stands twice in the help",
                binding.action
            );
        }
    }

    #[test]
    fn no_key_is_bound_twice_in_a_context() {
        let overlap = |a: When, b: When| {
            a == b
                || a == When::Always
                || b == When::Always
                || (a == When::Browse && b != When::Overlay)
                || (b == When::Browse && a != When::Overlay)
                || matches!(
                    (a, b),
                    (When::List, When::EmptyQuery | When::Typed)
                        | (When::EmptyQuery | When::Typed, When::List)
                )
        };
        for (i, a) in BINDINGS.iter().enumerate() {
            for b in BINDINGS
                .iter()
                .skip(i + 1)
                .filter(|b| overlap(a.when, b.when))
            {
                for key in a.keys {
                    assert!(
                        !b.keys.contains(key),
                        "{key} means {:?} and {:?}",
                        a.action,
                        b.action
                    );
                }
            }
        }
    }
}
