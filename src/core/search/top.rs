//! The best few of many: a buffer that is cut back whenever it is twice as full as needed.

use std::cmp::Ordering;

/// Collects (score, item) pairs and keeps the `limit` best; equal scores keep the smaller item.
#[derive(Debug, Clone, Default)]
pub struct Top {
    limit: usize,
    kept: Vec<(f32, u32)>,
    /// Scores at or below this have no chance any more.
    floor: Option<f32>,
}

/// Descending by score, ascending by item.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that sorting wants"
)]
fn better(a: &(f32, u32), b: &(f32, u32)) -> Ordering {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
}

impl Top {
    /// Keeps `limit` items.
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            ..Self::default()
        }
    }

    /// Starts again with `limit` items, reusing the buffer.
    pub fn clear(&mut self, limit: usize) {
        self.limit = limit;
        self.kept.clear();
        self.floor = None;
    }

    /// Offers an item. Items must come in ascending order for ties to keep the smaller one.
    #[inline]
    pub fn push(&mut self, score: f32, item: u32) {
        if self.floor.is_some_and(|floor| score < floor) {
            return;
        }
        self.kept.push((score, item));
        if self.kept.len() >= self.limit.saturating_mul(2).max(64) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if let Some(last) = self.limit.checked_sub(1)
            && self.kept.len() > self.limit
        {
            self.kept.select_nth_unstable_by(last, better);
            self.kept.truncate(self.limit);
            self.floor = self.kept.last().map(|(score, _)| *score);
        } else {
            self.kept.truncate(self.limit);
        }
    }

    /// The kept items, best first.
    pub fn sorted(&mut self) -> &[(f32, u32)] {
        self.cut();
        self.kept.sort_unstable_by(better);
        &self.kept
    }

    /// The kept items, best first.
    #[must_use]
    pub fn into_sorted(mut self) -> Vec<(f32, u32)> {
        self.sorted();
        self.kept
    }
}
