// Texts that would be scripts on a careless page, through whatever takes a text of a reader or of a link: none of
// them runs, becomes an element of the page, or makes the policy speak.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { frames, lessons, live, open } from "../support/site.mjs";

const [FIRST] = await lessons();
const [FRAME] = await frames();

/** What each does, if it runs: `hacked()`. */
const TEXTS = [
  "<script>hacked()</script>",
  "<img src=x onerror=hacked()>",
  '"><svg/onload=hacked()>',
  "'><details open ontoggle=hacked()>",
  "</title></textarea></style><script>hacked()</script>",
  "<iframe srcdoc='<script>parent.hacked()</script>'>",
  '" autofocus onfocus=hacked() x="',
  "javascript:hacked()",
  "java\tscript:hacked()//",
  "<a href=javascript:hacked()>x</a>",
  "<math><mtext><table><mglyph><style><img src=x onerror=hacked()>",
  "<template><script>hacked()</script></template>",
  "{{constructor.constructor('hacked()')()}}${hacked()}",
  "&lt;img src=x onerror=hacked()&gt;",
  "\u202e<script>hacked()</script>\0<img src=x onerror=hacked()>",
  "<base href=//127.0.0.2/><meta http-equiv=refresh content='0;url=javascript:hacked()'>",
];

/** Where a link may say something: the address up to the text. */
const LINKS = [
  "search/?q=",
  "quiz/?lesson=",
  "quiz/?question=",
  "argument/?",
  "argument/?version=1&reject=",
  "argument/#",
  "community/?layer=",
  "community/?states=",
  "standing/?",
  "models/?",
  `${FIRST}?`,
  `${FIRST}#`,
  `${FRAME}?theme=`,
  `${FRAME}#`,
  "no-such-page/?",
];

/** Unknown addresses look for their root. */
const tolerated = [/^status 404/, /^console error: .*404/, /^failed request: .*\.css/, /MIME/];

/** Runs in the page: what got into it. */
function found() {
  const handlers = [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on")));
  const elements = document.querySelectorAll('body script:not([type=module]):not([src]), iframe, object, embed, mglyph, body meta, body base, a[href^="javascript:" i], img[src="x"]');
  return { hacked: window.hacked?.times ?? 0, handlers, elements: [...elements].map(({ outerHTML }) => outerHTML.slice(0, 80)) };
}

const NOTHING = { hacked: 0, handlers: [], elements: [] };

/** Counts what runs, also within frames. */
async function watch(page) {
  await page.evaluateOnNewDocument(() => {
    window.hacked = () => (window.hacked.times = (window.hacked.times ?? 0) + 1);
  });
}

for (const link of LINKS) {
  inEachBrowser(`no text in a link is run: ${link}`, { tolerated }, async ({ host, page }) => {
    await watch(page);
    for (const text of TEXTS) {
      await page.goto("about:blank");
      await open(page, host.root + link + encodeURIComponent(text));
      assert.deepEqual(await page.evaluate(found), NOTHING, text);
    }
    // As few as browsers let through as they are.
    await page.goto("about:blank");
    await page.goto(host.root + link + TEXTS[1], { waitUntil: "load" });
    await live(page);
    assert.deepEqual(await page.evaluate(found), NOTHING);
  });
}

inEachBrowser("no text in a field is run", async ({ host, page }) => {
  await watch(page);
  await open(page, `${host.root}search/`);
  for (const text of TEXTS) {
    await page.$eval("main input[type=search]", (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
    await page.keyboard.press("Tab");
    assert.deepEqual(await page.evaluate(found), NOTHING, text);
  }
});

inEachBrowser("no text in what the browser keeps is run", { tolerated: [/^console warn/] }, async ({ host, page }) => {
  await watch(page);
  await open(page, host.root);
  const keys = await page.evaluate(() => Object.keys(localStorage));
  for (const text of TEXTS.slice(0, 8)) {
    await page.evaluate((text, keys) => {
      for (const key of keys) localStorage.setItem(key, `concord 1\n${text}\nanswer ${text.replaceAll(" ", "/")} 7 1 1 sure 1 1 1 1\n`);
      for (const key of keys) if (key.endsWith(":theme")) localStorage.setItem(key, text);
    }, text, keys);
    for (const address of ["", FIRST, "standing/"]) {
      await open(page, host.root + address);
      assert.deepEqual(await page.evaluate(found), NOTHING, text);
    }
  }
});

inEachBrowser("the page's one policy of trusted types refuses what would run, and browsers take no text without it", { tolerated: [/^console error: policy: (require-)?trusted-types/, /^console error: .*Trusted/, /^page error: .*(injection sink|policy)/] }, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const refused = await page.evaluate(() => {
    const refuses = (call) => {
      try {
        call();
        return false;
      } catch {
        return true;
      }
    };
    const html = ['<img src="x" onerror="a()">', "<p/onclick=a()>", "<iframe></iframe>", '<a href="javascript:a()">x</a>', '<p title="a" onclick = a()>'];
    const scripts = ["https://example.org/a-0123456789abcdef.js", "data:text/javascript,1", "notes.js"];
    return {
      html: html.map((own) => refuses(() => trusted.createHTML(own))),
      scripts: scripts.map((own) => refuses(() => trusted.createScriptURL(own))),
      honest: refuses(() => trusted.createHTML('<p title="only one = two">It depends on one = two: <b>&lt;img onerror=a()&gt;</b></p>')),
      text: refuses(() => (document.createElement("p").innerHTML = "<b>x</b>")),
      second: refuses(() => trustedTypes.createPolicy("concord", {})),
    };
  });
  assert.deepEqual(refused, { html: [true, true, true, true, true], scripts: [true, true, true], honest: false, text: true, second: true });
  await until(page, "the page to answer still", () => document.documentElement.dataset.interactive === "on");
});
