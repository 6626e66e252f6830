// Ways through the application that many tests take, as a reader with a mouse takes them.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until, untilHere } from "./until.mjs";

/** The words on what is pressed on the way. */
export const WORDS = {
  nl: {
    yes: "Ja, doe de scan",
    begin: "Begin met de scan",
    goOn: "Verder",
    check: "Bekijk je antwoorden",
    result: "Bekijk het resultaat",
    extend: "Breid uit naar de hele scan",
  },
  en: {
    yes: "Yes, do the scan",
    begin: "Begin the scan",
    goOn: "Continue",
    check: "Check your answers",
    result: "See the result",
    extend: "Extend to the full scan",
  },
};

/** The statements of each level; the first list is asked in the quick scan too. */
export const STATEMENTS = {
  strategic: { quick: ["S1", "S5", "S7"], full: ["S1", "S2", "S3", "S4", "S5", "S6", "S7"] },
  tactical: { quick: ["T1", "T3", "T4"], full: ["T1", "T2", "T3", "T4", "T5", "T6", "T7"] },
  operational: { quick: ["O1", "O3", "O7"], full: ["O1", "O2", "O3", "O4", "O5", "O6", "O7"] },
  student: { quick: ["I1", "I5", "I7"], full: ["I1", "I2", "I3", "I4", "I5", "I6", "I7"] },
};

/**
 * Answers of a whole scan of which the outcome was worked out by hand.
 *
 * Strategic 33/7 = 4.7, tactical 24/7 = 3.4, operational 18/7 = 2.6, learner 18/5 = 3.6 with two left out.
 */
export const KNOWN = {
  ...{ S1: 5, S2: 5, S3: 5, S4: 5, S5: 4, S6: 5, S7: 4 },
  ...{ T1: 4, T2: 4, T3: 3, T4: 4, T5: 3, T6: 2, T7: 4 },
  ...{ O1: 2, O2: 3, O3: 1, O4: 3, O5: 2, O6: 4, O7: 3 },
  ...{ I1: 4, I2: 3, I3: "dont-know", I4: 2, I5: 5, I6: "not-applicable", I7: 4 },
};

/** Strategic all 5, tactical all 2, the rest 4: wanted by management, not possible for the people who do it. */
export const ON_PAPER = Object.fromEntries(
  Object.keys(KNOWN).map((id) => [id, { S: 5, T: 2 }[id[0]] ?? 4]),
);

/** Opens the page, at a screen if one is named, and waits until it can be used. */
export async function open(page, site, { at = "", language } = {}) {
  await page.goto(`${site.url}${language ? `?lang=${language}` : ""}${at}`);
  await started(page);
}

/** Waits until the module has taken the place of what was in the page, and the part that a screen needs has come. */
export const started = (page) =>
  until(page, () => !document.querySelector(".loader-waiting, [data-failure]:not([hidden]), .part-waiting"));

/** Loads the page again. */
export async function reload(page) {
  await page.reload();
  await started(page);
}

/** What can be pressed and says exactly this, also to who cannot see where it stands. */
export async function pressable(page, words, within = "body") {
  let element;
  await untilHere(async () => {
    const found = await page.evaluateHandle(
      (words, within) => {
        const said = (element) => element.textContent.trim().replace(/\s+/g, " ");
        const all = [...(document.querySelector(within)?.querySelectorAll("a, button, summary, label") ?? [])];
        return all.find((element) => element.checkVisibility() && said(element) === words) ?? null;
      },
      words,
      within,
    );
    element = found.asElement();
    return element;
  }, `something to press in ${within} that says: ${words}`);
  return element;
}

/** Presses it with the mouse. */
export async function click(page, words, within) {
  const element = await pressable(page, words, within);
  await element.click();
  await element.dispose();
}

/** Waits until a screen is there: its address, the focus on its heading and, if given, what the heading says. */
export async function arrived(page, address, heading) {
  await until(
    page,
    (address, heading) => {
      const shown = document.activeElement;
      const said = document.querySelector("main h1")?.textContent;
      const waits = document.querySelector(".part-waiting");
      return location.hash === address && shown?.id === "heading" && !waits && (!heading || said === heading);
    },
    address,
    heading,
  );
}

/** Presses something that leads to another screen. */
export async function go(page, words, address, heading) {
  await click(page, words);
  await arrived(page, address, heading);
}

/** The browser's own 'back' and 'forward'; Firefox's driver waits in vain for a page that only changes its fragment. */
export const back = (page) => page.evaluate(() => history.back());
export const forward = (page) => page.evaluate(() => history.forward());

/** The text of the first element for a selector as it reads, without what is folded away. */
export const text = async (page, selector) => (await texts(page, selector))[0];

/** The texts of all elements for a selector. */
export const texts = (page, selector) =>
  page.evaluate(
    (selector) =>
      // What only a screen reader reads stands in a box of its own, with a space before it.
      [...document.querySelectorAll(selector)].map((one) => one.innerText.trim().replace(/\s+/g, " ").replaceAll(" :", ":")),
    selector,
  );

/** Unfolds all that is folded. */
export const unfold = (page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });

/** The heading of the screen. */
export const heading = (page) => text(page, "main h1");

/** Chooses a radio button or check box by its id, on the row that belongs to it. */
export async function choose(page, id) {
  await page.locator(`label[for="${id}"]`).click();
  await until(page, (id) => document.getElementById(id)?.checked, id);
}

/** From the start screen to the first level. */
export async function begin(page, { role = "school", sector = "vo", variant = "quick", label = "", language = "nl" } = {}) {
  const words = WORDS[language];
  await choose(page, `role-${role}`);
  await go(page, words.yes, "#/new");
  await choose(page, `school-kind-${sector}`);
  await choose(page, `variant-${variant}`);
  if (label) await page.type("#label", label);
  await click(page, words.begin);
  await until(page, () => /^#\/scan\/\d+\/strategic$/.test(location.hash) && document.activeElement.id === "heading");
  return scanNumber(page);
}

/** The number of the scan that is shown. */
export const scanNumber = (page) => page.evaluate(() => Number(location.hash.split("/")[2]));

/** Answers what is asked on the screen and known in `answers`, and waits until each answer stands there. */
export async function answerLevel(page, answers) {
  await page.evaluate((answers) => {
    for (const [id, value] of Object.entries(answers)) document.getElementById(`${id}-${value}`)?.click();
  }, answers);
  await until(
    page,
    (answers) =>
      Object.entries(answers).every(([id, value]) => {
        const choice = document.getElementById(`${id}-${value}`);
        return !choice || (choice.checked && !document.getElementById(id).querySelector(".clear").hidden);
      }),
    answers,
  );
}

/** From the first level to the check screen. */
export async function toCheck(page, answers, { language = "nl" } = {}) {
  const words = WORDS[language];
  const scan = await scanNumber(page);
  const levels = [...Object.keys(STATEMENTS), "check"];
  for (let level = 0; level < 4; level += 1) {
    await answerLevel(page, answers);
    await go(page, level < 3 ? words.goOn : words.check, `#/scan/${scan}/${levels[level + 1]}`);
  }
  return scan;
}

/** From the first level to the result. */
export async function toResult(page, answers, { language = "nl" } = {}) {
  const scan = await toCheck(page, answers, { language });
  await go(page, WORDS[language].result, `#/result/${scan}`);
  return scan;
}

/** What the result says: its sentence, its priorities and the rows of its table. */
export async function outcome(page) {
  return {
    sentence: await heading(page),
    priorities: await page.evaluate(() =>
      [...document.querySelectorAll(".priorities > li")].map((card) =>
        [".of-level", "h3", ".standing", ".advice p"].map((part) => card.querySelector(part).innerText.trim()),
      ),
    ),
    levels: await page.evaluate(() =>
      [...document.querySelectorAll(".result tbody tr")].map((row) =>
        [...row.cells].map((cell) => cell.innerText.trim()).join(" | "),
      ),
    ),
  };
}

/** A result as a file, written here so that a test needs not walk the whole scan. */
export function resultFile(change = {}, version = 1) {
  const answers = Object.entries(KNOWN).map(([id, value]) => [id, typeof value === "string" ? value.replace("-", "_") : value]);
  const scan = {
    role: "school",
    school_kind: "vo",
    variant: "full",
    content_version: 1,
    started_on: "2026-11-02",
    changed_on: "2026-11-03",
    answers: Object.fromEntries(answers),
    ...change,
  };
  return { format: "samenscan.result", version, scan };
}

/** Opens a file on the screen with the results: a text, bytes, or something to write as JSON. */
export async function openFile(page, contents, name = "bestand.json") {
  const folder = await mkdtemp(join(tmpdir(), "samenscan-file-"));
  try {
    const path = join(folder, name);
    const raw = typeof contents === "string" || contents instanceof Uint8Array;
    await writeFile(path, raw ? contents : JSON.stringify(contents));
    const field = await page.$('input[type="file"]');
    await field.uploadFile(path);
    await until(page, () => document.querySelector("#newest-notice"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a file that is a result or plan, and shows it. */
export async function importFile(page, site, contents) {
  await toSaved(page, site);
  await openFile(page, contents);
  await page.click("#newest-notice a");
  await until(page, () => {
    const waits = document.querySelector(".part-waiting");
    return !waits && document.activeElement.id === "heading" && /#\/(result|plan)\//.test(location.hash);
  });
}

/** Shows the list of what is kept. */
export async function toSaved(page, site) {
  if (!page.url().startsWith(site.url)) await open(page, site);
  await page.evaluate(() => (location.hash = "#/saved"));
  await until(page, () => document.querySelector('input[type="file"]'));
}

/** Everything that this site keeps in the browser. */
export const kept = (page) => page.evaluate(() => ({ ...localStorage }));

/** The scans that are kept, read from the newest record. */
export const keptBody = (page) =>
  page.evaluate(() => {
    const records = ["samenscan.store.0", "samenscan.store.1"].map((name) => localStorage.getItem(name)).filter(Boolean);
    const revision = (record) => Number(record.split(" ")[2]);
    const newest = records.sort((one, other) => revision(other) - revision(one))[0];
    return newest ? JSON.parse(newest.slice(newest.indexOf("\n") + 1)) : null;
  });

/** The sentence of the newest message, without what can be pressed in it. */
export const notice = (page) =>
  page.evaluate(() => document.querySelector("#newest-notice p")?.firstChild?.textContent.trim());

/** Types a text into a field at once, in place of what stood there. */
export async function fill(page, id, value) {
  await until(page, (id) => document.getElementById(id), id);
  await page.evaluate(
    (id, value) => {
      const field = document.getElementById(id);
      field.focus();
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    id,
    value,
  );
}

/** What stands in a field. */
export const value = (page, id) => page.evaluate((id) => document.getElementById(id)?.value, id);

/** Walks the three steps to the answer. */
export async function toAnswer(page, { goals, groups, time }) {
  const shown = (heading) =>
    until(page, (heading) => document.activeElement.id === "heading" && document.querySelector("main h1").textContent === heading, heading);
  for (const goal of goals) await choose(page, `goal-${goal}`);
  await click(page, "Verder");
  await shown("Met wie wil je samenwerken?");
  for (const group of groups) await choose(page, `group-${group}`);
  await click(page, "Verder");
  await shown("Hoeveel tijd is er?");
  await choose(page, `time-${time}`);
  await click(page, "Bekijk wat past");
  await arrived(page, "#/steps/answer");
}

/** From the start screen to the first step, as a company that does not work with a school yet. */
export async function beginSteps(page, site) {
  await open(page, site);
  await choose(page, "role-company");
  await click(page, "Nog niet");
  await until(page, () => document.querySelector("#goal-young_talent") && document.activeElement.id === "heading");
}

/** Makes a plan of the first suggestion, from the answer on. */
export async function toPlan(page) {
  await page.click(".suggestion .button.small");
  await until(page, () => document.querySelector(".suggestion .in-plan a"));
  await page.click(".suggestion .in-plan a");
  await arrived(page, "#/plan/1", "Ons plan");
}

/** The link of the invitation to the other side of a scan. */
export async function invitationOf(page, scan) {
  await page.evaluate((scan) => (location.hash = `#/invite/${scan}`), scan);
  await arrived(page, `#/invite/${scan}`);
  return value(page, "share-link");
}

/** Opens a link of ours on a page that is open already. */
export async function openLink(page, link) {
  await page.evaluate((fragment) => (location.hash = fragment), link.slice(link.indexOf("#")));
  await arrived(page, "#/link");
}
