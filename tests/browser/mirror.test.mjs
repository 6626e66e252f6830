// The mirror there and back between two people with a browser each, and the same side at two times.

import assert from "node:assert/strict";
import { asSomebodyElse, axe, forEachBrowser, noSidewaysScroll, pdfText, pressUntil, until } from "./harness.mjs";
import {
  KNOWN,
  answerLevel,
  arrived,
  click,
  go,
  heading,
  importFile,
  invitationOf,
  keptBody,
  notice,
  open,
  openLink,
  reload,
  resultFile,
  text,
  texts,
} from "./walk.mjs";

/** What the company answers: S5 is 3 steps from the school's, O3 3, T6 3; I2 is not known to it, S7 the same. */
const COMPANY = { ...KNOWN, S5: 1, O3: 4, T6: 5, I2: "dont-know", I3: 2, I6: 3, S1: 2 };
/** Another school, which differs from the known one in every answer and in nothing else. */
const CONTRARY = Object.fromEntries(Object.entries(KNOWN).map(([id, value]) => [id, value === 1 || typeof value === "string" ? 5 : 1]));

const asAnswers = (answers) =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, typeof value === "string" ? value.replace("-", "_") : value]));

/** The school's invitation, out of a browser of its own. */
async function invited(page, site, answers = KNOWN) {
  await open(page, site);
  await importFile(page, site, resultFile({ answers: asAnswers(answers) }));
  return invitationOf(page, 1);
}

/** The rows of a table on the screen. */
const rows = (page, section) =>
  page.evaluate(
    (section) =>
      [...document.querySelectorAll(`section[aria-labelledby="${section}"] tbody tr`)].map((row) =>
        [...row.cells].map((cell) => cell.textContent.trim()).join(" | "),
      ),
    section,
  );

/** Everything a page tells: what is drawn, and in Chromium what a screen reader is given. */
async function told(page) {
  const drawn = await page.evaluate(() => document.documentElement.outerHTML);
  const hasTree = (await page.browser().version()).includes("Chrom");
  return { drawn, heard: hasTree ? spoken(await page.accessibility.snapshot({ interestingOnly: false })).join("\n") : "" };
}

/** What a screen reader says of a part of the page and all in it; parts without words are layout. */
function spoken({ role, name = "", value = "", description = "", checked = "", children = [] }) {
  const own = name || value || description ? [[role, name, value, description, checked].join(" ")] : [];
  return [...own, ...children.flatMap(spoken)];
}

/** Where two texts begin to differ; nothing when they are the same. */
function firstDifference(one, other) {
  if (one === other) return "";
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `…${one.slice(Math.max(0, at - 60), at + 60)}…`;
}

/** Takes an invitation as far as one's own last answer but one; `at` is called on every screen on the way. */
async function answerBlind(page, site, link, at) {
  await open(page, site);
  await openLink(page, link);
  assert.equal(await heading(page), "Een school nodigt je uit");
  await at("invited");
  await go(page, "Begin met mijn antwoorden", "#/new");
  const asInvited = () => page.evaluate(() => ["role-company", "school-kind-vo", "variant-full"].every((id) => document.getElementById(id).checked));
  assert.ok(await asInvited());
  await at("setup");
  // A phone drops the page while somebody looks elsewhere.
  await reload(page);
  assert.match(await text(page, ".note"), /^Je doet deze scan op uitnodiging van een school\./);
  assert.ok(await asInvited());
  await go(page, "Begin met de scan", "#/scan/1/strategic");
  await at("level");
  // The browser is closed and opened again: the invitation is still there.
  await reload(page);
  await page.evaluate(() => (location.hash = "#/mirror/1"));
  await arrived(page, "#/mirror/1", "Eerst jouw antwoorden");
  await at("waiting");
  await go(page, "Verder met de scan", "#/scan/1/strategic");
  for (const level of ["tactical", "operational", "student"]) {
    await answerLevel(page, COMPANY);
    await go(page, "Verder", `#/scan/1/${level}`);
  }
  await answerLevel(page, { ...COMPANY, I7: undefined });
  await click(page, "Bekijk je antwoorden");
  await until(page, () => document.querySelector("#problem"));
  await go(page, "Bekijk je antwoorden", "#/scan/1/check");
  await at("check");
  await page.evaluate(() => (location.hash = "#/result/1"));
  await arrived(page, "#/result/1");
  await at("result");
  await page.evaluate(() => (location.hash = "#/saved"));
  await until(page, () => document.activeElement.id === "heading" && document.querySelector("#scans-heading"));
  await at("saved");
  await page.evaluate(() => (location.hash = "#/mirror/1"));
  await arrived(page, "#/mirror/1", "Eerst jouw antwoorden");
  await at("still waiting");
}

forEachBrowser(
  "a school invites a company, the company answers blind, and both see both sides",
  async (page, t, site) => {
    const link = await invited(page, site);
    assert.match(link, /#m1-[0-9A-Za-z]{24}$/);
    const own = (await keptBody(page)).scans[0];
    await asSomebodyElse(page, site, async (partner) => {
      await answerBlind(partner, site, link, async () => {});
      assert.equal((await keptBody(partner)).scans[0].partner.shown, false);
      await go(partner, "Verder met de scan", "#/scan/1/student");
      await answerLevel(partner, { I7: 3 });
      await go(partner, "Bekijk je antwoorden", "#/scan/1/check");
      await go(partner, "Bekijk beide kanten", "#/mirror/1", "Over 3 dingen denken jullie heel anders");
      const shared = await rows(partner, "shared-heading");
      assert.deepEqual(shared.slice(0, 4).map((row) => row.split(" | ").slice(1).join(" | ")), [
        "4 | 1 | 3 stappen: praat hierover",
        "1 | 4 | 3 stappen: praat hierover",
        "2 | 5 | 3 stappen: praat hierover",
        "4 | 3 | 1 stap",
      ]);
      assert.ok(shared.some((row) => row.includes("| 3 | Weet ik niet | –")));
      const back = await partner.evaluate(() => document.querySelector("#share-link").value);
      assert.match(back, /#b1-[0-9A-Za-z]{45}$/);
      await reload(partner);
      await until(partner, () => document.querySelector("#shared-heading"));

      await openLink(page, back);
      assert.equal(await heading(page), "Over 3 dingen denken jullie heel anders");
      assert.deepEqual(await rows(page, "shared-heading"), shared, "the first sees what the partner sees");
      assert.deepEqual((await keptBody(page)).scans, [own], "looking keeps nothing");
      await click(page, "Bewaar beide kanten hier");
      await arrived(page, "#/mirror/1");
      assert.match(await notice(page), /bij je eigen scan bewaard/);
      const { partner: kept, ...mine } = (await keptBody(page)).scans[0];
      assert.deepEqual(mine, own, "the own scan is as it was");
      assert.equal(kept.scan.answers.S5, 1);
      await go(page, "Terug naar het resultaat", "#/result/1");
      await go(page, "Bekijk beide kanten", "#/mirror/1");
      assert.deepEqual(await rows(page, "shared-heading"), shared);
    });
  },
  { timeout: 180_000 },
);

forEachBrowser(
  "before one's own answers stand nothing tells what the other answered",
  async (page, t, site) => {
    const links = [await invited(page, site)];
    await asSomebodyElse(page, site, async (other) => {
      links.push(await invited(other, site, CONTRARY));
    });
    const worlds = [];
    for (const link of links) {
      await asSomebodyElse(page, site, async (partner) => {
        const world = [];
        await answerBlind(partner, site, link, async (name) => {
          world.push({ name, ...(await told(partner)) });
        });
        worlds.push(world);
      });
    }
    assert.equal(worlds[0].length, 8);
    for (const [step, { name, drawn, heard }] of worlds[0].entries()) {
      assert.ok(drawn.includes("<h1"), name);
      assert.equal(firstDifference(drawn, worlds[1][step].drawn), "", `${name}, as it is drawn`);
      assert.equal(heard.includes("heading"), heard !== "", name);
      assert.equal(firstDifference(heard, worlds[1][step].heard), "", `${name}, as it is heard`);
    }
  },
  { timeout: 240_000 },
);

forEachBrowser("who does not answer everything says so, and then sees both sides", async (page, t, site) => {
  const link = await invited(page, site);
  await asSomebodyElse(page, site, async (partner) => {
    await open(partner, site);
    await openLink(partner, link);
    await go(partner, "Begin met mijn antwoorden", "#/new");
    await go(partner, "Begin met de scan", "#/scan/1/strategic");
    await answerLevel(partner, { S5: 1 });
    await partner.evaluate(() => (location.hash = "#/mirror/1"));
    await arrived(partner, "#/mirror/1", "Eerst jouw antwoorden");
    await pressUntil(partner, "Tab", 'button "Laat beide kanten nu zien"');
    await partner.keyboard.press("Enter");
    await arrived(partner, "#/mirror/1", "Over één ding denken jullie heel anders");
    assert.match((await rows(partner, "shared-heading")).at(-1), /\| Geen antwoord \| –$/);
  });
});

forEachBrowser("the way to the link back is near the top and takes the keyboard along", async (page, t, site) => {
  await bothSides(page, site, async (partner) => {
    await partner.setViewport({ width: 360, height: 640 });
    const height = await partner.evaluate(() => document.documentElement.scrollHeight);
    t.diagnostic(`both sides are ${height} px high`);
    assert.ok(height < 8500, `${height}`);
    assert.ok(await partner.evaluate(() => document.querySelector("h1 + .steps button").getBoundingClientRect().bottom < innerHeight * 1.5));
    await click(partner, "Laat de ander dit ook zien");
    await until(partner, () => document.activeElement.id === "send-back-heading");
    const seen = await partner.evaluate(() => document.activeElement.getBoundingClientRect().top);
    assert.ok(seen >= 0 && seen < 640, `${seen}`);
    assert.equal(await partner.evaluate(() => location.hash), "#/mirror/1");
    await partner.keyboard.press("Tab");
    assert.equal(await partner.evaluate(() => document.activeElement.id), "share-link");
  });
  // Whom it was sent to has nothing to send back.
  await reload(page);
  assert.match(await text(page, "section.next"), /^En nu\? De ander heeft deze antwoorden ook\./);
  assert.ok(!(await text(page, "main")).includes("Laat de ander dit ook zien"));
});

forEachBrowser("that a link was copied is in sight where its button stands at the edge of the screen", async (page, t, site) => {
  await page.setViewport({ width: 360, height: 640 });
  await invited(page, site);
  await page.evaluate(() => document.querySelector(".share-panel .main").scrollIntoView({ block: "end" }));
  await click(page, "Kopieer de link");
  await until(page, () => document.querySelector(".told p"));
  const { top, bottom } = await page.evaluate(() => document.querySelector(".told p").getBoundingClientRect().toJSON());
  // Firefox counts in fractions.
  assert.ok(top >= 0 && bottom < 641, `${top} to ${bottom}`);
  // The next to have the focus stands right where the words are.
  const edge = await page.evaluate(() => document.querySelector('a[href^="mailto:"]').getBoundingClientRect().bottom);
  await page.setViewport({ width: 360, height: Math.ceil(edge) });
  await page.keyboard.press("Tab");
  await until(page, () => document.activeElement.textContent === "Zet in een mail");
  const below = () => page.evaluate(() => document.activeElement.getBoundingClientRect().bottom - document.querySelector(".told p").getBoundingClientRect().top);
  assert.ok((await below()) <= 0, `${await below()} px of what has the focus lie under it`);
});

forEachBrowser("the agenda goes into the plan, a topic at a time or all at once", async (page, t, site) => {
  await bothSides(page, site);
  const topics = await texts(page, ".topics h3");
  assert.equal(topics.length, 3);
  await click(page, `Zet dit in het plan: ${topics[0]}`);
  await until(page, () => document.querySelectorAll(".topics .in-plan").length === 1);
  await click(page, "Zet alle onderwerpen in het plan: De agenda voor jullie gesprek");
  await until(page, () => document.querySelectorAll(".agenda .in-plan").length === 4);
  const advice = await texts(page, ".topics .advice p:not(.source)");
  await page.click(".agenda .in-plan a");
  await arrived(page, "#/plan/1");
  await until(page, () => document.querySelector(".actions"));
  const fields = (end) =>
    page.evaluate((end) => [...document.querySelectorAll(`.actions [id$="-${end}"]`)].map((field) => field.value), end);
  assert.deepEqual(await fields("what"), advice);
  assert.deepEqual([...new Set(await fields("who"))].sort(), ["", "Bedrijf", "School"]);
});

forEachBrowser(
  "the agenda is a page of its own on paper, without what can be pressed",
  async (page, t, site) => {
    await bothSides(page, site);
    const topics = await texts(page, ".topics h3");
    const pages = (await pdfText(page)).split("\f").map((one) => one.replace(/\s+/g, " "));
    for (const topic of topics) assert.ok(pages[0].includes(topic), topic);
    assert.equal(pages[0].split("Afspraak: wie doet wat, en wanneer?").length - 1, 3);
    assert.match(pages[0], /Bron: GKC/);
    assert.ok(!pages[0].includes("De vier niveaus") && pages[1].includes("De vier niveaus"), "the comparison begins on the next");
    const paper = pages.join(" ");
    for (const shown of ["Wat jullie allebei beoordelen", "Ieder over zichzelf", "Een school · voortgezet onderwijs (vo)"]) {
      assert.ok(paper.includes(shown), shown);
    }
    const folded = await page.evaluate(() => [...document.querySelectorAll(".itself details:not([open]) h3")].map((one) => one.textContent));
    assert.ok(folded.length > 5);
    for (const statement of folded) assert.ok(paper.includes(statement), `folded on the screen: ${statement}`);
    for (const pressed of ["Bekijk deze stellingen", "Tabel:", "Zet dit in het plan", "Kopieer de link", "Terug naar het resultaat"]) {
      assert.ok(!paper.includes(pressed), pressed);
    }
  },
  { browsers: ["chromium"] },
);

/** A scan with the partner's answers, as a link brings them; `atPartner` is called where the partner sees both sides. */
async function bothSides(page, site, atPartner = async () => {}) {
  const link = await invited(page, site);
  let back;
  await asSomebodyElse(page, site, async (partner) => {
    await open(partner, site);
    await importFile(partner, site, resultFile({ role: "company", answers: asAnswers(COMPANY) }));
    await openLink(partner, link);
    await click(partner, "Gebruik Een bedrijf · vo van 3 november 2026");
    await arrived(partner, "#/mirror/1");
    back = await partner.evaluate(() => document.querySelector("#share-link").value);
    await atPartner(partner);
  });
  await openLink(page, back);
  await click(page, "Bewaar beide kanten hier");
  await arrived(page, "#/mirror/1");
}

forEachBrowser("deleting a scan takes the other side's answers along, and undoing brings both back", async (page, t, site) => {
  await bothSides(page, site);
  const before = (await keptBody(page)).scans;
  assert.ok(before[0].partner);
  await page.evaluate(() => (location.hash = "#/saved"));
  await until(page, () => document.querySelector("#delete-1"));
  await page.click("#delete-1");
  await until(page, () => document.querySelector("#delete-question"));
  await page.click("#delete-question button");
  await until(page, () => document.querySelector("#undo"));
  assert.deepEqual((await keptBody(page)).scans, []);
  await page.click("#undo button");
  await until(page, () => !document.querySelector("#undo"));
  assert.deepEqual((await keptBody(page)).scans, before);
});

forEachBrowser("a scan done again shows what changed", async (page, t, site) => {
  await open(page, site);
  const earlier = { changed_on: "2026-05-03", started_on: "2026-05-02" };
  await importFile(page, site, resultFile({ ...earlier, answers: asAnswers({ ...KNOWN, S1: 2, S2: 3, O1: 5, I2: "dont-know" }) }));
  await importFile(page, site, resultFile());
  await go(page, "Bekijk wat er is veranderd", "#/again/1/2");
  assert.match(await text(page, ".again .step"), /Van 3 mei 2026 tot 3 november 2026/);
  assert.equal(await heading(page), "Hoger: Strategisch. Lager: Operationeel.");
  const levels = await rows(page, "levels-heading");
  // 33/7 = 4.7 after 28/7 = 4.0; 18/7 = 2.6 after 21/7 = 3.0.
  assert.deepEqual(levels.slice(0, 3), ["Strategisch | 4,0 | 4,7 | +0,7", "Tactisch | 3,4 | 3,4 | gelijk", "Operationeel | 3,0 | 2,6 | −0,4"]);
  const statements = await rows(page, "statements-heading");
  assert.equal(statements.length, 28);
  assert.match(statements[0], /\| 2 \| 5 \| \+3$/);
  assert.ok(statements.some((row) => row.endsWith("| Weet ik niet | 3 | –")));
  await axe(page);
});

forEachBrowser("the pictures tell sides and times apart without colour and fit a phone", async (page, t, site) => {
  await bothSides(page, site);
  const shapes = await page.evaluate(() => {
    const row = document.querySelector('[aria-labelledby="shared-caption"] .row');
    const box = (selector) => row.querySelector(selector).getBoundingClientRect();
    const [circle, square, bar] = ["circle.school", "rect.company", "line.bar"].map(box);
    return { apart: Math.abs(circle.x - square.x), bar: bar.width, width: row.querySelector(".scale").clientWidth };
  });
  // 4 and 1 on a scale of four steps that takes 92 hundredths of the width.
  const expected = shapes.width * 0.92 * 0.75;
  assert.ok(Math.abs(shapes.bar - expected) < 12, JSON.stringify(shapes));
  assert.ok(Math.abs(shapes.apart - expected) < 6, JSON.stringify(shapes));
  await page.setViewport({ width: 320, height: 640 });
  await noSidewaysScroll(page);
});
