// What is kept, what can be undone, and what happens where the browser keeps nothing.

import assert from "node:assert/strict";
import { axe, download, forEachBrowser, storageBlocked, storageFull, until } from "./harness.mjs";
import {
  KNOWN,
  answerLevel,
  arrived,
  begin,
  choose,
  click,
  go,
  heading,
  importFile,
  kept,
  keptBody,
  notice,
  open,
  openFile,
  outcome,
  reload,
  resultFile,
  started,
  text,
  texts,
  toResult,
  toSaved,
} from "./walk.mjs";

/** The names on the list of scans. */
const names = (page) => texts(page, "ul.kept h3");

/** Puts three results on the list, newest first: C, B, A. */
async function three(page, site) {
  for (const label of ["A", "B", "C"]) await importFile(page, site, resultFile({ label }));
  await toSaved(page, site);
  await until(page, () => document.querySelectorAll("ul.kept > li").length === 3);
}

forEachBrowser("a scan goes on where it was after the page is closed", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "company", sector: "vo", variant: "quick", label: "Het Kompas" });
  await answerLevel(page, KNOWN);
  await go(page, "Verder", "#/scan/1/tactical");
  await choose(page, "T1-2");
  await reload(page);
  assert.equal(await heading(page), "Tactisch");
  assert.equal(await page.evaluate(() => document.querySelector("#T1 input:checked").value), "2");

  // Another visit begins at the start and offers the way back.
  await page.goto("about:blank");
  await open(page, site);
  assert.match(
    await text(page, ".resume"),
    /^Ga verder waar je was gebleven Het Kompas, \d+ \w+ \d{4}\. 4 van de 12 stellingen beantwoord\./,
  );
  await go(page, "Verder met de scan", "#/scan/1/tactical", "Tactisch");
  assert.equal(await page.evaluate(() => document.querySelector("#T1 input:checked").value), "2");
  await go(page, "Vorige", "#/scan/1/strategic", "Strategisch");
  assert.equal(await page.evaluate(() => document.querySelectorAll("input:checked").length), 3);
});

forEachBrowser("a result on the list is opened and renamed", async (page, t, site) => {
  await three(page, site);
  assert.deepEqual(await names(page), ["C", "B", "A"]);
  assert.match(await text(page, "ul.kept > li"), /Een school · voortgezet onderwijs \(vo\) · Hele scan · 3 november 2026/);
  await click(page, "Andere naam: B");
  await page.click("#name-2", { count: 3 });
  await page.keyboard.type("Bakkerij & <b>zoon</b>");
  await until(page, () => document.querySelectorAll("ul.kept h3")[1].innerText.trim() === "Bakkerij & <b>zoon</b>");
  assert.equal(await page.evaluate(() => document.activeElement.id), "name-2", "typing goes on in the same field");
  await reload(page);
  assert.deepEqual(await names(page), ["C", "Bakkerij & <b>zoon</b>", "A"]);
  const dates = await texts(page, "ul.kept h3 + p");
  assert.ok(dates.every((about) => about.endsWith(" · 3 november 2026")), "another name is not another date");

  // A name that is too long stays in its field with the reason, and the old name stays kept.
  await click(page, "Andere naam: A");
  await page.type("#name-1", "x".repeat(80));
  await until(page, () => document.querySelector("#name-1-why").textContent !== "");
  assert.equal(await text(page, "#name-1-why"), "Deze tekst is te lang en nog niet bewaard. Gebruik hoogstens 80 tekens.");
  assert.equal(await page.evaluate(() => document.querySelector("#name-1").value.length), 81);
  assert.equal(await page.evaluate(() => document.querySelector("#name-1").getAttribute("aria-invalid")), "true");
  await axe(page);
  await page.focus("#name-1");
  await page.keyboard.press("Backspace");
  await until(page, () => document.querySelector("#name-1-why").textContent === "");

  await go(page, "Bekijk het resultaat: C", "#/result/3");
  assert.equal(await text(page, ".result > .name"), "C");
});

forEachBrowser("one result is deleted in two steps and brought back", async (page, t, site) => {
  await three(page, site);
  await click(page, "Verwijder: B");
  await until(page, () => document.activeElement.id === "delete-question");
  assert.equal(await text(page, "#delete-question p"), "‘B’ verwijderen?");
  assert.deepEqual(await names(page), ["C", "B", "A"], "nothing is gone before the second yes");
  await click(page, "Nee, bewaar");
  await until(page, () => document.activeElement.textContent === "Verwijder: B");
  await click(page, "Verwijder: B");
  await click(page, "Ja, verwijder");
  await until(page, () => document.activeElement.id === "undo");
  assert.match(await text(page, "#undo"), /^Verwijderd: 1\./);
  assert.deepEqual(await names(page), ["C", "A"]);
  await click(page, "Haal terug");
  await until(page, () => document.activeElement.id === "heading");
  assert.deepEqual(await names(page), ["C", "B", "A"]);
  assert.deepEqual((await keptBody(page)).scans.map(({ scan }) => scan.label).sort(), ["A", "B", "C"]);
});

forEachBrowser("all results are deleted and brought back, until the page is left", async (page, t, site) => {
  await three(page, site);
  const deleteAll = async () => {
    await click(page, "Verwijder alles wat hier staat");
    await until(page, () => document.activeElement.id === "delete-question");
    assert.equal(await text(page, "#delete-question p"), "Alle resultaten en plannen verwijderen? Dat zijn er 3.");
    await click(page, "Ja, verwijder");
    await until(page, () => document.activeElement.id === "undo");
    assert.deepEqual(await names(page), []);
  };
  await deleteAll();
  assert.deepEqual((await keptBody(page)).scans, []);
  await click(page, "Haal terug");
  await until(page, () => document.querySelectorAll("ul.kept > li").length === 3);
  assert.deepEqual(await names(page), ["C", "B", "A"]);
  await deleteAll();
  await page.goto(`${site.url}#/about`);
  await arrived(page, "#/about");
  await page.goto(`${site.url}#/saved`);
  await arrived(page, "#/saved");
  assert.equal(await page.$("#undo"), null);
  assert.equal(await text(page, "main .lead"), "Hier staat nog niets. Doe de scan of open een bestand.");
});

forEachBrowser("the scan works where the browser keeps nothing, says so, and offers the file", async (page, t, site) => {
  await storageBlocked(page);
  await open(page, site);
  assert.equal(await text(page, "footer .not-kept"), "Deze browser bewaart niets.");
  await begin(page, { role: "school", sector: "vo", variant: "full" });
  const warning = 'section[aria-label="Bewaren lukt niet"]';
  assert.match(await text(page, warning), /^Deze browser bewaart niets\. Bewaar je antwoorden als bestand voordat je sluit\./);
  await axe(page);
  await toResult(page, KNOWN);
  assert.equal((await outcome(page)).sentence, "Het sterkst: Strategisch. Hier valt het meest te winnen: Operationeel.");
  const file = await download(page, () => click(page, "Bewaar als bestand", warning));
  await reload(page);
  assert.equal(await heading(page), "Dit staat hier niet", "nothing was kept");
  await importFile(page, site, file.text);
  assert.equal((await outcome(page)).levels[0], "Strategisch | 4,7 | sterk | 7 van 7");
});

forEachBrowser("the scan works where storage is full, and says that", async (page, t, site) => {
  await storageFull(page);
  await open(page, site);
  assert.equal(await text(page, "footer .not-kept"), "De opslag van deze browser is vol.");
  await begin(page, { role: "school", sector: "vo", variant: "quick" });
  await toResult(page, KNOWN);
  assert.match(await text(page, 'section[aria-label="Bewaren lukt niet"]'), /^De opslag van deze browser is vol\./);
  const file = await download(page, () => click(page, "Bewaar als bestand", 'section[aria-label="Bewaren lukt niet"]'));
  assert.equal(Object.keys(JSON.parse(file.text).scan.answers).length, 12);
});

forEachBrowser("storage that fills up on the way is told, and keeping goes on once there is room", async (page, t, site) => {
  await page.evaluateOnNewDocument(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, value) {
      if (window.noRoom) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return write.call(this, name, value);
    };
  });
  await open(page, site);
  await begin(page, { role: "school", sector: "vo", variant: "quick" });
  await choose(page, "S1-3");
  await page.evaluate(() => (window.noRoom = true));
  await choose(page, "S5-3");
  await until(page, () => document.querySelector("footer .not-kept"));
  assert.match(await text(page, 'section[aria-label="Bewaren lukt niet"]'), /^De opslag van deze browser is vol\./);
  await page.evaluate(() => (window.noRoom = false));
  await choose(page, "S7-3");
  await until(page, () => document.querySelector("footer .kept"));
  assert.equal(await page.$('section[aria-label="Bewaren lukt niet"]'), null);
  assert.deepEqual((await keptBody(page)).scans[0].scan.answers, { S1: 3, S5: 3, S7: 3 }, "nothing given meanwhile is lost");
});

for (const [name, damage, sentence] of [
  [
    "damaged",
    (record) => record.replace('"S1":5', '"S1":4'),
    "Iets wat bewaard was, is beschadigd. Het is apart gezet, niet verwijderd.",
  ],
  [
    "of a newer version",
    (record) => record.replace("samenscan.store 1 ", "samenscan.store 99 "),
    "Wat bewaard was, komt uit een nieuwere versie. Het is apart gezet, niet verwijderd.",
  ],
]) {
  forEachBrowser(`a record that is ${name} is set aside and told, and the rest works`, async (page, t, site) => {
    await open(page, site);
    await begin(page, { role: "school", sector: "vo", variant: "quick" });
    await answerLevel(page, KNOWN);
    // Both slots: what stands in the other one would otherwise be used.
    const records = await page.evaluate(() =>
      ["samenscan.store.0", "samenscan.store.1"].map((name) => [name, localStorage.getItem(name)]),
    );
    const damaged = records.map(([name, record]) => [name, damage(record)]);
    assert.notDeepEqual(damaged, records);
    await page.evaluate((damaged) => damaged.forEach(([name, record]) => localStorage.setItem(name, record)), damaged);
    await reload(page);
    assert.equal(await notice(page), sentence);
    await axe(page);
    const aside = Object.entries(await kept(page)).filter(([name]) => name.startsWith("samenscan.aside."));
    assert.deepEqual(new Set(aside.map(([, record]) => record)), new Set(damaged.map(([, record]) => record)));
    const file = await download(page, () => click(page, "Bewaar het als bestand", "#newest-notice"));
    for (const [, record] of damaged) assert.ok(file.text.includes(record), "the file has what was set aside");

    // A new scan is kept beside it, and the old record is still there after the next visit.
    await page.goto(`${site.url}#/`);
    await arrived(page, "#/");
    await begin(page, { role: "school", sector: "vo", variant: "quick" });
    await answerLevel(page, KNOWN);
    await reload(page);
    assert.equal(await page.evaluate(() => document.querySelectorAll("input:checked").length), 3);
    const later = await kept(page);
    for (const [name, record] of aside) assert.equal(later[name], record);
  });
}

forEachBrowser("two tabs: what one keeps the other shows, and the answers of both survive", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "school", sector: "vo", variant: "quick" });
  const other = await page.browserContext().newPage();
  await other.goto(`${site.url}#/scan/1/strategic`);
  await started(other);
  await page.bringToFront();
  await choose(page, "S1-4");
  await until(other, () => document.querySelector("#S1-4").checked);
  assert.equal(await notice(other), "In een ander tabblad is iets veranderd. Dat zie je nu ook hier.");
  await other.bringToFront();
  await choose(other, "S5-2");
  await until(page, () => document.querySelector("#S5-2").checked);
  await page.bringToFront();
  await choose(page, "S7-1");
  await until(other, () => document.querySelector("#S7-1").checked);
  for (const tab of [page, other]) {
    await reload(tab);
    assert.deepEqual(
      await tab.evaluate(() => [...document.querySelectorAll("input:checked")].map((input) => input.id)),
      ["S1-4", "S5-2", "S7-1"],
    );
  }
});

forEachBrowser("only what is ours stands in the storage, and no cookie", async (page, t, site) => {
  await open(page, site, { language: "en" });
  await click(page, "Nederlands", "header");
  await until(page, () => document.documentElement.lang === "nl");
  await begin(page, { role: "school", sector: "vo", variant: "quick", label: "Bakkerij Smit" });
  await toResult(page, KNOWN);
  await toSaved(page, site);
  await openFile(page, resultFile());
  const stored = Object.keys(await kept(page)).sort();
  assert.deepEqual(stored, ["samenscan.language", "samenscan.store.0", "samenscan.store.1"]);
  const elsewhere = await page.evaluate(async () => ({
    cookie: document.cookie,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(elsewhere, { cookie: "", session: 0, databases: 0 });
});
