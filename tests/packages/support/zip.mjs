// Reads a zip archive as its directory has it, and holds each entry against its checksum.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";

const [DIRECTORY_END, ENTRY, FILE] = [0x06054b50, 0x02014b50, 0x04034b50];
const DEFLATED = 8;

/** The files of an archive, by their paths. */
export async function unzipped(path) {
  const bytes = await readFile(path);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  assert.equal(bytes.readUInt32LE(end), DIRECTORY_END);
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), ENTRY);
    const [method, sum, packed, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const name = bytes.subarray(at + 46, at + 46 + lengths[0]).toString();
    const start = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(start), FILE);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(from, from + packed);
    const file = method === DEFLATED ? inflateRawSync(content) : content;
    assert.equal(file.length, size, name);
    assert.equal(crc32(file), sum, name);
    assert.ok(!files.has(name) && !name.startsWith("/") && !name.includes(".."), name);
    files.set(name, file);
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return files;
}
