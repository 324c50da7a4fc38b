//! Lists of names, each written and read in one place.

/// Declares a closed list of names, each with the word that it is written as.
macro_rules! names {
    ($(#[$about:meta])* $name:ident { $($(#[$own:meta])* $one:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$own])* $one),+ }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$one),+];

            /// The word for it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$one => $word),+ }
            }

            /// What a word means; nothing if it is no word for any.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|own| own.name() == word)
            }
        }

        /// As the value of an attribute.
        impl maud::Render for $name {
            fn render_to(&self, out: &mut String) {
                out.push_str(self.name());
            }
        }
    };
}
pub(super) use names;
