// What a telephone would see.

import { createRequire } from "node:module";
import { PNG } from "pngjs";

const jsQR = createRequire(import.meta.url)("jsqr");

/** Reads the QR code on the screen, by another program than the one that made it. */
export async function readQr(page) {
  const code = await page.waitForSelector("svg.qr-code");
  await code.evaluate((code) => code.scrollIntoView({ block: "center" }));
  const { data, width, height } = PNG.sync.read(Buffer.from(await code.screenshot()));
  return jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
}
