//! Enums whose variants have a name.

use crate::json::Json;
use crate::tree::{FromTree, Trouble};

/// Names the variants of an enum as they stand in content, files and addresses.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $crate::named::variants! {
            $(#[$meta])*
            #[cfg_attr(feature = "authoring", derive(serde::Serialize))]
            $name { $($(#[$variant_meta])* $variant = $text,)+ }
        }

        impl $crate::tree::FromTree for $name {
            #[inline(never)]
            fn from_tree(tree: &$crate::json::Json, trouble: &mut $crate::tree::Trouble) -> $name {
                $name::at($crate::named::place_of_name(tree, $name::NAMES, trouble))
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

/// Names the variants of an enum for authors. Compiled content, the only other place in which they stand, has their
/// number.
macro_rules! numbered {
    ($(#[$meta:meta])* $name:ident { $($variants:tt)+ }) => {
        $crate::named::variants! { $(#[$meta])* $name { $($variants)+ } }

        impl $crate::tree::FromTree for $name {
            fn from_tree(tree: &$crate::json::Json, trouble: &mut $crate::tree::Trouble) -> $name {
                $name::at($crate::named::place(tree, $name::ALL.len(), trouble))
            }
        }

        #[cfg(feature = "authoring")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_u8(*self as u8)
            }
        }
    };
}
pub(crate) use numbered;

/// The enum itself, with its names.
macro_rules! variants {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "authoring", derive(serde::Deserialize))]
        pub enum $name { $($(#[$variant_meta])* #[cfg_attr(feature = "authoring", serde(rename = $text))] $variant,)+ }

        impl $name {
            /// Every variant, in the order in which they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            const NAMES: &'static [&'static str] = &[$($text,)+];

            /// The name in content, files and addresses.
            pub fn as_str(self) -> &'static str {
                $name::NAMES.get(self as usize).copied().unwrap_or_default()
            }

            /// The variant of that name.
            pub fn from_name(name: &str) -> Option<$name> {
                $crate::named::find(name, $name::NAMES).and_then(|place| $name::ALL.get(place).copied())
            }

            /// The variant in that place, or the first.
            fn at(place: usize) -> $name {
                let [first, ..] = [$($name::$variant),+];
                $name::ALL.get(place).copied().unwrap_or(first)
            }
        }
    };
}
pub(crate) use variants;

/// Where a name stands.
#[inline(never)]
pub fn find(name: &str, names: &[&str]) -> Option<usize> {
    names.iter().position(|other| *other == name)
}

/// Where a name that was read stands; the first place after noting that it stands nowhere.
#[inline(never)]
pub fn place_of_name(tree: &Json, names: &[&str], trouble: &mut Trouble) -> usize {
    tree.as_str().and_then(|name| find(name, names)).unwrap_or_else(|| {
        trouble.note();
        0
    })
}

/// A place out of so many that was read; the first after noting that it is not one.
#[inline(never)]
pub fn place(tree: &Json, count: usize, trouble: &mut Trouble) -> usize {
    let place = usize::from(u8::from_tree(tree, trouble));
    if place >= count {
        trouble.note();
    }
    place
}
