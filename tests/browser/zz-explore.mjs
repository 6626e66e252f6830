import { withPage } from "./harness.mjs";
import { scans, links, table, toGroup, drop, outcome } from "./groups.mjs";
import { writeFile } from "node:fs/promises";
import { after } from "node:test";
const N = Number(process.env.N ?? 10000);
const r = scans(N);
const l = (await links(r)).join("\n"); const t = table(r);
await writeFile("/tmp/gx/group.csv", t); await writeFile("/tmp/gx/links.txt", l);
console.log("links", l.length, "csv", t.length);
const watch = () => {
  window.tasks = []; window.t0 = performance.now(); 
  try { new PerformanceObserver((list) => { for (const e of list.getEntries()) window.tasks.push([Math.round(e.startTime - window.t0), Math.round(e.duration)]); }).observe({ type: "longtask" }); } catch {}
  window.gaps = []; let last = performance.now(); const c = new MessageChannel();
  c.port1.onmessage = () => { const now = performance.now(); window.gaps.push(now - last); last = now; if (!window.stopped) c.port2.postMessage(0); };
  c.port2.postMessage(0);
};
const report = async (page, what, began) => { const took = Date.now() - began;
  await new Promise((r) => setTimeout(r, 500)); const res = await page.evaluate(() => ({ tasks: JSON.stringify(window.tasks), max: Math.max(...window.gaps), n: window.gaps.length, over20: window.gaps.filter((g) => g > 20).map(Math.round) }));
  console.log(what, await took, "ms", JSON.stringify(res));
};
for (const b of (process.env.BROWSERS ?? "chromium").split(" ")) for (let run = 0; run < Number(process.env.RUNS ?? 3); run++) {
  await withPage(b, async (page, _, site) => {
    await toGroup(page, site);
    await page.evaluate((text) => (document.getElementById("group-pasted").value = text), l);
    await page.evaluate(watch);
    const began = Date.now();
    await page.evaluate(() => document.querySelector(".add button").click());
    const o = await outcome(page);
    await report(page, b + " links", began); console.log(JSON.stringify(o));
  });
  await withPage(b, async (page, _, site) => {
    await toGroup(page, site);
    const field = await page.$('input[type="file"]');
    await page.evaluate(watch);
    const began = Date.now();
    await field.uploadFile("/tmp/gx/group.csv");
    const o = await outcome(page);
    await report(page, b + " csv", began); console.log(JSON.stringify(o));
  });
}
process.exit(0);
