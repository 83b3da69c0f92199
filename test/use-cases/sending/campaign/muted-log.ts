import { afterAll, onTestFinished, vi } from "vitest";

/** Keeps what functions log from the screen until the test, or those of the file, have ended, and counts the lines of each code. */
export const muteLog = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const hear = (line: unknown) => {
    const { code } = JSON.parse(String(line)) as { code: string };
    counts.set(code, (counts.get(code) ?? 0) + 1);
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation(hear),
    vi.spyOn(console, "error").mockImplementation(hear),
  ];
  const end = () => {
    for (const spy of spies) spy.mockRestore();
  };
  try {
    onTestFinished(end);
  } catch {
    afterAll(end);
  }
  return counts;
};
