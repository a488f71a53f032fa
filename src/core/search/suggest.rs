//! "Mungkin maksudmu …": the names that look most like what was typed.

use super::pack::name_table::{NameTable, letter_mask};

/// Share of common letter pairs below which a name is not worth offering.
const ALIKE: f32 = 0.3;
/// How many names are offered.
pub const MOST: usize = 3;

/// Letter pairs as a hashed set of 256 bits.
#[derive(Default, Clone, Copy)]
struct Pairs {
    bits: [u64; 4],
    count: u32,
}

impl Pairs {
    fn new(text: &[u8]) -> Self {
        let mut pairs = Self::default();
        for pair in text.windows(2) {
            if let [a, b] = *pair {
                pairs.insert(a, b);
            }
        }
        pairs
    }

    fn slot(a: u8, b: u8) -> (usize, u64) {
        let hash = u32::from(a)
            .wrapping_mul(31)
            .wrapping_add(u32::from(b))
            .wrapping_mul(0x9E37_79B1);
        let slot = hash >> 24;
        ((slot >> 6) as usize, 1 << (slot & 63))
    }

    fn insert(&mut self, a: u8, b: u8) {
        let (word, bit) = Self::slot(a, b);
        if let Some(bits) = self.bits.get_mut(word) {
            self.count += u32::from(*bits & bit == 0);
            *bits |= bit;
        }
    }

    /// Dice's coefficient of two sets, 0 to 1.
    fn likeness(&self, other: &Self) -> f32 {
        let common: u32 = self
            .bits
            .iter()
            .zip(other.bits)
            .map(|(a, b)| (a & b).count_ones())
            .sum();
        2.0 * common as f32 / (self.count + other.count).max(1) as f32
    }
}

/// Adds to `best` the owners of the names of `table` most like the folded `query`, as
/// (likeness, owner + `base`), best first, each owner once.
pub fn nearest(table: &NameTable<'_>, query: &str, base: u32, best: &mut Vec<(f32, u32)>) {
    let letters = letter_mask(query.as_bytes());
    let wanted = Pairs::new(query.as_bytes());
    if wanted.count == 0 {
        return;
    }
    let enough = letters.count_ones().div_ceil(2);
    for (at, mask) in table.masks.iter().enumerate() {
        if (mask & letters).count_ones() < enough {
            continue;
        }
        let text = table.texts.bytes(at);
        if text.len() > 3 * query.len() + 8 {
            continue;
        }
        let likeness = wanted.likeness(&Pairs::new(text));
        let floor = best.get(MOST - 1).map_or(ALIKE, |(l, _)| l.max(ALIKE));
        if likeness <= floor {
            continue;
        }
        let owner = base + table.owners.get(at);
        if let Some(known) = best.iter().position(|(_, o)| *o == owner) {
            if best.get(known).is_some_and(|(l, _)| *l >= likeness) {
                continue;
            }
            best.remove(known);
        }
        let place = best.partition_point(|(l, _)| *l >= likeness);
        best.insert(place, (likeness, owner));
        best.truncate(MOST);
    }
}
