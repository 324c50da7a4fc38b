//! The argument: which statements stand, given what a reader accepts.
//!
//! # The graph
//!
//! *Statements* are supported and attacked. An *inference* leads from premises, which support it
//! jointly, to a conclusion; several inferences to one conclusion are independent ways to it. A
//! statement *attacks* a statement, or *undercuts* an inference. A statement that no inference
//! concludes is a *leaf*: a premise in the reader's sense. Leaves, and no others, take a verdict:
//! accept, reject or undecided. The verdicts together are a [`Stance`].
//!
//! # The meaning
//!
//! Every statement and every inference is in, out or undecided:
//!
//! - An inference is **in** (in force) if all its premises are in and all its undercutters are out;
//!   **out** (it fails) if a premise is out or an undercutter is in; else undecided.
//! - A statement is **in** if it has support (it is an accepted leaf, or an inference to it is in)
//!   and all its attackers are out; **out** if an attacker is in, or it has no support (it is a
//!   rejected leaf, or all inferences to it are out); else undecided.
//!
//! Of all labellings that satisfy these rules, the least is meant: the one that decides nothing
//! without a reason. So two statements that attack each other are both undecided, unless something
//! else decides one of them. Verdicts are inputs and attacks still count: an accepted leaf with an
//! attacker that is in is out.
//!
//! In the terms of the field, the rules are a normal logic program in which an undecided leaf is an
//! unknown input, and the labelling is its least fixpoint in Kleene's strong three-valued logic
//! (Fitting). Where support has no cycles, which the compiler sees to, that is the well-founded
//! model (Van Gelder, Ross and Schlipf). This in turn is the grounded semantics (Dung) of the
//! arguments that can be built from the graph as in ASPIC+ (Modgil and Prakken): trees of inferences
//! down to leaves, attacked on a leaf (*undermined*), on another conclusion (*rebutted*), or on an
//! inference (*undercut*). There are no preferences, and attacks go one way, as written. A statement
//! is in if an argument for it is in, and out if all are out or there is none. An undecided leaf is
//! an argument that attacks itself; a rejected one is no argument. That the well-founded model and
//! grounded semantics correspond was shown by Dung, by Wu, Caminada and Gabbay, and by Caminada, Sá,
//! Alcântara and Dvořák; `tests/argument_oracle.rs` checks it here, by building all arguments of
//! small graphs.
//!
//! If support has cycles nevertheless, the labelling is still the least fixpoint. A loop that
//! nothing outside supports stays undecided, where the well-founded model would have it out (no
//! linear way to find that is known). All that is decided agrees with the well-founded model.
//!
//! Two properties follow, and the searches below rest on them. The labelling is *monotone in
//! information*: deciding an undecided leaf never changes what was decided. And it is *modular*:
//! the label of a statement depends on what is upstream of it, and on nothing else.
//!
//! # References
//!
//! - P. M. Dung, "On the acceptability of arguments and its fundamental role in nonmonotonic
//!   reasoning, logic programming and n-person games", Artificial Intelligence 77, 1995.
//! - S. Modgil and H. Prakken, "The ASPIC+ framework for structured argumentation: a tutorial",
//!   Argument & Computation 5, 2014.
//! - A. Van Gelder, K. A. Ross and J. S. Schlipf, "The well-founded semantics for general logic
//!   programs", Journal of the ACM 38, 1991.
//! - M. Fitting, "A Kripke-Kleene semantics for logic programs", Journal of Logic Programming 2,
//!   1985.
//! - Y. Wu, M. Caminada and D. M. Gabbay, "Complete extensions in argumentation coincide with
//!   3-valued stable models in logic programming", Studia Logica 93, 2009.
//! - M. Caminada, S. Sá, J. Alcântara and W. Dvořák, "On the equivalence between logic programming
//!   semantics and argumentation semantics", International Journal of Approximate Reasoning 58,
//!   2015.
//! - W. F. Dowling and J. H. Gallier, "Linear-time algorithms for testing the satisfiability of
//!   propositional Horn formulae", Journal of Logic Programming 1, 1984: the worklist with counters.
//! - R. Reiter, "A theory of diagnosis from first principles", Artificial Intelligence 32, 1987: the
//!   search for smallest sets by branching on what stands in their way.

mod certificate;
mod crux;
mod factor;
mod graph;
mod label;
mod reason;
mod stance;
pub mod stance_code;
pub mod stance_text;
mod tension;

pub use crux::{Bound, Change, Cruxes, Limits, Search, cruxes, cruxes_toward, parting};
pub use factor::Choice;
pub use graph::{Builder, Graph};
pub use label::{Label, Labelling, label};
pub use reason::{Check, Reason, Way, because, circle, open_leaves};
pub use stance::{Stance, Verdict};
pub use tension::{Attacked, Tension, tensions};
