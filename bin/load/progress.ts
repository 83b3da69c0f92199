import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  readonly tick: () => void;
  readonly set: (done: number, what?: string) => void;
  readonly stop: () => void;
}

/** A bar on a terminal; on anything else nothing but the first and the last line, so that logs stay readable. */
export const progressBar = (what: string, total: number): Progress => {
  if (!process.stderr.isTTY) {
    console.error(`${what} …`);
    return { tick: () => undefined, set: () => undefined, stop: () => undefined };
  }
  const bar = new SingleBar(
    { format: `${what} {bar} {value}/{total} {now}`, clearOnComplete: false, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { now: "" });
  return {
    tick: () => bar.increment(),
    set: (done, now = "") => bar.update(done, { now }),
    stop: () => bar.stop(),
  };
};

/** Milliseconds after which a slow operation shows its progress. */
const untilBar = 2000;

/** Shows nothing at first, and a bar once it has taken two seconds. */
export const patientBar = (what: string) => {
  const began = performance.now();
  let bar: ReturnType<typeof progressBar> | undefined;
  return {
    progress: (done: number, of: number): void => {
      if (performance.now() - began < untilBar) return;
      bar ??= progressBar(what, 100);
      bar.set(Math.floor((done / of) * 100));
    },
    stop: () => bar?.stop(),
  };
};
