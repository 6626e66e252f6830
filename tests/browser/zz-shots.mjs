import { withPage, prefer } from "./harness.mjs";
import { scans, links, table, toGroup, drop, paste, outcome } from "./groups.mjs";
import { click } from "./walk.mjs";
const r = scans(37, 4); r[1].label="Bakkerij"; const l = (await links(r.slice(0,30)));
const text = l.join("\n") + "\n" + l[3] + "\nBeste allen\n#r1-0U7JEf1PbrGFYLY7PgA9bPXZ\n";
for (const [w, dark] of [[320, false], [768, true], [1280, false], [1280, true]]) {
  await withPage("chromium", async (page, _, site) => {
    if (dark) await prefer(page, { "prefers-color-scheme": "dark" });
    await page.setViewport({ width: w, height: 800 });
    await toGroup(page, site);
    await page.screenshot({ path: `/tmp/gx/empty-${w}-${dark}.png`, fullPage: true });
    await paste(page, text);
    await page.evaluate(() => document.querySelectorAll(".note details").forEach((d) => (d.open = true)));
    await page.evaluate(() => scrollTo(0, 0));
    const H = await page.evaluate(() => document.documentElement.scrollHeight);
    const tall = w === 320 ? 1900 : 1500;
    await page.screenshot({ path: `/tmp/gx/full-${w}-${dark}-a.png`, clip: { x: 0, y: 0, width: w, height: tall } , captureBeyondViewport: true });
    await page.screenshot({ path: `/tmp/gx/full-${w}-${dark}-b.png`, clip: { x: 0, y: tall, width: w, height: tall } , captureBeyondViewport: true });
    await page.screenshot({ path: `/tmp/gx/full-${w}-${dark}-c.png`, clip: { x: 0, y: H - tall, width: w, height: tall } , captureBeyondViewport: true });
    if (w === 1280 && !dark) { const pdf = await page.pdf({ format: "A4", path: "/tmp/gx/print.pdf" }); }
    await page.evaluate(() => (location.hash = "#/group/meeting"));
    await new Promise((r) => setTimeout(r, 300));
    await page.screenshot({ path: `/tmp/gx/meeting-${w}-${dark}.png` });
  });
}
process.exit(0);
