import type { EngineClient } from "./engine-client.ts";

/**
 * What the app that runs here knows of its letters. Whoever starts the system hands in how it is read: which table holds
 * them, and in which columns, is the app's own affair.
 */

/** What a letter went through. */
export interface LetterStep {
  /** UTC. */
  readonly at: string;
  readonly state: string;
  readonly why?: string;
}

export interface LetterRecord {
  /** As mails carry it in the tag `letter`. */
  readonly id: string;
  /** What it is and whom it is for, in one line. */
  readonly title: string;
  /** In the app's own word. */
  readonly state: string;
  readonly reason?: string;
  /** Whether the app knows that it has left: `unknown` while it waits to hear of it. */
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
  /** Some of the letters that are to be sent, or of which nobody knows whether they were. */
  readonly unsent: () => Promise<readonly LetterRecord[]>;
}

/** Opens the records in the database, with the tables' names by the variable that functions know them by. */
export type OpenLetterRecords = (
  engine: EngineClient,
  environment: Readonly<Record<string, string>>,
) => LetterRecords | undefined;

/** Of an app whose letters nobody can read. */
export const noLetterRecords: LetterRecords = { find: async () => new Map(), unsent: async () => [] };
