// Answers in the words of the data models that SCORM and xAPI share: single letters stand for answers, things and places.

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
const letter = (at) => LETTERS[+at] ?? String(at);

const TYPES = { choice: "choice", multiple: "choice", build: "choice", match: "matching", sort: "matching", rebuild: "matching", order: "sequencing", blank: "fill-in", point: "fill-in" };

/** The type of interaction of a question. */
export const typeOf = ({ kind }) => TYPES[kind];

/** A response, or what is right, with these signs between its parts and between the two of a pair. */
export const spelled = ({ kind }, response, between, ofPair) => {
  if (TYPES[kind] === "fill-in") return (response[0] ?? "").trim();
  const pair = (text) => text.split(" ").map(letter).join(ofPair);
  return response.map(TYPES[kind] === "matching" ? pair : letter).join(between);
};

/** What is right: one pattern, or each word that is. */
export const patterns = (item, between, ofPair) => {
  if (typeOf(item) === "fill-in") return item.key;
  return [spelled(item, item.key, between, ofPair)];
};

/** The letters of the parts of a question, with what they stand for. */
export const named = (texts) => texts.map((text, at) => [letter(at), text]);
