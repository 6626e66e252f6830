// Walking through the page without a mouse.

import assert from "node:assert/strict";
import { withAxe } from "./checks.mjs";

/** The role and the accessible name of what has the focus, such as `radio "Helemaal eens"`, or `nothing`. */
export async function focused(page) {
  await withAxe(page);
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return "nothing";
    window.axe.setup(document);
    const role = window.axe.commons.aria.getRole(element) ?? element.localName;
    const name = window.axe.commons.text.accessibleText(element) || element.textContent.trim().replace(/\s+/g, " ");
    window.axe.teardown();
    return `${role} ${JSON.stringify(name)}`;
  });
}

/** Presses keys one after another and gives what has the focus after each. */
export async function press(page, ...keys) {
  const walk = [];
  for (const key of keys) {
    const held = key.split("+");
    const last = held.pop();
    for (const modifier of held) await page.keyboard.down(modifier);
    await page.keyboard.press(last);
    for (const modifier of held.reverse()) await page.keyboard.up(modifier);
    walk.push(await focused(page));
  }
  return walk;
}

/** Presses a key until the focus is on what is wanted (a text or a pattern), and gives the way there. */
export async function pressUntil(page, key, wanted, { limit = 80 } = {}) {
  const arrived = (text) => (wanted instanceof RegExp ? wanted.test(text) : text === wanted);
  const walk = [];
  while (walk.length < limit) {
    walk.push(...(await press(page, key)));
    if (arrived(walk.at(-1))) return walk;
  }
  assert.fail(`${limit} times ${key} did not lead to ${wanted}, but past:\n  ${[...new Set(walk)].join("\n  ")}`);
}
