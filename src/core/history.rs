//! Back and forward, as in a web browser: a cursor over a bounded list of places.

/// Places kept at the most; the oldest go first.
const CAPACITY: usize = 100;

/// Visited places and which of them is shown now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History<P> {
    places: Vec<P>,
    current: usize,
}

impl<P> History<P> {
    /// Starts at `first`.
    pub fn new(first: P) -> Self {
        Self {
            places: vec![first],
            current: 0,
        }
    }

    /// The place shown now; what changes there is kept for coming back.
    pub fn current_mut(&mut self) -> Option<&mut P> {
        self.places.get_mut(self.current)
    }

    /// The place shown now.
    pub fn current(&self) -> Option<&P> {
        self.places.get(self.current)
    }

    /// Goes to a new place; what lay forward is forgotten.
    pub fn push(&mut self, place: P) {
        self.places.truncate(self.current + 1);
        self.places.push(place);
        if self.places.len() > CAPACITY {
            self.places.remove(0);
        }
        self.current = self.places.len() - 1;
    }

    /// One step back; false at the beginning.
    pub fn back(&mut self) -> bool {
        let can = self.can_go_back();
        self.current -= usize::from(can);
        can
    }

    /// One step forward; false at the end.
    pub fn forward(&mut self) -> bool {
        let can = self.can_go_forward();
        self.current += usize::from(can);
        can
    }

    /// Whether there is a place behind.
    pub fn can_go_back(&self) -> bool {
        self.current > 0
    }

    /// Whether there is a place ahead.
    pub fn can_go_forward(&self) -> bool {
        self.current + 1 < self.places.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn behaves_like_a_browser(steps in prop::collection::vec(0_u8..4, 0..400)) {
            let mut history = History::new(0_u32);
            let (mut behind, mut now, mut ahead, mut next) = (Vec::new(), 0, Vec::new(), 1);
            for step in steps {
                match step {
                    0 | 1 => {
                        history.push(next);
                        behind.push(now);
                        if behind.len() >= CAPACITY { behind.remove(0); }
                        now = next;
                        next += 1;
                        ahead.clear();
                    }
                    2 => {
                        prop_assert_eq!(history.back(), !behind.is_empty());
                        if let Some(place) = behind.pop() { ahead.push(now); now = place; }
                    }
                    _ => {
                        prop_assert_eq!(history.forward(), !ahead.is_empty());
                        if let Some(place) = ahead.pop() { behind.push(now); now = place; }
                    }
                }
                prop_assert_eq!(history.current(), Some(&now));
                prop_assert!(history.places.len() <= CAPACITY);
            }
        }
    }
}
