// Groups of results, made here: as links (by the second implementation of their format) and as tables.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { arrived, open } from "./walk.mjs";
import { until } from "./until.mjs";

const STATEMENTS = ["S", "T", "O", "I"].flatMap((letter) => [1, 2, 3, 4, 5, 6, 7].map((number) => `${letter}${number}`));
const LEVELS = { S: "strategic", T: "tactical", O: "operational", I: "student" };

/** Whole numbers below a limit, the same ones in every run. */
export function random(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * limit);
  };
}

/** Full results that differ from each other. */
export function scans(count, seed = 1) {
  const below = random(seed);
  return Array.from({ length: count }, (_, number) => ({
    role: below(3) ? "company" : "school",
    sector: ["po", "vo", "mbo", "hbo"][below(4)],
    variant: "full",
    content_version: 1,
    date: new Date(Date.UTC(2026, 0, 1 + (number % 600))).toISOString().slice(0, 10),
    answers: STATEMENTS.map((_, place) => "1223344455?-."[(below(13) + (place % 5)) % 13]).join(""),
    label: "",
  }));
}

/** A link for each result, on a page of somebody's. */
export async function links(results) {
  const running = promisify(execFile)("python3", ["tests/independent/link.py"], { encoding: "utf8", maxBuffer: 1e9 });
  const lines = results.map((one) => JSON.stringify({ kind: "result", scans: [one], label: "" }));
  running.child.stdin.end(lines.join("\n"));
  const { stdout } = await running;
  return stdout.trim().split("\n").map((link) => `https://school.example/scan/#${link}`);
}

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The results as one table (docs/formats/group.md). */
export function table(results) {
  const rows = ["result,role,school_kind,variant,content_version,changed_on,label,level,statement,wording,answer,score"];
  results.forEach((one, number) => {
    const about = [number + 1, one.role, one.sector, one.variant, one.content_version, one.date, quoted(one.label)].join(",");
    STATEMENTS.forEach((statement, place) => {
      const given = one.answers[place];
      const answer = { "?": "dont_know,", "-": "not_applicable,", ".": "," }[given] ?? `scored,${given}`;
      rows.push(`${about},${LEVELS[statement[0]]},${statement},1,${answer}`);
    });
  });
  return `${rows.join("\r\n")}\r\n`;
}

/** Opens the screen. */
export async function toGroup(page, site, language = "nl") {
  await open(page, site, { language });
  await page.evaluate(() => (location.hash = "#/group"));
  await arrived(page, "#/group");
  await until(page, () => document.querySelector(".add"));
}

/** Pastes a text and adds it; gives what came of it. */
export async function paste(page, text) {
  await page.evaluate((text) => (document.getElementById("group-pasted").value = text), text);
  await page.evaluate(() => document.querySelector(".add button").click());
  return outcome(page);
}

/** Drops files on the screen: names and contents. */
export async function drop(page, files) {
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const [name, contents] of files) {
      data.items.add(new File([typeof contents === "string" ? contents : Uint8Array.from(contents)], name));
    }
    const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector(".group").dispatchEvent(event);
  }, files);
}

/** Waits until what was chosen is counted. */
export const settled = (page) =>
  until(page, () => !/geteld\.|counted\./.test(document.querySelector(".counted")?.textContent ?? ""));

/** Waits until all is read and counted, and gives what is said of it. */
export async function outcome(page) {
  await until(page, () => document.activeElement.id === "group-outcome");
  await settled(page);
  return page.evaluate(() => ({
    said: [...document.querySelectorAll("#group-outcome > p")].map((one) => one.textContent),
    reasons: [...document.querySelectorAll("#group-outcome li")].map((one) => one.textContent),
    counted: document.querySelector(".counted")?.textContent,
  }));
}
