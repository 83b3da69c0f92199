import { addMinutes } from "./calendar.ts";
import { afterStep } from "./clock-steps.ts";
import { type Course, type RecordedEntry, seatsAt } from "./course.ts";
import { isOver } from "./mandate-times.ts";
import type { FactOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import { isKept } from "./group-letters.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import type { ReminderClock } from "./reminders.ts";

const denunciationRules = {
  approved: "Two persons where it counts [D]: a denunciation is approved by another person than the one who ordered it",
  day: "A party that leaves [D]: the corrected day holds wherever the denunciation does",
  undone: "A party that leaves [D]: undone, everything is again as it was, but for seats that were drawn since",
  everyRecipient:
    "A party that leaves [D]: exactly those who had a letter about a denunciation get one that corrects it",
} as const;

type Parties = ReadonlyMap<string, readonly RecordedEntry[]>;
type Correction = FactOf<"denunciation-corrected"> | FactOf<"denunciation-undone">;

const correctionsOf = (parties: Parties) =>
  [...parties.values()].flat().flatMap((recorded) => {
    const { fact } = recorded;
    return fact.kind === "denunciation-corrected" || fact.kind === "denunciation-undone" ? [{ ...recorded, fact }] : [];
  });

/** Checks that a review keeps no trace of a denunciation that was undone. */
const checkRestored = (
  course: Course,
  { fact: { party }, recordedAt }: { readonly fact: Correction; readonly recordedAt: string },
  tally: Tally,
): void => {
  const place = course.facts.findIndex(
    (one) =>
      one.recordedAt === recordedAt && one.fact.kind === "review-denunciation-undone" && one.fact.party === party,
  );
  const denunciation = course.facts
    .slice(0, place === -1 ? undefined : place)
    .findLast(({ fact }) =>
      fact.kind === "seat-vacated"
        ? fact.party === party
        : fact.kind === "review-discontinued" && course.party === party,
    );
  if (denunciation === undefined) return;
  if (place === -1) {
    const isDrawn = course.facts.some(
      ({ fact, version }) => fact.kind === "seat-redrawn" && fact.from === party && version > denunciation.version,
    );
    if (!isDrawn)
      tally.report("denunciation-left-over", course.id, `${party} is still gone from it`, denunciationRules.undone);
    return;
  }
  for (const { fact, version } of course.facts) {
    if (version !== denunciation.version) continue;
    if (fact.kind === "obligation-voided") {
      const span = course.spans.findLast((one) => one.obligation === fact.obligation && one.from <= recordedAt);
      if (span?.from !== recordedAt || span.origin !== "restored")
        tally.report(
          "denunciation-left-over",
          course.id,
          `${fact.obligation} is not open again`,
          denunciationRules.undone,
        );
    }
    if (fact.kind !== "mandate-ended") continue;
    const mandate = course.mandates.get(fact.mandate);
    const [before] = mandate?.ends.filter((end) => end.recordedAt < denunciation.recordedAt).slice(-1) ?? [];
    if (mandate !== undefined && (before === undefined || before.until > recordedAt) && isOver(mandate, recordedAt))
      tally.report("denunciation-left-over", course.id, `${fact.mandate} does not run on`, denunciationRules.undone);
  }
};

/** Checks that each review named by the correction has the corrected day. */
const checkCorrected = (
  course: Course,
  { fact, recordedAt }: { readonly fact: FactOf<"denunciation-corrected">; readonly recordedAt: string },
  tally: Tally,
): void => {
  const own = course.facts.findLast(
    (one) =>
      one.recordedAt === recordedAt &&
      one.fact.kind === "review-denunciation-corrected" &&
      one.fact.party === fact.party,
  )?.fact;
  const isDrawn = course.facts.some(({ fact: one }) => one.kind === "seat-redrawn" && one.from === fact.party);
  const leftOn = own?.kind === "review-denunciation-corrected" ? own.leftOn : undefined;
  if (leftOn !== fact.to && !(leftOn === undefined && isDrawn))
    tally.report(
      "denunciation-day-differs",
      course.id,
      `${leftOn ?? "nothing"} instead of ${fact.to}`,
      denunciationRules.day,
    );
};

/** Returns the recipients of letters about a denunciation before its correction. */
const notifiedBefore = (
  { fact, recordedAt }: { readonly fact: Correction; readonly recordedAt: string },
  facts: readonly RecordedEntry[],
  rows: readonly LetterRow[],
): ReadonlySet<string> => {
  const since = facts.findLast((one) => one.fact.kind === "party-left" && one.recordedAt <= recordedAt)?.recordedAt;
  return new Set(
    rows
      .filter(({ kind, isSent, plannedAt }) => kind === "party-left" && isSent && plannedAt >= (since ?? ""))
      .filter(
        ({ claimedAt = "9999", reviews }) =>
          claimedAt < afterStep(recordedAt) && reviews.some((id) => fact.reviews.includes(id)),
      )
      .map(({ to }) => to),
  );
};

/** Checks that another person approved each denunciation, with the date of its last order. */
const checkApproved = (facts: readonly RecordedEntry[], clock: ReminderClock, tally: Tally): void => {
  for (const { fact, version, recordedAt } of facts) {
    if (fact.kind !== "party-left" || !isJudged(recordedAt, clock)) continue;
    tally.count("denunciations");
    const before = facts.filter((one) => one.version <= version);
    const order = before.findLast((one) => one.fact.kind === "denunciation-ordered")?.fact;
    const approval = before.find((one) => one.version === version && one.fact.kind === "denunciation-approved")?.fact;
    const orderedBy = order?.kind === "denunciation-ordered" && order.leftOn === fact.leftOn ? order.orderedBy : "";
    const approvedBy = approval?.kind === "denunciation-approved" ? approval.approvedBy : "";
    if (orderedBy === "" || approvedBy === "" || orderedBy === approvedBy)
      tally.report(
        "denunciation-unapproved",
        `party ${fact.party}`,
        `ordered by ${orderedBy || "no user"}, approved by ${approvedBy || "no user"}`,
        denunciationRules.approved,
      );
  }
};

/**
 * Checks that corrected or undone denunciations are so everywhere, and that the recipients of the first letters are
 * notified.
 */
export const checkCorrectedDenunciations = (
  courses: readonly Course[],
  parties: Parties,
  rows: readonly LetterRow[],
  clock: ReminderClock,
  tally: Tally,
): void => {
  const { now, toleranceMinutes, outages } = clock;
  for (const facts of parties.values()) checkApproved(facts, clock, tally);
  const corrections = correctionsOf(parties);
  const letters = rows.filter(({ kind }) => kind === "departure-corrected");
  const founded = new Set<LetterRow>();
  for (const correction of corrections) {
    const { fact, recordedAt: at } = correction;
    for (const row of letters) if (row.plannedFor === at) founded.add(row);
    if (!isJudged(at, clock)) continue;
    tally.count("corrected denunciations recounted");
    const own = courses.filter(({ id }) => fact.reviews.includes(id));
    for (const course of own) {
      if (fact.kind === "denunciation-undone") checkRestored(course, correction, tally);
      else checkCorrected(course, { fact, recordedAt: at }, tally);
    }
    const by = addMinutes(outages.find(({ from, to }) => from <= at && at < to)?.to ?? at, toleranceMinutes);
    const isLast = corrections.every((other) => other.fact.party !== fact.party || other.recordedAt <= at);
    for (const to of notifiedBefore(correction, parties.get(fact.party) ?? [], rows)) {
      // A party drawn away in the meantime is not concerned any more.
      if (!own.some((course) => seatsAt(course, at).some(({ party }) => to === `mission:${party}`))) continue;
      const found = letters.filter((row) => row.to === to && row.plannedFor === at);
      const about = `${to}, denunciation of ${fact.party} corrected at ${at}`;
      if (found.filter(isKept).length === 0 && by < now && isLast)
        tally.report("notice-missing", about, `no letter states it by ${by}`, denunciationRules.everyRecipient);
      if (new Set(found.map(({ attempt, party }) => `${attempt} ${party}`)).size < found.length)
        tally.report("notice-unfounded", about, `${found.length} letters state it`, denunciationRules.everyRecipient);
    }
  }
  for (const row of letters)
    if (row.isSent && !founded.has(row) && isJudged(row.plannedAt, clock))
      tally.report(
        "notice-unfounded",
        `letter ${row.id} to ${row.to}`,
        "no correction calls for it",
        denunciationRules.everyRecipient,
      );
};
