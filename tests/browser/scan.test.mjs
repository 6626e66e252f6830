// The scan from the start to the result, and every way to change one's mind on it.

import assert from "node:assert/strict";
import { axe, forEachBrowser, until } from "./harness.mjs";
import {
  KNOWN,
  STATEMENTS,
  answerLevel,
  arrived,
  back,
  begin,
  choose,
  click,
  forward,
  go,
  heading,
  open,
  outcome,
  reload,
  text,
  texts,
  toCheck,
  toResult,
} from "./walk.mjs";

/** The statements shown, with what is chosen for each. */
const chosen = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("fieldset.statement")].map((statement) => [
        statement.id,
        statement.querySelector("input:checked")?.value ?? null,
      ]),
    ),
  );

const page_ = (page) => page.evaluate(() => ({ title: document.title, lang: document.documentElement.lang }));

forEachBrowser("a school does the whole scan and reads what follows from its answers", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "school", sector: "vo", variant: "full", label: "Bakkerij Smit" });
  assert.deepEqual(Object.keys(await chosen(page)), STATEMENTS.strategic.full);
  await toResult(page, KNOWN);
  const { sentence, priorities, levels } = await outcome(page);
  assert.equal(sentence, "Het sterkst: Strategisch. Hier valt het meest te winnen: Operationeel.");
  assert.deepEqual(priorities, [
    ["Operationeel", "Rooster geeft ruimte", "Belemmering", "Plan de dagen bij het bedrijf als eerste in het rooster."],
    [
      "Operationeel",
      "Contacten opbouwen",
      "Steun die ontbreekt",
      "Geef docenten tijd om bedrijven te bezoeken, bijvoorbeeld met een korte stage.",
    ],
    ["Tactisch", "Samen terugkijken", "Zwak punt", "Zet nu al in de agenda wanneer jullie samen terugkijken."],
  ]);
  assert.deepEqual(levels, [
    "Strategisch | 4,7 | sterk | 7 van 7",
    "Tactisch | 3,4 | kan beter | 7 van 7",
    "Operationeel | 2,6 | vraagt aandacht | 7 van 7",
    "Leerling of student | 3,6 | kan beter | 5 van 7",
  ]);
  assert.match(await text(page, ".result > .step"), /^Een school · voortgezet onderwijs \(vo\) · Hele scan · \d+ \w+ \d{4}$/);
  assert.equal(await text(page, ".result > .name"), "Bakkerij Smit");
  assert.equal(await page.$(".pattern"), null, "tactical does not need attention, so this is not 'on paper only'");

  await click(page, "Waarom deze scores?");
  const why = await texts(page, ".why dd");
  assert.ok(why.includes("Niet meegeteld: 1 × ‘Weet ik niet’, 1 × ‘Past niet bij ons’."), why.join("\n"));
});

forEachBrowser("a company does the quick scan and extends it without losing an answer", async (page, t, site) => {
  await open(page, site);
  const scan = await begin(page, { role: "company", sector: "mbo", variant: "quick" });
  assert.deepEqual(Object.keys(await chosen(page)), STATEMENTS.strategic.quick);
  const quick = { S1: 2, S5: 4, S7: 5, T1: 3, T3: 3, T4: 3, O1: 4, O3: 4, O7: 5, I1: 3, I5: 4, I7: 4 };
  await toResult(page, quick);
  // English from here on, in the middle of things.
  await click(page, "English", "header");
  await until(page, () => document.documentElement.lang === "en");
  const before = await outcome(page);
  assert.equal(before.sentence, "Strongest: Operational. Most to gain: Tactical.");
  assert.equal(before.levels[0], "Strategic | 3.7 | can be better | 3 of 3");
  assert.equal(before.priorities[0][1], "A permanent part");

  // The first level with something to answer.
  await go(page, "Extend to the full scan", `#/scan/${scan}/strategic`, "Strategic");
  assert.deepEqual(await chosen(page), { S1: "2", S2: null, S3: null, S4: null, S5: "4", S6: null, S7: "5" });
  const rest = Object.fromEntries(Object.keys(KNOWN).filter((id) => !(id in quick)).map((id) => [id, 4]));
  await toResult(page, rest, { language: "en" });
  const after = await outcome(page);
  assert.equal(after.levels[0], "Strategic | 3.9 | can be better | 7 of 7");
  assert.equal(after.levels[1], "Tactical | 3.6 | can be better | 7 of 7");
  assert.equal(await page.evaluate(() => document.body.innerText.includes("Extend to the full scan")), false);
});

forEachBrowser("the language changes in the middle of a level and every answer stays", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "company", sector: "po", variant: "full" });
  const given = { S1: 4, S3: "dont-know", S6: 1 };
  await answerLevel(page, given);
  const dutch = await chosen(page);
  assert.deepEqual(await page_(page), { title: "Strategisch – samenscan", lang: "nl" });
  await click(page, "English", "header");
  await until(page, () => document.documentElement.lang === "en");
  assert.deepEqual(await page_(page), { title: "Strategic – samenscan", lang: "en" });
  assert.match(await text(page, "#S1 legend"), /Our management makes working with schools a permanent part/);
  assert.deepEqual(await chosen(page), dutch);
  await answerLevel(page, { S2: 3 });
  await click(page, "Nederlands", "header");
  await until(page, () => document.documentElement.lang === "nl");
  assert.deepEqual(await chosen(page), { ...dutch, S2: "3" });
  await click(page, "English", "header");
  await until(page, () => document.documentElement.lang === "en");
  await reload(page);
  assert.deepEqual(await page_(page), { title: "Strategic – samenscan", lang: "en" }, "the choice holds on the next visit");
  assert.deepEqual(await chosen(page), { ...dutch, S2: "3" });
});

forEachBrowser("every screen has a title of its own in both languages", async (page, t, site) => {
  const expected = {
    nl: ["Hoe staat jullie samenwerking ervoor?", "Voordat je begint", "Bewaarde resultaten", "Over deze scan"],
    en: ["How is your collaboration doing?", "Before you begin", "Saved results", "About this scan"],
  };
  for (const [language, titles] of Object.entries(expected)) {
    const seen = [];
    for (const at of ["#/", "#/new", "#/saved", "#/about"]) {
      await open(page, site, { at, language });
      const { title, lang } = await page_(page);
      assert.equal(lang, language);
      seen.push(title.replace(" – samenscan", ""));
      assert.equal(await heading(page), seen.at(-1));
    }
    assert.deepEqual(seen, titles);
  }
});

forEachBrowser("nothing is chosen beforehand, and an answer can be taken back", async (page, t, site) => {
  await open(page, site);
  await choose(page, "role-school");
  await go(page, "Ja, doe de scan", "#/new");
  assert.equal(await page.$("input[name=school-kind]:checked"), null);
  await choose(page, "school-kind-hbo");
  await click(page, "Begin met de scan");
  await arrived(page, "#/scan/1/strategic");
  const nothing = await chosen(page);
  assert.deepEqual(Object.values(nothing), Array(7).fill(null));

  const wipe = "Wis antwoord: Vast onderdeel";
  assert.equal(await page.evaluate(() => document.querySelector("#S1 .clear").checkVisibility({ visibilityProperty: true })), false);
  await choose(page, "S1-5");
  await click(page, wipe);
  await until(page, () => !document.querySelector("#S1 input:checked"));
  assert.deepEqual(await chosen(page), nothing);
  await choose(page, "S1-2");
  assert.equal((await chosen(page)).S1, "2", "another answer can be given after that");
  await choose(page, "S1-not-applicable");
  assert.equal((await chosen(page)).S1, "not-applicable", "one answer takes the place of another");
});

forEachBrowser("‘don't know’ and ‘does not apply’ do not count, and too few answers are told", async (page, t, site) => {
  await open(page, site);
  const scan = await begin(page, { role: "school", sector: "mbo", variant: "quick" });
  const unscored = Object.fromEntries(Object.keys(KNOWN).map((id) => [id, "dont-know"]));
  await toResult(page, { ...unscored, S1: "not-applicable" });
  const { sentence, priorities, levels } = await outcome(page);
  assert.equal(sentence, "Er zijn nog te weinig antwoorden voor een beeld.");
  assert.deepEqual(priorities, []);
  assert.ok(levels.every((level) => /\| – \| te weinig antwoorden \| 0 van 3$/.test(level)), levels.join("\n"));

  // Two of the three count: more than half, so there is a score.
  await page.goto(`${site.url}#/scan/${scan}/strategic`);
  await arrived(page, `#/scan/${scan}/strategic`);
  await answerLevel(page, { S1: 4, S5: 5 });
  await page.goto(`${site.url}#/result/${scan}`);
  await arrived(page, `#/result/${scan}`);
  const some = await outcome(page);
  assert.equal(some.sentence, "Alleen bij ‘Strategisch’ zijn er genoeg antwoorden voor een score.");
  assert.equal(some.levels[0], "Strategisch | 4,5 | sterk | 2 van 3");
});

forEachBrowser("what was skipped is pointed out once, and going on is always possible", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "school", sector: "vo", variant: "quick" });
  await answerLevel(page, { S1: 3 });
  await click(page, "Verder");
  await until(page, () => document.activeElement.id === "problem");
  assert.match(await text(page, "#problem"), /^Je hebt 2 stellingen overgeslagen\. Dat mag\./);
  assert.deepEqual(await texts(page, "#problem li"), ["Duidelijke verwachtingen", "Allebei voordeel"]);
  await axe(page);
  // What is skipped is one press away.
  await click(page, "Duidelijke verwachtingen", "#problem");
  await until(page, () => document.activeElement.name === "S5");
  await choose(page, "S5-4");
  assert.match(await text(page, "#problem"), /^Je hebt één stelling overgeslagen\./);
  await choose(page, "S7-4");
  assert.equal(await text(page, "#problem"), "Alles op deze pagina is beantwoord. Kies ‘Verder’.");
  await click(page, "Wis antwoord: Allebei voordeel");
  await go(page, "Verder", "#/scan/1/tactical", "Tactisch");

  // The next level has a reminder of its own; 'Verder' again passes.
  await click(page, "Verder");
  await until(page, () => document.activeElement.id === "problem");
  await go(page, "Verder", "#/scan/1/operational", "Operationeel");
  // Back on a level that was pointed out already there is no second reminder.
  await go(page, "Vorige", "#/scan/1/tactical", "Tactisch");
  await go(page, "Verder", "#/scan/1/operational", "Operationeel");
});

forEachBrowser("one answer is changed from the check screen, and the way leads back there", async (page, t, site) => {
  await open(page, site);
  const scan = await begin(page, { role: "school", sector: "vo", variant: "quick" });
  await toCheck(page, KNOWN);
  assert.match(await text(page, "main .lead"), /^12 van de 12 stellingen beantwoord\./);
  const rows = () => texts(page, "#check-operational + ul .answer");
  assert.deepEqual(await rows(), ["Klopt bijna niet", "Klopt helemaal niet", "Klopt een beetje"]);
  await click(page, "Verander: Rooster geeft ruimte");
  await until(page, () => location.hash.endsWith("/O3") && document.activeElement.id === "O3-1");
  await choose(page, "O3-5");
  await click(page, "Terug naar je antwoorden");
  // Where one came from, not at the top of a long list.
  await until(page, () => document.activeElement.id === "change-O3");
  assert.deepEqual(await page.evaluate(() => [location.hash, document.querySelector("main h1").textContent]), [
    `#/scan/${scan}/check`,
    "Klopt alles?",
  ]);
  const { top, bottom } = await page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
  assert.ok(top >= 0 && bottom <= 800, `in sight, not at ${top}`);
  assert.deepEqual(await rows(), ["Klopt bijna niet", "Klopt helemaal", "Klopt een beetje"]);
});

forEachBrowser("the browser's back and forward walk through the screens and keep the answers", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "school", sector: "vo", variant: "quick" });
  await answerLevel(page, KNOWN);
  await go(page, "Verder", "#/scan/1/tactical", "Tactisch");
  await answerLevel(page, KNOWN);
  await back(page);
  await arrived(page, "#/scan/1/strategic", "Strategisch");
  assert.deepEqual(await chosen(page), { S1: "5", S5: "4", S7: "4" });
  await back(page);
  await arrived(page, "#/new", "Voordat je begint");
  await back(page);
  await arrived(page, "", "Hoe staat jullie samenwerking ervoor?");
  for (const [address, said] of [["#/new", "Voordat je begint"], ["#/scan/1/strategic", "Strategisch"]]) {
    await forward(page);
    await arrived(page, address, said);
  }
  await forward(page);
  await arrived(page, "#/scan/1/tactical", "Tactisch");
  assert.deepEqual(await chosen(page), { T1: "4", T3: "3", T4: "4" });
});

forEachBrowser("the second press of a double click answers nothing on the next screen", async (page, t, site) => {
  await open(page, site);
  await begin(page, { role: "school", sector: "vo", variant: "quick" });
  await answerLevel(page, KNOWN);
  await go(page, "Verder", "#/scan/1/tactical");
  // The press that the browser counts as the second one, on what has come under the pointer.
  const { x, y } = await (await page.$('label[for="T1-3"]')).clickablePoint();
  await page.mouse.move(x, y);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  assert.deepEqual(await chosen(page), { T1: null, T3: null, T4: null });
  await page.mouse.click(x, y);
  await until(page, () => document.querySelector("#T1-3").checked);
}, { browsers: ["chromium"] });

forEachBrowser("an address of something that is not here says so", async (page, t, site) => {
  await open(page, site, { at: "#/result/7" });
  assert.equal(await heading(page), "Dit staat hier niet");
  await go(page, "Naar het begin", "#/");
});
