import type { DayUse } from "../io/ports/commit.ts";

/** The caller decided on a version that is no longer the latest one. Nothing was written. */
export class StaleVersion extends Error {
  /** The latest one, with which the command can be decided on again. */
  readonly current: number;
  constructor(current: number) {
    super("It has changed since it was read");
    this.name = "StaleVersion";
    this.current = current;
  }
}

/** Others changed the same thing each time that the command was decided again. Nothing was written. */
export class TooManyConflicts extends Error {
  constructor() {
    super("Others changed the same thing at the same time");
    this.name = "TooManyConflicts";
  }
}

/** A limit of the day would be passed by what the command uses. Nothing was written. */
export class LimitReached extends Error {
  readonly uses: readonly DayUse[];
  constructor(uses: readonly DayUse[]) {
    super("A limit of the day is reached");
    this.name = "LimitReached";
    this.uses = uses;
  }
}
