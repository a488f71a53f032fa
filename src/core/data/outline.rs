//! Where things stand in one JSON value: keys, kinds and byte positions, down to the depth of an entry.
//!
//! `serde` tells the first mistake of an entry and no position of what is well formed; an author wants all mistakes, and
//! the place of a paragraph that is only too short. The text has been checked by `serde_json` before it comes here, so
//! this reader only walks, and gives up without harm where it meets what cannot be.

use std::borrow::Cow;

/// Deepest level that is looked at: entry, list, object, text.
const DEEPEST: usize = 4;
/// Most children that are noted of one list or object.
const WIDEST: usize = 1_000;

/// A value and where it begins.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// First byte, from the beginning of the text.
    pub at: usize,
    pub value: Value<'a>,
}

#[derive(Debug)]
pub(super) enum Value<'a> {
    Text,
    Number,
    Bool,
    Null,
    List(Vec<Node<'a>>),
    Object(Vec<Member<'a>>),
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Member<'a> {
    pub key: Cow<'a, str>,
    /// First byte of the key.
    pub at: usize,
    pub node: Node<'a>,
}

impl Value<'_> {
    /// What it is, in words.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Text => "teks",
            Self::Number => "angka",
            Self::Bool => "true atau false",
            Self::Null => "null",
            Self::List(_) => "daftar [ ]",
            Self::Object(_) => "objek { }",
        }
    }
}

/// The outline of one value that is well-formed JSON; nothing where it is not.
pub(super) fn outline(text: &str) -> Option<Node<'_>> {
    Walker { text, at: 0 }.value(0)
}

struct Walker<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Walker<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        self.space();
        let at = self.at;
        let value = match self.peek()? {
            b'"' => {
                self.string()?;
                Value::Text
            }
            b'[' if depth < DEEPEST => Value::List(self.list(depth)?),
            b'{' if depth < DEEPEST => Value::Object(self.object(depth)?),
            b'[' => {
                self.skip()?;
                Value::List(Vec::new())
            }
            b'{' => {
                self.skip()?;
                Value::Object(Vec::new())
            }
            first => {
                while matches!(self.peek(), Some(c) if !b",]} \n\t\r".contains(&c)) {
                    self.at += 1;
                }
                match first {
                    b't' | b'f' => Value::Bool,
                    b'n' => Value::Null,
                    _ => Value::Number,
                }
            }
        };
        Some(Node { at, value })
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Node<'a>>> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.peek()? == b']' {
            self.at += 1;
            return Some(items);
        }
        loop {
            let item = self.value(depth + 1)?;
            if items.len() < WIDEST {
                items.push(item);
            }
            if self.ends(b']')? {
                return Some(items);
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Vec<Member<'a>>> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if self.peek()? == b'}' {
            self.at += 1;
            return Some(members);
        }
        loop {
            self.space();
            let at = self.at;
            let key = self.string()?;
            self.space();
            self.at += 1;
            let node = self.value(depth + 1)?;
            if members.len() < WIDEST {
                members.push(Member { key, at, node });
            }
            if self.ends(b'}')? {
                return Some(members);
            }
        }
    }

    /// Past the comma or the closing bracket.
    fn ends(&mut self, close: u8) -> Option<bool> {
        self.space();
        let c = self.peek()?;
        self.at += 1;
        Some(c == close)
    }

    /// Past a string; its content, with escapes resolved.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at;
        let mut escaped = false;
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    self.at += 2;
                }
                _ => self.at += 1,
            }
        }
        self.at += 1;
        if escaped {
            let whole = self.text.get(start..self.at)?;
            // Half a surrogate pair can be no key that is known.
            Some(Cow::Owned(serde_json::from_str(whole).unwrap_or_default()))
        } else {
            Some(Cow::Borrowed(self.text.get(start + 1..self.at - 1)?))
        }
    }

    /// Past a list or object of any depth, without recursion.
    fn skip(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'[' | b'{' => open += 1,
                b']' | b'}' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn positions_and_kinds() {
        let text = r#" {"a": ["x", 1e5, {"k\"": null}], "b" :true, "c":[[[[["]"]]]]]}"#;
        let Some(Node {
            value: Value::Object(members),
            at: 1,
        }) = outline(text)
        else {
            unreachable!("an object");
        };
        let keys: Vec<_> = members.iter().map(|m| (m.key.as_ref(), m.at)).collect();
        assert_eq!(keys, [("a", 2), ("b", 34), ("c", 45)]);
        let Some(Value::List(items)) = members.first().map(|m| &m.node.value) else {
            unreachable!("a list");
        };
        let kinds: Vec<_> = items.iter().map(|i| i.value.name()).collect();
        assert_eq!(kinds, ["teks", "angka", "objek { }"]);
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in any::<String>(), json in "[\\[\\]{}\",:\\\\ a1]{0,60}") {
            let _ = outline(&text);
            let _ = outline(&json);
        }
    }
}
