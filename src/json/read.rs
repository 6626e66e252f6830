//! Reading JSON (RFC 8259).

use super::{DEPTH, Json};

/// The value that a text is; none when it is not JSON.
pub fn read(text: &str) -> Option<Json> {
    let mut reader = Reader { rest: text };
    let value = reader.value(DEPTH)?;
    reader.skip_space();
    reader.rest.is_empty().then_some(value)
}

/// What was not read yet.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// A value in which so many lists and objects can lie in each other.
    fn value(&mut self, depth: u8) -> Option<Json> {
        self.skip_space();
        if self.takes("\"") {
            self.text().map(Json::Text)
        } else if self.takes("{") {
            self.object(depth.checked_sub(1)?).map(Json::Object)
        } else if self.takes("[") {
            self.list(depth.checked_sub(1)?).map(Json::List)
        } else if self.takes("null") {
            Some(Json::Null)
        } else if self.takes("true") {
            Some(Json::Bool(true))
        } else if self.takes("false") {
            Some(Json::Bool(false))
        } else {
            self.number()
        }
    }

    /// An object after its opening brace.
    fn object(&mut self, depth: u8) -> Option<Vec<(String, Json)>> {
        let mut fields = Vec::new();
        while self.another("}", fields.is_empty())? {
            self.skip_space();
            self.must_take("\"")?;
            let name = self.text()?;
            self.skip_space();
            self.must_take(":")?;
            fields.push((name, self.value(depth)?));
        }
        Some(fields)
    }

    /// A list after its opening bracket.
    fn list(&mut self, depth: u8) -> Option<Vec<Json>> {
        let mut entries = Vec::new();
        while self.another("]", entries.is_empty())? {
            entries.push(self.value(depth)?);
        }
        Some(entries)
    }

    /// Whether another entry follows, rather than the end; none when neither does.
    fn another(&mut self, end: &str, is_first: bool) -> Option<bool> {
        self.skip_space();
        if self.takes(end) {
            return Some(false);
        }
        if !is_first {
            self.must_take(",")?;
        }
        Some(true)
    }

    /// A text after its opening quote.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let end = self.rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\')?;
            text.push_str(self.split(end)?);
            if self.takes("\"") {
                return Some(text);
            }
            self.must_take("\\")?;
            text.push(self.escaped()?);
        }
    }

    /// A character after its backslash.
    fn escaped(&mut self) -> Option<char> {
        Some(match self.split(1)? {
            "\"" => '"',
            "\\" => '\\',
            "/" => '/',
            "b" => '\u{8}',
            "f" => '\u{C}',
            "n" => '\n',
            "r" => '\r',
            "t" => '\t',
            "u" => {
                let unit = self.unit()?;
                // Beyond 0xFFFF a character is written as two units (UTF-16).
                if matches!(unit, 0xD800..=0xDBFF) {
                    self.must_take("\\u")?;
                    let second = self.unit()?;
                    matches!(second, 0xDC00..=0xDFFF).then_some(())?;
                    char::from_u32(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))?
                } else {
                    char::from_u32(unit)?
                }
            }
            _ => return None,
        })
    }

    /// The four digits of a `\u` escape.
    fn unit(&mut self) -> Option<u32> {
        self.split(4)?.chars().try_fold(0, |unit, digit| Some(unit << 4 | digit.to_digit(16)?))
    }

    fn number(&mut self) -> Option<Json> {
        let is_negative = self.takes("-");
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            return None;
        }
        let mut is_whole = true;
        if self.takes(".") {
            self.digits()?;
            is_whole = false;
        }
        if self.takes("e") || self.takes("E") {
            // One sign or none.
            let _ = self.takes("+") || self.takes("-");
            self.digits()?;
            is_whole = false;
        }
        let number = whole.parse().ok().filter(|_| is_whole && !is_negative);
        Some(number.map_or(Json::OtherNumber, Json::Number))
    }
}

impl<'a> Reader<'a> {
    /// At least one digit.
    fn digits(&mut self) -> Option<&'a str> {
        let end = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        self.split(end).filter(|digits| !digits.is_empty())
    }

    /// Takes so many bytes, which must be whole characters.
    #[inline(never)]
    fn split(&mut self, at: usize) -> Option<&'a str> {
        let (before, after) = self.rest.split_at_checked(at)?;
        self.rest = after;
        Some(before)
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes a word, if it is the next.
    #[inline(never)]
    fn takes(&mut self, word: &str) -> bool {
        let after = self.rest.strip_prefix(word);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn must_take(&mut self, word: &str) -> Option<()> {
        self.takes(word).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What another reader makes of it.
    fn expected(value: serde_json::Value) -> Json {
        use serde_json::Value;
        match value {
            Value::Null => Json::Null,
            Value::Bool(is) => Json::Bool(is),
            Value::Number(number) => number.as_u64().map_or(Json::OtherNumber, Json::Number),
            Value::String(text) => Json::Text(text),
            Value::Array(list) => Json::List(list.into_iter().map(expected).collect()),
            Value::Object(fields) => {
                Json::Object(fields.into_iter().map(|(name, value)| (name, expected(value))).collect())
            }
        }
    }

    /// Objects in the order of their names, which the other reader does not keep. Of a name that is there twice it keeps
    /// the last value.
    fn in_order(json: Json) -> Json {
        match json {
            Json::List(list) => Json::List(list.into_iter().map(in_order).collect()),
            Json::Object(fields) => {
                let mut fields: Vec<_> =
                    fields.into_iter().map(|(name, value)| (name, in_order(value))).collect();
                fields.reverse();
                fields.sort_by(|(a, _), (b, _)| a.cmp(b));
                fields.dedup_by(|(a, _), (b, _)| a == b);
                Json::Object(fields)
            }
            other => other,
        }
    }

    #[track_caller]
    fn check(text: &str) {
        let other = match serde_json::from_str(text) {
            Ok(value) => Some(expected(value)),
            // It is JSON all the same; the other reader wants a value for it.
            Err(error) if error.to_string().starts_with("number out of range") => return,
            Err(_) => None,
        };
        assert_eq!(read(text).map(in_order), other, "{text:?}");
    }

    #[test]
    fn reads_what_is_json_and_nothing_else() {
        for text in [
            " { \"a\" : [ 1 , -2 , 3.5 , 1e3 , 1E-3 , 0 ] , \"b\" : { } , \"c\" : [ ] }\r\n\t",
            "true",
            "false",
            "null",
            "18446744073709551615",
            "18446744073709551616",
            "-0",
            r#""\"\\\/\b\f\n\r\tA\u00e9\ud83d\ude00é😀""#,
            r#"{"a":1,"b":2,"a":3}"#,
        ] {
            assert!(read(text).is_some(), "{text}");
            check(text);
        }
        for text in [
            "",
            " ",
            "nul",
            "nulll",
            "True",
            "01",
            "-",
            "+1",
            ".5",
            "1.",
            "1e",
            "1e+",
            "--1",
            "0x1",
            "1 2",
            "NaN",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1 2]",
            "]",
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,}",
            "{a:1}",
            "{1:1}",
            "{\"a\" 1}",
            "{,}",
            "'a'",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12g4\"",
            "\"\\u+123\"",
            "\"\n\"",
            "\"\u{1f}\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\ud800x\"",
            "\"\\udc00\"",
            "\"\\ué\"",
            "\u{feff}1",
            "// x\n1",
            "1\u{a0}",
            "\"a\\é\"",
        ] {
            assert_eq!(read(text), None, "{text}");
            check(text);
        }
    }

    #[test]
    fn reads_no_deeper_than_it_may() {
        let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(read(&deep(usize::from(DEPTH))).is_some());
        assert_eq!(read(&deep(usize::from(DEPTH) + 1)), None);
        assert_eq!(read(&"{\"a\":".repeat(1_000_000)), None);
    }

    #[test]
    fn keeps_what_stands_twice() {
        let fields = |json| if let Some(Json::Object(fields)) = json { fields.len() } else { 0 };
        assert_eq!(fields(read(r#"{"a":1,"a":1}"#)), 2);
    }

    fn trees() -> impl Strategy<Value = serde_json::Value> {
        let texts = proptest::collection::vec(any::<char>(), 0..8).prop_map(|all| all.into_iter().collect());
        let leaves = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<u64>().prop_map(Into::into),
            any::<i32>().prop_map(Into::into),
            any::<f32>().prop_map(Into::into),
            texts.clone().prop_map(serde_json::Value::String),
        ];
        leaves.prop_recursive(4, 40, 6, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::Array),
                proptest::collection::vec((texts.clone(), inner), 0..6)
                    .prop_map(|all| serde_json::Value::Object(all.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_others_write(tree in trees()) {
            check(&tree.to_string());
            check(&serde_json::to_string_pretty(&tree).unwrap());
        }

        #[test]
        fn agrees_on_what_is_damaged(tree in trees(), at in any::<prop::sample::Index>(), by in "[\\[\\]{}\",:0-9\\\\u.e+-]?") {
            let characters: Vec<char> = tree.to_string().chars().collect();
            let at = at.index(characters.len());
            let (before, after) = characters.split_at(at);
            check(&before.iter().copied().chain(by.chars()).chain(after.iter().skip(1).copied()).collect::<String>());
        }

        #[test]
        fn agrees_on_any_text(text in "[\\[\\]{}\",:0-9\\\\utrfalsen.e+ -]{0,12}") {
            check(&text);
        }
    }
}
