// The custom section that holds the guide, in the bytes of a wasm file.

const NAME = Buffer.from("concord.guide");

/** The same module with another content of the section, which `change` makes of today's; without the section if it gives none. */
export function changeSection(module, change) {
  const kept = [module.subarray(0, 8)];
  let found = false;
  for (let at = 8; at < module.length; ) {
    const [size, start] = read(module, at + 1);
    const content = module.subarray(start, start + size);
    if (module[at] === 0 && content.subarray(1, 1 + NAME.length).equals(NAME)) {
      found = true;
      const changed = change(Buffer.from(content.subarray(1 + NAME.length)));
      if (changed) kept.push(section(changed));
    } else {
      kept.push(module.subarray(at, start + size));
    }
    at = start + size;
  }
  if (!found) throw new Error("No guide is attached to this program.");
  return Buffer.concat(kept);
}

function section(guide) {
  const content = Buffer.concat([Buffer.from([NAME.length]), NAME, guide]);
  return Buffer.concat([Buffer.from([0]), Buffer.from(write(content.length)), content]);
}

/** An unsigned LEB128 number, and where it ends. */
function read(bytes, at) {
  let number = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    number += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return [number, at + 1];
  }
}

function write(number) {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...write(number >>> 7)];
}
