// What must hold on every screen.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { after } from "node:test";
import { untilHere } from "./until.mjs";

const require = createRequire(import.meta.url);
const axeSource = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

// Naming wcag22aa is what switches the size of targets on.
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Puts axe into the page by way of the driver, which the page's policy does not concern. */
export async function withAxe(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
}

/** Fails where axe finds something; `options.without` names rules that do not apply here, with a reason beside it. */
export async function axe(page, { within = "html", without = [] } = {}) {
  await withAxe(page);
  // Half-way a change of colour nothing has the colour that is meant. It is ended rather than waited for: in what is
  // folded it would never end.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  const violations = await page.evaluate(
    async (within, values, without) => {
      const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
      const runOnly = { type: "tag", values };
      const { violations } = await window.axe.run(within, { runOnly, rules, resultTypes: ["violations"] });
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html}\n    ${failureSummary.replace(/\s+/g, " ")}`),
      );
    },
    within,
    RULES,
    without,
  );
  assert.deepEqual(violations, [], "axe found something");
}

/** Fails where the page must be scrolled sideways, and names what sticks out. */
export async function noSidewaysScroll(page) {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 0.5;
    const culprits = [...document.body.querySelectorAll("*")].filter(sticksOut);
    const innermost = culprits.filter((element) => ![...element.children].some(sticksOut));
    const shown = innermost.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth} px of content in ${clientWidth} px`, ...shown];
  });
  assert.deepEqual(wide, [], "the page scrolls sideways");
}

let checker;

/**
 * Fails where the HTML checker has an error or a warning. Give it a whole document, such as `await page.content()`.
 *
 * One browser is enough: the document is the same in all of them, and the checker takes seconds to start.
 */
export async function htmlCheck(html) {
  checker ??= startChecker();
  const { address } = await checker;
  const response = await fetch(`${address}?out=json`, {
    method: "POST",
    headers: { "content-type": "text/html; charset=utf-8" },
    body: html.startsWith("<!") ? html : `<!doctype html>${html}`,
  });
  const { messages } = await response.json();
  const wrong = messages
    .filter(({ type, subType }) => type !== "info" || subType === "warning")
    // The checker does not know where the document is, so that 'self' is nowhere to it; the browsers do.
    .filter(({ message }) => !message.startsWith("Resource violates Content Security Policy"));
  const told = wrong.map(({ message, extract }) => `${message} ${extract?.replace(/\s+/g, " ") ?? ""}`);
  assert.deepEqual(told, [], "the HTML is not valid");
}

/** One checker for all documents. */
async function startChecker() {
  const port = await freePort();
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  // The first three halve the time to start: most of what runs here runs once.
  const options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-Dnu.validator.servlet.bind-address=127.0.0.1"];
  const java = spawn("java", [...options, "-cp", jar, "nu.validator.servlet.Main", String(port)], { stdio: "ignore" });
  let ended;
  java.on("error", (error) => (ended = `the HTML checker needs Java: ${error.message}`));
  java.on("exit", (code) => (ended = `the HTML checker ended with ${code}`));
  stopLater.push(() => java.kill());
  const address = `http://127.0.0.1:${port}/`;
  await untilHere(
    async () => {
      assert.equal(ended, undefined);
      return fetch(address, { method: "HEAD" }).then(() => true, () => false);
    },
    "the HTML checker",
    60,
  );
  return { address };
}

const stopLater = [];
after(() => stopLater.forEach((stop) => stop()));

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
