import { describe, expect, test } from "vitest";
import { correctDelay, type Delay, notifyDelay, reverseDelay } from "../../../domain/review/commands/delays.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { lettersOn } from "../../../domain/letters/notifications.ts";
import { escalatedTo } from "../../../domain/letters/escalation.ts";
import { delayInForce } from "../../../domain/review/obligations.ts";
import { reviewHistory } from "../../../domain/statistics/review-history.ts";
import { listedObligation } from "../../../domain/views/listed-reviews.ts";
import { obligationView } from "../../../domain/views/reviews.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { submit, inFeedback, inQuestionnaire } from "./journey.ts";
import { at, day, expert, focalPoint, mission, type Play, recording, refusalOf, secretariat, texts } from "./play.ts";

const answers = ObligationId.parse("questionnaire:FR");
const reason = "The note was about another review.";
const notify = (play: Play, dueOn: string, on: string, more: Partial<Delay> = {}) => {
  const delay = { obligation: answers, dueOn: day(dueOn), reason: "clearance", ...more } as const;
  return play.do((review) => notifyDelay(review, focalPoint("FR"), delay, at(on)));
};
const delayed = () => {
  const play = inQuestionnaire();
  notify(play, "2021-08-31", "2021-06-01");
  return play;
};
const reverse = (play: Play, on = "2021-06-10", by: Actor = focalPoint("FR"), obligation = answers) =>
  reverseDelay(play.review, by, { obligation, reason }, at(on));
const correct = (play: Play, more: { to?: string; instead?: string }, on = "2021-06-10") =>
  correctDelay(
    play.review,
    secretariat,
    {
      obligation: answers,
      reason,
      ...(more.to === undefined ? {} : { to: day(more.to) }),
      ...(more.instead === undefined ? {} : { instead: ObligationId.parse(more.instead) }),
    },
    at(on),
  );

describe("a delay that was recorded by mistake", () => {
  test("gives the original date back, in a new generation and without the mark", () => {
    const play = delayed();
    expect(obligationView(listedObligation(play.review, play.obligation(answers)), at("2021-06-10"))).toMatchObject({
      beyondRules: true,
      delayedOn: "2021-06-01",
    });
    play.do(() => reverse(play));
    const obligation = play.obligation(answers);
    expect(obligation).toMatchObject({ generation: 3, state: "open", dueAt: "2021-07-11T21:59:59.999Z" });
    expect(obligation.originalDueAt).toBe(obligation.dueAt);
    const view = obligationView(listedObligation(play.review, obligation), at("2021-06-10"));
    for (const field of ["beyondRules", "delayedOn", "delayReason"]) expect(view).not.toHaveProperty(field);
    expect(play.replayed()).toEqual(play.review);
  });

  test("counts on no day, and its obligation is late by the original date", () => {
    const play = delayed();
    expect(reviewHistory(play.facts).delays).toHaveLength(1);
    play.do(() => reverse(play));
    const { delays, obligations } = reviewHistory(play.facts);
    expect(delays).toEqual([]);
    expect(obligations.find(({ id }) => id === answers)?.dues).toEqual([
      { from: expect.any(String), dueAt: "2021-07-11T21:59:59.999Z" },
    ]);
  });

  test("leaves the delay before it in force, and counted", () => {
    const play = delayed();
    notify(play, "2022-08-31", "2021-06-02", { explanation: "Two ministries." });
    play.do(() => reverse(play));
    expect(play.obligation(answers)).toMatchObject({ generation: 4, dueAt: "2021-08-31T21:59:59.999Z" });
    expect(delayInForce(play.obligation(answers))).toMatchObject({
      generation: 2,
      reason: "clearance",
      beyondRules: true,
    });
    const { delays, obligations } = reviewHistory(play.facts);
    expect(delays.map(({ generation }) => generation)).toEqual([2]);
    expect(obligations.find(({ id }) => id === answers)?.dues.map(({ dueAt }) => dueAt.slice(0, 10))).toEqual([
      "2021-07-11",
      "2021-08-31",
    ]);
    play.do(() => reverse(play, "2021-06-11"));
    expect(play.obligation(answers).dueAt).toBe("2021-07-11T21:59:59.999Z");
    expect(refusalOf(reverse(play, "2021-06-12"))).toBe("nothing-to-reverse");
  });

  test("gives the date back that a correction gave the obligation since then", () => {
    const play = delayed();
    const correction = { what: "clock", to: day("2021-02-01"), reason: "Agreed later." } as const;
    const moved = correctDate(play.review, secretariat, correction, at("2021-06-05"));
    if (moved.ok) play.take(moved);
    const { originalDueAt } = play.obligation(answers);
    play.do(() => reverse(play));
    expect(play.obligation(answers).dueAt).toBe(originalDueAt);
  });

  test("is reversed after the obligation was met as well, which stays met", () => {
    const play = submit(delayed(), "2021-06-20");
    play.do(() => reverse(play, "2021-06-21"));
    expect(play.obligation(answers)).toMatchObject({ state: "met", dueAt: "2021-07-11T21:59:59.999Z" });
    expect(reviewHistory(play.facts).delays).toEqual([]);
  });

  test("is reversed by its party or the secretariat, for no other party and not before it was notified", () => {
    const play = delayed();
    const by = (actor: Actor) => refusalOf(reverse(play, "2021-06-10", actor));
    expect([expert("FR"), mission("PE"), focalPoint("KE"), recording("PE", "2021-06-09")].map(by)).toEqual([
      "not-yours",
      "not-yours",
      "not-yours",
      "not-yours",
    ]);
    expect([secretariat, mission("FR"), focalPoint("FR"), recording("FR", "2021-06-09")].map(by)).toEqual([
      "accepted",
      "accepted",
      "accepted",
      "accepted",
    ]);
    expect(by(recording("FR", "2021-05-31"))).toBe("date-too-early");
    const unknown = ObligationId.parse("clarification-9:FR");
    expect(refusalOf(reverse(play, "2021-06-10", secretariat, unknown))).toBe("unknown-obligation");
    expect(refusalOf(reverse(inQuestionnaire()))).toBe("nothing-to-reverse");
  });

  test("is notified to each recipient of its letter", () => {
    const play = delayed();
    const readers = (facts: readonly Play["facts"][number][]) =>
      lettersOn({ review: play.review, facts, at: at("2021-06-10"), by: "someone" } as never, at("2021-06-10")).map(
        ({ content, recipient }) => [content.kind, recipient] as const,
      );
    const first = readers(play.facts.filter(({ kind }) => kind === "delay-notified"));
    const second = readers(play.do(() => reverse(play)));
    expect(first.length).toBeGreaterThan(3);
    expect(second.map(([kind]) => kind)).toEqual(first.map(() => "delay-reversed"));
    expect(second.map(([, to]) => to)).toEqual(first.map(([, to]) => to));
  });

  test("puts an obligation that is overdue by the original date on the secretariat's list", () => {
    const play = delayed();
    const listed = (now: string) =>
      escalatedTo("secretariat", [play.review], at(now)).filter(({ obligation }) => obligation === answers);
    expect(listed("2021-08-20")).toEqual([]);
    play.do(() => reverse(play, "2021-08-20"));
    expect(listed("2021-08-21")).toHaveLength(1);
  });
});

describe("a delay that was recorded wrongly", () => {
  test("gets the right date, and counts once", () => {
    const play = delayed();
    play.do(() => correct(play, { to: "2021-07-12" }));
    expect(play.obligation(answers)).toMatchObject({ generation: 3, dueAt: "2021-07-12T21:59:59.999Z" });
    expect(delayInForce(play.obligation(answers))).toMatchObject({ generation: 2, at: at("2021-06-01") });
    play.do(() => correct(play, { to: "2021-07-31" }));
    expect(delayInForce(play.obligation(answers))?.beyondRules).toBe(true);
    const { delays, obligations } = reviewHistory(play.facts);
    expect(delays).toHaveLength(1);
    expect(
      obligations
        .find(({ id }) => id === answers)
        ?.dues.at(-1)
        ?.dueAt.slice(0, 10),
    ).toBe("2021-07-31");
    expect(correct(play, { to: "2021-07-31" })).toEqual({ ok: true, facts: [] });
    expect(correct(play, { to: "2021-07-11" })).toMatchObject({
      refusal: "date-too-early",
      details: { earliest: "2021-07-12" },
    });
    expect(play.replayed()).toEqual(play.review);
  });

  test("loses the mark with a right date within the rules, and gets it with one beyond them", () => {
    const play = inFeedback();
    const feedback = ObligationId.parse("feedback:PE");
    const delay = { obligation: feedback, dueOn: day("2022-06-30"), reason: "other" } as const;
    play.do((review) => notifyDelay(review, mission("PE"), delay, at("2021-08-01")));
    expect(delayInForce(play.obligation(feedback))?.beyondRules).toBe(true);
    play.do((review) =>
      correctDelay(review, secretariat, { obligation: feedback, to: day("2022-03-01"), reason }, at("2021-08-02")),
    );
    expect(delayInForce(play.obligation(feedback))).toMatchObject({ beyondRules: true });
  });

  test("moves to the obligation for which it was notified", () => {
    const play = inFeedback();
    const [peru, kenya] = [ObligationId.parse("feedback:PE"), ObligationId.parse("feedback:KE")];
    const before = play.obligation(peru).dueAt;
    const delay = { obligation: peru, dueOn: day("2022-06-30"), reason: "translation" } as const;
    play.do((review) => notifyDelay(review, mission("PE"), delay, at("2021-08-01")));
    const correction = { obligation: peru, instead: kenya, reason };
    play.do((review) => correctDelay(review, secretariat, correction, at("2021-08-10")));
    expect(play.obligation(peru)).toMatchObject({ dueAt: before });
    expect(play.obligation(peru).delays).toBeUndefined();
    expect(delayInForce(play.obligation(kenya))).toMatchObject({ at: at("2021-08-01"), reason: "translation" });
    expect(reviewHistory(play.facts).delays.map(({ party }) => party)).toEqual(["KE"]);
    expect(play.replayed()).toEqual(play.review);
    const toNomination = { obligation: kenya, instead: ObligationId.parse("experts:KE"), reason };
    expect(refusalOf(correctDelay(play.review, secretariat, toNomination, at("2021-08-11")))).toBe(
      "no-delay-for-nominations",
    );
  });

  test("is corrected by the secretariat alone", () => {
    const { review } = delayed();
    const correction = { obligation: answers, to: day("2021-07-31"), reason };
    expect(refusalOf(correctDelay(review, mission("FR"), correction, at("2021-06-10")))).toBe("not-yours");
    expect(refusalOf(correct(inQuestionnaire(), { to: "2021-07-31" }))).toBe("nothing-to-correct");
  });
});

describe("an act before a delay of its obligation", () => {
  test("is refused until the delay is reversed, with the day of the delay", () => {
    const play = delayed();
    const submitOn = (on: string) => submitAnswers(play.review, recording("FR", on), texts, at("2021-06-20"));
    expect(submitOn("2021-05-31")).toMatchObject({
      refusal: "date-too-early",
      details: { earliest: "2021-06-01", contradicts: "delay" },
    });
    expect(submitOn("2021-06-01").ok).toBe(true);
    play.do(() => reverse(play));
    expect(submitOn("2021-05-31").ok).toBe(true);
  });

  test("is not corrected to a day before it either", () => {
    const play = submit(delayed(), "2021-06-20");
    const to = (on: string) =>
      correctDate(play.review, secretariat, { what: "submission", to: day(on), reason }, at("2021-06-21"));
    expect(to("2021-05-31")).toMatchObject({ refusal: "date-too-early", details: { contradicts: "delay" } });
    expect(to("2021-06-01").ok).toBe(true);
  });
});
