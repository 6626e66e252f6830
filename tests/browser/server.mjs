// Serves the built folder the way a school's website would: somewhere below the root, beside pages of others.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that `cargo xtask dist` writes. */
export const dist = new URL("../../dist/", import.meta.url);

/** Where the folder stands on the server. */
export const FOLDER = "/school/samenscan/";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Starts a server of its own for one test.
 *
 * `files` replaces the built folder: names and texts. `pages` are the pages of others: paths from the root and texts.
 * `answer(path, response)` may answer a request itself, by returning true: to be slow, to fail, to name a wrong type.
 */
export async function serve({ files, pages = {}, answer = () => false } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    requests.push(path);
    response.setHeader("cache-control", "no-store");
    if (await answer(path, response)) return;
    const body = pages[path] ?? (await ours(path, files));
    if (body === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    if (!response.hasHeader("content-type")) {
      response.setHeader("content-type", TYPES[extname(path) || ".html"] ?? "application/octet-stream");
    }
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  return {
    /** The address of the folder. */
    url: `http://127.0.0.1:${port}${FOLDER}`,
    /** The root of the same server. */
    origin: `http://127.0.0.1:${port}`,
    /** The same server as another site, for what a browser keeps apart. */
    otherSite: `http://localhost:${port}`,
    /** The path of every request so far. */
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function ours(path, files) {
  if (!path.startsWith(FOLDER)) return undefined;
  const name = path.slice(FOLDER.length) || "index.html";
  if (files) return files[name];
  const file = new URL(name, dist);
  if (!file.href.startsWith(dist.href)) return undefined;
  return readFile(fileURLToPath(file)).catch(() => undefined);
}
