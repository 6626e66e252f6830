// Where the page stands and what is already there: in a frame of another site, and in a browser that is full of results.

import assert from "node:assert/strict";
import { axe, forEachBrowser, until, untilHere } from "./harness.mjs";
import { KNOWN, arrived, begin, choose, click, go, notice, open, openFile, reload, resultFile, started, text, toResult, toSaved } from "./walk.mjs";

/** A page of somebody else, on another site, with ours in a frame. */
const HOST = `<!doctype html><html lang="nl"><title>Een school</title><h1>Een school</h1>
<iframe id="frame" title="samenscan" width="600" height="700"></iframe>
<script>frame.src = "http://127.0.0.1:" + location.port + "/school/samenscan/";</script>`;

/** Opens the page of somebody else, and gives the frame once ours runs in it. */
async function framed(page, site) {
  await page.goto(`${site.otherSite}/host.html`);
  const frame = await untilHere(() => page.frames().find((frame) => frame.url().startsWith(site.url)), "the frame");
  await started(frame);
  return frame;
}

forEachBrowser("in a frame of another site the scan works, is kept for that site, and says that it may be short", async (page, t, site) => {
  const frame = await framed(page, site);
  assert.equal(await text(frame, "footer p"), "Je antwoorden worden alleen voor deze website bewaard, misschien maar een week.");
  await begin(frame, { role: "school", sector: "vo", variant: "quick" });
  await choose(frame, "S1-4");
  await toResult(frame, KNOWN);
  assert.equal(await frame.evaluate(() => document.querySelectorAll(".priorities > li").length), 3);
  assert.equal(
    await text(frame, "footer p"),
    "Je antwoorden worden alleen voor deze website bewaard, misschien maar een week.",
    "keeping something does not change where it is kept",
  );

  const again = await framed(page, site);
  await go(again, "Resultaten", "#/saved");
  assert.equal(await again.evaluate(() => document.querySelectorAll("ul.kept > li").length), 1, "the next visit to that site has it");

  // The page by itself is another place: it has nothing, and does not warn.
  await open(page, site);
  assert.equal(await text(page, "footer p"), "Je antwoorden worden in deze browser bewaard.");
  await toSaved(page, site);
  assert.equal(await page.evaluate(() => document.querySelectorAll("ul.kept > li").length), 0);
}, { pages: { "/host.html": HOST, "/favicon.ico": "" }, allow: { requests: [/\/host\.html$/, /\/favicon\.ico$/] } });

/** The checksum of a record (docs/formats/store.md), written here from its description. */
function checksum(version, revision, body) {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(version);
  head.writeBigUInt64LE(BigInt(revision), 4);
  let crc = 0xffff_ffff;
  for (const byte of Buffer.concat([head, Buffer.from(body)])) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A record with this many whole scans. */
function record(count) {
  const scans = Array.from({ length: count }, (_, place) => ({
    id: place + 1,
    scan: resultFile({ label: `Bedrijf ${place + 1}` }).scan,
  }));
  const wish = { goals: [], groups: [], time: null };
  const body = JSON.stringify({ role: "school", school_kind: "vo", next_id: count + 1, scans, next_plan: 1, plans: [], wish });
  return `samenscan.store 1 2 ${checksum(1, 2, body)}\n${body}`;
}

forEachBrowser("as many results as can be kept are listed; one more is refused until there is room", async (page, t, site) => {
  await open(page, site);
  await page.evaluate((record) => localStorage.setItem("samenscan.store.0", record), record(500));
  await reload(page);
  await toSaved(page, site);
  const count = () => page.evaluate(() => document.querySelectorAll("ul.kept > li").length);
  assert.equal(await count(), 500);
  await openFile(page, resultFile({ label: "Nog een" }));
  assert.equal(await notice(page), "Er is geen plaats meer. Verwijder eerst een paar resultaten.");
  assert.equal(await count(), 500);

  await page.evaluate(() => (location.hash = "#/new"));
  await arrived(page, "#/new");
  await choose(page, "school-kind-vo");
  await click(page, "Begin met de scan");
  await until(page, () => document.activeElement.id === "problem");
  assert.equal(await text(page, "#problem"), "Er zijn al 500 resultaten bewaard. Verwijder er eerst een paar.");
  await axe(page);

  // The oldest is opened, changed and kept like any other.
  await page.evaluate(() => (location.hash = "#/scan/1/strategic"));
  await arrived(page, "#/scan/1/strategic");
  await choose(page, "S1-1");
  await reload(page);
  assert.equal(await page.evaluate(() => document.querySelector("#S1 input:checked").value), "1");

  await toSaved(page, site);
  await click(page, "Verwijder: Bedrijf 250");
  await click(page, "Ja, verwijder");
  await until(page, () => document.activeElement.id === "undo");
  assert.equal(await count(), 499);
  await openFile(page, resultFile({ label: "Nog een" }));
  assert.equal(await notice(page), "Het bestand is geopend en bewaard.");
  assert.equal(await count(), 500);
}, { timeout: 120_000 });
