// Starts samenscan: fetches the module and the texts of one language side by side, and hands the texts to the module.
//
// Where something fails it shows the reader a sentence that says what to do. Those sentences are in the page already,
// hidden, in every language. Nothing here is written into the page as HTML, and nothing comes from another folder.

import load, { start } from "samenscan";

const tag = document.currentScript;
const language = chosenLanguage();
let failed = false;

window.addEventListener("error", (event) => watch(event.error));
window.addEventListener("unhandledrejection", (event) => watch(event.reason));
run();

async function run() {
  try {
    const content = fetched(tag.getAttribute(`data-content-${language}`)).then((response) => response.text());
    content.catch(() => {}); // It is awaited below; should it fail before, that is no error of its own.
    await load(await compiled(await fetched(tag.dataset.wasm)));
    const text = await content;
    document.documentElement.lang = language;
    start(text);
    performance.mark("samenscan-started"); // For `cargo xtask bench`.
    for (const waiting of document.querySelectorAll(".loader-waiting")) waiting.remove();
  } catch (error) {
    fail(kindOf(error));
    throw error;
  }
}

// A file beside this script; the script knows where it is, also when the page is somewhere else.
async function fetched(name) {
  const response = await fetch(new URL(name, tag.src)).catch(() => {
    throw new Failure(location.protocol === "file:" ? "file" : "network");
  });
  if (!response.ok) throw new Failure("missing");
  return response;
}

// While the bytes come in; whole where the server names a wrong type, which a stream would not get over.
async function compiled(response) {
  const typed = response.headers.get("Content-Type") === "application/wasm";
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

function chosenLanguage() {
  const offered = tag.dataset.languages.split(" ");
  const wished = [new URLSearchParams(location.search).get("lang"), storedLanguage()];
  return wished.find((language) => offered.includes(language)) ?? offered[0];
}

function storedLanguage() {
  try {
    return localStorage.getItem("samenscan.language");
  } catch {
    return null; // Storage is closed to us, which is a reader's right.
  }
}

class Failure extends Error {
  constructor(kind) {
    super(`samenscan could not start: ${kind}`);
    this.kind = kind;
  }
}

function kindOf(error) {
  if (error instanceof Failure) return error.kind;
  if (!compiles()) return "blocked";
  return isCrash(error) ? "crash" : "missing";
}

// The smallest module there is: where it does not compile, no module does.
function compiles() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

// A panic is a trap, and a script error that passed through the module has left it half-way.
function isCrash(error) {
  return error instanceof WebAssembly.RuntimeError || /wasm-function/.test(error?.stack);
}

function watch(error) {
  if (compiles() && isCrash(error)) fail("crash");
}

// The first failure is told; what follows from it is not.
function fail(kind) {
  if (failed) return;
  failed = true;
  if (kind === "crash") letGo();
  for (const waiting of document.querySelectorAll(".loader-waiting")) waiting.remove();
  const messages = document.getElementById("samenscan-messages");
  const told = messages.querySelector(`[lang="${language}"]`);
  told.querySelector(`[data-failure="${kind}"]`).hidden = false;
  const reload = told.querySelector("button");
  reload.hidden = false;
  reload.addEventListener("click", () => location.reload());
  messages.scrollIntoView();
}

// The module is no longer sound: nothing that is done on the screen may reach it. What stands there can still be read,
// also by a screen reader, for which `inert` would make it go away.
function letGo() {
  const screen = document.getElementById("samenscan");
  const ignore = (event) => {
    if (!screen.contains(event.target)) return;
    event.stopImmediatePropagation();
    if (event.type !== "keydown") event.preventDefault(); // Tab and the arrows must still move.
  };
  for (const type of ["click", "input", "change", "submit", "keydown"]) window.addEventListener(type, ignore, true);
}
