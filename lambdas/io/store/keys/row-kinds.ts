import type { Setting } from "../../../../domain/base/settings.ts";
import type { Duration, Period } from "../../../../domain/base/time.ts";
import {
  allowanceRetention,
  contactNotesKept,
  countsBatchRetention,
  idempotencyRetention,
  importRetention,
  keptFrom,
  letterAddressesKept,
  letterTextsKept,
  previewRetention,
  reachKept,
} from "../../../../domain/policy/retention.ts";
import type { Instant } from "../../../../schemas/base/values.ts";
import type { TableNames } from "../tables.ts";
import type { RecordKey } from "./key.ts";

/** The lifetime of a kind of row. */
type Lifetime =
  /** For ever, on purpose. */
  | { readonly lives: "for-ever" }
  /** As long as the row to which it belongs, or from which it follows. */
  | { readonly lives: "with-its-subject" }
  /** Until its person is erased. */
  | { readonly lives: "until-erasure" }
  /** It carries `expiresAt` from the beginning: the table deletes it within days, and readers ignore it until then. */
  | { readonly lives: "until-expiry"; readonly after: Duration }
  /** It carries `expiresAt` once it is empty; until then it lives with its subject. */
  | { readonly lives: "until-emptied" }
  /** The sweep deletes the row once it has been over for so long. */
  | { readonly lives: "until-swept"; readonly after: Setting<Period> }
  /** The row stays, and the sweep erases each of these details about people after its period. */
  | { readonly lives: "without-details"; readonly after: Readonly<Record<string, Setting<Period>>> };

/** A kind of row: the pattern of its key (partition and sort key, joined by a space), its lifetime, and the reason. */
type RowRule = Lifetime & { readonly key: RegExp; readonly why: string };

/** The one table of all kinds of rows. It decides which rows the sweep erases (past-rows.ts). */
export const rowKinds = {
  records: {
    aggregate: { key: / aggregate$/u, lives: "for-ever", why: "It is what the journal folds to, and holds ids only." },
    "party-name": {
      key: /^party-names /u,
      lives: "with-its-subject",
      why: "It follows from the aggregate of its party, and is public.",
    },
    mission: {
      key: / mission$/u,
      lives: "with-its-subject",
      why: "A mission's addresses are its own to set and to replace.",
    },
    "public-office": {
      key: /^party#\S+ office$/u,
      lives: "with-its-subject",
      why: "A party agreed to show it; it holds the office and not the contacts of the mission, and is empty where it does not.",
    },
    person: {
      key: / person$/u,
      lives: "until-erasure",
      why: "Who serves is known as long as the person is not erased.",
    },
    "former-address": {
      key: / former#/u,
      lives: "with-its-subject",
      why: "The reader of that address is notified of the change; a mission's stays, a person's goes with their erasure.",
    },
    erasing: {
      key: / erasing$/u,
      lives: "until-erasure",
      why: "It leads to what is left of a person; the erasure ends with its deletion.",
    },
    account: {
      key: /^account#/u,
      lives: "for-ever",
      why: "A subject that was given up must never lead to another user; it names no person.",
    },
    address: { key: /^address#/u, lives: "until-emptied", why: "It guards an address as long as a user has it." },
    "calendar-link": {
      key: /^calendar-link#/u,
      lives: "for-ever",
      why: "A link that was revoked must be known as one and never show another calendar; it holds a hash and an id.",
    },
    request: {
      key: /^request#/u,
      lives: "until-expiry",
      after: idempotencyRetention,
      why: "A repeat gets the first answer for so long.",
    },
    draft: {
      key: / draft#/u,
      lives: "with-its-subject",
      why: "It is a party's working text in a review, and holds an id.",
    },
    document: {
      key: / document#/u,
      lives: "for-ever",
      why: "The submissions of States are the review; the journal holds its hash.",
    },
    "published-text": {
      key: /^published#/u,
      lives: "with-its-subject",
      why: "A copy of what is published of a review; it is deleted when the consent is withdrawn.",
    },
    contact: {
      key: / contact#/u,
      lives: "without-details",
      after: { note: contactNotesKept },
      why: "That a party was contacted is counted; its note may name people.",
    },
    preview: {
      key: /^preview#\S+ preview$/u,
      lives: "until-expiry",
      after: previewRetention,
      why: "It may be ordered for so long.",
    },
    "preview-page": {
      key: /^preview#\S+ page#/u,
      lives: "until-expiry",
      after: previewRetention,
      why: "It goes with its preview.",
    },
    "preview-order": {
      key: /^preview#\S+ order$/u,
      lives: "until-expiry",
      after: previewRetention,
      why: "A preview is ordered once.",
    },
    "import-page": {
      key: /^import#\S+ page#/u,
      lives: "until-expiry",
      after: importRetention,
      why: "It is deleted as soon as all of its import was applied, which takes minutes; it names people.",
    },
    "paper-page": {
      key: / written#/u,
      lives: "for-ever",
      why: "What a status paper says; the journal holds its hash, and it names no person.",
    },
    "latest-paper": {
      key: /^papers#\S+ latest$/u,
      lives: "for-ever",
      why: "There is one for each day of a paper; it holds the id of the paper.",
    },
    wording: { key: / wording$/u, lives: "for-ever", why: "What States were notified of; the journal holds its hash." },
    recipients: { key: / round#/u, lives: "for-ever", why: "The recipients of a bulletin, by ids: proof of notice." },
    text: {
      key: /^text#\S+ version#/u,
      lives: "for-ever",
      why: "What was sent with it stays provable; the journal holds its hash.",
    },
    "index-row": {
      key: /^review#\S+ (?:(?:seat|obligation|check)#|listed$)/u,
      lives: "with-its-subject",
      why: "It follows from the aggregate of its review.",
    },
    "cursor-secret": {
      key: /^secret#cursor /u,
      lives: "for-ever",
      why: "There is one; its secrets are replaced every month, and hold no personal data.",
    },
    allowance: {
      key: /^allowance#/u,
      lives: "until-expiry",
      after: allowanceRetention,
      why: "It counts what a user used in one day, and is not needed a day after that one.",
    },
    "presidents-reminders": {
      key: /^presidents-reminders /u,
      lives: "for-ever",
      why: "There is one; it records by party when the President last wrote, and names no person.",
    },
    "notes-erased": {
      key: /^erased-up-to#note /u,
      lives: "for-ever",
      why: "There is one; it says up to which day notes are erased.",
    },
    "audit-progress": {
      key: /^audited-up-to#/u,
      lives: "for-ever",
      why: "There is one; it says up to where journals are audited, and holds ids only.",
    },
    migration: {
      key: /^migration#/u,
      lives: "for-ever",
      why: "It says that rows were brought up to date, and goes with them into a copy.",
    },
    "counts-state": {
      key: /^counts#[^#]+#state /u,
      lives: "for-ever",
      why: "There is one for each version of the counts; it names groups.",
    },
    "counts-block": { key: /^counts#[^#]+#in#/u, lives: "for-ever", why: "Sums that follow from the journal." },
    counted: {
      key: /^counts#[^#]+#of#/u,
      lives: "with-its-subject",
      why: "It follows from the journal, and holds ids only.",
    },
    "counts-batch": {
      key: /^counts#[^#]+#batch#/u,
      lives: "until-expiry",
      after: countsBatchRetention,
      why: "A batch that was interrupted is applied by the next one; it follows from the journal.",
    },
  },
  journal: {
    entry: {
      key: / /u,
      lives: "for-ever",
      why: "The journal is the trust of States in the record, and names no person.",
    },
  },
  letters: {
    "letter-text": {
      key: /^text#/u,
      lives: "with-its-subject",
      why: "Both sides can read what was said; what names its reader goes with the address.",
    },
    mark: {
      key: /^address#/u,
      lives: "until-swept",
      after: reachKept,
      why: "In force it keeps letters from an address that fails; unsuppressed it only records the past.",
    },
    unreachable: {
      key: /^unreachable#/u,
      lives: "until-swept",
      after: reachKept,
      why: "Ended it only records the past.",
    },
    returned: { key: /^returned#/u, lives: "until-swept", after: reachKept, why: "Ended it only records the past." },
    tally: { key: /^tally#/u, lives: "with-its-subject", why: "It counts the bounces of a bulletin." },
    awaited: {
      key: /^awaited#/u,
      lives: "with-its-subject",
      why: "It leads to the moment in which its bulletin is done.",
    },
    "details-erased": {
      key: /^erased-up-to#/u,
      lives: "for-ever",
      why: "There is one for addresses and one for texts; it says up to which day they are erased.",
    },
    slots: { key: /^slots#/u, lives: "for-ever", why: "There is one line of slots, and it holds no personal data." },
    restoration: {
      key: /^restoration/u,
      lives: "for-ever",
      why: "As long as these tables are used, what was due before waits for a person.",
    },
    letter: {
      key: /^/u,
      lives: "without-details",
      after: { address: letterAddressesKept, text: letterTextsKept },
      why: "That notice was given stays provable; where it went and what it said does not outlive its use.",
    },
  },
} as const satisfies Readonly<Record<keyof TableNames, Readonly<Record<string, RowRule>>>>;

type Rules = typeof rowKinds;
export type RecordKind = keyof Rules["records"];
export type LetterRowKind = keyof Rules["letters"];
export type RowKind = RecordKind | LetterRowKind | keyof Rules["journal"];

/** The kinds of a table that have one lifetime. */
export type KindsThat<Table extends keyof Rules, Lives extends Lifetime["lives"]> = {
  [K in keyof Rules[Table]]: Rules[Table][K] extends { readonly lives: Lives } ? K : never;
}[keyof Rules[Table]];

const kindIn = <Kind extends string>(rules: Readonly<Record<Kind, RowRule>>, key: string): Kind | undefined => {
  for (const kind in rules) if (rules[kind].key.test(key)) return kind;
  return undefined;
};

/** Returns the kind of a row in the table of records by its key; undefined for an unknown kind. */
export const recordKindOf = ({ pk, sk }: RecordKey): RecordKind | undefined => kindIn(rowKinds.records, `${pk} ${sk}`);

/** Returns the kind of a row in the table of letters, by its id: ids of letters fit no other pattern. */
export const letterRowKindOf = (id: string): LetterRowKind => kindIn(rowKinds.letters, id) ?? "letter";

/** Returns the details that a row no longer has, given when it last changed. */
export const detailsPast = <Detail extends string>(
  after: Readonly<Record<Detail, Setting<Period>>>,
  changedAt: Instant,
  now: Instant,
): ReadonlySet<Detail> => {
  const past = new Set<Detail>();
  for (const detail in after) if (changedAt < keptFrom(after[detail], now)) past.add(detail);
  return past;
};
