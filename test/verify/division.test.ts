import { describe, expect, test } from "vitest";
import { foldReview } from "../../bin/verify/course.ts";
import { checkDivision } from "../../bin/verify/division.ts";
import { Tally } from "../../bin/verify/finding.ts";
import { divideWork } from "../../domain/review/commands/divide-work.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import { clear, inFeedback, redrawTo } from "../domain/review/journey.ts";
import { at, focalPoint, hash, party, type Play, seat } from "../domain/review/play.ts";

const parts = (PE: readonly Instrument[], other: readonly Instrument[], by = "KE") => [
  { party: party("PE"), instruments: [...PE] },
  { party: party(by), instruments: [...other] },
];
/** Peru clears feedback on the Convention, which it took; then Kenya's seat goes to Italy, which takes the rest. */
const played = (): Play => {
  const play = inFeedback();
  const divide = (given: ReturnType<typeof parts>, on: string): void => {
    play.do((review) => divideWork(review, focalPoint("PE"), given, at(on)));
  };
  divide(parts(["UNTOC"], ["TIP"]), "2021-07-10");
  clear(play, "PE", "2021-07-11", { UNTOC: hash("a") });
  redrawTo(play, "KE", seat("IT", "reviewing"), "2021-07-12");
  divide(parts(["UNTOC"], ["TIP"], "IT"), "2021-07-13");
  play.name("IT", "focal-point", "2021-07-14");
  return clear(play, "IT", "2021-07-15", { TIP: hash("b") });
};

/** Returns the findings of the checker in the journal of the review, with each fact changed by `change`. */
const findings = (change: (fact: Fact) => Fact = (fact) => fact): readonly string[] => {
  const { facts, review } = played();
  const entry = { recordedAt: "2021-07-20T10:00:00.000Z", by: "u", hash: "", previous: "" };
  const entries = facts.map((fact, place) => ({ ...entry, version: place + 1, facts: [change(fact)] }));
  const course = foldReview(review.id, entries);
  const tally = new Tally();
  checkDivision(course === undefined ? [] : [course], tally);
  return tally.findings.map(({ kind, why }) => `${kind}: ${why}`);
};

describe("the checker, of work that is divided,", () => {
  test("finds nothing where each reviewer gave feedback on its own instruments", () => {
    expect(findings()).toEqual([]);
  });

  test.each([
    [
      "leaves an instrument to no party",
      parts(["UNTOC"], ["UNTOC"]),
      "division-unsound: TIP is left without a reviewer",
    ],
    ["leaves a reviewer nothing", parts(["UNTOC", "TIP"], []), "division-unsound: KE takes nothing"],
    [
      "gives what is not reviewed",
      parts(["UNTOC", "FP"], ["TIP"]),
      "division-unsound: PE takes FP, which it does not review",
    ],
  ])("finds a division that %s", (_, given, finding) => {
    expect(
      findings((fact) => (fact.kind === "work-divided" && fact.number === 1 ? { ...fact, parts: given } : fact)),
    ).toContain(finding);
  });

  test("finds feedback on too few instruments, and on those of another", () => {
    const documents = { UNTOC: hash("a"), TIP: hash("b") };
    expect(findings((fact) => (fact.kind === "feedback-cleared" ? { ...fact, documents } : fact))).toEqual([
      "feedback-differs: PE cleared UNTOC,TIP, and had UNTOC pending",
      "feedback-differs: IT cleared UNTOC,TIP, and had TIP pending",
    ]);
  });
});
