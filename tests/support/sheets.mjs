// Results as scripts read and write them, by their description in crates/engine/src/results: what a class hands in.

/** What stands before a result in any text. */
export const KEY = "result=";

/** The sheet that stands in a text, with its quiz; nothing else is checked. */
export function read(text) {
  const bytes = Buffer.from(text.split(KEY)[1].match(/^[\w-]+/)[0], "base64url");
  const length = bytes.readUInt16LE(6);
  let at = 8;
  const number = () => {
    for (let value = 0, place = 0; ; place += 7) {
      const byte = bytes[at++];
      value += (byte & 127) << place;
      if (byte < 128) return value;
    }
  };
  const string = () => {
    const size = number();
    at += size;
    return bytes.toString("utf8", at - size, at);
  };
  const list = () => Array.from({ length: number() }, number);
  const [name, day, stance, count] = [string(), number(), string(), number()];
  const answers = Array.from({ length: count }, () => {
    const mark = bytes.readUInt32LE(at);
    const state = bytes[(at += 4)];
    at += 1;
    if (state === 0) return { mark };
    const [points, of, kind] = [number(), number(), state & 7];
    return { mark, points, of, kind, helped: state > 7, values: kind < 4 ? list() : string() };
  });
  if (at !== 8 + length) throw new Error(`A sheet of ${length} bytes ends at ${at - 8}.`);
  return { version: bytes[0], isSealed: bytes[1] === 1, name, day, stance, answers };
}

/** A sheet as text. */
export function write({ name, day, stance, answers }, version = 1) {
  const text = (value) => [...number(Buffer.byteLength(value)), ...Buffer.from(value)];
  const whole = (value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
  const marks = answers.flatMap(({ mark }) => whole(mark));
  const body = [...text(name), ...number(day), ...text(stance), ...number(answers.length)];
  for (const { mark, points, of, kind, helped, values } of answers) {
    body.push(...whole(mark));
    if (kind === undefined) body.push(0);
    else body.push(kind | (helped ? 8 : 0), ...number(points), ...number(of), ...(kind < 4 ? [...number(values.length), ...values.flatMap(number)] : text(values)));
  }
  const told = [version, 0, ...whole(fingerprint(marks)), body.length & 255, body.length >> 8, ...body];
  return KEY + Buffer.from([...told, ...whole(fingerprint(told))]).toString("base64url");
}

function number(value) {
  return value > 127 ? [(value & 127) | 128, ...number(value >>> 7)] : [value];
}

/** FNV-1a, 32 bits. */
function fingerprint(bytes) {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
}
