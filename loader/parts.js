// Fetches a part of the module when the module asks for it. The build makes the functions that the module imports.

import { wasm } from "samenscan";

const tag = document.currentScript;
const arrived = new Map();

/** A function for the module: fetches a part and calls back with whether it has come. What failed is tried anew. */
export function part(name) {
  return async (callback, data) => {
    const came = await arrive(tag.getAttribute(`data-part-${name}`).split(" "));
    wasm.__indirect_function_table.get(callback)(data, came);
  };
}

// All files are on their way at once. Another part may share some of them; those that come first are needed first.
async function arrive(files) {
  let before;
  const coming = files.map((file) => {
    if (!arrived.has(file)) arrived.set(file, file.endsWith(".css") ? dress(file) : instantiate(file, before));
    return (before = arrived.get(file).catch((error) => {
      arrived.delete(file);
      throw error;
    }));
  });
  try {
    await Promise.all(coming);
    return true;
  } catch {
    return false; // The module tells the reader, and offers to try again.
  }
}

// Whole before it is compiled: some servers name a wrong type, which a stream would not get over.
async function instantiate(file, before) {
  const response = await fetch(new URL(file, tag.src));
  if (!response.ok) throw new Error(file);
  const bytes = await response.arrayBuffer();
  await before;
  await WebAssembly.instantiate(bytes, { __wasm_split: wasm });
}

function dress(file) {
  return new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(file, tag.src);
    link.onload = done;
    link.onerror = (event) => {
      link.remove();
      failed(event);
    };
    document.head.append(link);
  });
}
