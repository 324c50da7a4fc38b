//! The editorial rules, held over the real pack. What a rule finds is mended in `content/`; what
//! has to stay stands in `exemptions.toml` with its reason, and only for as long as it is needed.

#![cfg(test)]

mod argument;
mod dates;
mod exemptions;
mod figures;
mod headings;
mod last_words;
mod links;
mod numbers;
mod own_words;
mod pack;
mod readability;
mod sentences;
mod syllables;
mod terms;
mod text;
