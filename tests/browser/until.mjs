import assert from "node:assert/strict";

/**
 * Waits until a function gives something true in the page, and gives that (or `true` for an element).
 *
 * The driver's own waiting may make functions from text inside the page, which the page's policy forbids.
 */
export async function until(page, condition, ...values) {
  return untilHere(async () => {
    const found = await page.evaluateHandle(condition, ...values);
    const value = await page.evaluate((found) => (found instanceof Node ? true : found), found);
    await found.dispose();
    return value;
  }, condition);
}

/** The same for something outside the page. */
export async function untilHere(condition, what, seconds = 10) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    assert.ok(Date.now() < end, `waited ${seconds} s in vain for ${what}`);
    // Between two looks; nothing counts on its length.
    await new Promise((again) => setTimeout(again, 20));
  }
}
