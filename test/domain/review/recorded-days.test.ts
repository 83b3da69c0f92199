import { describe, expect, test } from "vitest";
import { dayOf, startOfDay } from "../../../domain/base/time.ts";
import { replaceMandate } from "../../../domain/review/commands/change-mandates.ts";
import { askClarification, closeClarification } from "../../../domain/review/commands/clarifications.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { recordedDate } from "../../../domain/review/recorded-dates.ts";
import type { ReviewFactKind } from "../../../domain/review/facts/fact-row.ts";
import { correctedFacts } from "../../../domain/views/review-timeline.ts";
import { CorrectableDate } from "../../../schemas/model/correctable-date.ts";
import { corrected } from "../letters/review-plays.ts";
import { agree, clear, concludedPlay, inFeedback, inObservations, inQuestionnaire, table } from "./journey.ts";
import {
  at,
  day,
  delegate,
  focalPoint,
  hash,
  mandateId,
  mission,
  party,
  Play,
  refusalOf,
  secretariat,
} from "./play.ts";
import { clarifiedPlay, decidedPlay, delayedPlay, examples, removedPlay } from "./recorded-day-examples.ts";

const follows = "it follows from another fact, whose day is corrected";
const here = "it takes effect in the system when it is recorded";
const elsewhere = "the day is that of the draw or of the denunciation of a party, and is corrected there";
const withdrawn = "what it withdrew is on record no more, and nothing counts from its day";

/** Of each kind of fact of a review: the days that can be corrected, or why its day cannot be another one. */
const daysOf: Readonly<Record<ReviewFactKind | "review-drawn", string | readonly CorrectableDate[]>> = {
  "review-drawn": elsewhere,
  "mandates-continued": follows,
  "review-started": ["start"],
  "review-imported": here,
  "reminders-released": here,
  "review-start-undone": here,
  "officer-assigned": here,
  "nomination-checked": here,
  "stage-changed": follows,
  "obligation-opened": follows,
  "obligation-met": follows,
  "obligation-voided": follows,
  "obligation-redated": follows,
  "delay-notified": ["delay-notification"],
  "delay-reversed": here,
  "delay-corrected": here,
  "date-corrected": here,
  "meeting-mode-corrected": here,
  "languages-corrected": here,
  "consultation-held": ["meeting"],
  "consultation-round-held": ["round"],
  "languages-agreed": ["languages"],
  "languages-left-open": ["languages"],
  "consultation-concluded": ["consultation", "clock", "answers-due"],
  "answers-submitted": ["submission"],
  "answers-returned": here,
  "answers-opened": ["opening"],
  "work-divided": ["division"],
  "feedback-cleared": ["feedback"],
  "feedback-returned": here,
  "clarification-asked": ["clarification"],
  "clarification-answered": ["clarification-settlement"],
  "clarification-closed": ["clarification-settlement"],
  "clarification-withdrawn": ["clarification-settlement"],
  "observations-drafted": ["list"],
  "text-attached": here,
  "observations-agreed": ["agreement"],
  "observations-published": ["publication"],
  "erratum-published": ["erratum"],
  "publication-consented": ["consent"],
  "consent-withdrawn": withdrawn,
  "decision-recorded": ["decision"],
  "mandate-began": ["nomination"],
  "mandate-ended": ["removal", "nomination"],
  "mandate-advanced": follows,
  "mandate-reversed": here,
  "redraw-requested": ["redraw-request"],
  "redraw-withdrawn": withdrawn,
  "reviewer-limit-waived": ["reviewer-limit-waiver"],
  "reviewer-limit-waiver-withdrawn": withdrawn,
  "seat-redrawn": ["redraw"],
  "instruments-added": here,
  "review-discontinued": elsewhere,
  "seat-vacated": elsewhere,
  "review-denunciation-corrected": here,
  "review-denunciation-undone": here,
};

const reason = "Recorded wrongly.";
const now = at("2023-05-01");

describe("every recorded day of a review", () => {
  test("is correctable, or its kind of fact states why it cannot be another one", () => {
    const covered = new Set(Object.values(daysOf).flatMap((days) => (typeof days === "string" ? [] : days)));
    expect([...covered].toSorted()).toEqual([...CorrectableDate.options].toSorted());
  });

  test.each(CorrectableDate.options)("is corrected, and replayed from the journal: %s", (what) => {
    const { which = {}, play: make, from, to } = examples[what];
    const play = make();
    expect(recordedDate(play.review, { what, ...which })).toBe(from);
    const facts = play.do((review) => correctDate(review, secretariat, { what, ...which, to: day(to), reason }, now));
    expect(facts[0]).toMatchObject({ kind: "date-corrected", what, ...which, from, to, reason });
    expect(recordedDate(play.review, { what, ...which })).toBe(to);
    expect(play.replayed()).toEqual(play.review);
    expect(correctDate(play.review, secretariat, { what, ...which, to: day(to), reason }, now)).toEqual({
      ok: true,
      facts: [],
    });
  });

  test.each(CorrectableDate.options)("keeps the order of the process: %s", (what) => {
    const { which = {}, play, refused } = examples[what];
    const [to, contradicts] = refused;
    expect(correctDate(play().review, secretariat, { what, ...which, to: day(to), reason }, now)).toMatchObject({
      ok: false,
      details: { contradicts },
    });
  });

  test.each(CorrectableDate.options.filter((what) => what !== "clock" && what !== "answers-due"))(
    "moves an event of the timeline that a correction is of: %s",
    (what) => {
      const { which = {}, play: make, to } = examples[what];
      const play = make();
      const before = [...play.facts];
      const [fact] = play.do((review) =>
        correctDate(review, secretariat, { what, ...which, to: day(to), reason }, now),
      );
      if (fact?.kind !== "date-corrected") throw new Error("nothing was corrected");
      const moved = before.filter((one) => correctedFacts[what](one, fact)).map(({ kind }) => kind);
      expect(moved).toHaveLength(1);
      expect(daysOf[moved[0] as ReviewFactKind]).toContain(what);
    },
  );
});

describe("a corrected day", () => {
  const correct = (play: Play, what: CorrectableDate) =>
    play.do((review) =>
      correctDate(review, secretariat, { what, ...examples[what].which, to: day(examples[what].to), reason }, now),
    );

  test("of the removal of a focal point counts the nomination from the right day", () => {
    const play = removedPlay();
    expect(play.obligation("focal-point:PE")).toMatchObject({
      openedOn: "2021-03-01",
      dueAt: "2021-03-15T22:59:59.999Z",
    });
    correct(play, "removal");
    expect(play.obligation("focal-point:PE")).toMatchObject({
      generation: 3,
      openedOn: "2021-03-05",
      dueAt: "2021-03-19T22:59:59.999Z",
      originalDueAt: "2021-03-19T22:59:59.999Z",
    });
    expect(play.review.mandates[mandateId("fpPE")]?.until).toBe(startOfDay(day("2021-03-05")));
  });

  test("of a later version of the list counts the agreement that it opened again, and keeps the original date", () => {
    const play = table(inObservations(), "v", "2022-11-01");
    for (const code of ["FR", "PE", "KE"]) agree(play, code, 1, "2022-11-10");
    table(play, "w", "2022-11-28");
    const { originalDueAt, dueAt } = play.obligation("agreement:FR");
    const to = day("2022-11-25");
    play.do((review) => correctDate(review, secretariat, { what: "list", version: 2, to, reason }, now));
    expect(play.obligation("agreement:FR")).toMatchObject({ openedOn: "2022-11-25", originalDueAt });
    expect(play.obligation("agreement:FR").dueAt < dueAt).toBe(true);
    expect(recordedDate(play.review, { what: "list", version: 1 })).toBe("2022-11-01");
  });

  test("of a request for clarification counts its response from the right day", () => {
    const play = clarifiedPlay();
    correct(play, "clarification");
    expect(play.obligation("clarification-1:FR")).toMatchObject({
      openedOn: "2021-07-30",
      dueAt: "2021-08-27T21:59:59.999Z",
    });
  });

  test("of the closure of a clarification is the day on which the list came up", () => {
    const play = inFeedback();
    const request = { party: party("PE"), question: hash("q") };
    play.do((review) => askClarification(review, focalPoint("PE"), request, at("2021-08-02")));
    clear(clear(play, "PE", "2021-09-01"), "KE", "2021-09-02");
    play.do((review) => closeClarification(review, focalPoint("PE"), { number: 1 }, at("2021-10-05")));
    const to = day("2021-09-20");
    const settlement = { what: "clarification-settlement", clarification: 1 } as const;
    play.do((review) => correctDate(review, secretariat, { ...settlement, to, reason }, now));
    expect(dayOf(play.review.stageSince)).toBe("2021-09-20");
    expect(play.obligation("agreement:KE").openedOn).toBe("2021-09-20");
  });

  test("of a decision in the place of responses counts the feedback from the right day", () => {
    const play = decidedPlay();
    expect(play.obligation("feedback:PE").openedOn).toBe("2022-10-20");
    correct(play, "decision");
    expect(play.obligation("feedback:PE")).toMatchObject({ openedOn: "2022-10-21", dueAt: "2023-04-21T21:59:59.999Z" });
  });

  test("of the publication concludes the review on that day", () => {
    const play = concludedPlay();
    correct(play, "publication");
    expect(play.review).toMatchObject({ stage: "concluded", stageSince: startOfDay(day("2022-01-25")) });
    expect(play.review.observations?.publishedAt).toBe(startOfDay(day("2022-01-25")));
  });

  test("of a delay moves no date: the day to which the party delayed it remains", () => {
    const play = delayedPlay();
    const before = play.obligation("questionnaire:FR");
    expect(correct(play, "delay-notification").map(({ kind }) => kind)).toEqual(["date-corrected"]);
    const [delay] = before.delays ?? [];
    expect(play.obligation("questionnaire:FR")).toEqual({
      ...before,
      delays: [{ ...delay, at: startOfDay(day("2021-06-15")) }],
    });
  });

  test("of an erratum is the day until which the version before it was the published one", () => {
    const { play } = corrected();
    correct(play, "erratum");
    expect(play.review.observations).toMatchObject({
      publishedAt: startOfDay(day("2022-02-15")),
      replaced: [{ replacedAt: startOfDay(day("2022-02-15")), publishedAt: at("2022-02-01") }],
    });
  });

  test("of the end of a mandate that a successor continues is that of the nomination of the successor", () => {
    const play = inQuestionnaire();
    const successor = { mandate: mandateId("secondPE"), user: delegate("PE", "second").id };
    const outcome = replaceMandate(
      [play.review],
      mission("PE"),
      { party: party("PE"), mandate: mandateId("fpPE"), successor },
      at("2021-03-10"),
    );
    if (!outcome.ok) throw new Error(outcome.refusal);
    play.take({ ok: true, facts: outcome.changes.flatMap(({ facts }) => facts) });
    const to = day("2021-03-08");
    const removal = { what: "removal", mandate: mandateId("fpPE"), to, reason } as const;
    expect(refusalOf(correctDate(play.review, secretariat, removal, now))).toBe("nothing-to-correct");
    const nomination = { what: "nomination", mandate: successor.mandate, to, reason } as const;
    play.do((review) => correctDate(review, secretariat, nomination, now));
    expect(play.review.mandates[mandateId("fpPE")]?.until).toBe(startOfDay(to));
  });
});
