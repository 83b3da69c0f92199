import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { approveDelay, notifyDelay, refuseDelay } from "../../../domain/review/commands/delays.ts";
import { delayApproval } from "../../../domain/base/policy.ts";
import { returnAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { endOfDay, epochOf, instantOf } from "../../../domain/base/time.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { occasionsOf, stepsOf } from "../../../domain/reminders/schedule.ts";
import { delaysToApprove } from "../../../domain/oversight/work-items.ts";
import { availableTo } from "../../../domain/views/available-actions.ts";
import { obligationView } from "../../../domain/views/reviews.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { lives } from "../letters/review-plays.ts";
import { gatherInput, lettersTo } from "../letters/review-samples.ts";
import { conclude, inConsultation, inFeedback, inQuestionnaire, submit } from "./journey.ts";
import {
  at,
  day,
  expert,
  factKinds,
  focalPoint,
  mission,
  observer,
  party,
  type Play,
  president,
  refusalOf,
  secretariat,
} from "./play.ts";
import { needsApproval } from "../../fixtures/pending-delays.ts";
import { pendingDelayReview } from "./pending-delay-review.ts";

const now = at("2021-06-15");
const answers = ObligationId.parse("questionnaire:FR");
const due = "2021-07-11T21:59:59.999Z";

describe("the secretariat's approval of delays", () => {
  test("is not asked for in any edition so far", () => {
    expect(delayApproval.map(({ value, sources }) => [value, sources])).toEqual([[false, ["D"]]]);
  });

  test("is asked for from the day of its edition on, on the day the delay is told of", () => {
    const from = [...delayApproval, { effectiveFrom: day("2021-06-02"), sources: ["D"], value: true }] as const;
    const { play, what } = pendingDelayReview();
    const notifyClearance = (on: string) =>
      notifyDelay(inQuestionnaire().review, focalPoint("FR"), { ...what, reason: "clearance" }, at(on), from);
    expect(play.duty("questionnaire:FR").generation).toBe(1);
    for (const [on, kind] of [
      ["2021-06-01", "delay-notified"],
      // The day is Vienna's, which begins two hours earlier in June.
      ["2021-06-01T21:59:59.999Z", "delay-notified"],
      ["2021-06-01T22:00:00.000Z", "delay-asked"],
    ] as const)
      expect(notifyClearance(on)).toMatchObject({ ok: true, facts: [{ kind }] });
  });
});

describe("a delay that waits for approval", () => {
  test("moves no date, and says what it is", () => {
    const { play, facts } = pendingDelayReview();
    expect(factKinds(facts)).toEqual(["delay-asked"]);
    const duty = play.duty("questionnaire:FR");
    expect(duty).toMatchObject({ state: "open", generation: 1, dueAt: due, originalDueAt: due });
    expect([duty.datedAt, duty.delayReason, duty.beyondRules]).toEqual([undefined, undefined, undefined]);
    expect(obligationView(play.review, duty, now).delayAsked).toEqual({
      dueOn: "2021-08-31",
      reason: "clearance",
      at: at("2021-06-01"),
      beyondRules: true,
    });
    expect(play.replayed()).toEqual(play.review);
  });

  test("within the six months of the rules is marked so", () => {
    const play = conclude(inConsultation(), "2021-01-11", { answersDueOn: day("2021-05-31") });
    const { what } = pendingDelayReview();
    const delayNotice = { ...what, dueOn: day("2021-07-11"), reason: "other" } as const;
    play.do((review) => notifyDelay(review, focalPoint("FR"), delayNotice, at("2021-05-01"), needsApproval));
    const readRequest = () => obligationView(play.review, play.duty("questionnaire:FR"), now).delayAsked;
    expect(readRequest()?.beyondRules).toBe(false);
    const later = { ...delayNotice, dueOn: day("2021-07-12") };
    play.do((review) => notifyDelay(review, focalPoint("FR"), later, at("2021-05-01"), needsApproval));
    expect(readRequest()?.beyondRules).toBe(true);
  });

  test("is the secretariat's to see to, and nobody else's", () => {
    const { play } = pendingDelayReview();
    expect(delaysToApprove(play.review)).toEqual([
      {
        kind: "delay-to-approve",
        id: "c1-FR#questionnaire:FR",
        since: at("2021-06-01"),
        party: "FR",
        review: "c1-FR",
        duty: "questionnaire",
        obligation: "questionnaire:FR",
      },
    ]);
    const may = (by: Actor, review = play.review) =>
      availableTo(by, review, now).filter(({ action }) => action === "delay.approve" || action === "delay.refuse");
    expect(may(secretariat).map(({ path }) => path)).toEqual([
      "/v1/reviews/c1-FR/obligations/{obligationId}/delay/approval",
      "/v1/reviews/c1-FR/obligations/{obligationId}/delay/refusal",
    ]);
    expect(may(focalPoint("FR"))).toEqual([]);
    expect(may(secretariat, inQuestionnaire().review)).toEqual([]);
  });

  test("gives way to a newer one; told once more alike, it is one fact", () => {
    const { play, what } = pendingDelayReview();
    const tell = (dueOn: string, reason: "clearance" | "translation") =>
      play.do((review) =>
        notifyDelay(review, mission("FR"), { ...what, dueOn: day(dueOn), reason }, now, needsApproval),
      );
    expect(tell("2021-08-31", "clearance")).toEqual([]);
    expect(factKinds(tell("2021-08-31", "translation"))).toEqual(["delay-asked"]);
    expect(factKinds(tell("2021-09-30", "translation"))).toEqual(["delay-asked"]);
    expect(delaysToApprove(play.review)).toHaveLength(1);
    expect(approveDelay(play.review, secretariat, what, now)).toMatchObject({
      refusal: "no-delay-waiting",
      details: { waiting: "2021-09-30" },
    });
  });

  test("gives way to one that needs no approval any more", () => {
    const { play, what } = pendingDelayReview();
    play.do((review) =>
      notifyDelay(review, focalPoint("FR"), { ...what, dueOn: day("2021-09-30"), reason: "other" }, now),
    );
    expect(play.duty("questionnaire:FR")).toMatchObject({ generation: 2, dueAt: "2021-09-30T21:59:59.999Z" });
    expect(delaysToApprove(play.review)).toEqual([]);
  });

  test("is told of under the same conditions as any other", () => {
    const { play } = pendingDelayReview();
    const tell = (by: Actor, obligation: string, dueOn = "2021-08-31") =>
      refusalOf(
        notifyDelay(
          play.review,
          by,
          { obligation: ObligationId.parse(obligation), dueOn: day(dueOn), reason: "other" },
          now,
          needsApproval,
        ),
      );
    expect(tell(focalPoint("FR"), "experts:FR")).toBe("no-delay-for-nominations");
    expect(tell(secretariat, "questionnaire:FR")).toBe("source-missing");
    expect(tell(focalPoint("FR"), "questionnaire:FR", "2021-07-11")).toBe("date-too-early");
  });

  test("ends when the duty is met, and is not there when it is owed again", () => {
    const { play, what } = pendingDelayReview();
    submit(play, "2021-06-20");
    expect(play.duty("questionnaire:FR").delayAsked).toBeUndefined();
    expect(refusalOf(approveDelay(play.review, secretariat, what, at("2021-06-21")))).toBe("no-delay-waiting");
    play.do((review) => returnAnswers(review, secretariat, "x", at("2021-06-22")));
    expect(play.duty("questionnaire:FR")).toMatchObject({ state: "open", reopened: true });
    expect(play.duty("questionnaire:FR").delayAsked).toBeUndefined();
  });

  test("ends when the duty falls away", () => {
    const play = inFeedback();
    const obligation = ObligationId.parse("feedback:PE");
    const delay = { obligation, dueOn: day("2022-02-28"), reason: "other" } as const;
    play.do((review) => notifyDelay(review, focalPoint("PE"), delay, at("2021-07-01"), needsApproval));
    expect(delaysToApprove(play.review)).toHaveLength(1);
    play.do((review) => returnAnswers(review, secretariat, "x", at("2021-07-02")));
    expect(play.duty("feedback:PE").state).toBe("void");
    expect(play.duty("feedback:PE").delayAsked).toBeUndefined();
  });

  test.each([
    ["waits on where a corrected date leaves it a delay", "2021-01-12", "2021-08-31"],
    ["ends where a corrected date is as late", "2021-02-28", undefined],
  ])("%s", (_, to, stays) => {
    const { play, what } = pendingDelayReview();
    const earlier = { ...what, dueOn: day("2021-07-31"), reason: "other" } as const;
    if (stays === undefined) play.do((review) => notifyDelay(review, focalPoint("FR"), earlier, now, needsApproval));
    const correction = { what: "consultation", to: day(to), reason: "x" } as const;
    play.do((review) => correctDate(review, secretariat, correction, now));
    expect(play.duty("questionnaire:FR").generation).toBe(2);
    expect(play.duty("questionnaire:FR").delayAsked?.dueOn).toBe(stays);
    expect(play.replayed()).toEqual(play.review);
  });
});

describe("an approval", () => {
  test("is what the delay would have been without: a new date in a new generation; the original date stays", () => {
    const { play, what } = pendingDelayReview();
    expect(factKinds(play.do((review) => approveDelay(review, secretariat, what, now)))).toEqual(["delay-approved"]);
    expect(play.duty("questionnaire:FR")).toMatchObject({
      generation: 2,
      dueAt: "2021-08-31T21:59:59.999Z",
      originalDueAt: due,
      beyondRules: true,
      delayReason: "clearance",
      datedAt: now,
    });
    expect(play.duty("questionnaire:FR").delayAsked).toBeUndefined();
    expect(delaysToApprove(play.review)).toEqual([]);
    expect(play.replayed()).toEqual(play.review);
    expect(refusalOf(approveDelay(play.review, secretariat, what, now))).toBe("no-delay-waiting");
  });

  test("is not given by whoever came to the secretariat less than a day ago", () => {
    const { play, what } = pendingDelayReview();
    const newcomer = { ...secretariat, newSince: now };
    const aDayOn = instantOf(epochOf(now) + 24 * 3_600_000);
    expect(approveDelay(play.review, newcomer, what, now)).toMatchObject({
      refusal: "too-new-to-approve",
      details: { earliest: aDayOn },
    });
    expect(approveDelay(play.review, newcomer, what, aDayOn).ok).toBe(true);
  });

  test("of a day that is over by now is refused; the secretariat may still refuse the delay", () => {
    const { play, what } = pendingDelayReview();
    expect(approveDelay(play.review, secretariat, what, at("2021-08-31"))).toMatchObject({
      refusal: "date-too-early",
      details: { earliest: "2021-09-01" },
    });
    expect(refuseDelay(play.review, secretariat, { ...what, reason: "x" }, at("2021-08-31")).ok).toBe(true);
  });

  test.each([
    ["a focal point", focalPoint("FR"), "not-yours"],
    ["the mission", mission("FR"), "not-yours"],
    ["a reviewer", expert("PE"), "not-yours"],
    ["the President", president, "not-found"],
    ["a stranger", observer("DE"), "not-found"],
  ] as const)("is not for %s, nor is a refusal", (_, by, refusal) => {
    const { play, what } = pendingDelayReview();
    expect(refusalOf(approveDelay(play.review, by, what, now))).toBe(refusal);
    expect(refusalOf(refuseDelay(play.review, by, { ...what, reason: "x" }, now))).toBe(refusal);
  });
});

describe("a refusal", () => {
  test("leaves the date and tells why, until another delay is told of", () => {
    const { play, what } = pendingDelayReview();
    const refused = { ...what, reason: "The reviewers have waited long." };
    play.do((review) => refuseDelay(review, secretariat, refused, now));
    const duty = () => play.duty("questionnaire:FR");
    expect(duty()).toMatchObject({ generation: 1, dueAt: due });
    expect(duty().delayAsked).toBeUndefined();
    expect(obligationView(play.review, duty(), now).delayRefused).toEqual({
      dueOn: "2021-08-31",
      reason: refused.reason,
      at: now,
    });
    expect(refusalOf(refuseDelay(play.review, secretariat, refused, now))).toBe("no-delay-waiting");
    expect(refusalOf(approveDelay(play.review, secretariat, what, now))).toBe("no-delay-waiting");
    play.do((review) => notifyDelay(review, focalPoint("FR"), { ...what, reason: "other" }, now, needsApproval));
    expect(duty().delayRefused).toBeUndefined();
    expect(play.replayed()).toEqual(play.review);
  });
});

describe("a journal in which something is ruled on that does not wait", () => {
  const { play, what } = pendingDelayReview();
  const about = { happenedAt: now, review: play.review.id, obligation: what.obligation };
  const approval = (dueOn: string, generation: number): Fact => ({
    ...about,
    kind: "delay-approved",
    generation,
    dueAt: endOfDay(day(dueOn)),
    reason: "other",
    beyondRules: true,
  });
  const refusal = (dueOn: string, generation: number): Fact => ({
    ...about,
    kind: "delay-refused",
    generation,
    dueOn: day(dueOn),
    reason: "x",
  });

  test.each([
    ["an approval of another day", play.review, approval("2021-09-01", 2)],
    ["an approval in an old generation", play.review, approval("2021-08-31", 1)],
    ["an approval of nothing", inQuestionnaire().review, approval("2021-08-31", 2)],
    ["a refusal of another day", play.review, refusal("2021-09-01", 1)],
    ["a refusal of nothing", inQuestionnaire().review, refusal("2021-08-31", 1)],
    [
      "a delay that waits on what is met",
      inFeedback().review,
      { ...refusal("2021-08-31", 1), kind: "delay-asked", reason: "other" } as Fact,
    ],
  ])("does not replay: %s", (_, review, fact) => {
    expect(() => evolveReview(review, fact)).toThrow();
  });

  test("replays where it does", () => {
    expect(evolveReview(play.review, approval("2021-08-31", 2)).obligations[answers]?.generation).toBe(2);
    expect(evolveReview(play.review, refusal("2021-08-31", 1)).obligations[answers]?.generation).toBe(1);
  });
});

describe("by letter", () => {
  test("nobody is told that a delay waits, all parties that it is approved, its own that it is refused", () => {
    const { play, facts } = pendingDelayReview();
    expect(lettersTo(play, facts, at("2021-06-01"))).toEqual([]);
    const approved = lives.approvedDelay();
    const all = lives.delayed();
    expect(lettersTo(approved.play, approved.facts, now)).toEqual(lettersTo(all.play, all.facts, now));
    const refused = lives.refusedDelay();
    expect(lettersTo(refused.play, refused.facts, now)).toEqual(["delay-refused mission FR", "delay-refused fpfr"]);
  });

  test("the reminders of an approved delay are those of one that is told of on that day", () => {
    const dates = ({ review }: Play) =>
      occasionsOf(review)
        .filter(({ kind }) => kind === "questionnaire")
        .flatMap((occasion) =>
          stepsOf(occasion, day("2021-01-11"), at("2022-12-01")).map(({ at: leaves }) => leaves.slice(0, 10)),
        );
    const { play, what } = pendingDelayReview();
    expect(dates(play)).toEqual(dates(inQuestionnaire()));
    play.do((review) => approveDelay(review, secretariat, what, now));
    const straight = inQuestionnaire();
    straight.do((review) => notifyDelay(review, focalPoint("FR"), { ...what, reason: "other" }, now));
    expect(dates(play)).toEqual(dates(straight));
    expect(dates(play).slice(0, 3)).toEqual(["2021-08-03", "2021-08-24", "2021-08-30"]);
  });

  test("a refusal that comes too late is not told", () => {
    const gatherRefusal = (play: Play, on: string) =>
      gatherInput(
        play,
        { kind: "delay-refused", review: play.review.id, obligation: answers, refusedAt: at("2021-06-21") },
        { kind: "mission", party: party("FR") },
        at(on),
      );
    const { play: again } = lives.refusedDelay();
    const another = { obligation: answers, dueOn: day("2021-09-30"), reason: "other" } as const;
    again.do((review) => notifyDelay(review, mission("FR"), another, at("2021-06-22"), needsApproval));
    expect(gatherRefusal(again, "2021-06-22")).toEqual({ kind: "skip", reason: "replaced" });
    const { play: answered } = lives.refusedDelay();
    submit(answered, "2021-06-22");
    expect(gatherRefusal(answered, "2021-06-22")).toEqual({ kind: "skip", reason: "done" });
  });
});
