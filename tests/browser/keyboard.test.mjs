// The whole application without a mouse: where the focus is after every step.

import assert from "node:assert/strict";
import { focused, forEachBrowser, press, pressUntil, until, untilHere } from "./harness.mjs";
import { choose, importFile, open, outcome, resultFile, text } from "./walk.mjs";

/** Presses a key that changes the screen, and waits until the focus is on what is wanted. */
async function pressTo(page, key, wanted) {
  await press(page, key);
  let at;
  const right = () => (wanted instanceof RegExp ? wanted.test(at) : at === wanted);
  await untilHere(async () => {
    at = await focused(page);
    return right();
  }, `the focus on ${wanted}`).catch((error) => {
    throw new Error(`${error.message}; it is on ${at}`);
  });
}

/** From where the focus is to the answers of the next statement, and answers it: the first answer is 1. */
async function answerNext(page, id, value) {
  await pressUntil(page, "Tab", /^radio /);
  assert.equal(await page.evaluate(() => document.activeElement.name), id);
  await press(page, " ", ...Array(value - 1).fill("ArrowDown"));
  await until(page, (wanted) => document.querySelector(wanted).checked, `#${id}-${value}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), `${id}-${value}`, "the arrows take the focus along");
}

forEachBrowser(
  "the quick scan by keyboard only, with the focus where it should be after each step",
  async (page, t, site) => {
    await open(page, site);

    // Straight to the content.
    assert.deepEqual(await press(page, "Tab"), ['link "Naar de inhoud"']);
    await pressTo(page, "Enter", /^main /);

    // Start: the arrows choose, Enter goes on.
    await pressUntil(page, "Tab", 'radio "Een bedrijf"');
    await pressTo(page, "ArrowDown", 'radio "Een school"');
    await until(page, () => document.querySelector("#role-school").checked);
    await pressUntil(page, "Tab", 'link "Ja, doe de scan"');
    await pressTo(page, "Enter", 'heading "Voordat je begint"');

    // Setup: what is missing is told, and one press leads there.
    await pressUntil(page, "Tab", 'button "Begin met de scan"');
    await pressTo(page, "Enter", /^\S+ "Kies eerst de soort school\."$/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "problem");
    assert.deepEqual(await press(page, "Tab"), ['link "Kies eerst de soort school."']);
    await pressTo(page, "Enter", 'radio "basisonderwijs (po)"');
    await press(page, " ");
    await press(page, "ArrowDown");
    await until(page, () => document.querySelector("#school-kind-vo").checked);
    assert.equal(await focused(page), 'radio "voortgezet onderwijs (vo)"');
    await until(page, () => !document.querySelector("#problem"));
    await pressUntil(page, "Tab", /^radio "Hele scan/);
    await pressTo(page, "ArrowUp", /^radio "Snelle scan/);
    await pressUntil(page, "Tab", /^textbox "Naam voor dit resultaat/);
    await page.keyboard.type("Smit");
    await pressTo(page, "Enter", 'heading "Strategisch"');

    // A level: an answer is given, taken back and given again.
    await answerNext(page, "S1", 5);
    await pressUntil(page, "Tab", 'button "Wis antwoord: Vast onderdeel"', { limit: 3 });
    await press(page, "Enter");
    await until(page, () => !document.querySelector("#S1 input:checked") && document.activeElement.name === "S1");
    await press(page, " ");
    await until(page, () => document.querySelector("#S1 input:checked"));
    await answerNext(page, "S5", 4);

    // One statement is skipped; the reminder has the focus and leads to it.
    await pressUntil(page, "Tab", 'button "Verder"');
    await pressTo(page, "Enter", /"Je hebt één stelling overgeslagen\./);
    assert.deepEqual(await press(page, "Tab"), ['button "Allebei voordeel"']);
    await pressTo(page, "Enter", 'radio "Klopt helemaal niet"');
    assert.equal(await page.evaluate(() => document.activeElement.name), "S7");
    await press(page, " ", "ArrowDown");
    await pressUntil(page, "Tab", 'button "Verder"');
    await pressTo(page, "Enter", 'heading "Tactisch"');

    for (const [statements, next, heading] of [
      [{ T1: 3, T3: 3, T4: 3 }, "Verder", 'heading "Operationeel"'],
      [{ O1: 1, O3: 3, O7: 3 }, "Verder", 'heading "Leerling of student"'],
      [{ I1: 4, I5: 4, I7: 4 }, "Bekijk je antwoorden", 'heading "Klopt alles?"'],
    ]) {
      for (const [id, value] of Object.entries(statements)) await answerNext(page, id, value);
      await pressUntil(page, "Tab", `button "${next}"`);
      await pressTo(page, "Enter", heading);
    }

    // One answer is changed, and the way leads back.
    await pressUntil(page, "Tab", 'link "Verander: Contacten opbouwen"');
    await pressTo(page, "Enter", 'radio "Klopt helemaal niet"');
    assert.equal(await page.evaluate(() => document.activeElement.id), "O1-1");
    await press(page, "ArrowDown");
    await pressUntil(page, "Tab", 'link "Terug naar je antwoorden"');
    await pressTo(page, "Enter", 'link "Verander: Contacten opbouwen"');
    assert.equal(await text(page, "main h1"), "Klopt alles?");
    await pressUntil(page, "Tab", 'link "Bekijk het resultaat"');
    await pressTo(page, "Enter", /^heading "Het sterkst: /);
    assert.equal((await outcome(page)).levels[2], "Operationeel | 2,7 | vraagt aandacht | 3 van 3");

    // What is folded opens, and the language changes without losing one's place.
    await pressUntil(page, "Tab", /"Waarom deze scores\?"$/);
    await press(page, "Enter");
    await until(page, () => document.querySelector(".why").open);
    await pressUntil(page, "Shift+Tab", 'button "English"');
    await press(page, "Enter");
    await until(page, () => document.documentElement.lang === "en");
    assert.equal(await focused(page), 'button "Nederlands"');
    assert.match(await text(page, "main h1"), /^Strongest: /);
  },
  { timeout: 180_000 },
);

forEachBrowser("deleting, bringing back and renaming by keyboard", async (page, t, site) => {
  await open(page, site);
  await importFile(page, site, resultFile({ label: "A" }));
  await pressUntil(page, "Shift+Tab", 'link "Resultaten"');
  await pressTo(page, "Enter", 'heading "Bewaarde resultaten"');
  await pressUntil(page, "Tab", 'button "Verwijder: A"');
  await pressTo(page, "Enter", /‘A’ verwijderen\?/);
  await pressUntil(page, "Tab", 'button "Nee, bewaar"', { limit: 2 });
  await pressTo(page, "Enter", 'button "Verwijder: A"');
  await pressTo(page, "Enter", /‘A’ verwijderen\?/);
  await pressUntil(page, "Tab", 'button "Ja, verwijder"', { limit: 1 });
  await pressTo(page, "Enter", /Verwijderd: 1\./);
  await pressUntil(page, "Tab", 'button "Haal terug"', { limit: 1 });
  await pressTo(page, "Enter", 'heading "Bewaarde resultaten"');
  await pressUntil(page, "Tab", /"Andere naam: A"$/);
  await press(page, "Enter");
  await pressUntil(page, "Tab", 'textbox "Naam van dit resultaat"', { limit: 1 });
  await page.keyboard.type("B");
  await until(page, () => document.querySelector("ul.kept h3").innerText.trim() !== "A");
  assert.equal(await focused(page), 'textbox "Naam van dit resultaat"');
});

forEachBrowser("adding advice to the plan and arranging it by keyboard never loses the focus", async (page, t, site) => {
  await open(page, site);
  await importFile(page, site, resultFile());
  for (const number of [0, 1]) {
    await pressUntil(page, "Tab", /^button "Zet in plan: /);
    const what = (await focused(page)).replace(/^button "Zet in plan: /, "").replace(/"$/, "");
    await press(page, "Enter");
    await until(page, (count) => document.querySelectorAll(".priorities .in-plan").length === count, number + 1);
    assert.equal(await focused(page), `link "Staat in je plan: ${what}"`);
  }
  await pressTo(page, "Enter", 'heading "Ons plan"');
  await pressUntil(page, "Tab", /^button "Omlaag /);
  const first = (await focused(page)).replace(/^button "Omlaag /, "");
  await press(page, "Enter");
  await until(page, (first) => first.startsWith(document.querySelectorAll(".actions [id$=what]")[1].value), first);
  assert.equal(await focused(page), `button "Omhoog ${first}`);
  await press(page, "Enter");
  await until(page, (first) => first.startsWith(document.querySelectorAll(".actions [id$=what]")[0].value), first);
  assert.equal(await focused(page), `button "Omlaag ${first}`);
});

forEachBrowser("where drawing takes long the focus is not lost in between", async (page, t, site) => {
  await open(page, site);
  await importFile(page, site, resultFile());
  await pressUntil(page, "Tab", /^button "Zet in plan: /);
  // A clock that leaps makes what draws give the browser a turn whenever it can, as it does on a slow phone.
  await page.evaluate(() => {
    const later = window.setTimeout;
    const now = Date.now;
    let leaps = 0;
    Date.now = () => now() + 100 * ++leaps;
    window.turns = [];
    window.setTimeout = (work, ...rest) =>
      later(() => {
        window.turns.push(document.activeElement === document.body ? "lost" : "held");
        work();
      }, ...rest);
  });
  await press(page, "Enter");
  await until(page, () => document.querySelector(".priorities .in-plan"));
  assert.match(await focused(page), /^link "Staat in je plan: /);
  await pressTo(page, "Enter", 'heading "Ons plan"');
  const turns = await page.evaluate(() => window.turns);
  assert.ok(turns.length >= 2, "there were turns");
  assert.deepEqual([...new Set(turns)], ["held"]);
});

forEachBrowser("the stepper by keyboard only", async (page, t, site) => {
  await open(page, site);
  await choose(page, "role-company");
  await pressUntil(page, "Tab", 'link "Nog niet"');
  await press(page, "Enter");
  await until(page, () => document.querySelector("#goal-young_talent") && document.activeElement.id === "heading");
  assert.match(await focused(page), /^heading /);
  await pressUntil(page, "Tab", 'button "Verder"');
  await press(page, "Enter");
  await until(page, () => document.activeElement.id === "problem");
  await pressUntil(page, "Tab", /^checkbox "Innovatie een boost geven/);
  await press(page, " ");
  await until(page, () => document.querySelector("#goal-innovation").checked && !document.querySelector("#problem"));
  await pressUntil(page, "Tab", 'button "Verder"');
  await press(page, "Enter");
  await until(page, () => document.activeElement.id === "heading" && location.hash === "#/steps/groups");
  await pressUntil(page, "Tab", /^checkbox "middelbaar beroepsonderwijs/);
  await press(page, " ");
  await pressUntil(page, "Tab", 'button "Verder"');
  await press(page, "Enter");
  await until(page, () => document.activeElement.id === "heading" && location.hash === "#/steps/time");
  await pressUntil(page, "Tab", /^radio "Weinig tijd/);
  await press(page, " ");
  await pressUntil(page, "Tab", 'button "Bekijk wat past"');
  await pressTo(page, "Enter", 'heading "Hiervoor noemen de bronnen niets"');

  // A way out is taken; all of the screen is new, so the heading is read again.
  await pressUntil(page, "Tab", /^button "Kies /);
  await pressTo(page, "Enter", /^heading "\d+ mogelijkheden passen bij jullie"$/);
  await pressUntil(page, "Tab", /^button "Zet in plan: /);
  await press(page, "Enter");
  await until(page, () => document.querySelector(".in-plan"));
  assert.match(await focused(page), /^link "Staat in je plan: /);
  await pressTo(page, "Enter", 'heading "Ons plan"');
  await pressUntil(page, "Tab", 'textbox "Naam van dit plan"');
  await page.keyboard.type("Samen vooruit");
  await pressUntil(page, "Tab", 'textbox "Wie"');
  await page.keyboard.type("Noor");
  await pressUntil(page, "Tab", /^button "Eigen actie toevoegen"/);
  await press(page, "Enter");
  await until(page, () => document.querySelectorAll(".actions > li").length === 2);
  await pressUntil(page, "Tab", 'button "Verwijder dit plan"');
  await pressTo(page, "Enter", /‘Samen vooruit’ verwijderen\?/);
  await pressUntil(page, "Tab", 'button "Nee, bewaar"', { limit: 2 });
  await pressTo(page, "Enter", 'button "Verwijder dit plan"');
}, { timeout: 120_000 });
