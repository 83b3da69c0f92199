import { afterAll, onTestFinished } from "vitest";
import type { LogCode } from "../../lambdas/io/log.ts";

type Line = Readonly<Record<string, unknown>>;
let lines: string[] = [];
let listening = false;
/** Hears what functions log, until the test has ended; a system made for a whole file is heard to its end. */
export const hearLog = (): void => {
  lines = [];
  if (listening) return;
  listening = true;
  const { log, error } = console;
  // No spy of vitest: it would keep and look at every line, of which a grid writes tens of thousands.
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
