// The criteria of WCAG 2.2, levels A and AA, each with what says that it is met. A journey is named by its file and the
// beginning of its title; what no journey can tell is said in words.

/** Said of criteria about what the guide does not have. */
const NONE = { result: "Not applicable" };
const NO_MEDIA = { ...NONE, remarks: "The guide has no sound and no moving pictures of others." };

const AXE = [
  ["accessibility", "axe finds nothing, on every page"],
  ["accessibility", "axe finds nothing on one page of each kind"],
];
const TABS = ["keyboard", "Tab reaches each control"];
const KINDS_BY_KEYS = ["questions", /: wrong, again, right, by keyboard alone$/];

/** `[number, name, level, { tests, remarks, result }]`; without `result` it is supported if all its tests pass. */
export const CRITERIA = [
  ["1.1.1", "Non-text content", "A", { tests: [...AXE, ["community-text", "without scripts, all states"], ["argument-play", "without scripts all parts"]], remarks: "Drawings have a name, and everything drawn can be read as text or table beside it." }],
  ["1.2.1", "Audio-only and video-only (prerecorded)", "A", NO_MEDIA],
  ["1.2.2", "Captions (prerecorded)", "A", NO_MEDIA],
  ["1.2.3", "Audio description or media alternative (prerecorded)", "A", NO_MEDIA],
  ["1.2.4", "Captions (live)", "AA", NO_MEDIA],
  ["1.2.5", "Audio description (prerecorded)", "AA", NO_MEDIA],
  ["1.3.1", "Info and relationships", "A", { tests: [...AXE, ["every-page", "there is one h1"], ["accessibility", "headings leave no level out"]], remarks: "html-validate finds nothing on any page either (tests/journeys/html.test.mjs)." }],
  ["1.3.2", "Meaningful sequence", "A", { tests: [TABS, ["transcripts", "a lesson is heard"]] }],
  ["1.3.3", "Sensory characteristics", "A", { tests: [["transcripts", "a question is heard"]], remarks: "Instructions name things; no machine can tell." }],
  ["1.3.4", "Orientation", "AA", { tests: [["first-minute", /^nothing stays in the way .*on its side/]], remarks: "Nothing asks for one orientation." }],
  ["1.3.5", "Identify input purpose", "AA", { ...NONE, remarks: "No field asks for anything of the list of purposes." }],
  ["1.4.1", "Use of color", "A", { tests: [["forced-colours", "an answer that is chosen"], ["forced-colours", "a class of the map"]], remarks: "Owners have marks, verdicts signs and words, classes of the map names in its key and in the table." }],
  ["1.4.2", "Audio control", "A", NO_MEDIA],
  ["1.4.3", "Contrast (minimum)", "AA", { tests: AXE }],
  ["1.4.4", "Resize text", "AA", { tests: [["comforts", "the text grows with the reader's own size"], ["accessibility", "controls are large enough"]] }],
  ["1.4.5", "Images of text", "AA", { remarks: "Text in drawings is text, and the guide has no other pictures." }],
  ["1.4.10", "Reflow", "AA", { tests: [["accessibility", "controls are large enough"]], remarks: "320 CSS pixels wide; tables and drawings, which need two dimensions, scroll by themselves." }],
  ["1.4.11", "Non-text contrast", "AA", { tests: [["accessibility", "headings leave no level out"], ["forced-colours", "an answer that is chosen"]] }],
  ["1.4.12", "Text spacing", "AA", { tests: [["accessibility", "with more space between letters"]] }],
  ["1.4.13", "Content on hover or focus", "AA", { tests: [["comforts", "a term's definition opens"], ["comforts", "by keyboard, and Escape"]], remarks: "Definitions open when they are pressed, not when the pointer passes; Escape closes them." }],
  ["2.1.1", "Keyboard", "A", { tests: [KINDS_BY_KEYS, TABS, ["pointing", "all 195 states"], ["argument-verdicts", "by keyboard in the outline"], ["argument-verdicts", "by keyboard in a drawing"], ["models", /: by keys alone/]] }],
  ["2.1.2", "No keyboard trap", "A", { tests: [TABS, ["keyboard", "the first Tab offers"]] }],
  ["2.1.4", "Character key shortcuts", "A", { tests: [["comforts", "keys lead through the guide"], ["comforts", "keys are letters again"]] }],
  ["2.2.1", "Timing adjustable", "A", { ...NONE, remarks: "Nothing has a time limit." }],
  ["2.2.2", "Pause, stop, hide", "A", { tests: [["community-map", "the years play"], ["models", /with less motion/], ["argument-play", "nothing moves for whom"]], remarks: "What moves was started by the reader, and stops where it was started." }],
  ["2.3.1", "Three flashes or below threshold", "A", { remarks: "Nothing flashes. The fastest pace of a model repaints a lattice; its cells are below the threshold of size." }],
  ["2.4.1", "Bypass blocks", "A", { tests: [["keyboard", "the first Tab offers"], ["keyboard", "skipping works"]] }],
  ["2.4.2", "Page titled", "A", { tests: [["every-page", "each page has a language"]] }],
  ["2.4.3", "Focus order", "A", { tests: [TABS, ["focus", "whatever button is pressed by keys"], ["focus", "an answer is shown in the place"]] }],
  ["2.4.4", "Link purpose (in context)", "A", { tests: AXE }],
  ["2.4.5", "Multiple ways", "AA", { tests: [["search", "a misspelt term is found"], ["reading", "next leads through"], ["comforts", "the whole guide is on one page"]] }],
  ["2.4.6", "Headings and labels", "AA", { tests: [["every-page", "there is one h1"]], remarks: "Whether a heading says what follows, no machine can tell." }],
  ["2.4.7", "Focus visible", "AA", { tests: [TABS] }],
  ["2.4.11", "Focus not obscured (minimum)", "AA", { tests: [["focus", "nothing covers what has the focus"], ["first-minute", "nothing stays in the way"]] }],
  ["2.5.1", "Pointer gestures", "A", { tests: [["argument-drawing", "by buttons and keys"]], remarks: "Two fingers enlarge a drawing; so do buttons." }],
  ["2.5.2", "Pointer cancellation", "A", { remarks: "Controls are buttons, links and fields, which act when the pointer goes up; a drag that is let go elsewhere changes nothing." }],
  ["2.5.3", "Label in name", "A", { tests: AXE }],
  ["2.5.4", "Motion actuation", "A", { ...NONE, remarks: "Nothing is done by moving the device." }],
  ["2.5.7", "Dragging movements", "AA", { tests: [["questions-touch", /by single taps$/]], remarks: "Whatever can be dragged can be tapped into place." }],
  ["2.5.8", "Target size (minimum)", "AA", { tests: [...AXE, ["accessibility", "controls are large enough"], ["first-minute", "menu, contents and the way on"]] }],
  ["3.1.1", "Language of page", "A", { tests: [["every-page", "each page has a language"]] }],
  ["3.1.2", "Language of parts", "AA", { tests: AXE, remarks: "Names of states in other languages are marked as such." }],
  ["3.2.1", "On focus", "A", { tests: [TABS] }],
  ["3.2.2", "On input", "A", { tests: [["early", "Enter on a choice sends nothing"]], remarks: "A choice changes what is shown beside it, and never the page." }],
  ["3.2.3", "Consistent navigation", "AA", { tests: [["reading", "next leads through"]], remarks: "All pages have one and the same head and foot." }],
  ["3.2.4", "Consistent identification", "AA", { remarks: "Each word of the interface stands once in words.toml." }],
  ["3.2.6", "Consistent help", "A", { remarks: "The list of keys and the page about the guide are in the foot of every page." }],
  ["3.3.1", "Error identification", "A", { tests: [["keyboard", "checking without an answer"], ["hostile-files", "a file that holds no memory"]] }],
  ["3.3.2", "Labels or instructions", "A", { tests: AXE }],
  ["3.3.3", "Error suggestion", "AA", { tests: [["questions", "hints come in steps"], ["quiz", "what a link cannot mean"]] }],
  ["3.3.4", "Error prevention (legal, financial, data)", "AA", { ...NONE, remarks: "Nothing binds anybody. What is forgotten on request is asked about first." }],
  ["3.3.7", "Redundant entry", "A", { tests: [["questions", "what was right stays"]] }],
  ["3.3.8", "Accessible authentication (minimum)", "AA", { ...NONE, remarks: "There are no accounts." }],
  ["4.1.2", "Name, role, value", "A", { tests: [...AXE, ["transcripts", "a question is heard"], ["transcripts", "a claim is heard"]] }],
  ["4.1.3", "Status messages", "AA", { tests: [["transcripts", "a question is heard"], ["argument-verdicts", "a premise is rejected"]] }],
];

/** The chapters of EN 301 549 (V3.2.1) besides 9, which is WCAG 2.1 at levels A and AA. */
export const CHAPTERS = [
  ["4", "Functional performance statements", "Supports, as far as the criteria below tell: without vision 1.1.1, 1.3.1, 4.1.2; limited vision 1.4.4, 1.4.10, 1.4.3; no colour 1.4.1; without hearing and with limited hearing 1.2; no speech (nothing is spoken); limited manipulation or reach 2.1.1, 2.5.1, 2.5.7, 2.5.8; photosensitive seizures 2.3.1; limited cognition 3.3; privacy (no account, no tracker)."],
  ["5", "Generic requirements", "Not applicable, but for 5.3 and 5.4: there is no biometry and no conversion of files, and saved drawings keep their text and names."],
  ["6, 7", "Two-way voice, video", "Not applicable: the guide has neither."],
  ["8", "Hardware", "Not applicable."],
  ["9.6", "Conformance requirements of WCAG", "Supports: whole pages and whole ways, in two engines; nothing that is not supported is in the way of the rest."],
  ["10", "Documents that are not pages", "Partially supports: drawings are saved as SVG with names; tables as CSV; pages print with all that they ask. No PDF is made."],
  ["11", "Software", "Not applicable: the guide is pages in a browser, which chapter 9 is about. 11.7: the reader's colours, size of text, contrast and motion are followed."],
  ["12", "Documentation and support", "12.1 supports: this report, and the list of keys in the guide. 12.2 not applicable: there is no support service."],
  ["13", "Relay and emergency services", "Not applicable."],
];
