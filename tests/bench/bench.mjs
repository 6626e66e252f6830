// How fast the built page loads and answers, and what it holds in memory: `cargo xtask bench [runs]`.
//
// It prints and never fails: times belong to the machine they were taken on. Compare two builds on one machine, in
// turns, and look at the spread before believing a difference.

import { brotliCompressSync } from "node:zlib";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { LAUNCH } from "../browser/launch.mjs";
import { dist, FOLDER, serve } from "../browser/server.mjs";
import { until } from "../browser/until.mjs";

const runs = Math.max(15, Number(process.argv[2]) || 15);

/** A machine and a line like those of a reader; `cpu` is how many times slower. */
const READERS = [
  { name: "this machine", cpu: 1 },
  // Lighthouse's slow 4G and its middling phone.
  { name: "phone, slow 4G", cpu: 4, network: { latency: 150, download: (1.6 * 1024 * 1024) / 8, upload: (750 * 1024) / 8 } },
];

const compressed = new Map();

/** Sends everything as a server that knows brotli would. */
async function brotli(path, response) {
  const name = path.slice(FOLDER.length) || "index.html";
  if (!compressed.has(name)) {
    const bytes = await readFile(fileURLToPath(new URL(name, dist))).catch(() => null);
    compressed.set(name, bytes && brotliCompressSync(bytes));
  }
  const bytes = compressed.get(name);
  if (!bytes) return false;
  const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json", svg: "image/svg+xml" };
  response.setHeader("content-type", types[name.split(".").pop()]);
  response.setHeader("content-encoding", "br");
  response.end(bytes);
  return true;
}

const browser = await puppeteer.launch(LAUNCH.chromium());
const site = await serve({ answer: brotli });
try {
  for (const reader of READERS) {
    const measured = new Map();
    for (let run = 0; run < runs; run += 1) {
      for (const [name, value] of Object.entries(await measure(reader))) {
        measured.set(name, [...(measured.get(name) ?? []), value]);
      }
    }
    print(reader, measured);
  }
} finally {
  await browser.close();
  await site.close();
}

/** One visit with an empty cache: the start, a new scan, its first level, all its answers. */
async function measure({ cpu, network }) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    if (network) {
      const { latency, download, upload } = network;
      await session.send("Network.emulateNetworkConditions", {
        offline: false,
        latency,
        downloadThroughput: download,
        uploadThroughput: upload,
      });
    }
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await page.evaluateOnNewDocument(spy);

    await page.goto(site.url);
    const { painted, started } = await until(page, () => {
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      const start = performance.getEntriesByName("samenscan-started")[0];
      return paint && start && { painted: paint.startTime, started: start.startTime };
    });

    const asked = await page.evaluate(() => performance.now());
    await page.evaluate(() => (location.hash = "#new"));
    await until(page, () => document.querySelector("input[name=school-kind]"));
    await page.evaluate(() => {
      document.querySelector("input[name=school-kind]").click();
      document.querySelector("input[name=variant][value=full]").click();
      document.querySelector("form.setup").requestSubmit();
    });
    await until(page, () => document.querySelector("form.statements"));
    const ready = await page.evaluate(() => performance.now());

    const answers = await page.evaluate(answerAll);
    const heap = await session.send("Runtime.getHeapUsage");
    const module = await page.evaluate(() => window.samenscanMemory.buffer.byteLength);
    return {
      "first paint (ms)": painted,
      "start screen can be used (ms)": started,
      "from there to the first statement (ms)": ready - asked,
      "answer to next frame, median (ms)": quantile(answers, 0.5),
      "answer to next frame, slowest (ms)": Math.max(...answers),
      "memory of the module (KiB)": module / 1024,
      "memory of the scripts (KiB)": heap.usedSize / 1024,
    };
  } finally {
    await context.close();
  }
}

/** Notices when the application runs, and keeps the module's memory. */
function spy() {
  const keep = (promise) =>
    promise.then((result) => {
      // A part that comes later has none of its own.
      window.samenscanMemory ??= (result.instance ?? result).exports.memory;
      return result;
    });
  const original = WebAssembly.instantiate;
  WebAssembly.instantiate = (...values) => keep(original.apply(WebAssembly, values));
}

/** Answers every statement on the screen: from the click until the browser has drawn the frame after it. */
async function answerAll() {
  const times = [];
  for (const statement of document.querySelectorAll("fieldset.statement")) {
    for (const input of [...statement.querySelectorAll("input")].slice(1, 4)) {
      // At the beginning of a frame, so that the wait for the next one is the same for each.
      await new Promise((frame) => requestAnimationFrame(frame));
      const begin = performance.now();
      input.click();
      await new Promise((drawn) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = drawn;
          port2.postMessage(null);
        });
      });
      times.push(performance.now() - begin);
    }
  }
  return times;
}

function print(reader, measured) {
  console.log(`\n${reader.name}, ${runs} visits`);
  console.log(`${"".padEnd(42)}${["quartile", "median", "quartile"].map((name) => name.padStart(10)).join("")}`);
  for (const [name, values] of measured) {
    const numbers = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(1).padStart(10));
    console.log(`${name.padEnd(42)}${numbers.join("")}`);
  }
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)];
}
