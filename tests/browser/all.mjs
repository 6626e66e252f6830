// Runs the test files named, or all of them, in one process: a browser takes seconds to start.

import { readdir } from "node:fs/promises";
import { after } from "node:test";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const named = process.argv.slice(2).map((file) => pathToFileURL(resolve(file)));
const here = new URL("./", import.meta.url);
const all = (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort();
for (const file of named.length ? named : all.map((name) => new URL(name, here))) await import(file);

// What is still open a minute after the last test is of a program that does not answer; the outcome is known by then.
after(() => setTimeout(() => process.exit(), 60_000).unref());
