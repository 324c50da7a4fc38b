// An example of a crate, built as WebAssembly for measuring.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the module of an example exports, which was built with profile `release`. */
export async function example(name) {
  const target = process.env.CARGO_TARGET_DIR ?? `${ROOT}/target`;
  const module = await WebAssembly.compile(await readFile(`${target}/wasm32-unknown-unknown/release/examples/${name}.wasm`));
  // Imports of what is linked and never called.
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => {
      throw new Error(`${name} was called`);
    };
  }
  return (await WebAssembly.instantiate(module, imports)).exports;
}
