// The module comes in parts: what the first answer needs first, the rest after it.

import assert from "node:assert/strict";
import { axe, forEachBrowser, until, untilHere } from "./harness.mjs";
import { KNOWN, begin, choose, click, keptBody, open, text, texts, toResult } from "./walk.mjs";

/** The parts of the module that were asked for. */
const parts = (site) => site.requests.filter((path) => path.includes("split_"));

forEachBrowser("the rest of the module comes after the first answer, and then the result needs no connection", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "company", sector: "vo", variant: "quick" });
  assert.deepEqual(parts(site), [], "the first answer can be given without it");
  await choose(page, "S1-4");
  await untilHere(() => parts(site).length, "the rest of the module");
  await page.waitForNetworkIdle();
  const failed = [];
  page.on("requestfailed", (request) => failed.push(request.url()));
  await page.setOfflineMode(true);
  await toResult(page, KNOWN);
  assert.equal((await texts(page, ".priorities > li")).length, 3);
  assert.equal(parts(site).length, 1, "asked for once");
  // The browser itself asks for the picture of the tab at every new address.
  assert.deepEqual(failed.filter((address) => !address.includes("/icon.")), []);
}, { browsers: ["chromium"], allow: { console: [/ERR_INTERNET_DISCONNECTED/] } });

for (const [what, reply] of [
  ["is not there", (response) => response.writeHead(404).end()],
  ["is something else", (response) => response.end("<html>Sorry!</html>")],
  ["breaks off", (response) => response.writeHead(200, { "content-length": 100_000 }).write("\0asm", () => response.destroy())],
]) {
  const answered = new Set();
  forEachBrowser(`a part of the module that ${what} is told, and asked for again`, async (page, t, site) => {
    await open(page, site);
    await begin(page, { role: "company", sector: "vo", variant: "quick" });
    await choose(page, "S1-4");
    await untilHere(() => parts(site).length, "the rest of the module");
    await page.evaluate(() => (location.hash = "#/about"));
    await until(page, () => document.querySelector('main [role="alert"]'));
    assert.equal(
      await text(page, "main .lead"),
      "Dit deel kon niet worden opgehaald. Je antwoorden zijn er nog. Controleer je verbinding of laad de pagina opnieuw.",
    );
    await axe(page);
    await click(page, "Probeer opnieuw");
    await until(page, () => document.querySelector("main h1")?.textContent === "Over deze scan" && !document.querySelector("main .lead[role]"));
    assert.equal((await keptBody(page)).scans[0].scan.answers.S1, 4);
  }, {
    answer: (path, response) => {
      const browser = response.req.headers["user-agent"];
      if (!path.includes("split_") || answered.has(browser)) return false;
      answered.add(browser);
      reply(response);
      return true;
    },
    allow: { console: [/404/, /Failed to load resource/, /NS_ERROR|NetworkError/] },
  });
}

{
  const answered = new Set();
  forEachBrowser("a text that fails before the module has come is told once, not left to the browser", async (page, t, site) => {
    await open(page, site);
    await begin(page, { role: "company", sector: "vo", variant: "quick" });
    await choose(page, "S1-4");
    await page.evaluate(() => (location.hash = "#/about"));
    await until(page, () => document.querySelector('main [role="alert"]'));
    await click(page, "Probeer opnieuw");
    await until(page, () => !document.querySelector("main .lead[role]"));
  }, {
    // The connection breaks on the text at once; the module, for which it waits, fails half a second later.
    answer: (path, response) => {
      const browser = response.req.headers["user-agent"];
      if (!/\/later\.nl\.|split_/.test(path) || answered.has(browser)) return false;
      if (path.includes("/later.nl.")) response.destroy();
      else {
        setTimeout(() => {
          answered.add(browser);
          response.writeHead(503).end();
        }, 500);
      }
      return true;
    },
    allow: { console: [/503/, /Failed to load resource/] },
  });
}
