import { appendFileSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { installClock } from "../base/clock.ts";
import { fieldsOf, type Fields, isFields, needText, numberOf, parseJson, textOf } from "../base/json.ts";

// Runs one function in a thread of its own: takes the system's clock, sends what it prints to its log, loads the built
// bundle as it is, and answers one invocation after the other.

const settings = fieldsOf(workerData);
if (settings["clock"] instanceof SharedArrayBuffer) installClock(settings["clock"]);

// Written at once, so that nothing is lost when the thread is ended.
const log = openSync(needText(settings, "log", "A worker"), "a");
const toLog = (chunk: string | Uint8Array): boolean => {
  try {
    appendFileSync(log, chunk);
  } catch {
    // As in the cloud, no function fails because its log cannot be kept.
  }
  return true;
};
process.stdout.write = toLog;
process.stderr.write = toLog;

const errorOf = (error: unknown): Fields =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split("\n") ?? [] }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

type Handler = (event: unknown, context: Fields) => unknown;
const isHandler = (value: unknown): value is Handler => typeof value === "function";

const loadHandler = async (): Promise<Handler> => {
  const directory = needText(settings, "directory", "A worker");
  const name = needText(settings, "name", "A worker");
  const exported = needText(settings, "exported", "A worker");
  const file = [".mjs", ".js", ".cjs"].map((ending) => join(directory, name + ending)).find(existsSync);
  if (file === undefined) throw new Error(`The asset holds no ${name}.mjs: run "npm run build"`);
  const loaded: unknown = await import(pathToFileURL(file).href);
  const module = isFields(loaded) ? loaded : {};
  const handler = module[exported] ?? fieldsOf(module["default"])[exported];
  if (!isHandler(handler)) throw new Error(`${name} exports no function ${exported}`);
  return handler;
};

const contextOf = (message: Fields, until: number): Fields => ({
  ...fieldsOf(message["context"]),
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, Math.round(until - performance.now())),
});

/** Runs one invocation; an error is returned in the reply, not thrown. */
const invoke = async (handler: Handler, message: Fields): Promise<Fields> => {
  const until = performance.now() + (numberOf(message["milliseconds"]) ?? 0);
  try {
    const result = await handler(parseJson(textOf(message["event"]) ?? "null"), contextOf(message, until));
    return { kind: "done", payload: JSON.stringify(result) };
  } catch (error) {
    return { kind: "failed", ...errorOf(error) };
  }
};

const port = parentPort;
if (port === null) throw new Error("A worker runs in a thread of the system");
try {
  const handler = await loadHandler();
  port.on("message", (message: unknown) => {
    void invoke(handler, fieldsOf(message)).then((answer) => port.postMessage(answer));
  });
  port.postMessage({ kind: "ready" });
} catch (error) {
  port.postMessage({ kind: "broken", ...errorOf(error) });
}
