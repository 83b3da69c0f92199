import type { RowKind } from "../../schemas/model/tables.ts";
import type { Setting } from "../base/settings.ts";
import {
  allowanceRetention,
  countsBatchRetention,
  contactNotesKept,
  idempotencyRetention,
  importRetention,
  letterAddressesKept,
  letterTextsKept,
  previewRetention,
  reachKept,
} from "./retention.ts";
import type { Duration, Period } from "../base/time.ts";

/** The lifetime of a kind of row, and the reason. */
export type Retention =
  /** For ever, on purpose. */
  | { readonly lives: "for-ever"; readonly why: string }
  /** As long as the row to which it belongs, or from which it follows. */
  | { readonly lives: "with-its-subject"; readonly why: string }
  /** Until its person is erased. */
  | { readonly lives: "until-erasure"; readonly why: string }
  /** It carries `expiresAt` from the beginning: the table deletes it, and the sweep does. */
  | { readonly lives: "until-expiry"; readonly after: Duration; readonly why: string }
  /** It carries `expiresAt` once it is empty; until then it lives with its subject. */
  | { readonly lives: "until-emptied"; readonly why: string }
  /** The sweep deletes the row once it has been over for so long. */
  | { readonly lives: "until-swept"; readonly after: Setting<Period>; readonly why: string }
  /** The row stays, and the sweep erases its data about people after this period. */
  | { readonly lives: "without-details"; readonly after: readonly Setting<Period>[]; readonly why: string };

/** The one table of how long rows live: a kind of row without a line here does not compile. */
export const retention: { readonly [K in RowKind]: Retention } = {
  aggregate: { lives: "for-ever", why: "It is what the journal folds to, and holds ids only." },
  "index-row": { lives: "with-its-subject", why: "It follows from the aggregate of its review." },
  mission: { lives: "with-its-subject", why: "A mission's addresses are its own to set and to replace." },
  "public-office": {
    lives: "with-its-subject",
    why: "A party agreed to show it; it holds the office and not the contacts of the mission, and is empty where it does not.",
  },
  person: { lives: "until-erasure", why: "Who serves is known as long as the person is not erased." },
  "former-address": {
    lives: "with-its-subject",
    why: "The reader of that address is notified of the change; a mission's stays, a person's goes with their erasure.",
  },
  erasing: { lives: "until-erasure", why: "It leads to what is left of a person; the erasure ends with its deletion." },
  account: {
    lives: "for-ever",
    why: "A subject that was given up must never lead to another user; it names no person.",
  },
  address: { lives: "until-emptied", why: "It guards an address as long as a user has it." },
  "calendar-link": {
    lives: "for-ever",
    why: "A link that was revoked must be known as one and never show another calendar; it holds a hash and an id.",
  },
  request: { lives: "until-expiry", after: idempotencyRetention, why: "A repeat gets the first answer for so long." },
  draft: { lives: "with-its-subject", why: "It is a party's working text in a review, and holds an id." },
  document: { lives: "for-ever", why: "The submissions of States are the review; the journal holds its hash." },
  "published-text": {
    lives: "with-its-subject",
    why: "A copy of what is published of a review; it is deleted when the consent is withdrawn.",
  },
  contact: {
    lives: "without-details",
    after: [contactNotesKept],
    why: "That a party was contacted is counted; its note may name people.",
  },
  preview: { lives: "until-expiry", after: previewRetention, why: "It may be ordered for so long." },
  "preview-page": { lives: "until-expiry", after: previewRetention, why: "It goes with its preview." },
  "preview-order": { lives: "until-expiry", after: previewRetention, why: "A preview is ordered once." },
  "import-page": {
    lives: "until-expiry",
    after: importRetention,
    why: "It is deleted as soon as all of its import was applied, which takes minutes; it names people.",
  },
  "paper-page": {
    lives: "for-ever",
    why: "What a status paper says; the journal holds its hash, and it names no person.",
  },
  "latest-paper": { lives: "for-ever", why: "There is one for each day of a paper; it holds the id of the paper." },
  wording: { lives: "for-ever", why: "What States were notified of; the journal holds its hash." },
  recipients: { lives: "for-ever", why: "The recipients of a bulletin, by ids: proof of notice." },
  text: { lives: "for-ever", why: "What was sent with it stays provable; the journal holds its hash." },
  "cursor-secret": {
    lives: "for-ever",
    why: "There is one; its secrets are replaced every month, and hold no personal data.",
  },
  allowance: {
    lives: "until-expiry",
    after: allowanceRetention,
    why: "It counts what a user used in one day, and is not needed a day after that one.",
  },
  "presidents-reminders": {
    lives: "for-ever",
    why: "There is one; it records by party when the President last wrote, and names no person.",
  },
  migration: { lives: "for-ever", why: "It says that rows were brought up to date, and goes with them into a copy." },
  "counts-state": { lives: "for-ever", why: "There is one for each version of the counts; it names groups." },
  "counts-block": { lives: "for-ever", why: "Sums that follow from the journal." },
  counted: { lives: "with-its-subject", why: "It follows from the journal, and holds ids only." },
  "counts-batch": {
    lives: "until-expiry",
    after: countsBatchRetention,
    why: "A batch that was interrupted is applied by the next one; it follows from the journal.",
  },
  entry: { lives: "for-ever", why: "The journal is the trust of States in the record, and names no person." },
  letter: {
    lives: "without-details",
    after: [letterAddressesKept, letterTextsKept],
    why: "That notice was given stays provable; where it went and what it said does not outlive its use.",
  },
  "letter-text": {
    lives: "until-swept",
    after: letterTextsKept,
    why: "Both sides can read what was said; what names its reader goes with the address.",
  },
  mark: {
    lives: "until-swept",
    after: reachKept,
    why: "In force it keeps letters from an address that fails; unsuppressed it only records the past.",
  },
  unreachable: { lives: "until-swept", after: reachKept, why: "Ended it only records the past." },
  returned: { lives: "until-swept", after: reachKept, why: "Ended it only records the past." },
  tally: { lives: "with-its-subject", why: "It counts the bounces of a bulletin." },
  awaited: { lives: "with-its-subject", why: "It leads to the moment in which its bulletin is done." },
  restoration: { lives: "for-ever", why: "As long as these tables are used, what was due before waits for a person." },
  slots: { lives: "for-ever", why: "There is one line of slots, and it holds no personal data." },
};
