//! The rules of the life of data: who can do what to a message, at which step, in whose state.
//!
//! Steps, places, switches, effects and parties are closed lists, as a model has to know what each does. Which of them
//! belong together, and the law or the power behind it, stands in the pack's table.

use serde::{Deserialize, Serialize};

use crate::{Checked, Id};

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$each:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $type { $($(#[$each])* $variant),+ }

        impl $type {
            /// All of them, in order.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant),+];

            /// Its name in tables and links.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The one of that name.
            #[must_use]
            pub fn read(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// A step in the life of a message, in order.
    LifeStep {
        /// It comes into being.
        Made = "made",
        /// An app takes it in.
        Collected = "collected",
        /// A server keeps it.
        Stored = "stored",
        /// Cables carry it.
        Moved = "moved",
        /// Somebody is shown it.
        Used = "used",
    }
}

named! {
    /// In whose state something happens.
    LifePlace {
        /// Where the sender is.
        Sender = "sender",
        /// Where the platform has its seat.
        Platform = "platform",
        /// Where the server stands.
        Server = "server",
        /// Where the cable runs.
        Route = "route",
        /// Where the receiver is.
        Receiver = "receiver",
    }
}

named! {
    /// What readers can switch on.
    LifeSwitch {
        /// Only the two ends can read the content.
        Encrypted = "encrypted",
        /// The sender's state forbids to add the place to a photo.
        Minimal = "minimal",
        /// The sender's state demands a copy at home.
        Local = "local",
        /// The state of the server can order the platform to hand over what it holds.
        Order = "order",
        /// States help each other on request.
        Help = "help",
        /// The state on the way reads the cable.
        Tap = "tap",
        /// The receiver's state blocks the platform.
        Block = "block",
        /// The platform ranks and removes by rules of its own.
        Ranked = "ranked",
        /// A court asks of each measure whether it is needed.
        Court = "court",
    }
}

named! {
    /// What a rule does.
    LifeEffect {
        /// The party can read the content.
        Reads = "reads",
        /// The party sees who writes to whom, and when.
        Traces = "traces",
        /// A copy lies in the state.
        Keeps = "keeps",
        /// The message goes no further.
        Stops = "stops",
        /// A part of the data never comes to be.
        Spares = "spares",
        /// The party is bound by a limit.
        Limits = "limits",
    }
}

named! {
    /// Whom a rule is about.
    LifeParty {
        /// Who sends.
        Sender = "sender",
        /// Who receives.
        Receiver = "receiver",
        /// The firm in between.
        Platform = "platform",
        /// The authorities of the state in which it happens.
        Police = "police",
    }
}

/// What happens at a step, under which conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeRule {
    /// When.
    pub step: LifeStep,
    /// In whose state.
    pub place: LifePlace,
    /// What has to be on (`true`) or off.
    pub needs: Vec<(LifeSwitch, bool)>,
    /// What it does.
    pub effect: LifeEffect,
    /// Whom it is about.
    pub party: LifeParty,
    /// What happens, in a sentence for readers.
    pub text: String,
    /// What it rests on; nothing if it is a step of the guide's own.
    pub sources: Vec<Id>,
    /// Whether that was compared with the source.
    pub checked: Checked,
}
