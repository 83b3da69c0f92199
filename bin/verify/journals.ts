import { type Course, foldReview, type RecordedEntry } from "./course.ts";
import { readFact } from "./facts.ts";
import type { Entry } from "./read.ts";

/** The reviews whose journals begin with their drawing, folded. */
export const coursesOf = (journals: ReadonlyMap<string, readonly Entry[]>): readonly Course[] =>
  [...journals].flatMap(([subject, entries]) =>
    subject.startsWith("review#") ? (foldReview(subject.slice("review#".length), entries) ?? []) : [],
  );

/** The facts of each subject of a kind, by its id. */
export const factsOf = (
  kind: "user" | "party" | "group" | "phase" | "register-entry" | "contact-log" | "status-paper",
  journals: ReadonlyMap<string, readonly Entry[]>,
): ReadonlyMap<string, readonly RecordedEntry[]> =>
  new Map(
    [...journals].flatMap(([subject, entries]) =>
      subject.startsWith(`${kind}#`)
        ? [
            [
              subject.slice(kind.length + 1),
              entries.flatMap(({ facts, version, recordedAt, by }) =>
                facts.flatMap((one) => {
                  const fact = readFact(one);
                  return fact === undefined ? [] : [{ fact, version, recordedAt, by }];
                }),
              ),
            ] as const,
          ]
        : [],
    ),
  );
