export interface Closers {
  readonly add: (step: () => unknown) => void;
  readonly close: () => Promise<void>;
}

/** Collects what was opened, and closes it in the opposite order, each once. */
export const newClosers = (): Closers => {
  const steps: (() => unknown)[] = [];
  let closed: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    for (const step of steps.toReversed()) await step();
  };
  return {
    add: (step: () => unknown) => {
      steps.push(step);
    },
    close: (): Promise<void> => {
      closed ??= run();
      return closed;
    },
  };
};
