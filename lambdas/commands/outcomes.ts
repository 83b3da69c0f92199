/** The caller decided on a version that is no longer the latest one. Nothing was written. */
export class StaleVersion extends Error {
  constructor() {
    super("It has changed since it was read");
    this.name = "StaleVersion";
  }
}

/** Others changed the same thing each time that the command was decided again. Nothing was written. */
export class TooManyConflicts extends Error {
  constructor() {
    super("Others changed the same thing at the same time");
    this.name = "TooManyConflicts";
  }
}
