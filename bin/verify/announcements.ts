import { dayOf, nextMorning } from "./calendar.ts";
import type { KnownFact } from "./facts.ts";
import { announcements, type ObligationKind, takenOver } from "./rules.ts";

/** Returns the name of a fact in the table of announcements. */
const announcingName = (fact: KnownFact): string => {
  if (fact.kind === "stage-changed") return `stage-changed:${fact.to}`;
  if (fact.kind === "mandate-ended" && fact["successor"] === undefined) return "mandate-ended:removed";
  return fact.kind === "review-drawn" && fact.entry !== undefined ? "review-drawn:entry" : fact.kind;
};

/** The first letter about a fact leaves at once, or at the next 09:00 where the fact was recorded on a later day. */
export const firstLetterAt = ({ happenedAt }: KnownFact, recordedAt: string): string =>
  typeof happenedAt === "string" && dayOf(happenedAt) < dayOf(recordedAt) ? nextMorning(recordedAt) : recordedAt;

/**
 * Returns the time at which a removal recorded on a later day is announced, the next 09:00; undefined for every other
 * end.
 */
export const lateRemovalAt = (fact: KnownFact, recordedAt: string): string | undefined =>
  fact.kind === "mandate-ended" && fact["successor"] === undefined && dayOf(fact.until) < dayOf(recordedAt)
    ? nextMorning(recordedAt)
    : undefined;

/** Members of a span that are read and marked. */
interface AnnouncedSpan {
  readonly kind: ObligationKind;
  readonly version: number;
  readonly origin: string;
  readonly openedOn: string;
  readonly announced?: { readonly at: string; readonly to: "everyone" | "focal points" };
}

/** Marks the spans of an entry that a letter about another of its facts names as they open. */
export const markAnnounced = (
  course: {
    readonly facts: readonly { readonly fact: KnownFact; readonly version: number }[];
    readonly spans: AnnouncedSpan[];
  },
  { version, recordedAt, by }: { readonly version: number; readonly recordedAt: string; readonly by: string },
): void => {
  if (takenOver.has(by)) return;
  const facts = course.facts.filter((one) => one.version === version).map(({ fact }) => fact);
  for (const [place, span] of course.spans.entries()) {
    const isRedatedByRemoval = span.origin === "redated" && facts.some((fact) => lateRemovalAt(fact, recordedAt));
    if (span.version !== version || !(span.origin.startsWith("opened") || isRedatedByRemoval)) continue;
    const found = announcements.find(
      ({ fact, opens }) => opens.includes(span.kind) && facts.some((one) => announcingName(one) === fact),
    );
    const fact = facts.find((one) => found?.fact === announcingName(one));
    if (found === undefined || fact === undefined) continue;
    const removedAt = lateRemovalAt(fact, recordedAt);
    // A removal of the same day, or of a day ahead, has no letter to the mission.
    if (fact.kind === "mandate-ended" && (removedAt === undefined || span.openedOn >= dayOf(recordedAt))) continue;
    if (removedAt !== undefined) {
      course.spans[place] = { ...span, announced: { at: removedAt, to: found.to } };
      continue;
    }
    const at = found.waits === true ? firstLetterAt(fact, recordedAt) : recordedAt;
    course.spans[place] = { ...span, announced: { at, to: found.to } };
  }
};
