//! The only place where the state changes.

use super::geometry::Size;
use super::{Action, App, Effect, Focus, Overlay};

/// Carries out one action. The clock, the terminal and files stay outside: what they have to do is the effect.
///
/// Typing and moving in the list leave the page for [`Action::Settle`], which has to come before a frame is drawn.
pub fn update(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Quit => {
            return if app.kiosk.is_some() {
                Effect::None
            } else {
                Effect::Quit
            };
        }
        Action::Clock(now) => return app.clock(now),
        Action::Settle => {
            app.settle();
            return Effect::None;
        }
        Action::Resize(width, height) => {
            let size = Size { width, height };
            if std::mem::replace(&mut app.size, size) == size {
                return Effect::None;
            }
        }
        Action::EndSession if app.kiosk().is_some_and(|k| k.attract().is_none()) => {
            app.end_session();
            return Effect::Reset;
        }
        // Whatever wakes a kiosk up does nothing else.
        _ if app.touch() => {}
        Action::Touch if app.kiosk.is_none() => return Effect::None,
        _ if app.overlay.is_some() => {
            app.notice = None;
            in_overlay(app, action);
        }
        _ => {
            app.notice = None;
            if app.place.focus == Focus::Page || !is_cheap(action) {
                app.settle();
            }
            in_browser(app, action);
        }
    }
    app.stale_page = true;
    let lines = match app.overlay {
        Some(Overlay::Help { .. }) => (app.help_lines)(app.size),
        Some(Overlay::Problems { .. }) => app.problem_lines().len(),
        None => 0,
    };
    if let Some(Overlay::Help { scroll } | Overlay::Problems { scroll }) = &mut app.overlay {
        let height = usize::from(app.size.height.saturating_sub(3));
        *scroll = (*scroll).min(lines.saturating_sub(height));
    }
    Effect::Redraw
}

/// What needs no page while the keys go to the list.
fn is_cheap(action: Action) -> bool {
    matches!(
        action,
        Action::Insert(_)
            | Action::DeleteCharacter
            | Action::DeleteWord
            | Action::ClearQuery
            | Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
    )
}

fn in_overlay(app: &mut App, action: Action) {
    let page = app.overlay_height().saturating_sub(1).max(1);
    let (same, other) = match app.overlay {
        Some(Overlay::Problems { .. }) => (Action::Problems, Action::Help),
        _ => (Action::Help, Action::Problems),
    };
    if action == other {
        app.overlay = None;
        return in_browser(app, action);
    }
    let Some(Overlay::Help { scroll } | Overlay::Problems { scroll }) = &mut app.overlay else {
        return;
    };
    match action {
        _ if action == same => app.overlay = None,
        Action::Up | Action::Wheel(false, ..) => *scroll = scroll.saturating_sub(1),
        Action::Down | Action::Wheel(true, ..) => *scroll += 1,
        Action::PageUp => *scroll = scroll.saturating_sub(page),
        Action::PageDown => *scroll += page,
        Action::First => *scroll = 0,
        Action::Last => *scroll = usize::MAX,
        Action::Escape | Action::Open | Action::Out | Action::Back | Action::Click(..) => {
            app.overlay = None;
        }
        _ => {}
    }
}

fn in_browser(app: &mut App, action: Action) {
    let reading = app.place.focus == Focus::Page;
    match action {
        Action::Insert(c) => app.insert(c),
        Action::DeleteCharacter => app.delete_character(),
        Action::FilterBy(kind) => app.filter_by(kind),
        Action::DeleteWord => app.delete_word(),
        Action::ClearQuery => {
            app.place.query.clear();
            app.search_again();
        }
        Action::Up if reading => app.read_up(),
        Action::Down if reading => app.read_down(),
        Action::PageUp if reading => app.read_page(false),
        Action::PageDown if reading => app.read_page(true),
        Action::First if reading => app.read_end(false),
        Action::Last if reading => app.read_end(true),
        Action::Up => app.select(app.place.selected.saturating_sub(1)),
        Action::Down => app.select(app.place.selected + 1),
        Action::PageUp => app.select(
            app.place
                .selected
                .saturating_sub(app.list_height().max(2) - 1),
        ),
        Action::PageDown => app.select(app.place.selected + app.list_height().max(2) - 1),
        Action::First => app.select(0),
        Action::Last => app.select(usize::MAX),
        Action::NextTab => app.step_tab(1),
        Action::PreviousTab => app.step_tab(-1),
        Action::Open if reading => app.follow_current(),
        Action::Open => app.enter_page(),
        Action::Out => app.out(),
        Action::Back => app.back(),
        Action::Forward => app.forward(),
        Action::Escape => escape(app),
        Action::NextIndex => app.next_index(),
        Action::Random => app.random(),
        Action::Help => app.overlay = Some(Overlay::Help { scroll: 0 }),
        Action::Problems if app.has_problems() => {
            app.overlay = Some(Overlay::Problems { scroll: 0 });
        }
        Action::Click(x, y) => app.click(x, y),
        Action::Wheel(down, x, y) => app.wheel(down, x, y),
        Action::Quit
        | Action::Problems
        | Action::Resize(..)
        | Action::Settle
        | Action::Clock(_)
        | Action::Touch
        | Action::EndSession => {}
    }
}

/// The ladder: an overlay is closed before this; then out of the page, then the query, then back.
fn escape(app: &mut App) {
    if app.place.focus == Focus::Page {
        app.out();
    } else if !app.place.query.is_empty() {
        app.place.query.clear();
        app.search_again();
    } else if app.history.can_go_back() {
        app.back();
    }
}
