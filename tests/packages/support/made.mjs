// Where `cargo xtask package` put its files.

import { fileURLToPath } from "node:url";

const folder = process.env.CONCORD_PACKAGES ?? fileURLToPath(new URL("../../../target/packages", import.meta.url));

/** The path of a file that was made. */
export const made = (name) => `${folder}/${name}`;
