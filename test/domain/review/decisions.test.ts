import { describe, expect, test } from "vitest";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { agreeToObservations, publishObservations } from "../../../domain/review/commands/observations.ts";
import { recordDecision } from "../../../domain/review/commands/record-decision.ts";
import { blockersOf } from "../../../domain/oversight/blockers.ts";
import { blockedBy } from "../../../domain/oversight/work-items.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { agree, agreedPlay, clear, inFeedback, inObservations, inQuestionnaire, table } from "./journey.ts";
import { at, day, focalPoint, mandateId, mission, party, type Play, refusalOf, secretariat } from "./play.ts";

const decision = (obligation: string, decidedOn: string) => ({
  obligation: ObligationId.parse(obligation),
  body: "conference" as const,
  document: "CTOC/COP/2022/9",
  decidedOn: day(decidedOn),
});
const decide = (play: Play, obligation: string, decidedOn: string, now = `${decidedOn}T15:00:00.000Z`) =>
  recordDecision(play.review, secretariat, decision(obligation, decidedOn), at(now));

describe("a decision of the Conference or its working group about a party that stays silent", () => {
  test("lets a review continue without answers: the feedback of the reviewers is due from its day", () => {
    const play = inQuestionnaire("2021-01-11");
    play.do(() => decide(play, "questionnaire:FR", "2022-10-17", "2022-10-20"));
    expect(play.obligation("questionnaire:FR").state).toBe("void");
    expect([play.review.stage, play.review.stageSince]).toEqual(["feedback", "2022-10-16T22:00:00.000Z"]);
    expect(play.obligation("feedback:PE")).toMatchObject({ openedOn: "2022-10-17", dueAt: "2023-04-17T21:59:59.999Z" });
    expect(play.review.decisions).toMatchObject([{ party: "FR", kind: "questionnaire", document: "CTOC/COP/2022/9" }]);
    clear(clear(play, "PE", "2022-12-01"), "KE", "2022-12-02");
    expect(play.review.stage).toBe("observations");
    expect(play.replayed()).toEqual(play.review);
  });

  test("lets it continue without the feedback of one reviewer, and waits for the other", () => {
    const play = inFeedback("2021-06-30");
    play.do(() => decide(play, "feedback:KE", "2022-10-17"));
    expect(play.review.stage).toBe("feedback");
    expect(blockersOf(play.review, at("2022-10-18")).map(({ party: of }) => of)).toEqual(["PE"]);
    clear(play, "PE", "2022-11-01");
    expect(play.review.stage).toBe("observations");
  });

  test("lets the list be published without an agreement, since the day on which no agreement was pending", () => {
    const play = table(inObservations(), "l", "2021-12-01");
    agree(play, "FR", 1, "2022-01-10");
    agree(play, "PE", 1, "2022-01-11");
    play.do(() => decide(play, "agreement:KE", "2023-10-17", "2023-10-19"));
    expect(play.review.observations?.agreedAt).toBe("2023-10-16T22:00:00.000Z");
    expect(blockedBy(play.review).map(({ why }) => why)).toEqual(["list-to-publish"]);
    play.do((review) => publishObservations(review, secretariat, { version: 1 }, at("2023-10-20")));
    expect(play.review.stage).toBe("concluded");
  });

  test("is the secretariat's to record, about an overdue obligation, on a day since it was opened", () => {
    const play = inQuestionnaire("2021-01-11");
    const now = at("2021-08-20");
    const refusalFor = (obligation: string, decidedOn: string, by = secretariat, when = now) =>
      refusalOf(recordDecision(play.review, by, decision(obligation, decidedOn), when));
    expect(refusalFor("questionnaire:FR", "2021-08-19", mission("FR"))).toBe("not-yours");
    expect(refusalFor("questionnaire:FR", "2021-07-01", secretariat, at("2021-07-11"))).toBe("not-yet-due");
    expect(refusalFor("questionnaire:FR", "2021-08-21")).toBe("date-in-the-future");
    // Due on 11 July: no decision is possible while the answers of a party may still come in time.
    expect(refusalFor("questionnaire:FR", "2021-07-11")).toBe("date-too-early");
    expect(refusalFor("questionnaire:FR", "2021-07-12")).toBe("accepted");
    expect(refusalFor("feedback:PE", "2021-08-19")).toBe("unknown-obligation");
    expect(refusalFor("questionnaire:FR", "2021-08-19")).toBe("accepted");
    play.do(() => decide(play, "questionnaire:FR", "2021-08-19", "2021-08-20"));
    expect(refusalFor("questionnaire:FR", "2021-08-19")).toBe("not-owed");
  });

  test("is never over a missing focal point", () => {
    const play = inQuestionnaire("2021-01-11");
    const removed = removeMandate(
      [play.review],
      mission("KE"),
      { party: party("KE"), mandate: mandateId("fpKE") },
      at("2021-03-01"),
    );
    if (!removed.ok) throw new Error(removed.refusal);
    for (const { facts } of removed.changes) play.take({ ok: true, facts });
    expect(refusalOf(decide(play, "focal-point:KE", "2021-08-19"))).toBe("not-owed");
    play.do(() => decide(play, "questionnaire:FR", "2021-08-19"));
    expect(play.review.stage).toBe("questionnaire");
    expect(blockersOf(play.review, at("2021-08-20"))).toMatchObject([{ party: "KE", kind: "focal-point" }]);
  });
});

describe("a list to which all have agreed", () => {
  test("is published although a focal point left meanwhile", () => {
    const play = agreedPlay();
    const removed = removeMandate(
      [play.review],
      mission("KE"),
      { party: party("KE"), mandate: mandateId("fpKE") },
      at("2022-01-25"),
    );
    if (!removed.ok) throw new Error(removed.refusal);
    for (const { facts } of removed.changes) play.take({ ok: true, facts });
    expect(blockersOf(play.review, at("2022-03-01")).map(({ kind }) => kind)).toEqual(["publication"]);
    expect(blockedBy(play.review).map(({ why }) => why)).toEqual(["list-to-publish"]);
    play.do((review) => publishObservations(review, secretariat, { version: 1 }, at("2022-03-01")));
    expect(play.review.stage).toBe("concluded");
    expect(play.review.stageSince).toBe(at("2022-03-01"));
  });

  test("waits for a focal point while one party has not agreed", () => {
    const play = table(inObservations(), "l", "2021-12-01");
    const removed = removeMandate(
      [play.review],
      mission("KE"),
      { party: party("KE"), mandate: mandateId("fpKE") },
      at("2022-01-25"),
    );
    if (!removed.ok) throw new Error(removed.refusal);
    for (const { facts } of removed.changes) play.take({ ok: true, facts });
    expect(blockersOf(play.review, at("2022-03-01")).map(({ kind }) => kind)).toContain("focal-point");
    expect(
      refusalOf(
        agreeToObservations(play.review, focalPoint("KE"), { party: party("KE"), version: 1 }, at("2022-03-01")),
      ),
    ).toBe("not-found");
  });
});
