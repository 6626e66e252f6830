// Fetches a part of the module when the module asks for it. The build makes the functions that the module imports.

import { initSync } from "samenscan";

const tag = document.currentScript;
const arrived = new Map();

/** A function for the module: fetches a part and calls back with whether it has come. What failed is tried anew. */
export function part(name) {
  return async (callback, data) => {
    if (!arrived.has(name)) arrived.set(name, arrive(name));
    const came = await arrived.get(name);
    if (!came) arrived.delete(name);
    main().__indirect_function_table.get(callback)(data, came);
  };
}

// The first file that a part consists of may be shared with another part.
async function arrive(name) {
  try {
    for (const file of tag.getAttribute(`data-part-${name}`).split(" ")) {
      if (!arrived.has(file)) arrived.set(file, instantiate(file));
      await arrived.get(file).catch((error) => {
        arrived.delete(file);
        throw error;
      });
    }
    return true;
  } catch {
    return false; // The module tells the reader, and offers to try again.
  }
}

// Whole before it is compiled: some servers name a wrong type, which a stream would not get over.
async function instantiate(file) {
  const response = await fetch(new URL(file, tag.src));
  if (!response.ok) throw new Error(file);
  await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: main() });
}

function main() {
  return initSync();
}
