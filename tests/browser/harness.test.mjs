// Every assertion of the harness can fail.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  axe,
  BROWSERS,
  download,
  focused,
  forEachBrowser,
  htmlCheck,
  noSidewaysScroll,
  pdfText,
  prefer,
  pressUntil,
  storageBlocked,
  storageFull,
  textSpacing,
  until,
  untilHere,
  withPage,
} from "./harness.mjs";

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; script-src 'self'">`;
const page = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const GOOD = { "index.html": page(POLICY, "<main><h1>Good</h1><button>One</button><a href='#x'>Two</a></main>") };

/** The page, opened, fails with what the pattern says. */
async function fails(browser, files, pattern, { body = async () => {}, ...options } = {}) {
  const opened = withPage(
    browser,
    async (page, _, site) => {
      await page.goto(site.url);
      await body(page, site);
    },
    { files, ...options },
  );
  await assert.rejects(opened, (error) => {
    assert.match(`${error.message} ${JSON.stringify(error.actual)}`, pattern);
    return true;
  });
}

for (const browser of BROWSERS) {
  test(`a page that does what it should not fails its test (${browser})`, async () => {
    await fails(browser, { ...GOOD, "index.html": page("", "<img src='/elsewhere.png' alt=''>") }, /outside .*elsewhere/);
    await fails(browser, { ...GOOD, "index.html": page("", "<img src='http://localhost:59999/x' alt=''>") }, /outside .*localhost/);
    const script = (text) => ({ "index.html": page("", "<script src='s.js'></script>"), "s.js": text });
    await fails(browser, script("console.error('oh no')"), /oh no/);
    await fails(browser, script("throw new Error('thrown')"), /thrown/);
    await fails(browser, script("Promise.reject(new Error('rejected'))"), /rejected/, {
      body: (page) => until(page, () => document.readyState === "complete"),
    });
    const blocked = { "index.html": page(POLICY, "<script>document.title = 'inline'</script>") };
    await fails(browser, blocked, /blocked by the policy/);
  });

  test(`what a test allows does not fail it (${browser})`, async () => {
    const files = { "index.html": page("", "<script src='s.js'></script><img src='/x.png' alt=''>"), "s.js": "console.error('oh no')" };
    const allow = { console: [/oh no/, /404/], requests: [/x\.png/] };
    await withPage(browser, (page, _, site) => page.goto(site.url), { files, allow });
  });
}

forEachBrowser(
  "the checks of a screen pass on a good page and fail on a bad one",
  async (page, _, site) => {
    await page.goto(site.url);
    await axe(page);
    await noSidewaysScroll(page);
    await textSpacing(page);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("h1")).wordSpacing !== "0px"), true);

    await page.goto(`${site.url}bad.html`);
    await assert.rejects(axe(page), (error) => /button-name/.test(error.actual.join()) && /target-size/.test(error.actual.join()));
    await assert.rejects(noSidewaysScroll(page), (error) => /id="wide"/.test(error.actual.join()));
  },
  {
    files: {
      ...GOOD,
      "bad.html": page(
        "<style>button { padding: 0; border: 0; width: 9px; height: 9px }</style>",
        "<h1>Bad</h1><button></button><button></button><p id=x><p id=x><div id=wide style='width: 3000px'>wide</div>",
      ),
    },
  },
);

forEachBrowser(
  "the HTML checker accepts a good document and refuses a bad one",
  async (page, _, site) => {
    await page.goto(site.url);
    await htmlCheck(await page.content());
    const bad = await page.evaluate(() => {
      document.body.append(document.createElement("main"));
      return document.documentElement.outerHTML;
    });
    await assert.rejects(htmlCheck(bad), (error) => /more than one visible “main” element/.test(error.actual.join()));
  },
  { files: GOOD, browsers: ["chromium"] },
);

test("waiting ends", async () => {
  await assert.rejects(untilHere(() => false, "ever", 0.1), /waited 0.1 s in vain for ever/);
});

forEachBrowser(
  "the keyboard walks from name to name",
  async (page, _, site) => {
    await page.goto(site.url);
    assert.equal(await focused(page), "nothing");
    assert.deepEqual(await pressUntil(page, "Tab", 'link "Two"'), ['button "One"', 'link "Two"']);
    await pressUntil(page, "Shift+Tab", /One/);
    await assert.rejects(pressUntil(page, "Tab", "Three", { limit: 5 }), /did not lead to Three.*button "One"/s);
  },
  { files: GOOD },
);

forEachBrowser(
  "storage can be closed or full",
  async (page, _, site) => {
    const tries = () =>
      page.evaluate(() => {
        const outcome = (action) => {
          try {
            return String(action());
          } catch (error) {
            return error.name;
          }
        };
        return [outcome(() => localStorage.setItem("a", "b")), outcome(() => localStorage.getItem("a"))];
      });
    await page.goto(site.url);
    assert.deepEqual(await tries(), ["undefined", "b"]);
    await storageFull(page);
    await page.goto(site.url);
    assert.deepEqual(await tries(), ["QuotaExceededError", "b"]);
    await storageBlocked(page);
    await page.goto(site.url);
    assert.deepEqual(await tries(), ["SecurityError", "SecurityError"]);
  },
  { files: GOOD },
);

forEachBrowser(
  "every test starts with empty storage",
  async (page, _, site) => {
    await page.goto(site.url);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  },
  { files: GOOD },
);

forEachBrowser(
  "a download and a print can be read",
  async (page, _, site) => {
    await page.goto(site.url);
    const save = () =>
      page.evaluate(() => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob(["één;2\r\n"], { type: "text/csv" }));
        link.download = "mijn scan.csv";
        link.click();
      });
    for (let again = 0; again < 2; again += 1) {
      const file = await download(page, save);
      assert.equal(file.name, "mijn scan.csv");
      assert.equal(file.text, "één;2\r\n");
    }
    assert.match(await pdfText(page), /Good/);
  },
  { files: GOOD },
);

forEachBrowser(
  "preferences reach the page",
  async (page, _, site) => {
    await prefer(page, { "prefers-color-scheme": "dark", "forced-colors": "active" });
    await page.goto(site.url);
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      assert.ok(await page.evaluate((query) => matchMedia(query).matches, query), query);
    }
  },
  { files: GOOD, browsers: ["chromium"] },
);
