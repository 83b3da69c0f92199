import { type Course, type RecordedEntry, seatsAt } from "./course.ts";
import { servingAt } from "./mandate-times.ts";
import type { NoticeReader } from "./rules.ts";

const askedBy = (course: Course, number: number): readonly string[] =>
  course.facts.flatMap(({ fact }) =>
    fact.kind === "clarification-asked" && fact.number === number ? [fact.party] : [],
  );

/** Returns the parties without whose agreement the review proceeds by a decision recorded before. */
const dispensed = (course: Course, { version }: RecordedEntry): readonly string[] =>
  course.facts.flatMap(({ fact, version: at }) =>
    fact.kind === "decision-recorded" && fact.obligationKind === "agreement" && at < version ? [fact.party] : [],
  );

const partiesOf = (course: Course, recorded: RecordedEntry, of: NoticeReader["of"]): readonly string[] => {
  const { fact, recordedAt } = recorded;
  const seats = seatsAt(course, recordedAt);
  const reviewers = seats.filter(({ role }) => role !== "under-review").map(({ party }) => party);
  switch (of) {
    case "every party":
      return seats.map(({ party }) => party);
    case "reviewers":
      return reviewers;
    case "reviewers without a focal point":
      return reviewers.filter((party) => servingAt(course, party, "focal-point", recordedAt).length === 0);
    case "party under review":
      return [course.party];
    case "parties that agree":
      return seats.map(({ party }) => party).filter((party) => !dispensed(course, recorded).includes(party));
    case "requesting party":
      return fact.kind === "clarification-answered" ? askedBy(course, fact.number) : [];
    case "parties drawn away since the delay":
      return fact.kind === "delay-reversed" || fact.kind === "delay-corrected"
        ? course.seats
            .filter(({ to }) => to !== undefined && to > fact.notifiedAt && to <= recordedAt)
            .map(({ party }) => party)
            .filter((party) => seats.every((seat) => seat.party !== party))
        : [];
    case "parties whose seat changes":
      return fact.kind === "seat-redrawn"
        ? [
            fact.from,
            ...[fact.seat, ...(fact.additional ?? []), ...(fact.narrowed ?? [])].map(({ party }) => party),
            ...(fact.leaving ?? []),
          ]
        : [];
  }
};

/** Returns the recipients of the notices about a fact, as `mission:FR` and `user:...`, at the time of its record. */
export const recipientsOf = (
  course: Course,
  recorded: RecordedEntry,
  to: readonly NoticeReader[],
): ReadonlySet<string> =>
  new Set(
    to.flatMap(({ as, of }) =>
      partiesOf(course, recorded, of).flatMap((party) =>
        as === "mission"
          ? [`mission:${party}`]
          : servingAt(course, party, as, recorded.recordedAt).map(({ user }) => `user:${user}`),
      ),
    ),
  );
