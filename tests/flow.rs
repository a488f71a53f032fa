//! What a student does, told in keys.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use jelajah_profesi::app::{Effect, Focus, Tab};
use jelajah_profesi::core::catalog::{Index, Target};
use support::{app, press, resize, text};

fn title(app: &jelajah_profesi::app::App) -> String {
    app.page().title().to_owned()
}

#[test]
fn typing_searches_from_the_first_letter() {
    let mut app = app(100, 30);
    press(&mut app, "perawat");
    assert_eq!(title(&app), "Perawat");
    assert_eq!(app.place().query, "perawat");
    press(&mut app, "<BS*7>");
    assert_eq!(app.rows().len(), app.catalog().professions().len());
}

#[test]
fn tab_visits_the_five_tabs_and_comes_round() {
    let mut app = app(100, 30);
    let mut seen = vec![app.place().tab];
    for _ in 0..5 {
        press(&mut app, "<Tab>");
        seen.push(app.place().tab);
    }
    let mut expected = Tab::ALL.to_vec();
    expected.push(Tab::Profile);
    assert_eq!(seen, expected);
    press(&mut app, "<S-Tab>");
    assert_eq!(app.place().tab, Tab::Institutions);
}

#[test]
fn a_link_leads_on_and_back_lands_where_one_was() {
    let mut app = app(80, 12);
    press(&mut app, "perawat<Enter><Tab*3><Down*2>");
    let before = app.place().clone();
    assert_eq!(before.tab, Tab::Majors);
    assert!(before.link.is_some());
    press(&mut app, "<Enter>");
    assert!(
        matches!(app.place().target, Some(Target::Major(_))),
        "a major lists its professions"
    );
    press(&mut app, "<Enter>");
    assert!(matches!(app.place().target, Some(Target::Profession(_))));
    let deep = app.place().clone();
    press(&mut app, "<A-Left><A-Left>");
    assert_eq!(*app.place(), before);
    press(&mut app, "<A-Right><A-Right>");
    assert_eq!(*app.place(), deep);
}

#[test]
fn a_major_lists_every_profession_that_names_it() {
    let mut app = app(100, 60);
    press(&mut app, "<F2><F2>hukum<Enter>");
    let Some(Target::Major(id)) = app.place().target else {
        unreachable!("a major is shown")
    };
    let expected = app.catalog().major(id).unwrap().professions.len();
    let listed = app
        .page()
        .sheet()
        .links
        .iter()
        .filter(|l| matches!(l.target, Target::Profession(_)))
        .count();
    assert_eq!(listed, expected);
    assert!(expected >= 4);
}

#[test]
fn esc_climbs_down_the_ladder_and_never_quits() {
    let mut app = app(100, 30);
    press(&mut app, "hakim<Enter><F1>");
    assert!(app.overlay().is_some());
    press(&mut app, "<Esc>");
    assert!(app.overlay().is_none() && app.place().focus == Focus::Page);
    press(&mut app, "<Esc>");
    assert_eq!(
        (app.place().focus, app.place().query.as_str()),
        (Focus::List, "hakim")
    );
    press(&mut app, "<Esc>");
    assert_eq!(app.place().query, "");
    for _ in 0..5 {
        assert_ne!(press(&mut app, "<Esc>"), Effect::Quit);
    }
    assert_eq!(press(&mut app, "<C-c>"), Effect::Quit);
    assert_eq!(press(&mut app, "<C-q>"), Effect::Quit);
}

#[test]
fn letters_search_from_the_page_too() {
    let mut app = app(100, 30);
    press(&mut app, "hakim<Enter>jaksa");
    assert_eq!(
        (app.place().focus, app.place().query.as_str()),
        (Focus::List, "jaksa")
    );
    assert_eq!(title(&app), "Jaksa");
    press(&mut app, "<A-Left>");
    assert_eq!(
        (app.place().focus, title(&app).as_str()),
        (Focus::Page, "Hakim")
    );
}

#[test]
fn a_query_that_finds_nothing_can_be_moved_about_in() {
    let mut app = app(100, 30);
    press(&mut app, "zzzzqqq<Down><Up><PgDn><End><Enter><Tab>");
    assert!(app.rows().is_empty());
    assert!(text(&app).contains("Tidak ada yang cocok"));
    press(&mut app, "<Esc>");
    assert!(!app.rows().is_empty());
}

#[test]
fn the_indexes_turn_and_come_back_to_professions() {
    let mut app = app(100, 30);
    let mut seen = Vec::new();
    for _ in 0..5 {
        press(&mut app, "<F2>");
        seen.push(app.place().index);
    }
    assert_eq!(
        seen,
        [
            Index::Sectors,
            Index::Majors,
            Index::Institutions,
            Index::Subjects,
            Index::Professions
        ]
    );
}

#[test]
fn a_subject_leads_to_majors_and_from_there_to_professions() {
    let mut app = app(100, 30);
    press(&mut app, "<F2*4>biologi<Enter>");
    assert!(matches!(app.place().target, Some(Target::Subject(_))));
    press(&mut app, "<Enter>");
    assert!(matches!(app.place().target, Some(Target::Major(_))));
}

#[test]
fn random_comes_from_another_sector_each_time() {
    let mut app = app(100, 30);
    let sector = |app: &jelajah_profesi::app::App| match app.place().target {
        Some(Target::Profession(id)) => app.catalog().profession(id).map(|p| p.sector),
        _ => None,
    };
    for _ in 0..20 {
        let before = sector(&app);
        press(&mut app, "<F3>");
        assert_ne!(sector(&app), before);
        assert!(sector(&app).is_some());
    }
}

#[test]
fn down_reaches_every_line_and_every_link() {
    for keys in [
        "hakim<Enter>",
        "hakim<Enter><Tab*2>",
        "hakim<Enter><Tab*3>",
        "hakim<Enter><Tab*4>",
    ] {
        let mut app = app(60, 12);
        press(&mut app, keys);
        let links = app.page().sheet().links.len();
        let lines = app.page().sheet().lines.len();
        let mut seen = std::collections::HashSet::new();
        for _ in 0..lines + links {
            seen.extend(app.place().link);
            press(&mut app, "<Down>");
        }
        assert_eq!(seen.len(), links, "{keys}");
        let height = usize::from(app.geometry().body.height);
        assert_eq!(
            app.place().scroll,
            lines.saturating_sub(height),
            "{keys}: the end is reached"
        );
        for _ in 0..lines + links {
            press(&mut app, "<Up>");
        }
        assert_eq!(app.place().scroll, 0, "{keys}: and the beginning again");
    }
}

#[test]
fn a_resize_keeps_the_selection_and_the_overlay() {
    let mut app = app(100, 30);
    press(&mut app, "dokter<Down><F1>");
    let before = app.place().selected;
    resize(&mut app, 40, 10);
    resize(&mut app, 3, 1);
    resize(&mut app, 120, 40);
    assert!(app.overlay().is_some());
    assert_eq!(app.place().selected, before);
}

#[test]
fn a_click_selects_opens_and_follows() {
    use jelajah_profesi::app::Action;
    let update = |app: &mut jelajah_profesi::app::App, action| {
        jelajah_profesi::app::update(app, action);
        jelajah_profesi::app::update(app, Action::Settle);
    };
    let mut app = app(100, 30);
    let list = app.geometry().list;
    update(&mut app, Action::Click(list.x + 4, list.y + 2));
    assert_eq!(app.place().selected, 2);
    update(&mut app, Action::Click(list.x + 4, list.y + 2));
    assert_eq!(app.place().focus, Focus::Page);
    let tabs = app.geometry().tabs;
    let majors = jelajah_profesi::app::tab_labels(tabs.width, app.place().tab)[3].1;
    update(&mut app, Action::Click(tabs.x + majors as u16 + 1, tabs.y));
    assert_eq!(app.place().tab, Tab::Majors);
    let (body, line) = (app.geometry().body, app.page().sheet().links[0].line);
    update(&mut app, Action::Click(body.x + 3, body.y + line as u16));
    assert!(matches!(app.place().target, Some(Target::Major(_))));
    for (x, y) in [(0, 0), (65535, 65535), (99, 29), (100, 30)] {
        update(&mut app, Action::Click(x, y));
        update(&mut app, Action::Wheel(true, x, y));
    }
}
