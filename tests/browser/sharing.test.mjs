// What is shared arrives the same, carries no more than was ticked, and is nowhere kept or sent until somebody asks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS, axe, forEachBrowser, htmlCheck, noSidewaysScroll, pdfText, prefer, press, pressUntil, until, withPage } from "./harness.mjs";
import { readQr } from "./qr.mjs";
import {
  arrived,
  back,
  click,
  forward,
  go,
  heading,
  importFile,
  kept,
  keptBody,
  notice,
  open,
  outcome,
  reload,
  resultFile,
  started,
  text,
  texts,
  value,
} from "./walk.mjs";

const LABEL = "Bakkerij Smit";
/** A link that another implementation wrote (docs/formats/link.md, the worked example). */
const QUICK = "#r1-0U7JEK0j5RpvDK47";

/** The share screen of the known result. */
async function share(page, site, change = { label: LABEL }, language) {
  await open(page, site, { language });
  await importFile(page, site, resultFile(change));
  await show(page, "#/share/1");
  return value(page, "share-link");
}

/** Another screen of the same page. */
async function show(page, address) {
  await page.evaluate((address) => (location.hash = address), address);
  await arrived(page, address);
}

/** Opens a link as the first thing in a page. */
async function openLink(page, link) {
  await page.goto(link);
  await started(page);
  await until(page, () => document.querySelector(".preview, #pasted-link"));
}

/** Opens a link in a page that is there already. */
async function follow(page, fragment, wanted) {
  await page.evaluate((fragment) => (location.hash = fragment), fragment);
  await until(page, (wanted) => location.hash === "#/link" && document.activeElement.id === "heading" && document.querySelector(wanted), wanted);
}

const fragment = (link) => link.slice(link.indexOf("#"));

/** The same link at the address of another server. */
const elsewhere = (link, site) => site.url + fragment(link);

/** A text with the check behind it that makes it a link, as docs/formats/link.md describes it. */
function newer(text) {
  const symbols = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const values = [...text.replace("-", "")].map((symbol) => symbols.indexOf(symbol));
  const holds = (check) =>
    [1, 2, 4].every((w) => [...values, ...check].reduce((sum, value) => (sum * w + value) % 59, 0) === 1);
  for (let number = 0; number < 59 ** 3; number += 1) {
    const check = [Math.floor(number / 59 ** 2), Math.floor(number / 59) % 59, number % 59];
    if (holds(check)) return `#${text}${check.map((value) => symbols[value]).join("")}`;
  }
  throw new Error("there is always one");
}

/** What a reader sees of the address: the bar, and every step back. */
const hash = (page) => page.evaluate(() => location.hash);

const PLAN = {
  format: "samenscan.plan",
  version: 1,
  plan: {
    id: "00000000000000aa",
    title: "Geheim plan",
    created_on: "2026-11-02",
    choice: { goals: ["young_talent"], groups: ["mbo"], time: "middle" },
    next_action: 3,
    actions: [
      { number: 1, what: "Gastles bij Piet", when: "2026-12-07", who: "Noor", cue: "", first_step: "bel Piet", done: false, origin: { kind: "item", id: "AC-L1", source: "FME, hoofdstuk 2" } },
      { number: 2, what: "Taart voor Piet", when: null, who: "Jan", cue: "", first_step: "", done: true, origin: { kind: "own" } },
    ],
    next_review: 2,
    reviews: [{ number: 1, on: "2027-02-22", note: "Piet bellen" }],
    steps: ["clear_plan", "seek_contact", "work_together", "clear_agreements", "use_what_exists", "make_it_fun"].map(
      (step) => ({ step, done: step === "clear_plan", note: "" }),
    ),
  },
};

// Two profiles, so not `forEachBrowser`.
for (const browser of BROWSERS) {
  test(`a shared result is the same result for somebody else, who may keep it (${browser})`, { timeout: 60_000 }, async () => {
    let link;
    let before;
    await withPage(browser, async (page, _, site) => {
      link = await share(page, site);
      assert.match(link, new RegExp(`^${site.url}#r1-[0-9A-Za-z]{24}$`));
      assert.equal(await readQr(page), link);
      await go(page, "Terug naar het resultaat", "#/result/1");
      before = await outcome(page);
    });
    await withPage(browser, async (page, _, site) => {
      await open(page, site);
      await importFile(page, site, resultFile({ role: "company", label: "Eigen" }));
      const own = await outcome(page);
      const untouched = await kept(page);
      await openLink(page, elsewhere(link, site));
      assert.equal(await hash(page), "#/link", "the answers are gone from the address");
      assert.deepEqual(await outcome(page), before);
      assert.match(await text(page, ".preview"), /^Je kijkt naar het resultaat van iemand anders\./);
      assert.deepEqual(await texts(page, "main a[href^='#/scan/'], main a[href^='#/share/'], .advice button"), []);
      assert.deepEqual(await kept(page), untouched, "looking keeps nothing");
      await axe(page);

      await click(page, "Bewaar dit resultaat");
      await arrived(page, "#/result/2");
      assert.equal(await notice(page), "Bewaard in jouw browser.");
      await reload(page);
      assert.deepEqual(await outcome(page), before);
      await show(page, "#/result/1");
      assert.deepEqual(await outcome(page), own, "one's own answers are as they were");
      await openLink(page, elsewhere(link, site));
      assert.match(await text(page, ".preview"), /^Dit resultaat staat al bij jullie resultaten\./);
      await go(page, "Naar dit resultaat", "#/result/2");
      assert.equal((await keptBody(page)).scans.length, 2);
    });
  });
}

forEachBrowser("a link opens whatever mail and chat did to it, and says what is wrong when it cannot", async (page, t, site) => {
  const link = await share(page, site);
  const good = fragment(link);
  const before = await kept(page);
  for (const written of [`${good}&utm_source=mail`, `${good}.`, `#%23${good.slice(1)}`, `${good})`, good.replace("-", "%2D")]) {
    await openLink(page, `${site.url}?utm_campaign=x${written}`);
    assert.equal(await hash(page), "#/link", written);
    assert.match(await text(page, ".preview"), /Dit resultaat staat al/, written);
  }
  const changed = good.slice(0, 12) + (good[12] === "7" ? "8" : "7") + good.slice(13);
  for (const [what, written, sentence] of [
    ["cut", good.slice(0, -5), "Het einde van deze link ontbreekt. Kopieer de hele link, ook wat op de volgende regel staat."],
    ["a typing error", changed, "Er klopt een teken niet in deze link. Vraag de afzender om de link nog eens te sturen."],
    ["newer", newer("r2-0SUHuc2Dc"), "Deze link komt van een nieuwere versie van deze pagina. Laad de pagina opnieuw. Open daarna de link nog eens."],
  ]) {
    await openLink(page, site.url + written);
    assert.equal(await heading(page), "Deze link kan niet open", what);
    assert.equal(await text(page, "main .lead"), sentence, what);
    assert.equal(await hash(page), "#/link");
    assert.deepEqual(await kept(page), before, `${what}: nothing changed`);
    await axe(page);
  }
  // What was pasted instead: a whole message.
  await page.type("#pasted-link", `Hoi,\nkijk eens: https://school.nl/scan/${QUICK}.\nGroet`);
  await click(page, "Open de link");
  await until(page, () => document.querySelector(".preview") && document.activeElement.id === "heading");
  assert.match(await text(page, "main .step"), /^Een school · basisonderwijs \(po\) · Snelle scan · 22 november 2026$/);
  // Nothing of it is there after loading the page again, and another link can be pasted.
  await reload(page);
  assert.equal(await heading(page), "Een link openen");
  await until(page, () => document.querySelector("#pasted-link"));
  await page.type("#pasted-link", "geen link");
  await click(page, "Open de link");
  await until(page, () => document.querySelector("main h1").textContent === "Deze link kan niet open");
  assert.equal(await text(page, "main .lead"), "Hier staat geen link van deze scan in. Plak het hele bericht.");
  assert.equal(await value(page, "pasted-link"), "geen link", "what was pasted can be put right");
  // A `#` that became part of the path: no server has such a page, but the address can be pasted.
  await page.evaluate(() => (document.getElementById("pasted-link").value = ""));
  await page.type("#pasted-link", `${site.url}index.html%23${QUICK.slice(1)}`);
  await click(page, "Open de link");
  await until(page, () => document.querySelector(".preview"));
  assert.match(await text(page, "main .step"), /^Een school · basisonderwijs/);
});

forEachBrowser("a link that is followed in an open page leaves its steps back in order", async (page, t, site) => {
  await open(page, site);
  await show(page, "#/about");
  await follow(page, QUICK, ".preview");
  await go(page, "Sluit zonder bewaren", "#/");
  await back(page);
  await arrived(page, "#/link", "Een link openen");
  await back(page);
  await arrived(page, "#/about");
  await forward(page);
  await arrived(page, "#/link");
  assert.equal(await page.evaluate(() => document.querySelectorAll(".preview").length), 0, "what was closed is gone");
  await go(page, "samenscan", "#/");
  await go(page, "Kreeg je een link? Open die hier", "#/link", "Een link openen");
});

forEachBrowser("a name is in the link only when ticked, in copy, mail, code and on paper", async (page, t, site) => {
  const without = await share(page, site);
  const everywhere = async () => {
    await page.evaluate(() => {
      window.copied = undefined;
      Clipboard.prototype.writeText = async (text) => {
        window.copied = text;
      };
    });
    await click(page, "Kopieer de link");
    const copied = await until(page, () => window.copied);
    const href = await page.evaluate(() => document.querySelector('a[href^="mailto:"]').getAttribute("href"));
    const mail = new URL(href).searchParams;
    assert.equal(mail.get("subject"), "Ons resultaat van samenscan");
    const paper = await pdfText(page);
    return [copied, await value(page, "share-link"), await readQr(page), mail.get("body").split("\r\n\r\n")[1], paper.match(/http\S+/)[0]];
  };
  assert.deepEqual(await everywhere(), Array(5).fill(without));
  await until(page, () => document.querySelector("#newest-notice p")?.textContent.startsWith("De link is gekopieerd."));
  assert.match(await text(page, ".carries"), /Geen namen en geen notities/);

  await page.click('label[for="include-words"]');
  await until(page, () => document.querySelector(".carries").textContent.includes("De naam: Bakkerij Smit"));
  const ticked = await value(page, "share-link");
  assert.ok(ticked.length > without.length);
  assert.deepEqual(await everywhere(), Array(5).fill(ticked));

  // Another visit to the screen begins without the name, and so does the result on paper.
  await go(page, "Terug naar het resultaat", "#/result/1");
  const paper = await pdfText(page);
  assert.equal(paper.match(/http\S+/)[0], without);
  assert.ok(paper.trimEnd().endsWith(without), "the link is the last on paper");
  await show(page, "#/share/1");
  assert.equal(await value(page, "share-link"), without);
  await openLink(page, elsewhere(ticked, site));
  assert.equal(await text(page, ".result > .name"), LABEL);
});

forEachBrowser("where copying is refused the link is selected", async (page, t, site) => {
  const link = await share(page, site);
  await page.evaluate(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await click(page, "Kopieer de link");
  await until(page, () => document.querySelector("#newest-notice"));
  assert.equal(await notice(page), "Kopiëren mag hier niet. De tekst is geselecteerd: kopieer die zelf.");
  const selected = await page.evaluate(() => {
    const area = document.querySelector("#share-link");
    return area.value.slice(area.selectionStart, area.selectionEnd);
  });
  assert.equal(selected, link);
  await axe(page);
});

forEachBrowser("the system's sheet gets the link, where there is one", async (page, t, site) => {
  await page.evaluateOnNewDocument(() => {
    if (location.search.includes("no-sheet")) delete Navigator.prototype.share;
    else Navigator.prototype.share = (what) => {
      window.shared = what;
      return Promise.reject(new DOMException("closed", "AbortError"));
    };
  });
  const link = await share(page, site);
  await click(page, "Deel met een app");
  const shared = await until(page, () => window.shared);
  assert.deepEqual(shared, { title: "Ons resultaat van samenscan", text: "Met deze link zie je ons resultaat:", url: link });
  await page.goto(`${site.url}?no-sheet#/share/1`);
  await started(page);
  await until(page, () => document.querySelector("#share-link"));
  assert.ok(!(await texts(page, "button")).includes("Deel met een app"));
});

forEachBrowser("a plan is shared with and without what somebody wrote, and kept", async (page, t, site) => {
  await open(page, site);
  await importFile(page, site, PLAN);
  await go(page, "Deel dit plan", "#/share/plan/1");
  const without = await value(page, "share-link");
  assert.equal(await readQr(page), without);
  assert.match(await text(page, ".carries"), /en één eigen actie/);
  await page.click('label[for="include-words"]');
  await until(page, (before) => document.querySelector("#share-link").value !== before, without);
  const ticked = await value(page, "share-link");
  await axe(page);

  await withPage(t.name.match(/\((\w+)\)$/)[1], async (other, _, otherSite) => {
    await openLink(other, elsewhere(without, otherSite));
    await until(other, () => document.querySelector(".preview"));
    const shown = await text(other, "main");
    for (const secret of ["Piet", "Geheim", "Noor", "Jan"]) assert.ok(!shown.includes(secret), secret);
    assert.match(shown, /7 december 2026/);
    assert.match(shown, /Eigen teksten van de makers zitten niet in deze link\./);
    assert.equal(await other.evaluate(() => document.querySelectorAll(".plan tbody tr").length), 1);
    assert.ok((await text(other, ".plan tbody th")).length > 4, "in the words of the content");
    assert.deepEqual(await kept(other), {});
    await axe(other);
    await follow(other, fragment(ticked), ".preview");
    assert.equal(await heading(other), "Geheim plan");
    await click(other, "Bewaar dit plan");
    await arrived(other, "#/plan/1");
    await reload(other);
    await until(other, () => document.querySelector("#plan-title"));
    assert.deepEqual((await keptBody(other)).plans[0].plan, PLAN.plan);
  });
});

forEachBrowser("nothing of what is shared or opened is sent, stored or left behind", async (page, t, site) => {
  const sent = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.method()} ${JSON.stringify(request.headers())}`));
  await page.evaluateOnNewDocument(() => {
    // What the driver may not see: everything with which a page can reach out.
    window.reached = [];
    const watch = (owner, name) => {
      const before = owner?.[name];
      if (before) owner[name] = function (...given) {
        window.reached.push(`${name} ${given.map(String).join(" ")}`);
        return before.apply(this, given);
      };
    };
    watch(Navigator.prototype, "sendBeacon");
    watch(XMLHttpRequest.prototype, "open");
    watch(Document.prototype, "write");
    watch(window, "open");
    for (const name of ["WebSocket", "EventSource", "BroadcastChannel", "RTCPeerConnection", "SharedWorker"]) {
      const Before = window[name];
      if (Before) window[name] = new Proxy(Before, { construct: (target, given) => (window.reached.push(`${name} ${given}`), new target(...given)) });
    }
  });
  const stored = () =>
    page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
      databases: (await indexedDB.databases?.())?.map(({ name }) => name) ?? [],
      caches: await window.caches?.keys().catch(() => []) ?? [],
      workers: (await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length ?? 0,
      name: window.name,
      state: history.state,
      reached: window.reached,
    }));
  const only = (local) => ({ local, session: {}, cookies: "", databases: [], caches: [], workers: 0, name: "", state: null, reached: [] });

  // A visitor opens a link with a name in it: nothing is stored at all.
  const link = await withLabel(t);
  const secrets = [fragment(link).slice(1), link.slice(-12), "Smit"];
  await openLink(page, elsewhere(link, site));
  assert.deepEqual(await stored(), only({}));
  assert.equal(await page.evaluate(() => `${location.href} ${document.referrer}`), `${site.url}#/link `);
  await click(page, "Sluit zonder bewaren");
  await arrived(page, "#/");
  assert.deepEqual(await stored(), only({}), "nor after closing");
  await back(page);
  await arrived(page, "#/link");
  assert.ok(!(await page.content()).includes("Smit"), "nor by going back");

  // Sharing stores nothing either; what was kept stays as it is.
  await importFile(page, site, resultFile({ label: LABEL }));
  const before = (await stored()).local;
  await show(page, "#/share/1");
  const shared = await value(page, "share-link");
  await page.click('label[for="include-words"]');
  await until(page, (shared) => document.querySelector("#share-link").value !== shared, shared);
  secrets.push(fragment(shared).slice(1));
  await page.evaluate(() => (Clipboard.prototype.writeText = async () => {}));
  await click(page, "Kopieer de link");
  await until(page, () => document.querySelector("#newest-notice"));
  assert.deepEqual(await stored(), only(before));
  const names = Object.keys(before).sort();
  assert.ok(names.every((name) => /^samenscan\.(store\.[01]|language)$/.test(name)), names.join());

  assert.ok(sent.length > 3, "the requests are seen");
  for (const request of sent) {
    assert.ok(request.startsWith(site.url) || /^(blob|data):/.test(request), request);
    assert.match(request, / GET /, "no request has a body");
    // The first address is typed with its fragment; the server's own list says what of it went out.
    const wire = request.startsWith(site.url + fragment(link)) ? "" : request;
    for (const secret of secrets) assert.ok(!wire.includes(secret), `${secret} in ${request}`);
  }
  for (const path of site.requests) assert.ok(secrets.every((secret) => !path.includes(secret)), path);
});

/** A link with a name in it, made in a profile of its own. */
async function withLabel(t) {
  let link;
  await withPage(t.name.match(/\((\w+)\)$/)[1], async (page, _, site) => {
    const without = await share(page, site);
    await page.click('label[for="include-words"]');
    await until(page, (without) => document.querySelector("#share-link").value !== without, without);
    link = await value(page, "share-link");
  });
  return link;
}

forEachBrowser("sharing and opening go with keys alone", async (page, t, site) => {
  await open(page, site);
  await importFile(page, site, resultFile({ label: LABEL }));
  await pressUntil(page, "Tab", 'link "Deel dit resultaat"');
  await press(page, "Enter");
  await arrived(page, "#/share/1");
  const without = await value(page, "share-link");
  await pressUntil(page, "Tab", /^checkbox "Zet ook de naam erin: Bakkerij Smit/);
  await press(page, " ");
  await until(page, (without) => document.querySelector("#share-link").value !== without, without);
  const [next] = await press(page, "Tab");
  assert.match(next, /^textbox "De link"/, "the focus stayed where it was");
  const walk = await press(page, "Tab", "Tab", "Tab");
  assert.ok(walk[0].startsWith('button "Kopieer de link"'), walk.join());
  await go(page, "samenscan", "#/");
  await pressUntil(page, "Tab", /^link "Kreeg je een link/);
  await press(page, "Enter");
  await arrived(page, "#/link");
  await pressUntil(page, "Tab", /^textbox "De link, of het bericht/);
  await page.keyboard.type(QUICK);
  await pressUntil(page, "Tab", 'button "Open de link"');
  await press(page, "Enter");
  await until(page, () => document.querySelector(".preview") && document.activeElement.id === "heading");
  await pressUntil(page, "Tab", 'button "Bewaar dit resultaat"');
  await press(page, "Enter");
  await arrived(page, "#/result/2");
});

forEachBrowser("a link carries the language that the page is in now", async (page, t, site) => {
  const link = await share(page, site, {}, "nl");
  assert.ok(link.startsWith(`${site.url}?lang=nl#r1-`), link);
  await page.evaluate(() => document.querySelector("header button").click());
  await until(page, () => document.documentElement.lang === "en");
  await until(page, () => document.querySelector("#share-link").value.includes("?lang=en#r1-"));
});

for (const language of ["nl", "en"]) {
  forEachBrowser(`every screen around links can be used by everybody, ${language}`, async (page, t, site) => {
    const check = async () => {
      await axe(page);
      await page.setViewport({ width: 320, height: 640 });
      await noSidewaysScroll(page);
      await page.setViewport({ width: 1280, height: 800 });
      if (language === "nl" && t.name.endsWith("(chromium)")) await htmlCheck(await page.content());
    };
    const link = await share(page, site, { label: "Een naam die heel erg lang is: onderwijsarbeidsmarktfondsenwervingscampagne" }, language);
    assert.ok(link.startsWith(`${site.url}?lang=${language}#r1-`), "the language stays in the address");
    await check();
    await page.click('label[for="include-words"]');
    await until(page, (link) => document.querySelector("#share-link").value !== link, link);
    await check();
    await show(page, "#/link");
    await check();
    await follow(page, QUICK, ".preview");
    await check();
    await follow(page, QUICK.slice(0, -1), ".again h2:not([hidden])");
    await check();
    await importFile(page, site, PLAN);
    await until(page, () => document.querySelector("#plan-title"));
    await show(page, "#/share/plan/1");
    const plan = await value(page, "share-link");
    await check();
    const long = structuredClone(PLAN);
    long.plan.actions[1].what = "Onderwijsarbeidsmarktfondsenwervingscampagne ".repeat(4).trim();
    for (const action of long.plan.actions) Object.assign(action, { who: "W".repeat(190), cue: "C".repeat(190), first_step: "F".repeat(190) });
    await importFile(page, site, long);
    await until(page, () => document.querySelector("#plan-title"));
    await show(page, "#/share/plan/2");
    await page.click('label[for="include-words"]');
    await until(page, () => document.querySelector(".share-panel .attention, .share > .attention"));
    await check();
    await follow(page, fragment(plan), ".preview");
    await check();
  }, { timeout: 120_000 });
}

forEachBrowser("a code can be read in the dark, with forced colours and after a language", async (page, t, site) => {
  const link = await share(page, site, { label: LABEL }, "en");
  await prefer(page, { "prefers-color-scheme": "dark" });
  assert.equal(await readQr(page), link);
  await prefer(page, { "forced-colors": "active" });
  assert.equal(await readQr(page), link);
  assert.match(await text(page, ".carries"), /No names and no notes/);
}, { browsers: ["chromium"] });
