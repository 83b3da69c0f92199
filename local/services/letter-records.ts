import type { EngineClient } from "./engine-client.ts";

/**
 * The app's stored data about its letters. The starter of the system supplies the reader: the table of letters, and
 * its columns, are internal to the app.
 */

/** A step in the history of a letter. */
export interface LetterStep {
  /** UTC. */
  readonly at: string;
  readonly state: string;
  readonly why?: string;
}

export interface LetterRecord {
  /** As mails carry it in the tag `letter`. */
  readonly id: string;
  /** Its kind and recipient, in one line. */
  readonly title: string;
  /** In the app's own word. */
  readonly state: string;
  readonly reason?: string;
  /** The app's record of delivery: `unknown` until it is reported. */
  readonly sent: "yes" | "no" | "unknown";
  /** UTC; the app looks at it again after it. */
  readonly retryAt?: string;
  /** Whatever else a person may want to know, each with its name. */
  readonly details: readonly (readonly [name: string, value: string])[];
  /** Oldest first. */
  readonly history: readonly LetterStep[];
}

export interface LetterRecords {
  /** Records by id; letters that the app does not know are left out. */
  readonly find: (letters: readonly string[]) => Promise<ReadonlyMap<string, LetterRecord>>;
  /** Returns some of the letters that are to be sent, or whose delivery is unknown. */
  readonly unsent: () => Promise<readonly LetterRecord[]>;
}

/** Opens the records in the database, with the tables' names by the variable that functions know them by. */
export type OpenLetterRecords = (
  engine: EngineClient,
  environment: Readonly<Record<string, string>>,
) => LetterRecords | undefined;

/** Empty records, for an app whose letters cannot be read. */
export const noLetterRecords: LetterRecords = { find: async () => new Map(), unsent: async () => [] };
