import { type Course, type RecordedEntry, seatsAt, vacatedBy } from "./course.ts";
import type { WantedNotice } from "./personal-notices.ts";
import { denunciationRule, takenOver } from "./rules.ts";

/** Effects of a party's denunciation on a review. */
interface Left {
  readonly course: Course;
  readonly recorded: RecordedEntry;
  readonly party: string;
}

const leavings = (course: Course): readonly Left[] =>
  course.facts
    .filter(({ by }) => !takenOver.has(by))
    .flatMap((recorded): Left[] => {
      const { fact } = recorded;
      if (fact.kind !== "review-discontinued" && fact.kind !== "seat-vacated") return [];
      const party = fact.kind === "seat-vacated" ? fact.party : course.party;
      return [{ course, recorded, party }];
    });

/** A party that had left before takes part no more, though the draw for its seat may be pending. */
const readersOf = ({ course, recorded }: Left): readonly string[] => {
  const before = course.facts.filter(({ version }) => version < recorded.version);
  const gone = vacatedBy(before, recorded.recordedAt);
  return seatsAt(course, recorded.recordedAt)
    .map(({ party }) => party)
    .filter((party) => !gone.has(party));
};

/** Returns the part of the key of a letter about a denunciation other than its recipient: all reviews that it covers. */
export const reviewsInOrder = (reviews: readonly string[]): string => reviews.toSorted().join(", ");

/** One letter to a mission for all reviews of a denunciation. */
export const denunciationNoticesOf = (courses: readonly Course[]): readonly WantedNotice[] => {
  const each = courses
    .flatMap(leavings)
    .flatMap((left) => readersOf(left).map((reader) => ({ ...left, to: `mission:${reader}` })));
  const together = Map.groupBy(each, ({ to, party, recorded }) => [to, party, recorded.recordedAt].join(" "));
  return [...together.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { to, party, recorded } = first;
    return {
      to,
      letter: "party-left",
      review: reviewsInOrder(some.map(({ course }) => course.id)),
      at: recorded.recordedAt,
      because: `${party} left`,
      rule: denunciationRule,
      isSuperseded: (by: string) =>
        some.every(({ course, recorded: { version } }) =>
          course.facts.some((one) => one.version > version && one.recordedAt <= by),
        ),
    };
  });
};
