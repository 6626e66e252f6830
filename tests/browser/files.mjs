// What leaves the page: downloads and paper.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { untilHere } from "./until.mjs";

/** The folder into which each page downloads. */
export const DOWNLOADS = new WeakMap();

/** Does something that downloads one file, and gives its name, bytes and text. */
export async function download(page, action) {
  const folder = DOWNLOADS.get(page);
  assert.deepEqual(await readdir(folder), [], "an earlier download is still there");
  await action();
  const name = await untilHere(async () => {
    const names = await readdir(folder);
    // Both browsers write under another name first: Chromium with an ending of its own, Firefox eight letters and digits
    // that it makes up, and it keeps the place with an empty file.
    const unfinished = /\.(crdownload|part)$|^[A-Za-z0-9_+-]{8}\.[a-z]+$/;
    return names.length === 1 && !unfinished.test(names[0]) && names[0];
  }, "a download");
  const bytes = await readFile(join(folder, name));
  await rm(join(folder, name));
  return { name, bytes, text: bytes.toString("utf8") };
}

/** The text of the page as it is printed. */
export async function pdfText(page) {
  const pdf = await page.pdf({ format: "A4", printBackground: false });
  const running = promisify(execFile)("pdftotext", ["-layout", "-", "-"], { encoding: "utf8" });
  running.child.stdin.end(pdf);
  return (await running).stdout;
}
