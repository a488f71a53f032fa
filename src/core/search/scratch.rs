//! Sparse values over all professions, kept in full-length arrays that are wiped by what was
//! touched: no allocation and no clearing of untouched parts between queries.

/// A value and its source for each profession; 0 is "none".
#[derive(Debug, Clone, Default)]
pub struct Dense {
    values: Vec<f32>,
    sources: Vec<u32>,
    touched: Vec<u32>,
}

impl Dense {
    /// Wipes all values and makes room for `length` professions.
    pub fn reset(&mut self, length: usize) {
        if self.values.len() == length {
            for &at in &self.touched {
                if let Some(value) = self.values.get_mut(at as usize) {
                    *value = 0.0;
                }
            }
        } else {
            self.values.clear();
            self.values.resize(length, 0.0);
            self.sources.clear();
            self.sources.resize(length, 0);
        }
        self.touched.clear();
    }

    /// Raises the value at `at` to `value` if it is lower.
    #[inline]
    pub fn raise(&mut self, at: u32, value: f32, source: u32) {
        if let (Some(known), Some(from)) = (
            self.values.get_mut(at as usize),
            self.sources.get_mut(at as usize),
        ) && value > *known
        {
            if *known == 0.0 {
                self.touched.push(at);
            }
            *known = value;
            *from = source;
        }
    }

    /// Adds `value` (above 0) at `at`; the source is that of the largest value added.
    #[inline]
    pub fn add(&mut self, at: u32, value: f32, source: u32, is_largest: bool) {
        if let (Some(known), Some(from)) = (
            self.values.get_mut(at as usize),
            self.sources.get_mut(at as usize),
        ) {
            if *known == 0.0 {
                self.touched.push(at);
            }
            *known += value;
            if is_largest {
                *from = source;
            }
        }
    }

    /// The value at `at`.
    #[must_use]
    #[inline]
    pub fn get(&self, at: u32) -> f32 {
        self.values.get(at as usize).copied().unwrap_or_default()
    }

    /// The source of the value at `at`.
    #[must_use]
    pub fn source(&self, at: u32) -> u32 {
        self.sources.get(at as usize).copied().unwrap_or_default()
    }

    /// Where values are.
    #[must_use]
    pub fn touched(&self) -> &[u32] {
        &self.touched
    }
}
