import { addMinutes } from "./calendar.ts";
import { afterStep } from "./clock-steps.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import type { Readings } from "./read.ts";

const rowRule = "guarantees.md: a letter is a row; mails in the inbox are those with a row";
const onceRule = "guarantees.md 6: at most one accepted letter per id; the only duplicate is a repeat after unknown";
const endRule =
  "guarantees.md: every planned letter ends in a state that says why; deadline letters wait an hour at most";

/** Minutes of a sender's lease of a letter: a mail is accepted within that time of its claim. */
const leaseMinutes = 15;

/** A mail service reports what it accepted within three days, or the row says that nothing is known. */
const letterMayWaitMinutes = 120;

const checkMails = (mails: readonly Mail[], rows: ReadonlyMap<string, LetterRow>, tally: Tally): void => {
  for (const mail of mails) {
    tally.count("mails");
    const row = mail.letter === null ? undefined : rows.get(mail.letter);
    const about = `mail ${mail.id} to ${mail.to.join(", ")}`;
    if (row === undefined) {
      tally.report("mail-without-letter", about, `the ledger has no letter ${mail.letter ?? "of it"}`, rowRule);
      continue;
    }
    if (!row.isSent && row.unknowns === 0 && row.state !== "claimed")
      tally.report("mail-without-letter", about, `it left, and its letter ${row.id} is ${row.state}`, rowRule);
    if (row.subject !== undefined && row.isSent && row.subject !== mail.subject)
      tally.report("mail-without-letter", about, `its subject is not that of letter ${row.id}`, rowRule);
  }
};

const checkTime = (row: LetterRow, mails: readonly Mail[], tally: Tally): void => {
  const claims = row.explanation.history.filter(({ state }) => state === "claimed").map(({ at }) => at);
  for (const mail of mails)
    if (claims.length > 0 && !claims.some((at) => at <= mail.at && mail.at <= addMinutes(at, leaseMinutes)))
      tally.report(
        "mail-time-differs",
        `letter ${row.id} to ${row.to}`,
        `mailed at ${mail.at}, claimed at ${claims.join(", ")}`,
        rowRule,
      );
};

/** Checks that a letter that waits for a person is on the worklist. Those of a bulletin are one item there. */
const checkUnknown = (row: LetterRow, { now, toSettle }: Readings, tally: Tally): void => {
  if (row.state !== "unknown" || row.kind === "bulletin" || toSettle.has(row.id)) return;
  if (addMinutes(row.changedAt, letterMayWaitMinutes) < now)
    tally.report(
      "letter-stuck",
      `letter ${row.id} (${row.kind}) to ${row.to}`,
      `its delivery is unknown since ${row.changedAt}, and it is not on the worklist`,
      endRule,
    );
};

/** The documented duplicate is one: a letter of which nothing was heard is sent once more, once. */
const mostMails = ({ unknowns }: LetterRow): number => (unknowns > 0 ? 2 : 1);

const checkRow = (row: LetterRow, mails: readonly Mail[], readings: Readings, tally: Tally): void => {
  const { now } = readings;
  const about = `letter ${row.id} (${row.kind}) to ${row.to}`;
  if (row.isSent && mails.length === 0)
    tally.report(
      "letter-without-mail",
      about,
      `it is ${row.state} since ${row.changedAt}, and no mail bears it`,
      rowRule,
    );
  if (mails.length > mostMails(row))
    tally.report(
      "letter-mailed-twice",
      about,
      `${mails.length} mails: ${mails.map(({ at }) => at).join(", ")}`,
      onceRule,
    );
  checkTime(row, mails, tally);
  const { messageId } = row.explanation;
  if (messageId !== undefined && mails.length > 0 && !mails.some(({ id }) => id.startsWith(messageId)))
    tally.report("letter-without-mail", about, `no mail is the one that it names, ${messageId}`, rowRule);
  checkUnknown(row, readings, tally);
  const waits = row.state === "planned" || row.state === "claimed";
  const since = row.plannedFor > row.plannedAt ? row.plannedFor : row.plannedAt;
  if (waits && addMinutes(since, letterMayWaitMinutes) < now && row.kind !== "bulletin")
    tally.report("letter-stuck", about, `it is ${row.state} since ${row.changedAt}`, endRule);
  if ((row.state === "skipped" || row.state === "failed") && (row.reason ?? "") === "")
    tally.report("letter-stuck", about, `it is ${row.state} and does not say why`, endRule);
};

/** Mails and rows of the ledger, held against each other both ways. */
export const checkLedger = (rows: readonly LetterRow[], readings: Readings, tally: Tally): void => {
  const { mails } = readings;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const mailsOf = Map.groupBy(mails, ({ letter }) => letter ?? "");
  checkMails(mails, byId, tally);
  for (const row of rows) {
    tally.count("letters");
    checkRow(row, mailsOf.get(row.id) ?? [], readings, tally);
  }
  for (const row of rows) {
    const { digest } = row.explanation;
    if (digest !== undefined && !byId.has(digest))
      tally.report(
        "letter-stuck",
        `letter ${row.id} to ${row.to}`,
        `it waits for digest ${digest}, which is not there`,
        endRule,
      );
  }
};

export const bareAddress = (address: string): string =>
  (/<([^>]+)>\s*$/u.exec(address)?.[1] ?? address).trim().toLowerCase();

/** Returns when each recipient's addresses were last set, from the journal: earlier mails may have gone to others. */
export const addressesSince = ({ feed }: Readings): ReadonlyMap<string, string> => {
  const since = new Map<string, string>();
  for (const entries of feed.values())
    for (const { facts, recordedAt } of entries)
      for (const fact of facts) {
        const { kind, party, user } = fact;
        if (kind === "mission-contacts-set") since.set(`mission:${String(party)}`, afterStep(recordedAt));
        if (kind === "person-updated" || kind === "user-registered")
          since.set(`user:${String(user)}`, afterStep(recordedAt));
      }
  return since;
};

/** Checks that each mail went to an address of the recipient of its letter. */
export const checkAddresses = (rows: readonly LetterRow[], readings: Readings, tally: Tally): void => {
  const since = addressesSince(readings);
  const addresses = new Map<string, ReadonlySet<string>>();
  for (const [party, { contacts }] of readings.missions)
    if (contacts !== null) {
      const texts = JSON.stringify(contacts ?? {}).match(/[^"\s<>]+@[^"\s<>]+/gu) ?? [];
      addresses.set(`mission:${party}`, new Set(texts.map(bareAddress)));
    }
  for (const mandates of readings.mandates.values())
    for (const { person } of mandates) addresses.set(`user:${person.id}`, new Set([bareAddress(person.email)]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const mail of readings.mails) {
    const row = byId.get(mail.letter ?? "");
    const known = row === undefined ? undefined : addresses.get(row.to);
    if (row === undefined || known === undefined || mail.at <= (since.get(row.to) ?? "")) continue;
    tally.count("addresses compared");
    if (!mail.to.every((address) => known.has(bareAddress(address))))
      tally.report(
        "mail-to-other-address",
        `letter ${row.id} to ${row.to}`,
        `it went to ${mail.to.join(", ")}, which the API does not name for them`,
        "Permanent mission: keeps its own addresses; contact details are those of the API [S20]",
      );
  }
};
