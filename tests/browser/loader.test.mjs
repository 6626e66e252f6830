// The page starts wherever it can, and where it cannot it says why, in the reader's language.

import assert from "node:assert/strict";
import { axe, forEachBrowser, htmlCheck, storageBlocked, until } from "./harness.mjs";
import { dist } from "./server.mjs";

/** Whether the module runs: it has taken the place of what was in the page. */
const started = (page) =>
  until(page, () => !document.querySelector(".loader-waiting, [data-failure]:not([hidden])"));

/** The failure that is told, once there is one. */
const failure = (page) =>
  until(page, () => {
    const told = [...document.querySelectorAll("[data-failure]")].filter((message) => message.checkVisibility());
    return told.map((message) => `${message.dataset.failure} ${message.closest("[lang]").lang}`).join();
  });

/** Answers requests for one kind of file in its own way. */
const forFiles = (ending, reply) => (path, response) => {
  if (!path.endsWith(ending)) return false;
  reply(response);
  return true;
};

forEachBrowser("the page starts, with its own files only, each asked for once", async (page, t, site) => {
  await page.goto(site.url);
  await started(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "nl");
  const asked = site.requests.filter((path) => !path.includes("/icon."));
  assert.equal(new Set(asked).size, asked.length, `asked twice: ${asked}`);
  assert.equal(asked.length, 5, `page, styles, script, module, one language: ${asked}`);
});

forEachBrowser("the page as it is sent is valid HTML", async (page, t, site) => {
  const sent = await fetch(site.url);
  await htmlCheck(await sent.text());
}, { browsers: ["chromium"] });

forEachBrowser("the address chooses the language, then the stored choice", async (page, t, site) => {
  const language = async (address) => {
    await page.goto(address);
    await started(page);
    return page.evaluate(() => document.documentElement.lang);
  };
  assert.equal(await language(`${site.url}?lang=en`), "en");
  assert.equal(await language(`${site.url}?lang=xx`), "nl");
  await page.evaluate(() => localStorage.setItem("samenscan.language", "en"));
  assert.equal(await language(site.url), "en");
  assert.equal(await language(`${site.url}?lang=nl`), "nl");
});

forEachBrowser("a language that is chosen on the page takes the place of the one in the address", async (page, t, site) => {
  const there = () => page.evaluate(() => [document.documentElement.lang, location.search, location.hash]);
  await page.goto(`${site.url}?lang=nl&from=nieuwsbrief#/about`);
  await started(page);
  await page.evaluate(() => document.querySelector("header button").click());
  await until(page, () => document.documentElement.lang === "en");
  assert.deepEqual(await there(), ["en", "?lang=en&from=nieuwsbrief", "#/about"]);
  await page.reload();
  await started(page);
  assert.deepEqual(await there(), ["en", "?lang=en&from=nieuwsbrief", "#/about"]);
});

forEachBrowser("the page starts where storage is closed", async (page, t, site) => {
  await storageBlocked(page);
  await page.goto(site.url);
  await started(page);
});

forEachBrowser(
  "the page starts where the server names a wrong type for the module",
  async (page, t, site) => {
    await page.goto(site.url);
    await started(page);
  },
  {
    answer: (path, response) => {
      if (path.endsWith(".wasm")) response.setHeader("content-type", "text/plain");
      return false;
    },
  },
);

const NOISE = { console: [/could not start/, /Failed to load resource/, /WebAssembly|CompileError/i, /Content.Security.Policy/i, /blocked/] };

for (const [what, ending] of [["module", ".wasm"], ["text", ".json"]]) {
  forEachBrowser(
    `a ${what} that is not there is told`,
    async (page, t, site) => {
      await page.goto(`${site.url}?lang=en`);
      assert.equal(await failure(page), "missing en");
      await axe(page);
    },
    { allow: NOISE, answer: forFiles(ending, (response) => response.writeHead(404).end()) },
  );

  forEachBrowser(
    `a connection that breaks on the ${what} is told`,
    async (page, t, site) => {
      await page.goto(site.url);
      assert.equal(await failure(page), "network nl");
    },
    { allow: NOISE, answer: forFiles(ending, (response) => response.destroy()) },
  );
}

forEachBrowser(
  "a module that is something else is told",
  async (page, t, site) => {
    await page.goto(site.url);
    assert.equal(await failure(page), "missing nl");
  },
  { allow: NOISE, answer: forFiles(".wasm", (response) => response.end("<html>Sorry!</html>")) },
);

forEachBrowser(
  "a site that blocks modules is told",
  async (page, t, site) => {
    await page.goto(site.url);
    assert.equal(await failure(page), "blocked nl");
  },
  {
    allow: NOISE,
    answer: (path, response) => {
      response.setHeader("content-security-policy", "script-src 'self'");
      return false;
    },
  },
);

forEachBrowser(
  "a crash is told, what is on the screen can't be used any more, and the page can be reloaded",
  async (page, t, site) => {
    await page.goto(site.url);
    await started(page);
    await page.evaluate(() => {
      // (module (func (export "f") unreachable))
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)));
      setTimeout(exports.f);
    });
    assert.equal(await failure(page), "crash nl");
    await axe(page);
    const heard = await page.evaluate(() => {
      const screen = document.getElementById("samenscan");
      let heard = false;
      screen.addEventListener("click", () => (heard = true), true);
      screen.querySelector("h1").click();
      return heard;
    });
    assert.equal(heard, false);
    const reloaded = page.waitForNavigation();
    await page.click('#samenscan-messages [lang="nl"] button');
    await reloaded;
    await started(page);
  },
  { allow: { console: [/unreachable/] } },
);

forEachBrowser(
  "an error that has nothing to do with the module does not stop the page",
  async (page, t, site) => {
    await page.goto(site.url);
    await started(page);
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error("an extension's");
      });
    });
    await until(page, () => new Promise((later) => setTimeout(() => later(true), 50)));
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-failure]:not([hidden])").length), 0);
  },
  { allow: { console: [/an extension's/] } },
);

forEachBrowser(
  "a page without its script says after a while that it waits",
  async (page, t, site) => {
    await page.goto(site.url);
    const waiting = (seconds) =>
      page.evaluate((seconds) => {
        const message = document.querySelector(".loader-waiting");
        // Sets the clock of the styles rather than waiting for it.
        for (const animation of message.getAnimations()) animation.currentTime = seconds * 1000;
        const { height } = message.getBoundingClientRect();
        return height > 0 && getComputedStyle(message).visibility === "visible";
      }, seconds);
    assert.equal(await waiting(9), false);
    assert.equal(await waiting(11), true);
  },
  { allow: NOISE, answer: forFiles(".js", (response) => response.writeHead(404).end()) },
);

forEachBrowser(
  "a reader without scripts is told what to do",
  async (page, t, site) => {
    await page.setJavaScriptEnabled(false);
    await page.goto(site.url);
    const text = await page.evaluate(() => document.querySelector("noscript").innerText);
    assert.match(text, /JavaScript/);
  },
  // Firefox can't be told by its driver to run no scripts.
  { browsers: ["chromium"] },
);

forEachBrowser(
  "a page opened from a folder is told that it can't work there",
  async (page) => {
    await page.goto(new URL("index.html", dist).href);
    assert.equal(await failure(page), "file nl");
  },
  { allow: { ...NOISE, console: [/./], requests: [/^file:/] } },
);

