// One test in every browser, on a page of its own, that also fails when the page did what it never should.
//
//   forEachBrowser("the start screen has a heading", async (page, t, site) => {
//     await page.goto(site.url);
//     await until(page, () => document.querySelector("h1"));
//   });
//
// After every test: no request left the page's own folder, nothing was blocked by the page's policy, and no error was
// written to the console. A test that provokes one of those names it in `allow`.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import puppeteer from "puppeteer-core";
import { DOWNLOADS } from "./files.mjs";
import { LAUNCH } from "./launch.mjs";
import { FOLDER, serve } from "./server.mjs";

export { axe, htmlCheck, noSidewaysScroll } from "./checks.mjs";
export { download, pdfText } from "./files.mjs";
export { focused, press, pressUntil } from "./keyboard.mjs";
export { prefer, storageBlocked, storageFull, textSpacing } from "./reader.mjs";
export { until, untilHere } from "./until.mjs";

/** The browsers of this run; the variable BROWSERS may name fewer. */
export const BROWSERS = (process.env.BROWSERS || Object.keys(LAUNCH).join(" ")).split(" ");

const launched = new Map();
/** The name of the browser of each page. */
const NAMES = new WeakMap();
after(async () => {
  for (const launching of launched.values()) {
    const browser = await launching;
    // A browser that does not answer any more would keep the whole run waiting.
    const tooLong = new Promise((ended) => setTimeout(ended, 10_000, "too long").unref());
    if ((await Promise.race([browser.close(), tooLong])) === "too long") browser.process()?.kill("SIGKILL");
  }
});

/** A browser, started when it is first needed. */
export function browserNamed(name) {
  if (!launched.has(name)) launched.set(name, puppeteer.launch(LAUNCH[name]()));
  return launched.get(name);
}

/**
 * Registers a test for each browser.
 *
 * `options`: `browsers` (where the test makes sense), `viewport`, `allow` (`console`: patterns of messages that may
 * come, `requests`: patterns of addresses that may be asked for), `timeout`, and those of `serve`.
 */
export function forEachBrowser(name, body, options = {}) {
  for (const browser of BROWSERS) {
    if (options.browsers && !options.browsers.includes(browser)) continue;
    test(`${name} (${browser})`, { timeout: options.timeout ?? 60_000 }, (t) => withPage(browser, body, options, t));
  }
}

/** Runs `body` on a new page in a new context with a server of its own, and checks what the page did meanwhile. */
export async function withPage(browserName, body, options = {}, t = undefined) {
  const browser = await browserNamed(browserName);
  const downloads = await mkdtemp(join(tmpdir(), "samenscan-"));
  const site = options.site ?? (await serve(options));
  const context = await browser.createBrowserContext({
    downloadBehavior: { policy: "allow", downloadPath: downloads },
  });
  try {
    const page = await context.newPage();
    DOWNLOADS.set(page, downloads);
    NAMES.set(page, browserName);
    await page.setViewport(options.viewport ?? { width: 1280, height: 800 });
    const misdeeds = await watch(page, site, options.allow);
    await body(page, t, site);
    // What the page has said before this has been heard when its answer comes.
    await page.evaluate(() => true);
    assert.deepEqual(misdeeds(), [], "the page did what it never should");
  } finally {
    await context.close();
    if (!options.site) await site.close();
    await rm(downloads, { recursive: true, force: true });
  }
}

/** Runs `body` as somebody else does: on the same site, with a profile of their own. */
export const asSomebodyElse = (page, site, body) => withPage(NAMES.get(page), body, { site });

async function watch(page, site, { console: allowedMessages = [], requests: allowedRequests = [] } = {}) {
  const messages = [];
  const addresses = [];
  page.on("console", (message) => {
    if (message.type() === "error") messages.push(message.text());
  });
  page.on("pageerror", (error) => messages.push(String(error?.message ?? error)));
  page.on("request", (request) => addresses.push(request.url()));
  // Firefox does not tell the driver when the policy blocks something; the page itself knows.
  await page.evaluateOnNewDocument(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`blocked by the policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const isOurs = (address) => /^(about|blob|data):/.test(address) || address.startsWith(site.url);
  const unlike = (patterns) => (text) => !patterns.some((pattern) => pattern.test(text));
  return () => {
    // The server's list has what the driver does not see, such as the icon of the tab.
    const seen = new Set([...addresses, ...site.requests.map((path) => site.origin + path)]);
    const foreign = [...seen].filter((address) => !isOurs(address) && unlike(allowedRequests)(address));
    return [
      ...messages.filter(unlike(allowedMessages)).map((message) => `error: ${message}`),
      ...foreign.map((address) => `request outside ${FOLDER}: ${address}`),
    ];
  };
}
