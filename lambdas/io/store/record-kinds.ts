import { rowKinds } from "../../../schemas/model/tables.ts";
import type { RecordKey } from "./keys.ts";

/** The kinds of rows in the table of records, by patterns of their partition key and sort key, joined by a space. */
const recordKinds: Readonly<Record<(typeof rowKinds)["records"][number], RegExp>> = {
  aggregate: / aggregate$/u,
  mission: / mission$/u,
  "public-office": /^party#\S+ office$/u,
  person: / person$/u,
  "former-address": / former#/u,
  erasing: / erasing$/u,
  account: /^account#/u,
  address: /^address#/u,
  "calendar-link": /^calendar-link#/u,
  request: /^request#/u,
  draft: / draft#/u,
  document: / document#/u,
  "published-text": /^published#/u,
  contact: / contact#/u,
  preview: /^preview#\S+ preview$/u,
  "preview-page": /^preview#\S+ page#/u,
  "preview-order": /^preview#\S+ order$/u,
  "import-page": /^import#\S+ page#/u,
  "paper-page": / written#/u,
  "latest-paper": /^papers#\S+ latest$/u,
  wording: / wording$/u,
  recipients: / round#/u,
  text: /^text#\S+ version#/u,
  "index-row": /^review#\S+ (?:(?:seat|owed|check)#|blocked$)/u,
  "cursor-secret": /^secret#cursor /u,
  allowance: /^allowance#/u,
  "presidents-reminders": /^presidents-reminders /u,
  migration: /^migration#/u,
  "counts-state": /^counts#[^#]+#state /u,
  "counts-block": /^counts#[^#]+#in#/u,
  counted: /^counts#[^#]+#of#/u,
  "counts-batch": /^counts#[^#]+#batch#/u,
};
/** Returns the kind of a row in the table of records by its key; undefined for an unknown kind. */
export const recordKindOf = ({ pk, sk }: RecordKey): (typeof rowKinds)["records"][number] | undefined =>
  rowKinds.records.find((kind) => recordKinds[kind].test(`${pk} ${sk}`));
