//! The argument in the Argument Interchange Format: statements are information nodes, steps are nodes
//! of inference, attacks and undercuts nodes of conflict (Chesñevar and others, "Towards an argument
//! interchange format", The Knowledge Engineering Review 21, 2006). Each statement also carries what
//! the format has no place for: its part, its owner, and where it stands in the guide. A step that says its scheme
//! carries its name, and a conflict the question of it that it asks.

use concord_model::{ArgumentMap, Guide};

use crate::json::text;

pub(crate) fn interchange(guide: &Guide, map: &ArgumentMap) -> String {
    let mut graph = Graph::default();
    for own in &map.statements {
        graph.nodes.push(format!(
            "{{\"nodeID\":{},\"text\":{},\"type\":\"I\",\"part\":{},\"owner\":{},\"href\":{}}}",
            text(own.id.as_str()),
            text(&own.title.text()),
            text(own.kind.name()),
            text(&own.owner),
            text(&own.href),
        ));
    }
    let name =
        |number: &u32| map.statements.get(*number as usize).map_or("", |own| own.id.as_str());
    let step = |number: u32| format!("step.{}", number + 1);
    for (number, inference) in (0..).zip(&map.inferences) {
        match guide.critique.at(map, number) {
            Some(questioned) => graph.nodes.push(format!(
                "{{\"nodeID\":{},\"text\":{},\"type\":\"RA\",\"scheme\":{}}}",
                text(&step(number)),
                text(guide.schemes.name(questioned.scheme)),
                text(questioned.scheme.name()),
            )),
            None => graph.node(&step(number), "RA"),
        }
        for premise in &inference.premises {
            graph.edge(name(premise), &step(number));
        }
        graph.edge(&step(number), name(&inference.conclusion));
    }
    let attacks = map.attacks.iter().map(|(from, to)| (name(from), name(to).to_owned()));
    let undercuts = map.undercuts.iter().map(|(from, to)| (name(from), step(*to)));
    for (number, (from, to)) in (1..).zip(attacks.chain(undercuts)) {
        let conflict = format!("conflict.{number}");
        match guide.critique.asked_by(from) {
            Some((scheme, question)) => {
                let asked = guide.schemes.questions(scheme);
                let asked = asked.get(usize::from(question) - 1).copied().unwrap_or_default();
                graph.nodes.push(format!(
                    "{{\"nodeID\":{},\"text\":{},\"type\":\"CA\"}}",
                    text(&conflict),
                    text(asked)
                ));
            }
            None => graph.node(&conflict, "CA"),
        }
        graph.edge(from, &conflict);
        graph.edge(&conflict, &to);
    }
    format!(
        "{{\"title\":{},\"language\":{},\n\"nodes\":[\n{}\n],\n\"edges\":[\n{}\n],\n\"locutions\":[]}}\n",
        text(&guide.title),
        text(&guide.language),
        graph.nodes.join(",\n"),
        graph.edges.join(",\n"),
    )
}

#[derive(Default)]
struct Graph {
    nodes: Vec<String>,
    edges: Vec<String>,
}

impl Graph {
    /// A node without text of its own. Its name has a dot, which no id of content has.
    fn node(&mut self, name: &str, kind: &str) {
        self.nodes.push(format!("{{\"nodeID\":{},\"text\":\"\",\"type\":\"{kind}\"}}", text(name)));
    }

    fn edge(&mut self, from: &str, to: &str) {
        let name = self.edges.len() + 1;
        self.edges.push(format!(
            "{{\"edgeID\":\"{name}\",\"fromID\":{},\"toID\":{}}}",
            text(from),
            text(to)
        ));
    }
}
