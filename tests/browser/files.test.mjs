// What leaves the page can be used elsewhere and comes back the same; what does not belong here changes nothing.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { BROWSERS, axe, download, forEachBrowser, pdfText, until, withPage } from "./harness.mjs";
import {
  KNOWN,
  click,
  importFile,
  kept,
  notice,
  open,
  openFile,
  outcome,
  resultFile,
  text,
  toSaved,
} from "./walk.mjs";

const LABEL = 'Bakkerij "Smit"; één, =1+1';

/** Shows the known result. */
async function known(page, site, change = { label: LABEL }) {
  await open(page, site);
  await importFile(page, site, resultFile(change));
}

/** The rows of a CSV, read without any knowledge of how it was written. */
function rows(csv, separator) {
  const rows = [[""]];
  let quoted = false;
  for (let place = 0; place < csv.length; place += 1) {
    const c = csv[place];
    const row = rows.at(-1);
    if (quoted) {
      if (c === '"' && csv[place + 1] === '"') row[row.length - 1] += csv[(place += 1)];
      else if (c === '"') quoted = false;
      else row[row.length - 1] += c;
    } else if (c === '"') quoted = true;
    else if (c === separator) row.push("");
    else if (c === "\r" && csv[place + 1] === "\n") {
      rows.push([""]);
      place += 1;
    } else row[row.length - 1] += c;
  }
  assert.equal(quoted, false, "a quoted field does not end");
  assert.deepEqual(rows.pop(), [""], "the last line ends");
  return rows;
}

// Two contexts, so not `forEachBrowser`.
for (const browser of BROWSERS) {
  test(`a result as a file gives the same result in another browser (${browser})`, { timeout: 60_000 }, async () => {
    let file;
    let before;
    await withPage(browser, async (page, _, site) => {
      await known(page, site);
      before = await outcome(page);
      file = await download(page, () => click(page, "Bewaar als bestand", ".files"));
    });
    assert.match(file.name, /^samenscan-school-2026-11-03\.json$/);
    assert.deepEqual(JSON.parse(file.text), resultFile({ label: LABEL }), "what was opened is what leaves");
    await withPage(browser, async (page, _, site) => {
      await open(page, site, { language: "en" });
      await importFile(page, site, file.text);
      assert.equal(await text(page, ".result > .name"), LABEL);
      const english = await outcome(page);
      assert.equal(english.sentence, "Strongest: Strategic. Most to gain: Operational.");
      await click(page, "Nederlands", "header");
      await until(page, () => document.documentElement.lang === "nl");
      assert.deepEqual(await outcome(page), before);
      // Once more is not a second result.
      await toSaved(page, site);
      await openFile(page, file.text);
      assert.equal(await notice(page), "Dit resultaat stond er al.");
    });
  });
}

forEachBrowser("the table for Excel and the plain table hold every answer", async (page, t, site) => {
  await known(page, site);
  const excel = await download(page, () => click(page, "Tabel voor Excel"));
  assert.match(excel.name, /^samenscan-school-2026-11-03.*\.csv$/);
  assert.deepEqual([...excel.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "Excel needs the byte order mark");
  const table = rows(excel.text.slice(1), ";");
  const width = table.map((row) => row.length);
  assert.equal(new Set(width).size, 1, `every row is as wide: ${width}`);
  const body = table.slice(1);
  assert.equal(body.length, 28);
  assert.ok(body.some((row) => row.includes("Klopt helemaal niet") && row.includes("1")), excel.text);
  assert.ok(body.some((row) => row.includes("4,7")), "decimal commas");
  assert.ok(!/4\.7/.test(excel.text));

  const plain = await download(page, () => click(page, "Tabel voor andere programma’s"));
  assert.notEqual(plain.bytes[0], 0xef);
  const [columns, ...lines] = rows(plain.text, ",");
  assert.equal(lines.length, 28);
  for (const line of lines) {
    const row = Object.fromEntries(columns.map((column, place) => [column, line[place]]));
    const answer = KNOWN[row.statement];
    assert.equal(row.answer, typeof answer === "number" ? "scored" : answer.replace("-", "_"), row.statement);
    assert.equal(row.score, typeof answer === "number" ? String(answer) : "", row.statement);
    assert.equal(row.label.replace(/^'/, ""), LABEL);
  }
});

forEachBrowser("no cell of a table is a formula", async (page, t, site) => {
  await known(page, site, { label: '=HYPERLINK("http://example.org")' });
  for (const [words, separator] of [["Tabel voor Excel", ";"], ["Tabel voor andere programma’s", ","]]) {
    const file = await download(page, () => click(page, words));
    const cells = rows(file.text.replace(/^\uFEFF/, ""), separator).flat();
    assert.ok(file.text.includes("HYPERLINK") || separator === ";");
    assert.deepEqual(cells.filter((cell) => /^[=+@\t\r-]/.test(cell)), [], words);
  }
});

forEachBrowser("the profile is a drawing that any program can read, and a sharp picture", async (page, t, site) => {
  await known(page, site);
  const svg = await download(page, () => click(page, "Profiel als tekening"));
  assert.match(svg.name, /\.svg$/);
  const drawing = await page.evaluate((svg) => {
    const read = new DOMParser().parseFromString(svg, "image/svg+xml");
    const root = read.documentElement;
    return {
      wrong: read.querySelector("parsererror")?.textContent ?? null,
      root: `${root.namespaceURI} ${root.localName}`,
      size: ["width", "height"].map((name) => Number.parseFloat(root.getAttribute(name))),
      text: root.textContent,
      outside: [...read.querySelectorAll("script, foreignObject, image, [href]")].length,
    };
  }, svg.text);
  assert.equal(drawing.wrong, null);
  assert.equal(drawing.root, "http://www.w3.org/2000/svg svg");
  assert.equal(drawing.outside, 0);
  for (const words of ["Strategisch", "Tactisch", "Operationeel", "Leerling of student", "4,7", "2,6"]) {
    assert.ok(drawing.text.includes(words), words);
  }

  const png = await download(page, () => click(page, "Profiel als plaatje"));
  assert.equal(png.bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], drawing.size.map((length) => 2 * length));
  const colours = await page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, [...png.bytes]);
  assert.ok(colours > 8, `something is drawn on it: ${colours} colours`);
});

forEachBrowser("the result as text is copied, or selected where copying is not allowed", async (page, t, site) => {
  await known(page, site);
  await click(page, "Het resultaat als tekst");
  const shown = await page.evaluate(() => document.querySelector("#result-text").value);
  for (const words of [
    "Het sterkst: Strategisch. Hier valt het meest te winnen: Operationeel.",
    "1. Rooster geeft ruimte (Belemmering)",
    "- Strategisch: 4,7 – sterk",
  ]) {
    assert.ok(shown.includes(words), shown);
  }
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
  await click(page, "Kopieer de tekst");
  await until(page, () => document.querySelector("#newest-notice"));
  assert.equal(await notice(page), "Kopiëren mag hier niet. De tekst is geselecteerd: kopieer die zelf.");
  const selected = await page.evaluate(() => {
    const area = document.querySelector("#result-text");
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  assert.equal(selected, shown);

  // Where there is a clipboard, the same text goes into it.
  await page.evaluate(() => {
    delete navigator.clipboard;
    Clipboard.prototype.writeText = async (text) => {
      window.copied = text;
    };
  });
  await click(page, "Kopieer de tekst");
  await until(page, () => window.copied);
  assert.equal(await page.evaluate(() => window.copied), shown);
  await until(page, () => document.querySelector("#newest-notice p").textContent.startsWith("De tekst is gekopieerd."));
});

forEachBrowser("the text is really in the clipboard of a browser that allows it", async (page, t, site) => {
  await page.browserContext().overridePermissions(site.origin, ["clipboard-read", "clipboard-sanitized-write"]);
  await known(page, site);
  await click(page, "Het resultaat als tekst");
  const shown = await page.evaluate(() => document.querySelector("#result-text").value);
  await click(page, "Kopieer de tekst");
  await until(page, () => document.querySelector("#newest-notice"));
  assert.equal(await notice(page), "De tekst is gekopieerd.");
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll("\r\n", "\n"), shown);
}, { browsers: ["chromium"] });

/** Drops a file on an element, as somebody who drags it there; Chromium only. */
async function drop(page, selector, path) {
  const session = await page.createCDPSession();
  const { x, y } = await (await page.$(selector)).clickablePoint();
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x, y, data });
}

forEachBrowser("a file can be dropped on ‘open’; an empty or foreign one changes nothing", async (page, t, site) => {
  const folder = await mkdtemp(join(tmpdir(), "samenscan-drop-"));
  try {
    await toSaved(page, site);
    const before = await kept(page);
    const dropped = async (name, contents) => {
      await writeFile(join(folder, name), contents);
      await drop(page, "label.file", join(folder, name));
      await until(page, () => document.querySelector("#newest-notice"));
      const said = await notice(page);
      await click(page, "Sluiten", "#newest-notice");
      await until(page, () => !document.querySelector("#newest-notice"));
      return said;
    };
    assert.equal(await dropped("leeg.json", ""), "Dit bestand is geen resultaat van samenscan.");
    assert.equal(await dropped("brief.html", "<script>alert(1)</script>"), "Dit bestand is geen resultaat van samenscan.");
    assert.deepEqual(await kept(page), before, "nothing changed");
    assert.equal(await dropped("goed.json", JSON.stringify(resultFile({ label: "Gesleept" }))), "Het bestand is geopend en bewaard.");
    assert.equal(await text(page, "ul.kept h3"), "Gesleept");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, { browsers: ["chromium"] });

forEachBrowser("a file that does not belong here is named for what it is and changes nothing", async (page, t, site) => {
  await known(page, site);
  const good = JSON.stringify(resultFile());
  await toSaved(page, site);
  const before = await kept(page);
  const impossible = resultFile();
  impossible.scan.answers.S1 = 6;
  for (const [what, contents, sentence] of [
    ["a letter", "Beste allemaal,", "Dit bestand is geen resultaat van samenscan."],
    ["JSON of something else", { format: "iets anders", version: 1 }, "Dit bestand is geen resultaat van samenscan."],
    ["nothing at all", "", "Dit bestand is geen resultaat van samenscan."],
    ["half a file", good.slice(0, good.length / 2), "Dit resultaat is beschadigd. Er is niets veranderd."],
    ["an impossible answer", impossible, "Dit resultaat is beschadigd. Er is niets veranderd."],
    ["2 MB", " ".repeat(2_000_000), "Dit bestand is te groot. Het is geen resultaat van samenscan."],
    [
      "a newer version",
      resultFile({}, 99),
      "Dit bestand komt uit een nieuwere versie. Laad de pagina opnieuw en probeer het nog eens.",
    ],
    [
      "newer statements",
      resultFile({ content_version: 9999 }),
      "Dit bestand komt uit een nieuwere versie. Laad de pagina opnieuw en probeer het nog eens.",
    ],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x80), "Dit bestand is niet te lezen als tekst."],
  ]) {
    await openFile(page, contents);
    assert.equal(await notice(page), sentence, what);
    assert.equal(await page.evaluate(() => document.activeElement.id), "newest-notice", `${what}: the message is heard`);
    assert.deepEqual(await kept(page), before, `${what}: nothing changed`);
    await click(page, "Sluiten", "#newest-notice");
    await until(page, () => !document.querySelector("#newest-notice"));
  }
  await openFile(page, Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from(JSON.stringify(resultFile({ label: "Na bewerken" })))]));
  assert.equal(await notice(page), "Het bestand is geopend en bewaard.", "an editor's byte order mark does no harm");
  await axe(page);
  await page.evaluate(() => (location.hash = "#/about"));
  await until(page, () => document.querySelector("main h1").textContent === "Over deze scan");
  assert.equal(await page.$("#newest-notice"), null, "what was told stays behind with its screen");
});

const ENDING = {
  nl: { closing: "Praat hier samen over", advice: "Deze stelling komt uit", link: "Bekijk dit resultaat op een scherm" },
  en: { closing: "Talk about this together", advice: "This statement comes from", link: "See this result on a screen" },
};

for (const [language, { closing, advice, link }] of Object.entries(ENDING)) {
  for (const [variant, most] of [["quick", 4], ["full", 7]]) {
    forEachBrowser(
      `the last page on paper of the ${variant} scan has advice, the question and the link, ${language}`,
      async (page, t, site) => {
        await open(page, site, { language });
        await importFile(page, site, resultFile({ variant }));
        await until(page, () => document.querySelector(".result"));
        const pages = (await pdfText(page)).split("\f").slice(0, -1);
        assert.ok(pages.length <= most, `${pages.length} pages`);
        const last = pages.at(-1);
        for (const words of [closing, advice, link.split(" ")[0], "http"]) assert.ok(last.includes(words), `${words}: ${last}`);
        // As many words as that beside it: it is not a page for the link.
        assert.ok(last.trim().split("\n").length > 12, last);
      },
      { browsers: ["chromium"] },
    );
  }
}

forEachBrowser("on paper stand the sentence, the priorities, the table and all advice, and nothing to press", async (page, t, site) => {
  await known(page, site, { label: "Bakkerij Smit" });
  const buttons = await page.evaluate(() =>
    [...document.querySelectorAll("main button, main .button, nav *, footer a")].map((one) => one.innerText.trim()).filter(Boolean),
  );
  assert.ok(buttons.includes("Print het resultaat"), buttons.join());
  const paper = (await pdfText(page)).replace(/\s+/g, " ");
  for (const words of [
    "Het sterkst: Strategisch. Hier valt het meest te winnen: Operationeel.",
    "Bakkerij Smit",
    "Begin hier",
    "Rooster geeft ruimte",
    "Contacten opbouwen",
    "Samen terugkijken",
    "7 van 7",
    "5 van 7",
    "Praat hier samen over",
  ]) {
    assert.ok(paper.includes(words), `on paper: ${words}`);
  }
  for (const level of ["Strategisch", "Tactisch", "Operationeel", "Leerling of student"]) {
    const score = { Strategisch: "4,7", Tactisch: "3,4", Operationeel: "2,6", "Leerling of student": "3,6" }[level];
    assert.match(paper, new RegExp(`${level}:? ${score}`), level);
  }
  // What is folded on the screen is on paper: the last statement of the last level with its advice.
  assert.ok(paper.includes("Goede match"), "all advice is on paper");
  assert.deepEqual(buttons.filter((words) => paper.includes(words)), []);
});
