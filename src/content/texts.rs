//! The texts of the interface: each is a method, so that a text that does not exist does not compile.
//!
//! The words stand in `content/interface.toml` under the method's name, in every language. The content check
//! refuses a key without a method, a method without a key, and other placeholders than the method's parameters.

use serde::{Deserialize, Serialize};

use super::Text;

/// All interface texts of one language, in the order of [`Texts::KEYS`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(Vec<Text>);

impl Texts {
    /// Texts in the order of [`Texts::KEYS`].
    pub fn new(texts: Vec<Text>) -> Texts {
        Texts(texts)
    }

    fn at(&self, key: Key) -> Text {
        self.0.get(key as usize).cloned().unwrap_or_default()
    }

    fn filled(&self, key: Key, values: &[(&str, &str)]) -> String {
        let text = self.at(key);
        let mut filled = String::with_capacity(text.len() + 16);
        let mut rest = &*text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let value = values.iter().find(|(parameter, _)| *parameter == name);
            filled.push_str(value.map_or("", |(_, value)| value));
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }
}

macro_rules! texts {
    ($($key:ident $(($($parameter:ident),+))? ;)+) => {
        #[allow(non_camel_case_types, reason = "a key is spelled as it stands in interface.toml")]
        #[derive(Clone, Copy)]
        enum Key { $($key,)+ }

        impl Texts {
            /// Every key of `content/interface.toml` with its placeholders.
            pub const KEYS: &'static [(&'static str, &'static [&'static str])] =
                &[$((stringify!($key), &[$($(stringify!($parameter)),+)?]),)+];

            $(texts!(@method $key $(($($parameter),+))?);)+
        }
    };
    (@method $key:ident) => {
        #[allow(missing_docs, reason = "the text itself stands in interface.toml")]
        pub fn $key(&self) -> Text { self.at(Key::$key) }
    };
    (@method $key:ident ($($parameter:ident),+)) => {
        #[allow(missing_docs, reason = "the text itself stands in interface.toml")]
        pub fn $key(&self, $($parameter: &str),+) -> String {
            self.filled(Key::$key, &[$((stringify!($parameter), $parameter)),+])
        }
    };
}

texts! {
    app_name;
    app_tagline;
    step_of(step, total);
    loader_waiting;
    loader_reload;
    loader_no_script;
    loader_failed_network;
    loader_failed_missing;
    loader_failed_blocked;
    loader_failed_file;
    loader_failed_crash;
}
