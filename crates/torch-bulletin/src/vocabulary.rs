//! Closed lists of names that cross every border: each variant has one kebab-case name, in every language.

/// Defines an enum whose variants have stable names: `ALL`, `as_str`, `Display`, `FromStr` and serde.
macro_rules! vocabulary {
    (
        $(#[$outer:meta])*
        pub enum $name:ident { $( $(#[$inner:meta])* $variant:ident = $text:literal, )+ }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$inner])* $variant, )+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$( $name::$variant, )+];

            /// The stable name, the same in JSON, Python and JavaScript.
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $text, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $text => Ok($name::$variant), )+
                    _ => Err($crate::vocabulary::UnknownName::new(text, &[$( $text ),+])),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use vocabulary;

/// A name that is in none of the closed lists.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown name {found:?}; expected one of {expected}")]
pub struct UnknownName {
    found: String,
    expected: String,
}

impl UnknownName {
    pub(crate) fn new(found: &str, expected: &[&str]) -> Self {
        Self { found: found.to_owned(), expected: expected.join(", ") }
    }
}
