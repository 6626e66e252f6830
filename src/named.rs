//! Enums whose variants have a name in content, files and addresses.

/// Names the variants of an enum as they stand in content, files and addresses.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $text)] $variant,)+ }

        impl $name {
            /// Every variant, in the order in which they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The name in content, files and addresses.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// The variant of that name.
            pub fn from_name(name: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|variant| variant.as_str() == name)
            }
        }

        impl $crate::tree::FromTree for $name {
            #[inline(never)]
            fn from_tree(tree: &serde_json::Value, trouble: &mut $crate::tree::Trouble) -> $name {
                let [first, ..] = [$($name::$variant),+];
                tree.as_str().and_then($name::from_name).unwrap_or_else(|| {
                    trouble.note();
                    first
                })
            }
        }
    };
}

pub(crate) use named;
