// Readers differ: in what they prefer, and in what their browser allows.

/**
 * Makes the browser prefer something, such as `{ "prefers-color-scheme": "dark", "forced-colors": "active" }`.
 *
 * Chromium only.
 */
export async function prefer(page, features) {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

/** From the next page on, storage is closed: to touch it throws, as in a sandboxed frame. */
export async function storageBlocked(page) {
  await page.evaluateOnNewDocument(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get: refuse, configurable: true });
    }
    for (const method of ["getItem", "setItem", "removeItem", "clear", "key"]) Storage.prototype[method] = refuse;
  });
}

/** From the next page on, storage can be read but is full. */
export async function storageFull(page) {
  await page.evaluateOnNewDocument(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
}

/** The spacing of text that a page must bear (WCAG 1.4.12). */
export async function textSpacing(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
       p { margin-bottom: 2em !important; }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}
