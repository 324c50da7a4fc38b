//! The words of schemes: what each is called, and what a critic asks of it.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::{Forms, Scheme};

words! {
    SchemeWords
    /// What opens the questions: "{scheme}: what a critic asks".
    scheme_asks: String (scheme),
    /// Before the objections that ask a question.
    scheme_asked_by: String,
    /// Said of a question that nothing asks yet, which is the reader's chance.
    scheme_asked_by_none: String,
    /// Name of a scheme: from consequences.
    scheme_consequences: String,
    /// What a critic asks of it.
    scheme_consequences_1: String,
    /// What a critic asks of it.
    scheme_consequences_2: String,
    /// What a critic asks of it.
    scheme_consequences_3: String,
    /// Name of a scheme: from a goal to a means.
    scheme_means: String,
    /// What a critic asks of it.
    scheme_means_1: String,
    /// What a critic asks of it.
    scheme_means_2: String,
    /// What a critic asks of it.
    scheme_means_3: String,
    /// Name of a scheme: from cause to effect.
    scheme_cause: String,
    /// What a critic asks of it.
    scheme_cause_1: String,
    /// What a critic asks of it.
    scheme_cause_2: String,
    /// What a critic asks of it.
    scheme_cause_3: String,
    /// Name of a scheme: from a sign.
    scheme_sign: String,
    /// What a critic asks of it.
    scheme_sign_1: String,
    /// What a critic asks of it.
    scheme_sign_2: String,
    /// What a critic asks of it.
    scheme_sign_3: String,
    /// Name of a scheme: from an example.
    scheme_example: String,
    /// What a critic asks of it.
    scheme_example_1: String,
    /// What a critic asks of it.
    scheme_example_2: String,
    /// What a critic asks of it.
    scheme_example_3: String,
    /// Name of a scheme: from analogy.
    scheme_analogy: String,
    /// What a critic asks of it.
    scheme_analogy_1: String,
    /// What a critic asks of it.
    scheme_analogy_2: String,
    /// What a critic asks of it.
    scheme_analogy_3: String,
    /// Name of a scheme: from what a thing is called.
    scheme_classification: String,
    /// What a critic asks of it.
    scheme_classification_1: String,
    /// What a critic asks of it.
    scheme_classification_2: String,
    /// Name of a scheme: from a rule to a case.
    scheme_rule: String,
    /// What a critic asks of it.
    scheme_rule_1: String,
    /// What a critic asks of it.
    scheme_rule_2: String,
    /// What a critic asks of it.
    scheme_rule_3: String,
    /// Name of a scheme: from values.
    scheme_values: String,
    /// What a critic asks of it.
    scheme_values_1: String,
    /// What a critic asks of it.
    scheme_values_2: String,
    /// What a critic asks of it.
    scheme_values_3: String,
    /// Name of a scheme: from who knows.
    scheme_expert: String,
    /// What a critic asks of it.
    scheme_expert_1: String,
    /// What a critic asks of it.
    scheme_expert_2: String,
    /// What a critic asks of it.
    scheme_expert_3: String,
    /// Name of a scheme: from what many hold or do.
    scheme_practice: String,
    /// What a critic asks of it.
    scheme_practice_1: String,
    /// What a critic asks of it.
    scheme_practice_2: String,
    /// Name of a scheme: from two things held at once.
    scheme_inconsistency: String,
    /// What a critic asks of it.
    scheme_inconsistency_1: String,
    /// What a critic asks of it.
    scheme_inconsistency_2: String,
}

impl SchemeWords {
    /// What a scheme is called.
    #[must_use]
    pub fn name(&self, scheme: Scheme) -> &str {
        match scheme {
            Scheme::Consequences => self.scheme_consequences(),
            Scheme::Means => self.scheme_means(),
            Scheme::Cause => self.scheme_cause(),
            Scheme::Sign => self.scheme_sign(),
            Scheme::Example => self.scheme_example(),
            Scheme::Analogy => self.scheme_analogy(),
            Scheme::Classification => self.scheme_classification(),
            Scheme::Rule => self.scheme_rule(),
            Scheme::Values => self.scheme_values(),
            Scheme::Expert => self.scheme_expert(),
            Scheme::Practice => self.scheme_practice(),
            Scheme::Inconsistency => self.scheme_inconsistency(),
        }
    }

    /// What a critic asks of it, in order.
    #[must_use]
    pub fn questions(&self, scheme: Scheme) -> Vec<&str> {
        match scheme {
            Scheme::Consequences => vec![
                self.scheme_consequences_1(),
                self.scheme_consequences_2(),
                self.scheme_consequences_3(),
            ],
            Scheme::Means => {
                vec![self.scheme_means_1(), self.scheme_means_2(), self.scheme_means_3()]
            }
            Scheme::Cause => {
                vec![self.scheme_cause_1(), self.scheme_cause_2(), self.scheme_cause_3()]
            }
            Scheme::Sign => vec![self.scheme_sign_1(), self.scheme_sign_2(), self.scheme_sign_3()],
            Scheme::Example => {
                vec![self.scheme_example_1(), self.scheme_example_2(), self.scheme_example_3()]
            }
            Scheme::Analogy => {
                vec![self.scheme_analogy_1(), self.scheme_analogy_2(), self.scheme_analogy_3()]
            }
            Scheme::Classification => {
                vec![self.scheme_classification_1(), self.scheme_classification_2()]
            }
            Scheme::Rule => vec![self.scheme_rule_1(), self.scheme_rule_2(), self.scheme_rule_3()],
            Scheme::Values => {
                vec![self.scheme_values_1(), self.scheme_values_2(), self.scheme_values_3()]
            }
            Scheme::Expert => {
                vec![self.scheme_expert_1(), self.scheme_expert_2(), self.scheme_expert_3()]
            }
            Scheme::Practice => vec![self.scheme_practice_1(), self.scheme_practice_2()],
            Scheme::Inconsistency => {
                vec![self.scheme_inconsistency_1(), self.scheme_inconsistency_2()]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_has_as_many_questions_as_it_says() {
        let words = SchemeWords::default();
        for scheme in Scheme::ALL {
            assert_eq!(words.questions(scheme).len(), usize::from(scheme.questions()));
            assert_eq!(Scheme::read(scheme.name()), Some(scheme));
        }
    }
}
