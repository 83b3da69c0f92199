import { afterAll, onTestFinished } from "vitest";
import type { LogCode } from "../../lambdas/io/log.ts";

type Line = Readonly<Record<string, unknown>>;
let lines: string[] = [];
let listening = false;
/** Collects the log lines of functions until the test ends; a system of a whole file until the end of the file. */
export const hearLog = (): void => {
  lines = [];
  if (listening) return;
  listening = true;
  const { log, error } = console;
  // No spy of vitest: it would store and inspect every line, of which a grid writes tens of thousands.
  const hear = (line: unknown) => void lines.push(String(line));
  Object.assign(console, { log: hear, error: hear });
  const end = () => {
    Object.assign(console, { log, error });
    listening = false;
  };
  try {
    onTestFinished(end);
  } catch {
    afterAll(end);
  }
};

/** Lines of a code that were heard since. Throws where a line is no JSON. */
export const linesOf = (code: LogCode): readonly Line[] =>
  lines.map((line) => JSON.parse(line) as Line).filter((line) => line["code"] === code);
