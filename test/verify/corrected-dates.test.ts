import { expect, test } from "vitest";
import { foldReview } from "../../bin/verify/course.ts";
import { checkDueDates } from "../../bin/verify/due-dates.ts";
import { Tally } from "../../bin/verify/finding.ts";

const review = "c1-FR";
const about = (day: string) => ({ review, happenedAt: `${day}T10:00:00.000Z` });
const entry = (version: number, day: string, ...facts: readonly { readonly kind: string }[]) => ({
  version,
  hash: "",
  recordedAt: `${day}T10:00:00.000Z`,
  by: "u-1",
  facts: facts.map((fact) => ({ ...about(day), ...fact })),
});
const obligation = "questionnaire:FR";
const drawn = {
  kind: "review-drawn",
  cluster: 1,
  group: "c1-g1",
  party: "FR",
  seats: [{ party: "FR", role: "under-review", instruments: ["UNTOC"] }],
};
const concluded = {
  kind: "consultation-concluded",
  concludedOn: "2021-01-11",
  withoutMeeting: false,
  clockStartsOn: "2021-01-11",
};
const opened = {
  kind: "obligation-opened",
  obligation,
  obligationKind: "questionnaire",
  party: "FR",
  generation: 1,
  openedOn: "2021-01-11",
  dueAt: "2021-07-11T21:59:59.999Z",
};
const corrected = { kind: "date-corrected", what: "clock", from: "2021-01-11", to: "2021-02-01" };
const redated = (day: string, dueAt: string) => ({
  kind: "obligation-redated",
  obligation,
  generation: 2,
  openedOn: day,
  dueAt,
  originalDueAt: dueAt,
});

const findings = (...facts: readonly { readonly kind: string }[]): readonly string[] => {
  const entries = [
    entry(1, "2020-11-02", drawn),
    entry(2, "2021-01-11", concluded, opened),
    entry(3, "2021-01-20", ...facts),
  ];
  const course = foldReview(review, entries as unknown as Parameters<typeof foldReview>[1]);
  const tally = new Tally();
  checkDueDates(course === undefined ? [] : [course], tally);
  return tally.findings.map(({ kind, why }) => `${kind}: ${why}`);
};

test("a corrected clock from which the date of the answers is not recalculated is reported", () => {
  expect(findings(corrected)).toEqual([
    "due-date-wrong: it counts from 2021-01-11, which entry 3 corrected to 2021-02-01",
  ]);
  expect(findings(corrected, redated("2021-02-01", "2021-08-01T21:59:59.999Z"))).toEqual([]);
});

test("answers that are not due on the day that a correction says are reported", () => {
  const due = { kind: "date-corrected", what: "answers-due", from: "2021-07-11", to: "2021-05-31" };
  expect(findings(due, redated("2021-01-11", "2021-05-31T21:59:59.999Z"))).toEqual([]);
  expect(findings(due, redated("2021-01-11", "2021-07-11T21:59:59.999Z"))).toHaveLength(1);
});
