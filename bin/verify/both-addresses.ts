import { addMinutes } from "./calendar.ts";
import type { RecordedEntry } from "./course.ts";
import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";
import { bothAddressesRule, takenOver } from "./rules.ts";

/** The time in which the address of a mission was not confirmed, and letters went to the one before a change as well. */
interface UnconfirmedSpan {
  readonly party: string;
  readonly number: number;
  readonly from: string;
  to?: string;
}

/** A change of address that the previous address is notified of, with the last confirmed change before it. */
interface ReaddressNotice {
  readonly to: string;
  readonly at: string;
}

interface Changes {
  readonly spans: readonly UnconfirmedSpan[];
  readonly notices: readonly ReaddressNotice[];
}

const changesOf = (party: string, facts: readonly RecordedEntry[]): Changes => {
  const spans: UnconfirmedSpan[] = [];
  const notices: ReaddressNotice[] = [];
  for (const { fact, recordedAt, by } of facts) {
    const last = spans.at(-1);
    const open = last?.to === undefined ? last : undefined;
    if (fact.kind === "mission-address-confirmed" && open !== undefined) open.to = recordedAt;
    if (fact.kind !== "mission-readdressed") continue;
    if (fact.back === true) {
      if (open !== undefined) open.to = recordedAt;
      continue;
    }
    const number = open?.number ?? fact.number;
    if (open === undefined) spans.push({ party, number, from: recordedAt });
    if (!takenOver.has(by)) notices.push({ to: `mission:${party}:before-${number}`, at: recordedAt });
  }
  return { spans, notices };
};

/** Returns the key by which letters to both addresses match: kind, moment and step. */
const matter = ({ kind, plannedFor, explanation: { rung = "" } }: LetterRow): string =>
  [kind, plannedFor, rung].join(" ");

const toFormer = (to: string) => /^mission:([A-Z]{2}):before-(\d+)$/u.exec(to);

/** Returns whether a row is a copy to the previous address of a letter that also goes to the mission. */
export const isCopyToFormer = ({ to, kind }: LetterRow): boolean =>
  kind !== "mission-readdressed" && toFormer(to) !== null;

/** Reasons not to send to the address of now that do not keep a letter from the one before. */
const unreached: ReadonlySet<string> = new Set(["suppressed", "no-address"]);

/** Minutes for which a sender may use an older state of the mission after the claim of a letter. */
const senderMinutes = 15;

const checkCopies = (
  spans: readonly UnconfirmedSpan[],
  rows: readonly LetterRow[],
  timing: ReminderClock,
  tally: Tally,
): void => {
  const originals = rows.filter(
    ({ to, attempt, kind }) => !to.includes(":before-") && attempt === 1 && kind !== "bulletin",
  );
  const byPlace = Map.groupBy(originals, (row) => `${row.to} ${matter(row)}`);
  const copies = rows.filter(isCopyToFormer);
  const copiesByPlace = Map.groupBy(copies, (row) => `${row.to} ${matter(row)}`);
  for (const [place, those] of copiesByPlace) {
    tally.count("letters to both addresses");
    const [first] = those;
    const [, party = "", number = ""] = toFormer(first?.to ?? "") ?? [];
    const mine = byPlace.get(place.replace(`:before-${number}`, "")) ?? [];
    const wait = spans.find((one) => one.party === party && one.number === Number(number));
    for (const { id, claimedAt, isSent, plannedAt } of those) {
      if (!isJudged(plannedAt, timing)) continue;
      const until = wait?.to === undefined ? "9999" : addMinutes(wait.to, senderMinutes);
      const isInTime = wait !== undefined && (claimedAt ?? "") >= wait.from && (claimedAt ?? "") <= until;
      if (isSent && (!isInTime || those.length > mine.length))
        tally.report(
          "notice-unfounded",
          `letter ${id} to ${place}`,
          "that address has given way to a confirmed one",
          bothAddressesRule,
        );
    }
  }
  for (const { party, number, from, to = "9999" } of spans) {
    const sent = originals.filter(
      ({ to: recipient, isSent, reason = "", plannedAt, decidedAt = "" }) =>
        isJudged(plannedAt, timing) &&
        recipient === `mission:${party}` &&
        (isSent || unreached.has(reason)) &&
        decidedAt > addMinutes(from, senderMinutes) &&
        decidedAt < to,
    );
    for (const row of sent) {
      const wanted = `mission:${party}:before-${number} ${matter(row)}`;
      if (!copiesByPlace.has(wanted))
        tally.report("notice-missing", wanted, `letter ${row.id} went to the new address alone`, bothAddressesRule);
    }
  }
};

const checkReaddressNotices = (
  notices: readonly ReaddressNotice[],
  rows: readonly LetterRow[],
  timing: ReminderClock,
  tally: Tally,
): void => {
  const left = rows.filter(({ kind }) => kind === "mission-readdressed");
  for (const { to, at } of notices) {
    const place = left.findIndex((row) => row.to === to && row.plannedFor === at && row.plannedAt >= at);
    if (place >= 0) left.splice(place, 1);
    if (!isJudged(at, timing)) continue;
    tally.count("notices recomputed");
    if (
      place < 0 &&
      addMinutes(at, timing.toleranceMinutes) < timing.now &&
      timing.outages.every((one) => at < one.from || one.to <= at)
    )
      tally.report("notice-missing", `${to}, mission-readdressed`, `no letter since ${at}`, bothAddressesRule);
  }
  for (const { id, to } of left.filter(({ plannedAt }) => isJudged(plannedAt, timing)))
    tally.report("notice-unfounded", `letter ${id} to ${to}`, "no address was given up then", bothAddressesRule);
};

/** Holds letters to former addresses of missions against the changes of these, both ways. */
export const checkBothAddresses = (
  parties: ReadonlyMap<string, readonly RecordedEntry[]>,
  rows: readonly LetterRow[],
  timing: ReminderClock,
  tally: Tally,
): void => {
  const changes = [...parties].map(([party, facts]) => changesOf(party, facts));
  checkReaddressNotices(
    changes.flatMap(({ notices }) => notices),
    rows,
    timing,
    tally,
  );
  checkCopies(
    changes.flatMap(({ spans }) => spans),
    rows,
    timing,
    tally,
  );
};
