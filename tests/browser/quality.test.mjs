// What must hold on every screen and in every state of it, in both languages.

import assert from "node:assert/strict";
import { axe, forEachBrowser, htmlCheck, noSidewaysScroll, prefer, press, textSpacing, until } from "./harness.mjs";
import { drop, links, paste, scans, toGroup } from "./groups.mjs";
import {
  KNOWN,
  ON_PAPER,
  answerLevel,
  begin,
  choose,
  fill,
  importFile,
  invitationOf,
  open,
  openFile,
  openLink,
  resultFile,
  toCheck,
  unfold,
  value,
} from "./walk.mjs";

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

/** Shows a screen by its address, and waits until what belongs to it is there. */
async function show(page, address, wanted = "main h1") {
  await page.evaluate((address) => (location.hash = address), address);
  await until(
    page,
    (address, wanted) => location.hash === address && document.activeElement.id === "heading" && document.querySelector(wanted),
    address,
    wanted,
  );
}

/** Presses what a selector names, and waits for what comes of it. */
async function pressFor(page, selector, wanted) {
  await page.click(selector);
  await until(page, (wanted) => document.querySelector(wanted), wanted);
}

const PLAN = {
  format: "samenscan.plan",
  version: 1,
  plan: {
    id: "00000000000000aa",
    title: "Techniek dichtbij, met een naam die heel erg lang is: onderwijsarbeidsmarktfonds",
    created_on: "2026-11-02",
    choice: { goals: ["young_talent"], groups: ["mbo"], time: "middle" },
    next_action: 3,
    actions: [1, 2].map((number) => ({
      number,
      what: `Gastles ${number}`,
      when: "2026-12-07",
      who: "Noor",
      cue: "het maandag is",
      first_step: "bel ik de school",
      done: number === 2,
      origin: { kind: "item", id: "AC-L1", source: "FME, hoofdstuk 2" },
    })),
    next_review: 2,
    reviews: [{ number: 1, on: "2027-02-22", note: "Wat ging goed?" }],
    steps: ["clear_plan", "seek_contact", "work_together", "clear_agreements", "use_what_exists", "make_it_fun"].map(
      (step) => ({ step, done: step === "clear_plan", note: "" }),
    ),
  },
};

/** The screens of the scan, one after another; `at` is called on each. */
async function scanScreens(page, site, language, at) {
  await open(page, site, { language });
  await at("start");
  await choose(page, "role-school");
  await at("start, for a school");
  await show(page, "#/new");
  await at("setup");
  await pressFor(page, 'button[type="submit"]', "#problem");
  await at("setup without a kind of school");
  await choose(page, "school-kind-vo");
  await fill(page, "label", "x".repeat(81));
  await pressFor(page, 'button[type="submit"]', "#problem");
  await at("setup with too long a name");
  await fill(page, "label", "");
  await show(page, "#/");
  const scan = await begin(page, { role: "company", sector: "mbo", variant: "quick", language });
  await at("level");
  await answerLevel(page, { S1: 2, S5: "dont-know" });
  await pressFor(page, ".steps button.main", "#problem");
  await at("level with a reminder");
  await show(page, `#/scan/${scan}/check`);
  await at("check with open answers");
  await show(page, `#/result/${scan}`);
  await at("result with too few answers");
  await show(page, `#/scan/${scan}/strategic`);
  await toCheck(page, KNOWN, { language });
  await at("check");
  await show(page, "#/saved");
  await openFile(page, resultFile({ label: "Een naam die heel erg lang is: onderwijsarbeidsmarktfondsenwervingscampagne" }));
  await at("results with a message");
  await show(page, `#/result/${scan + 1}`);
  await unfold(page);
  await at("result, unfolded");
  const paper = resultFile({ answers: ON_PAPER });
  await show(page, "#/saved");
  await openFile(page, paper);
  await show(page, `#/result/${scan + 2}`, ".pattern");
  await at("result ‘on paper only’");
  await show(page, "#/saved");
  await unfold(page);
  await at("results");
  await openFile(page, "geen resultaat");
  await at("results with a problem");
  await pressFor(page, `#delete-${scan}`, "#delete-question");
  await at("results, about to delete");
  await pressFor(page, "#delete-question button", "#undo");
  await at("results, deleted");
  await show(page, "#/about");
  await at("about");
  await show(page, "#/result/999");
  await at("not here");
}

/** The screens of the stepper and the plan. */
async function planScreens(page, site, language, at) {
  await open(page, site, { language });
  await show(page, "#/saved");
  await at("results, empty");
  await show(page, "#/steps", "#goal-innovation");
  await at("goals");
  await pressFor(page, ".steps button.main", "#problem");
  await at("goals without a choice");
  await choose(page, "goal-innovation");
  await show(page, "#/steps/groups", "#group-mbo");
  await choose(page, "group-mbo");
  await at("groups");
  await show(page, "#/steps/time", "#time-low");
  await choose(page, "time-low");
  await at("time");
  await show(page, "#/steps/answer", ".ways-out button");
  await at("answer with nothing");
  await pressFor(page, ".ways-out button", ".suggestion");
  await at("answer");
  await unfold(page);
  await at("answer, unfolded");
  await show(page, "#/steps", "#goal-young_talent");
  await choose(page, "goal-young_talent");
  await show(page, "#/steps/groups", "#group-po");
  await choose(page, "group-po");
  await show(page, "#/steps/answer", ".suggestion .button.small");
  await pressFor(page, ".suggestion .button.small", ".in-plan");
  await unfold(page);
  await at("answer to several goals and groups");
  await show(page, "#/asks", ".suggestion");
  await unfold(page);
  await at("what a school can ask");
  await show(page, "#/education", ".education .part");
  await unfold(page);
  await at("education");
  await show(page, "#/plan/1", "#plan-title");
  await at("plan");
  await importFile(page, site, PLAN);
  await until(page, () => document.querySelector("#plan-title"));
  await unfold(page);
  await fill(page, "action-1-what", "x".repeat(300));
  await until(page, () => document.querySelector("#action-1-what-why").textContent);
  await at("plan, unfolded, with too long a text");
  await page.click(".actions .moves button:last-child");
  await until(page, () => document.querySelector("#undo"));
  await at("plan with something taken out");
  await pressFor(page, '[id="delete-plan-2"], .next > button.quiet', "#delete-question");
  await at("plan, about to delete");
  await show(page, "#/saved", "#plans-heading");
  await at("results with plans");
}

/** The screens of many results together. */
async function groupScreens(page, site, language, at) {
  await toGroup(page, site, language);
  await at("group, empty");
  const results = await links(scans(9, 5));
  await paste(page, "een brief");
  await at("group with nothing but a reason");
  await paste(page, [results[0], "geen link"].join("\n"));
  await at("group of one");
  await paste(page, [...results, results[3]].join("\n"));
  await unfold(page);
  await at("group, unfolded");
  const paper = resultFile({ label: "Een naam die heel erg lang is: onderwijsarbeidsmarktfondsenwervingscampagne" });
  const name = "een-naam-die-heel-erg-lang-is-onderwijsarbeidsmarktfondsenwervingscampagne.json";
  await drop(page, [[name, JSON.stringify(paper)], ["leeg-onderwijsarbeidsmarktfondsenwervingscampagne.csv", ""]]);
  await until(page, () => document.querySelector("#group-labels-yes"));
  await unfold(page);
  await at("group with names");
  await choose(page, "group-role-school");
  await at("group of schools");
  await show(page, "#/group/meeting", ".meeting");
  await at("meeting");
  await page.keyboard.press("ArrowRight");
  await until(page, () => document.querySelector(".place p").textContent.startsWith("2 "));
  await at("meeting, further on");
  await show(page, "#/group", ".spread");
  await pressFor(page, "#delete-group", "#delete-question");
  await at("group, about to be emptied");
  await pressFor(page, "#delete-question button", ".add button.main");
  await at("group, emptied");
  await show(page, "#/group/meeting");
  await at("meeting about nothing");
}

/** The screens of the mirror and of the same side at two times. */
async function togetherScreens(page, site, language, at) {
  const on = (month) => ({ started_on: `2026-0${month}-02`, changed_on: `2026-0${month}-03` });
  await open(page, site, { language });
  await importFile(page, site, resultFile());
  await show(page, "#/mirror/1");
  await at("mirror without a partner");
  const link = await invitationOf(page, 1);
  await at("invite");
  await openLink(page, link);
  await at("one's own invitation");
  // From here on somebody else has the page.
  await show(page, "#/saved");
  await pressFor(page, "#delete-1", "#delete-question");
  await pressFor(page, "#delete-question button", "#undo");
  await openLink(page, link);
  await at("invited");
  await pressFor(page, ".invited button.main", "form.setup");
  await at("setup, invited");
  await choose(page, "role-school");
  await at("setup, invited, with the same role");
  await choose(page, "role-company");
  await choose(page, "variant-full");
  await pressFor(page, 'button[type="submit"]', "form.statements");
  await show(page, "#/mirror/2");
  await at("mirror, waiting");
  await show(page, "#/scan/2/strategic", "form.statements");
  await answerLevel(page, { S1: 2, S2: "dont-know", S5: 1, S7: 5 });
  await show(page, "#/scan/2/check");
  await at("check, invited");
  await show(page, "#/mirror/2");
  await page.click("main button:not(.main)");
  await until(page, () => document.querySelector("#shared-heading"));
  await at("mirror");
  const back = await value(page, "share-link");
  await openLink(page, link);
  await at("invited, going on");
  await importFile(page, site, resultFile({ role: "company", ...on(5) }));
  await show(page, "#/saved");
  await at("results with a mirror");
  await pressFor(page, "#delete-2", "#delete-question");
  await pressFor(page, "#delete-question button", "#undo");
  await openLink(page, link);
  await at("invited, with a scan that is there");
  await openLink(page, back);
  await at("both sides, out of a link");
  await pressFor(page, ".preview button", "#newest-notice");
  await at("both sides, kept apart");
  await openLink(page, back);
  await at("both sides, out of a link, kept");
  await importFile(page, site, resultFile({ role: "company", variant: "quick", ...on(7) }));
  await importFile(page, site, resultFile({ role: "company", answers: ON_PAPER }));
  await page.evaluate(() => document.querySelector('a[href^="#/again/"]').click());
  await until(page, () => document.querySelector(".again .dumbbells"));
  await at("again");
}

const WALKS = { "the scan": scanScreens, "the plan": planScreens, "the mirror": togetherScreens, "the group": groupScreens };

/** Collects what is wrong on each screen, so that one run tells all. */
function collector() {
  const wrong = [];
  return {
    wrong,
    async check(name, check) {
      await check().catch((error) => wrong.push(`${name}: ${error.message}\n    ${[error.actual ?? ""].flat().join("\n    ")}`));
    },
  };
}

for (const [what, walk] of Object.entries(WALKS)) {
  for (const language of ["nl", "en"]) {
    forEachBrowser(
      `every screen of ${what} can be used by everybody, ${language}`,
      async (page, t, site) => {
        const { wrong, check } = collector();
        const seen = new Set();
        await walk(page, site, language, async (name) => {
          assert.ok(!seen.has(name), name);
          seen.add(name);
          await check(`${name}, axe`, () => axe(page));
          await check(`${name}, headings`, async () => {
            const { lang, ones } = await page.evaluate(() => ({
              lang: document.documentElement.lang,
              ones: document.querySelectorAll("h1").length,
            }));
            assert.deepEqual({ lang, ones }, { lang: language, ones: 1 });
          });
        });
        // The walk through the group is shorter than the others, and this is all of it.
        assert.ok(seen.size > (walk === groupScreens ? 10 : 12), `the walk stopped on its way: ${seen.size}`);
        assert.deepEqual(wrong, []);
      },
      { timeout: 300_000 },
    );
  }

  forEachBrowser(
    `every screen of ${what} fits a phone, also with wide text`,
    async (page, t, site) => {
      const { wrong, check } = collector();
      await walk(page, site, "nl", async (name) => {
        await page.setViewport(PHONE);
        await check(`${name}, 320 px`, () => noSidewaysScroll(page));
        await check(`${name}, its tables at 320 px`, async () => {
          const hidden = await page.evaluate(() => [...document.querySelectorAll(":is(.result, .again) .wide")].filter((box) => box.scrollWidth > box.clientWidth).length);
          assert.equal(hidden, 0, "a column is out of sight");
        });
        await textSpacing(page);
        await check(`${name}, 320 px with wide text`, () => noSidewaysScroll(page));
        await page.evaluate(() => (document.adoptedStyleSheets = []));
        await page.setViewport(DESK);
      });
      assert.deepEqual(wrong, []);
    },
    { timeout: 300_000 },
  );

  forEachBrowser(
    `every screen of ${what} is valid HTML, and reads in the dark`,
    async (page, t, site) => {
      const { wrong, check } = collector();
      await prefer(page, { "prefers-color-scheme": "dark" });
      await walk(page, site, "nl", async (name) => {
        await check(`${name}, HTML`, async () => htmlCheck(await page.content()));
        await check(`${name}, dark`, () => axe(page));
      });
      assert.deepEqual(wrong, []);
    },
    { timeout: 300_000, browsers: ["chromium"] },
  );
}

/** What shows that an element has the focus: a ring around it, or around the row it stands in. */
const ring = (page) =>
  page.evaluate(() => {
    const seen = (element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)";
    };
    const { activeElement } = document;
    const around = activeElement.closest(".choice, label.file");
    return seen(activeElement) || Boolean(around && seen(around)) || activeElement.outerHTML.slice(0, 100);
  });

for (const [look, features] of [["as it is", {}], ["with forced colours", { "forced-colors": "active" }]]) {
  forEachBrowser(
    `what has the focus and what is chosen can be seen, ${look}`,
    async (page, t, site) => {
      if (features["forced-colors"]) await prefer(page, features);
      await open(page, site);
      await begin(page, { role: "school", sector: "vo", variant: "quick" });
      const border = (id) =>
        page.evaluate((id) => {
          const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(document.getElementById(id).closest(".choice"));
          const box = getComputedStyle(document.getElementById(id));
          return `${borderTopColor} ${borderTopWidth} ${backgroundColor} ${box.borderTopColor} ${box.borderTopWidth}`;
        }, id);
      await choose(page, "S1-4");
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.activeElement.blur());
      await until(page, () => document.getAnimations().every((animation) => animation.playState !== "running"));
      assert.notEqual(await border("S1-4"), await border("S1-3"));

      const rings = [];
      for (let stop = 0; stop < 20; stop += 1) {
        await press(page, "Tab");
        // Behind the last one stands the browser itself.
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        rings.push(await ring(page));
      }
      assert.ok(rings.length > 6);
      assert.deepEqual(new Set(rings), new Set([true]));
    },
    features["forced-colors"] ? { browsers: ["chromium"] } : {},
  );
}
