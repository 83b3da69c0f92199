import { afterAll, onTestFinished, vi } from "vitest";
import type { LogCode } from "../../lambdas/io/log.ts";

type Line = Readonly<Record<string, unknown>>;
let lines: Line[] = [];
let listening = false;
/** Hears what functions log, until the test has ended; a system made for a whole file is heard to its end. */
export const hearLog = (): void => {
  lines = [];
  if (listening) return;
  listening = true;
  const hear = (line: unknown) => void lines.push(JSON.parse(String(line)) as Line);
  const spies = [
    vi.spyOn(console, "log").mockImplementation(hear),
    vi.spyOn(console, "error").mockImplementation(hear),
  ];
  const end = () => {
    for (const spy of spies) spy.mockRestore();
    listening = false;
  };
  try {
    onTestFinished(end);
  } catch {
    afterAll(end);
  }
};

/** Lines of a code that were heard since. */
export const logged = (code: LogCode): readonly Line[] => lines.filter((line) => line["code"] === code);
