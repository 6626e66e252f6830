// From a goal to a plan that leaves: the three steps, what fits, the plan and its files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS, axe, download, forEachBrowser, pdfText, storageBlocked, until, withPage } from "./harness.mjs";
import {
  arrived,
  back,
  begin,
  beginSteps,
  choose,
  click,
  fill,
  go,
  heading,
  importFile,
  kept,
  keptBody,
  notice,
  open,
  openFile,
  reload,
  resultFile,
  text,
  texts,
  toAnswer,
  toPlan,
  toSaved,
  unfold,
  value,
} from "./walk.mjs";

const LISTED = { goals: ["young_talent"], groups: ["mbo"], time: "middle" };
const WEAK = { goals: ["regional_position"], groups: ["mbo"], time: "low" };
const NONE = { goals: ["innovation"], groups: ["mbo"], time: "low" };

/** A plan as a file: what leaves a browser after a while. */
const planFile = (change = {}, version = 1) => ({
  format: "samenscan.plan",
  version,
  plan: {
    id: "00000000000000aa",
    title: "Techniek dichtbij",
    created_on: "2026-11-02",
    choice: { goals: ["young_talent"], groups: ["mbo"], time: "middle" },
    next_action: 4,
    actions: [
      action(1, "Gastles geven", { when: "2026-12-07", who: "Noor", cue: "het maandag is", first_step: "bel ik de school" }),
      action(2, "Bedrijfsbezoek", { when: "2027-01-11", done: true }),
      action(3, "Stageplek bieden", { origin: { kind: "item", id: "AC-M1", source: "FME, hoofdstuk 3" } }),
    ],
    next_review: 2,
    reviews: [{ number: 1, on: "2027-02-22", note: "Wat ging goed?" }],
    steps: ["clear_plan", "seek_contact", "work_together", "clear_agreements", "use_what_exists", "make_it_fun"].map(
      (step) => ({ step, done: false, note: "" }),
    ),
    ...change,
  },
});
const action = (number, what, change = {}) => ({
  number,
  what,
  when: null,
  who: "",
  cue: "",
  first_step: "",
  done: false,
  origin: { kind: "own" },
  ...change,
});

/** Shows a plan from a file. */
async function planned(page, site, file = planFile()) {
  await open(page, site);
  await importFile(page, site, file);
}

/** What each action is, in order. */
const whats = (page) => page.evaluate(() => [...document.querySelectorAll(".actions [id$=what]")].map((field) => field.value));

/** Reads a calendar by the rules of RFC 5545, and fails where it does not follow them. */
function calendar(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  assert.ok(text.endsWith("\r\n"), "the last line ends");
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) {
    assert.ok(!/[\r\n]/.test(line), `a bare line break in ${JSON.stringify(line)}`);
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
  }
  const events = [];
  const open = [];
  for (const line of physical.join("\r\n").replaceAll("\r\n ", "").split("\r\n")) {
    const [, name, parameters, raw] = line.match(/^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/s) ?? assert.fail(`no property: ${line}`);
    if (name === "BEGIN") {
      open.push(raw);
      if (raw === "VEVENT") events.push({});
    } else if (name === "END") {
      assert.equal(open.pop(), raw);
    } else if (open.at(-1) === "VEVENT") {
      assert.ok(!(name in events.at(-1)), `twice: ${name}`);
      events.at(-1)[name + parameters] = raw.replace(/\\([\\;,nN])/g, (_, c) => (/n/i.test(c) ? "\n" : c));
    }
  }
  assert.deepEqual(open, []);
  for (const event of events) {
    for (const needed of ["UID", "DTSTAMP", "SUMMARY", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"]) assert.ok(event[needed], needed);
    assert.match(event.DTSTAMP, /^\d{8}T\d{6}Z$/);
  }
  assert.equal(new Set(events.map((event) => event.UID)).size, events.length, "every entry has a name of its own");
  return events;
}

forEachBrowser("a combination that the source lists leads to a plan that leaves", async (page, t, site) => {
  await beginSteps(page, site);
  assert.equal(await text(page, ".step"), "Stap 1 van 3");
  // Without a choice there is no way on.
  await click(page, "Verder");
  await until(page, () => document.activeElement.id === "problem");
  assert.equal(await text(page, "#problem"), "Kies minstens één doel.");
  await toAnswer(page, LISTED);
  assert.equal(await heading(page), "11 mogelijkheden passen bij jullie");
  assert.deepEqual(await texts(page, ".chosen dd"), [
    "Jong talent ontdekken Verander: Doel",
    "middelbaar beroepsonderwijs (mbo) Verander: Doelgroep",
    "Meer tijd en menskracht Verander: Tijd",
  ]);
  assert.equal(await page.evaluate(() => document.querySelectorAll(".answer > section .suggestion").length), 11);
  const weak = await page.evaluate(() => {
    const folded = document.querySelector("details.weak");
    return { open: folded.open, says: folded.querySelector("summary").innerText.trim(), count: folded.querySelectorAll(".suggestion").length };
  });
  assert.deepEqual(weak, { open: false, says: "Ideeën van ons (6)", count: 6 }, "own ideas never stand among the rest");

  const first = await text(page, ".suggestion h3");
  await toPlan(page);
  assert.deepEqual(await whats(page), [first]);
  const when = await value(page, "action-1-when");
  assert.match(when, /^\d{4}-\d\d-\d\d$/, "a day is suggested");
  assert.notEqual(await value(page, "action-1-first"), "", "and a first step");
  const entries = calendar((await download(page, () => click(page, "Zet in je agenda"))).bytes);
  assert.deepEqual(entries.map((entry) => entry.SUMMARY), [first, "Terugkijken: Ons plan", "Terugkijken: Ons plan"]);
  assert.equal(entries[0]["DTSTART;VALUE=DATE"], when.replaceAll("-", ""));
});

forEachBrowser("a combination with own ideas only says so, and one of them can be planned", async (page, t, site) => {
  await beginSteps(page, site);
  await toAnswer(page, WEAK);
  assert.equal(await heading(page), "Hiervoor zijn er alleen losse ideeën");
  assert.equal(await page.$(".answer > section .suggestion"), null, "nothing but own ideas");
  assert.equal(await page.evaluate(() => document.querySelector("details.weak").open), false);
  await click(page, "Ideeën van ons (1)");
  assert.equal(await text(page, ".weak .suggestion h3"), "Open dag van je bedrijf");
  await toPlan(page);
  assert.deepEqual(await whats(page), ["Open dag van je bedrijf"]);
  const file = await download(page, () => click(page, "Bewaar als bestand", ".files"));
  const { plan } = JSON.parse(file.text);
  assert.deepEqual(plan.choice, WEAK);
  assert.equal(plan.actions[0].origin.id, "AC-L4");
});

forEachBrowser("a combination with nothing offers a way out that keeps the rest", async (page, t, site) => {
  await beginSteps(page, site);
  await toAnswer(page, NONE);
  assert.equal(await heading(page), "Hiervoor noemen de bronnen niets");
  assert.equal(await page.$(".suggestion"), null);
  const lead = await text(page, ".answer > .lead");
  assert.equal((await texts(page, ".answer p")).filter((said) => said === lead).length, 1, "it is said once");
  await axe(page);
  await click(page, "Kies 'Veel tijd en menskracht'");
  await until(page, () => document.querySelector("main h1").textContent === "12 mogelijkheden passen bij jullie");
  assert.deepEqual((await keptBody(page)).wish, { ...NONE, time: "high" }, "goal and group stay");
  await toPlan(page);
  assert.equal((await whats(page)).length, 1);
  const plain = await page.evaluate(() => document.querySelector("#result-text").value);
  assert.ok(plain.includes("Innovatie een boost geven") && plain.includes("Veel tijd en menskracht"), plain);
});

forEachBrowser("several goals and groups, a reload in the middle, and the browser's back keep every choice", async (page, t, site) => {
  await beginSteps(page, site);
  await choose(page, "goal-visibility");
  await choose(page, "goal-learning_culture");
  await go(page, "Verder", "#/steps/groups", "Met wie wil je samenwerken?");
  assert.equal(await text(page, ".step"), "Stap 2 van 3");
  const hints = await texts(page, ".choices .hint");
  assert.ok(hints.every((hint) => hint.startsWith("Past vaak bij je doel.")), "each group is hinted at by one of the goals");
  await choose(page, "group-vo");
  await choose(page, "group-po");
  await go(page, "Verder", "#/steps/time", "Hoeveel tijd is er?");
  await reload(page);
  await until(page, () => document.querySelector("#time-low"));
  await back(page);
  await arrived(page, "#/steps/groups", "Met wie wil je samenwerken?");
  const checked = () => page.evaluate(() => [...document.querySelectorAll("main input:checked")].map((input) => input.id));
  assert.deepEqual(await checked(), ["group-po", "group-vo"]);
  await go(page, "Vorige", "#/steps", "Wat wil je bereiken?");
  assert.deepEqual(await checked(), ["goal-visibility", "goal-learning_culture"]);
  await page.goto(`${site.url}#/steps/time`);
  await arrived(page, "#/steps/time");
  await choose(page, "time-high");
  await go(page, "Bekijk wat past", "#/steps/answer");
  assert.match(await text(page, ".chosen dd"), /^Jezelf én de sector op de kaart zetten en Sterke leercultuur creëren/);
  // English, in the middle of things.
  await click(page, "English", "header");
  await until(page, () => /options fit you$/.test(document.querySelector("main h1").textContent));
});

forEachBrowser("a double click chooses a goal, as one click does", async (page, t, site) => {
  await beginSteps(page, site);
  const row = await page.$('label[for="goal-innovation"]');
  await row.click({ count: 2 });
  await until(page, () => document.querySelector("#goal-innovation").checked);
  await click(page, "Verder");
  await arrived(page, "#/steps/groups");
  assert.deepEqual((await keptBody(page)).wish.goals, ["innovation"]);
});

forEachBrowser("advice of a scan goes into the plan with its source", async (page, t, site) => {
  await open(page, site);
  await importFile(page, site, resultFile());
  const advice = "Plan de dagen bij het bedrijf als eerste in het rooster.";
  await click(page, `Zet in plan: ${advice}`, ".priorities");
  await go(page, `Staat in je plan: ${advice}`, "#/plan/1", "Ons plan");
  assert.deepEqual(await whats(page), [advice]);
  assert.match(await text(page, ".actions .source"), /^Bron: .*GKC/);
  // Back on the result it is not offered twice.
  await back(page);
  await until(page, () => document.querySelector(".priorities"));
  assert.equal(await text(page, ".priorities .in-plan"), `Staat in je plan: ${advice}`);
  assert.equal((await keptBody(page)).plans[0].plan.actions[0].origin.kind, "advice");
});

forEachBrowser("a plan is filled in, arranged and kept", async (page, t, site) => {
  await beginSteps(page, site);
  await toAnswer(page, LISTED);
  await toPlan(page);
  await fill(page, "plan-title", "Techniek dichtbij");
  await until(page, () => document.querySelector("main h1").textContent === "Techniek dichtbij");
  await click(page, "Eigen actie toevoegen");
  await click(page, "Eigen actie toevoegen");
  await until(page, () => document.querySelectorAll(".actions > li").length === 3);
  await fill(page, "action-2-what", "Bel de school");
  await fill(page, "action-3-what", "Koffie met de docent");
  await fill(page, "action-2-who", "Zoë");
  await fill(page, "action-2-when", "2027-01-11");
  await fill(page, "action-2-cue", "ik maandag begin");
  await fill(page, "action-2-first", "bel ik meteen");
  const first = (await whats(page))[0];
  await click(page, "Omhoog Koffie met de docent");
  await until(page, () => document.querySelectorAll(".actions [id$=what]")[1].id === "action-3-what");
  await click(page, `Omlaag ${first}`);
  await until(page, () => document.querySelectorAll(".actions [id$=what]")[0].id === "action-3-what");
  assert.deepEqual(await whats(page), ["Koffie met de docent", first, "Bel de school"]);
  await choose(page, "action-2-done");

  // Taken out and put back in its old place.
  await click(page, `Haal weg ${first}`);
  await until(page, () => document.activeElement.id === "undo");
  assert.deepEqual(await whats(page), ["Koffie met de docent", "Bel de school"]);
  await click(page, "Haal terug");
  await until(page, () => document.querySelectorAll(".actions > li").length === 3);
  assert.deepEqual(await whats(page), ["Koffie met de docent", first, "Bel de school"]);

  // The moments to look back, and the six steps.
  await fill(page, "review-1", "2027-03-01");
  await fill(page, "review-note-1", "Eerste regel\nTweede regel");
  await click(page, "Nog een moment toevoegen");
  await until(page, () => document.querySelectorAll(".reviews > li").length === 3);
  await choose(page, "step-clear_plan");
  await until(page, () => /^1 van de 6 stappen gedaan/.test(document.querySelector("#guide-heading + p").textContent));
  await fill(page, "step-note-clear_plan", "Doel staat vast");

  await reload(page);
  await until(page, () => document.querySelector("#plan-title"));
  const seen = await page.evaluate(() =>
    ["plan-title", "action-2-who", "action-2-when", "action-2-cue", "action-2-first", "review-1", "review-note-1", "step-note-clear_plan"].map(
      (id) => document.getElementById(id).value,
    ),
  );
  assert.deepEqual(seen, [
    "Techniek dichtbij",
    "Zoë",
    "2027-01-11",
    "ik maandag begin",
    "bel ik meteen",
    "2027-03-01",
    "Eerste regel\nTweede regel",
    "Doel staat vast",
  ]);
  assert.deepEqual(await whats(page), ["Koffie met de docent", first, "Bel de school"]);
  assert.deepEqual(
    await page.evaluate(() => ["action-2-done", "action-3-done", "step-clear_plan"].map((id) => document.getElementById(id).checked)),
    [true, false, true],
  );
});

forEachBrowser(
  "on a phone a long action is seen whole, and stays one line",
  async (page, t, site) => {
    await planned(page, site);
    const what = "action-1-what";
    const sizes = () =>
      page.evaluate((what) => {
        const { clientHeight, scrollHeight, clientWidth, scrollWidth } = document.getElementById(what);
        return { height: clientHeight, cutOff: scrollHeight > clientHeight || scrollWidth > clientWidth };
      }, what);
    await fill(page, what, "Bel");
    const short = await sizes();
    const long = "Nodig twee docenten uit voor een dag in het bedrijf, en laat ze zelf een opdracht voor leerlingen bedenken.";
    await fill(page, what, long);
    const whole = await sizes();
    assert.ok(short.height < 60 && whole.height > 2 * short.height, JSON.stringify([short, whole]));
    assert.deepEqual([short.cutOff, whole.cutOff], [false, false]);
    await page.evaluate((what) => document.getElementById(what).setSelectionRange(5, 5), what);
    for (const key of ["Enter", "y"]) await page.keyboard.press(key);
    await page.keyboard.down("Shift");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Shift");
    await page.keyboard.press("z");
    assert.equal(await value(page, what), long.replace("Nodig", "Nodigyz"), "Enter does nothing, and typing goes on where one was");
    // What is pasted may have lines.
    await fill(page, what, "Bel\r\nde school");
    await until(page, (what) => document.getElementById(what).value === "Bel de school", what);
    assert.equal((await keptBody(page)).plans[0].plan.actions[0].what, "Bel de school");
    // Several lines stay possible where there is room for them.
    await page.focus("#review-note-1");
    const before = await value(page, "review-note-1");
    await page.evaluate(() => document.getElementById("review-note-1").setSelectionRange(0, 0));
    await page.keyboard.press("Enter");
    assert.equal(await value(page, "review-note-1"), `\n${before}`);
  },
  { viewport: { width: 320, height: 640 } },
);

forEachBrowser(
  "a long name breaks after its slash, and is copied as it is",
  async (page, t, site) => {
    const name = "Smart/Veiligheidsacademie";
    await beginSteps(page, site);
    await toAnswer(page, { goals: ["learning_culture"], groups: ["mbo"], time: "middle" });
    await unfold(page);
    const seen = await page.evaluate((name) => {
      const heading = [...document.querySelectorAll(".suggestion h3")].find((one) => one.textContent === name);
      const range = document.createRange();
      // Each letter belongs to the line on which it stands.
      const lines = new Map();
      for (const text of [...heading.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE)) {
        [...text.data].forEach((letter, place) => {
          range.setStart(text, place);
          range.setEnd(text, place + 1);
          const top = Math.round(range.getBoundingClientRect().top);
          lines.set(top, (lines.get(top) ?? "") + letter);
        });
      }
      getSelection().selectAllChildren(heading);
      return { lines: [...lines.values()], copied: getSelection().toString() };
    }, name);
    assert.deepEqual(seen, { lines: ["Smart/", "Veiligheidsacademie"], copied: name });
  },
  { viewport: { width: 320, height: 640 } },
);

forEachBrowser("what cannot be kept stays in its field with the reason, and what was kept stays kept", async (page, t, site) => {
  await planned(page, site);
  const long = "x".repeat(10_000);
  for (const [id, typed, sentence] of [
    ["review-note-1", long, "Deze tekst is te lang en nog niet bewaard. Gebruik hoogstens 2000 tekens."],
    ["action-1-what", long, "Deze tekst is te lang en nog niet bewaard. Gebruik hoogstens 200 tekens."],
    ["plan-title", long, "Deze tekst is te lang en nog niet bewaard. Gebruik hoogstens 200 tekens."],
    ["review-1", "2500-01-01", "Deze datum bestaat niet of ligt te ver weg. Hij is niet bewaard."],
  ]) {
    const before = await kept(page);
    await fill(page, id, typed);
    await until(page, (id) => document.getElementById(`${id}-why`).textContent !== "", id);
    assert.equal(await text(page, `#${id}-why`), sentence);
    assert.equal(await value(page, id), typed, `${id}: what was typed is still there`);
    assert.equal(await page.evaluate((id) => document.getElementById(id).getAttribute("aria-invalid"), id), "true");
    assert.deepEqual(await kept(page), before, `${id}: nothing else was kept`);
  }
  await axe(page);
  await fill(page, "review-1", "2027-04-05");
  await until(page, () => document.querySelector("#review-1-why").textContent === "");
  assert.equal((await keptBody(page)).plans[0].plan.reviews[0].on, "2027-04-05");
});

forEachBrowser("the calendar has the days of the plan, also with Dutch letters and long lines", async (page, t, site) => {
  const long = `Één heel lange regel; met komma's, een \\ en ${"ë".repeat(120)}`;
  const file = planFile();
  file.plan.title = "Café & co; ’s-Hertogenbosch";
  file.plan.actions[0].what = long;
  await planned(page, site, file);
  const ics = await download(page, () => click(page, "Zet in je agenda"));
  assert.equal(ics.name, "samenscan-plan-2026-11-02.ics");
  const [guest, visit, review, ...more] = calendar(ics.bytes);
  assert.deepEqual(more, [], "an action without a day is no entry");
  assert.equal(guest.SUMMARY, long);
  assert.deepEqual([guest["DTSTART;VALUE=DATE"], guest["DTEND;VALUE=DATE"]], ["20261207", "20261208"]);
  assert.ok(guest.DESCRIPTION.includes("Noor") && guest.DESCRIPTION.includes("bel ik de school"), guest.DESCRIPTION);
  assert.equal(visit.SUMMARY, "Bedrijfsbezoek (klaar)");
  assert.deepEqual([review.SUMMARY, review["DTSTART;VALUE=DATE"]], ["Terugkijken: Café & co; ’s-Hertogenbosch", "20270222"]);
  assert.equal(review.DESCRIPTION, "Wat ging goed?");

  // A plan without a day makes no calendar, and that is told.
  const dayless = planFile({ id: "00000000000000ab", reviews: [], actions: [action(1, "Ooit")] });
  await importFile(page, site, dayless);
  await click(page, "Zet in je agenda");
  await until(page, () => document.querySelector("#newest-notice"));
  assert.equal(await notice(page), "Er staat nog geen datum in dit plan.");
});

for (const browser of BROWSERS) {
  test(`a plan as a file is the same plan in another browser (${browser})`, { timeout: 60_000 }, async () => {
    let file;
    await withPage(browser, async (page, _, site) => {
      await planned(page, site);
      file = await download(page, () => click(page, "Bewaar als bestand", ".files"));
      assert.equal(file.name, "samenscan-plan-2026-11-02.json");
      assert.deepEqual(JSON.parse(file.text), planFile(), "what was opened is what leaves");
      await toSaved(page, site);
      await openFile(page, file.text);
      assert.equal(await notice(page), "Dit plan stond er al.");
    });
    await withPage(browser, async (page, _, site) => {
      await planned(page, site, file.text);
      await until(page, () => document.querySelector("h1").textContent === "Techniek dichtbij");
      const again = await download(page, () => click(page, "Bewaar als bestand", ".files"));
      assert.equal(again.text, file.text);
    });
  });
}

forEachBrowser("a plan file that cannot be used is named for what it is and changes nothing", async (page, t, site) => {
  await planned(page, site);
  await toSaved(page, site);
  const before = await kept(page);
  const broken = planFile({ created_on: "2026-02-30" });
  const text = JSON.stringify(planFile());
  for (const [what, contents, sentence] of [
    ["newer", planFile({}, 99), "Dit bestand komt uit een nieuwere versie. Laad de pagina opnieuw en probeer het nog eens."],
    ["30 February", broken, "Dit plan is beschadigd. Er is niets veranderd."],
    ["half a file", text.slice(0, text.length / 2), "Dit plan is beschadigd. Er is niets veranderd."],
    ["too long a title", planFile({ title: "x".repeat(201) }), "Dit plan is beschadigd. Er is niets veranderd."],
  ]) {
    await openFile(page, contents);
    assert.equal(await notice(page), sentence, what);
    assert.deepEqual(await kept(page), before, what);
    await click(page, "Sluiten", "#newest-notice");
    await until(page, () => !document.querySelector("#newest-notice"));
  }
});

forEachBrowser("a plan on paper is one page with everything that matters and nothing to press", async (page, t, site) => {
  await planned(page, site);
  const buttons = await page.evaluate(() =>
    [...document.querySelectorAll("main button, main .button, nav *, footer a")].map((one) => one.innerText.trim()).filter(Boolean),
  );
  assert.ok(buttons.includes("Print het plan"));
  const printed = await pdfText(page);
  assert.equal(printed.split("\f").length - 1, 1, "one page");
  const paper = printed.replace(/\s+/g, " ");
  for (const words of [
    "Techniek dichtbij",
    "Jong talent ontdekken",
    "Gastles geven",
    "7 december 2026",
    "Noor",
    "bel ik de school",
    "☑ Bedrijfsbezoek",
    "☐ Stageplek bieden",
    "22 februari 2027",
    "Wat ging goed?",
    "Begin met een helder plan",
    "Maak het leuk en leerzaam",
  ]) {
    assert.ok(paper.includes(words), `on paper: ${words}`);
  }
  assert.deepEqual(buttons.filter((words) => paper.includes(words)), []);
});

forEachBrowser("there can be several plans, and one is deleted with care", async (page, t, site) => {
  await planned(page, site);
  await click(page, "Begin een nieuw plan");
  await arrived(page, "#/plan/2", "Ons plan");
  await fill(page, "plan-title", "Tweede plan");
  await toSaved(page, site);
  const names = () => texts(page, "#plans-heading + ul h3");
  await until(page, () => document.querySelectorAll("#plans-heading + ul > li").length === 2);
  assert.deepEqual(await names(), ["Tweede plan", "Techniek dichtbij"]);
  await go(page, "Open het plan: Techniek dichtbij", "#/plan/1", "Techniek dichtbij");
  await click(page, "Verwijder dit plan");
  await until(page, () => document.activeElement.id === "delete-question");
  assert.equal(await text(page, "#delete-question p"), "‘Techniek dichtbij’ verwijderen?");
  await click(page, "Ja, verwijder");
  await until(page, () => location.hash === "#/saved" && document.querySelector("#undo"));
  assert.deepEqual(await names(), ["Tweede plan"]);
  await click(page, "Haal terug");
  await until(page, () => document.querySelectorAll("#plans-heading + ul > li").length === 2);
  assert.deepEqual(await names(), ["Tweede plan", "Techniek dichtbij"]);
});

forEachBrowser("markup and formulas in a title are text wherever they stand", async (page, t, site) => {
  const title = `<img src=x onerror="document.title='owned'">=1+1`;
  const file = planFile({ title });
  file.plan.actions[0].what = "<script>document.title='owned'</script>";
  await planned(page, site, file);
  assert.equal(await heading(page), title);
  await toSaved(page, site);
  assert.equal(await text(page, "#plans-heading + ul h3"), title);
  await click(page, "English", "header");
  await until(page, () => document.documentElement.lang === "en");
  assert.equal(await page.$("main img, main script"), null);
  assert.notEqual(await page.title(), "owned");
});

forEachBrowser("the stepper and the plan work where the browser keeps nothing, and offer the file", async (page, t, site) => {
  await storageBlocked(page);
  await beginSteps(page, site);
  await toAnswer(page, LISTED);
  await toPlan(page);
  await fill(page, "plan-title", "Los plan");
  const warning = 'section[aria-label="Bewaren lukt niet"]';
  assert.match(await text(page, warning), /^Deze browser bewaart niets\./);
  const file = await download(page, () => click(page, "Bewaar als bestand", warning));
  await reload(page);
  assert.equal(await heading(page), "Dit staat hier niet");
  await importFile(page, site, file.text);
  assert.equal(await heading(page), "Los plan");
});

forEachBrowser("a school reads the stepper the other way", async (page, t, site) => {
  await open(page, site);
  await choose(page, "role-school");
  await click(page, "Nog niet");
  await until(page, () => document.querySelector("#group-mbo"));
  assert.equal(await heading(page), "Wat kunnen we een bedrijf vragen?");
  assert.equal(await page.$(".suggestion"), null);
  await choose(page, "group-mbo");
  await choose(page, "time-middle");
  await until(page, () => document.querySelector("#asks-heading"));
  const [, count] = (await text(page, "#asks-heading")).match(/^Dit kun je vragen \((\d+)\)$/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("#asks-heading + ul > li").length), Number(count));
  assert.ok(Number(count) > 0);
});

forEachBrowser("of what fits only what is unfolded is printed", async (page, t, site) => {
  await beginSteps(page, site);
  await toAnswer(page, LISTED);
  const first = await text(page, ".suggestion h3");
  const folded = (await pdfText(page)).replace(/\s+/g, " ");
  assert.ok(folded.includes(first));
  assert.ok(!folded.includes("Waarom past dit?") && !folded.includes("Ideeën van ons"), "folded and not on paper");
  await page.click(".suggestion summary");
  const unfolded = (await pdfText(page)).replace(/\s+/g, " ");
  assert.equal(unfolded.split("Waarom past dit?").length - 1, 1, "unfolded and on paper");
  assert.ok(unfolded.includes("De tekst over deze activiteit noemt dit doel."), unfolded);
// Firefox's driver does not print a page twice.
}, { browsers: ["chromium"] });

forEachBrowser(
  "what the stepper needs is fetched when it is first needed, and asked for again after a failure",
  async (page, t, site) => {
    await open(page, site);
    await begin(page, { role: "company", sector: "vo", variant: "quick" });
    assert.deepEqual(site.requests.filter((path) => path.includes("stepper")), []);
    await page.goto(`${site.url}#/steps`);
    await until(page, () => document.querySelector('main [role="alert"]'));
    assert.equal(await text(page, "main .lead"), "De mogelijkheden konden niet worden opgehaald. Controleer je verbinding.");
    await axe(page);
    await click(page, "Probeer opnieuw");
    await until(page, () => document.querySelector("#goal-young_talent"));
  },
  {
    answer: (() => {
      const failed = new Set();
      return (path, response) => {
        if (!path.includes("/stepper.") || failed.has(response.req.headers["user-agent"])) return false;
        failed.add(response.req.headers["user-agent"]);
        response.writeHead(503).end();
        return true;
      };
    })(),
    allow: { console: [/503/] },
  },
);
