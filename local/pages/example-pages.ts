import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { forAnyOrigin } from "../gateway/cors.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { LocalPages } from "../gateway/http.ts";
import { signInPath } from "./sign-in.ts";

const folder = resolve(import.meta.dirname, "../../examples");
/** Path of the example front end below a system's address. */
const examplePath = "/_local/example";

/** The address of the example front end of a system. */
export const examplePage = (url: string): string => `${url}${examplePath}/`;

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

const reply = (status: number, type: string, body: Buffer, more: HttpReply["headers"] = []): HttpReply => ({
  status,
  headers: [["content-type", type], ["cache-control", "no-store"], ...more],
  body,
});
const notFound = reply(404, "text/plain; charset=utf-8", Buffer.from("There is no such file in examples/\n"));

const fileOf = async (name: string): Promise<HttpReply> => {
  const [, ending = ""] = /^[a-z-]+\.([a-z]+)$/u.exec(name) ?? [];
  const type = types[ending];
  if (type === undefined) return notFound;
  try {
    return reply(200, type, await readFile(join(folder, name)));
  } catch {
    return notFound;
  }
};

/** Serves the example front end of examples/, read again at each request, with the settings of this system. */
export const examplePages = (url: string, clientId: string): LocalPages => {
  const settings = {
    api: url,
    signIn: `${url}${signInPath}`,
    clientId,
    signedIn: examplePage(url),
    signedOut: examplePage(url),
  };
  return async ({ method, target }) => {
    const [path = ""] = target.split("?");
    if (path === examplePath) return reply(302, "text/plain", Buffer.alloc(0), [["location", `${examplePath}/`]]);
    if (method !== "GET" || !path.startsWith(`${examplePath}/`)) return undefined;
    const name = path.slice(examplePath.length + 1);
    if (name === "settings.json")
      return reply(
        200,
        "application/json; charset=utf-8",
        Buffer.from(JSON.stringify(settings, undefined, 2)),
        forAnyOrigin,
      );
    return fileOf(name === "" ? "index.html" : name);
  };
};
