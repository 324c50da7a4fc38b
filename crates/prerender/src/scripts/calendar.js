// The days on which questions come back, as a file for calendars (iCalendar, RFC 5545), made of the reader's record. It is
// loaded when somebody asks for it.

const DAY = 86_400_000;
const MOST_BYTES = 75;

const digits = (date) => date.toISOString().replace(/[-:]|\.\d+/g, "");
const dated = (day) => digits(new Date(day * DAY)).slice(0, 8);
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

// A line of at most 75 bytes; what is longer goes on in lines that begin with a space.
const folded = (line) => {
  let [all, bytes] = ["", 0];
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (bytes + size > MOST_BYTES) {
      all += "\r\n ";
      bytes = 1;
    }
    all += sign;
    bytes += size;
  }
  return all;
};

// How many questions come back on each day, from today on. One that was changed since it was answered does not.
const days = (record, questions, today) => {
  const counts = new Map();
  const [first, ...facts] = record.split(/\r?\n/);
  for (const fact of first === "concord 1" ? facts : []) {
    const [word, id, version, ...rest] = fact.split(" ");
    if (word !== "answer" || !questions.includes(`${id} ${version}`)) continue;
    const day = Math.max(+rest[6], today);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => one - other);
};

const file = (record, name, questions, now) => {
  const today = Math.floor((now - now.getTimezoneOffset() * 60_000) / DAY);
  const [address] = location.href.split(/[?#]/);
  const events = days(record, questions, today).flatMap(([day, count]) => [
    "BEGIN:VEVENT",
    `UID:GUIDE_ID-${day}@concord`,
    `DTSTAMP:${digits(now)}`,
    `DTSTART;VALUE=DATE:${dated(day)}`,
    `DTEND;VALUE=DATE:${dated(day + 1)}`,
    `SUMMARY:${escaped(`${name} (${count})`)}`,
    ...(address.startsWith("http") ? [`URL:${address}`] : []),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Concord//Reviews//EN", ...events, "END:VCALENDAR", ""];
  return events.length > 0 ? lines.map(folded).join("\r\n") : "";
};

// Saves it for the button that was pressed, which has the name of its events and the questions that there are; or shows that
// there is none.
export const save = (button) => {
  let record = null;
  try {
    record = localStorage.getItem("concord:GUIDE_ID:" + new URL("GUIDE_ROOT", document.baseURI).pathname);
  } catch {}
  const [name, ...questions] = button.dataset.calendar.split("\n");
  const text = file(record ?? "", name, questions, new Date());
  button.parentElement.nextElementSibling.hidden = text !== "";
  if (!text) return;
  const href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  Object.assign(document.createElement("a"), { href, download: "GUIDE_ID.ics" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};
