//! Enums whose variants have a name in content, files and addresses.

/// Names the variants of an enum as they stand in content, files and addresses.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "authoring", derive(serde::Serialize, serde::Deserialize))]
        pub enum $name { $($(#[$variant_meta])* #[cfg_attr(feature = "authoring", serde(rename = $text))] $variant,)+ }

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
            fn from_tree(tree: &$crate::json::Json, trouble: &mut $crate::tree::Trouble) -> $name {
                let [first, ..] = [$($name::$variant),+];
                tree.as_str().and_then($name::from_name).unwrap_or_else(|| {
                    trouble.note();
                    first
                })
            }
        }

        impl $crate::tree::ToJson for $name {
            fn write(&self, to: &mut $crate::json::Writer) {
                to.text(self.as_str());
            }
        }
    };
}

pub(crate) use named;
