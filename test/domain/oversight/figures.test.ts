import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askClarification } from "../../../domain/review/commands/clarifications.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { currentFigures, membersOf } from "../../../domain/oversight/figures.ts";
import { returnFeedback } from "../../../domain/review/commands/feedback.ts";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { returnAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { blockersOf } from "../../../domain/oversight/blockers.ts";
import { type FigureDimensions, FigureName, type FigurePart } from "../../../schemas/model/figures.ts";
import { GroupId, ObligationId } from "../../../schemas/base/ids.ts";
import { type Review, Stage } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import {
  agree,
  agreedPlay,
  clear,
  concludedPlay,
  inConsultation,
  inFeedback,
  inObservations,
  inQuestionnaire,
  table,
} from "../review/journey.ts";
import { at, day, focalPoint, hash, mandateId, mission, party, Play, seat, secretariat } from "../review/play.ts";
import { clusters, severalReviews } from "../review/several-reviews.ts";
import { runsOf } from "../../harness/search-runs.ts";

const listed = (figure: FigureName, reviews: readonly Review[], now: Instant, filter: FigureDimensions = {}) =>
  membersOf(figure, reviews, filter, now).map(({ member }) => member);
const figureOf = (figure: FigureName, reviews: readonly Review[], now: Instant) =>
  currentFigures(reviews, {}, now).find((one) => one.figure === figure);

/** Returns what a figure counts of one review, in few words. */
const summarizeFigure = (figure: FigureName, { review }: Play, now: string): readonly string[] =>
  listed(figure, [review], at(now)).map(({ party: of, kind, blockedBy, since }) =>
    [of ?? "secretariat", kind ?? blockedBy?.join("+"), since.slice(0, 16)].filter(Boolean).join(" "),
  );

describe("the blockers of a review", () => {
  test("is nothing before it starts and after it has concluded", () => {
    for (const play of [new Play(), concludedPlay()])
      for (const figure of FigureName.options.filter((name) => name !== "reviews"))
        expect(summarizeFigure(figure, play, "2024-01-01")).toEqual([]);
    expect(summarizeFigure("reviews", concludedPlay(), "2024-01-01")).toEqual(["FR 2022-02-01T12:00"]);
  });

  test("in nomination is every party without a focal point, additional reviewers too, since the start", () => {
    const additional = seat("TD", "additional-reviewer", "FP");
    const play = new Play([seat("FR", "under-review"), seat("PE", "reviewing"), additional]).start();
    play.name("FR", "focal-point", "2020-12-04");
    expect(summarizeFigure("blockers", play, "2020-12-16")).toEqual([
      "PE focal-point 2020-11-30T23:00",
      "TD focal-point 2020-11-30T23:00",
    ]);
    expect(summarizeFigure("reviews-blocked", play, "2020-12-16")).toEqual(["FR focal-point 2020-11-30T23:00"]);
    expect(summarizeFigure("focal-points-missing", play, "2020-12-16")).toHaveLength(2);
    expect(summarizeFigure("experts-missing", play, "2020-12-16")).toHaveLength(3);
  });

  test("in consultation is the missing outcome, four weeks after the last focal point was named and no earlier", () => {
    // Named on 10 December 2020, so the target ends with 7 January 2021 in Vienna.
    const play = inConsultation();
    expect(summarizeFigure("blockers", play, "2021-01-07T22:59:59.999Z")).toEqual([]);
    expect(summarizeFigure("blockers", play, "2021-01-07T23:00:00.000Z")).toEqual(["FR consultation 2021-01-07T23:00"]);
    expect(summarizeFigure("duties-overdue", play, "2021-02-01")).toEqual([]);
  });

  test("in later stages is each obligation of the stage, since its time runs", () => {
    expect(summarizeFigure("blockers", inQuestionnaire(), "2021-02-01")).toEqual(["FR questionnaire 2021-01-11T12:00"]);
    const play = clear(inFeedback(), "KE", "2021-08-01");
    for (const question of ["q", "r"])
      play.do((review) =>
        askClarification(review, focalPoint("PE"), { party: party("PE"), question: hash(question) }, at("2021-08-02")),
      );
    expect(summarizeFigure("blockers", play, "2021-08-31")).toEqual([
      "PE feedback 2021-06-30T12:00",
      "FR clarification 2021-08-01T22:00",
      "FR clarification 2021-08-01T22:00",
    ]);
    expect(summarizeFigure("reviews-blocked", play, "2021-08-31")).toEqual([
      "FR feedback+clarification 2021-06-30T12:00",
    ]);
    const list = agree(table(inObservations(), "v", "2021-12-01"), "PE", 1, "2021-12-02");
    expect(summarizeFigure("blockers", list, "2021-12-03")).toEqual([
      "FR agreement 2021-11-15T12:00",
      "KE agreement 2021-11-15T12:00",
    ]);
  });

  test("after all have agreed is the publication, which is the secretariat's", () => {
    expect(summarizeFigure("blockers", agreedPlay(), "2022-01-21")).toEqual([
      "secretariat publication 2022-01-20T12:00",
    ]);
  });

  test("is a focal point who has gone, in every stage: the review counts once, its blockers each", () => {
    const play = inQuestionnaire();
    const removal = { party: party("KE"), mandate: mandateId("fpKE") };
    const outcome = removeMandate([play.review], mission("KE"), removal, at("2021-03-01"));
    if (!outcome.ok) throw new Error(outcome.refusal);
    for (const { facts } of outcome.changes) play.take({ ok: true, facts });
    const now = at("2021-03-02");
    const blocked = figureOf("reviews-blocked", [play.review], now);
    expect([blocked?.total, blocked?.kindsOverlap, figureOf("blockers", [play.review], now)?.total]).toEqual([
      1,
      true,
      2,
    ]);
    expect(blocked?.parts.filter(({ kind, group }) => kind !== undefined && group === undefined)).toEqual([
      { kind: "focal-point", count: 1 },
      { kind: "questionnaire", count: 1 },
      { cluster: 1, kind: "focal-point", count: 1 },
      { cluster: 1, kind: "questionnaire", count: 1 },
    ]);
    expect(summarizeFigure("reviews-missing-somebody", play, "2021-03-02")).toEqual([
      "FR focal-point+questionnaire 2021-03-01T12:00",
    ]);
    expect(summarizeFigure("focal-points-missing", play, "2021-03-02")).toEqual(["KE focal-point 2021-03-01T12:00"]);
    expect(figureOf("reviews-missing-somebody", [play.review], now)?.parts).toContainEqual({
      stage: "questionnaire",
      count: 1,
    });
  });
});

describe("obligations", () => {
  const questionnaire = ObligationId.parse("questionnaire:FR");

  test("are overdue past their current date, late past their original one", () => {
    // Six months from 11 January 2021 end with 11 July in Vienna.
    const play = inQuestionnaire();
    expect(summarizeFigure("duties-overdue", play, "2021-07-11T21:59:59.999Z")).toEqual([]);
    expect(summarizeFigure("duties-overdue", play, "2021-07-11T22:00:00.000Z")).toEqual([
      "FR questionnaire 2021-07-11T22:00",
    ]);
    play.do((review) =>
      notifyDelay(
        review,
        mission("FR"),
        { obligation: questionnaire, dueOn: day("2021-09-01"), reason: "clearance" },
        at("2021-07-20"),
      ),
    );
    expect(summarizeFigure("duties-delayed", play, "2021-07-21")).toEqual(["FR questionnaire 2021-07-20T12:00"]);
    expect(summarizeFigure("duties-overdue", play, "2021-07-21")).toEqual([]);
    expect(summarizeFigure("duties-late", play, "2021-07-21")).toEqual(["FR questionnaire 2021-07-11T22:00"]);
    expect(summarizeFigure("duties-overdue", play, "2021-09-02")).toEqual(["FR questionnaire 2021-09-01T22:00"]);
    const [member] = listed("duties-late", [play.review], at("2021-09-02"));
    expect(member).toMatchObject({
      review: "c1-FR",
      stage: "questionnaire",
      obligation: "questionnaire:FR",
      dueAt: "2021-09-01T21:59:59.999Z",
      originalDueAt: "2021-07-11T21:59:59.999Z",
    });
  });

  test("are returned when a submission is reopened, on whatever day, and not when a list changes", () => {
    const answers = inFeedback();
    answers.do((review) => returnAnswers(review, secretariat, "Annexes were missing.", at("2021-06-30T15:00:00.000Z")));
    expect(summarizeFigure("duties-returned", answers, "2021-07-05")).toEqual(["FR questionnaire 2021-06-29T22:00"]);
    const feedback = inObservations();
    feedback.do((review) =>
      returnFeedback(review, secretariat, { party: party("KE"), reason: "Wrong file." }, at("2021-11-20")),
    );
    expect(summarizeFigure("duties-returned", feedback, "2021-11-21")).toEqual(["KE feedback 2021-11-19T23:00"]);
    const list = table(agree(table(inObservations(), "v", "2021-12-01"), "PE", 1, "2021-12-02"), "w", "2021-12-05");
    expect(summarizeFigure("duties-returned", list, "2021-12-06")).toEqual([]);
  });
});

describe("whatever has happened in however many reviews", () => {
  const always = (look: (all: readonly Review[], now: Instant) => void) =>
    fc.assert(
      fc.property(severalReviews, ({ all, now }) => look(all, now)),
      runsOf(60, 15),
    );

  const filterOf = ({ count: _, ...filter }: FigurePart): FigureDimensions => filter;
  const namesOf = (part: FigurePart): string => Object.keys(filterOf(part)).join();

  test("every number is the count of the list that it names", () => {
    always((all, now) => {
      for (const { figure, total, parts } of currentFigures(all, {}, now)) {
        expect([figure, total]).toEqual([figure, listed(figure, all, now).length]);
        for (const part of parts)
          expect([figure, part]).toEqual([figure, { ...part, count: listed(figure, all, now, filterOf(part)).length }]);
      }
    });
  });

  test("parts sum to totals, but those of kinds that overlap", () => {
    always((all, now) => {
      for (const { figure, total, parts, kindsOverlap } of currentFigures(all, {}, now)) {
        const sums = new Map<string, number>();
        for (const part of parts) sums.set(namesOf(part), (sums.get(namesOf(part)) ?? 0) + part.count);
        for (const [names, sum] of sums) {
          if (kindsOverlap && names.includes("kind")) expect(sum).toBeGreaterThanOrEqual(total);
          else expect([figure, names, sum]).toEqual([figure, names, total]);
        }
      }
    });
  });

  test("a part left out counts nothing, and every list is in one order in which each has a place of its own", () => {
    always((all, now) => {
      for (const { figure, parts } of currentFigures(all, {}, now)) {
        const given = new Set(parts.map((part) => JSON.stringify(filterOf(part))));
        if (figure === "reviews")
          for (const stage of Stage.options)
            if (!given.has(JSON.stringify({ stage }))) expect(listed(figure, all, now, { stage })).toEqual([]);
        const places = membersOf(figure, all, {}, now).map(({ place }) => place);
        expect(places).toEqual([...new Set(places)].toSorted());
      }
    });
  });

  test("the figures of one group are those of its reviews alone", () => {
    always((all, now) => {
      for (const [, code] of clusters) {
        const group = GroupId.parse(code);
        const alone = all.filter((one) => one.group === group);
        expect(currentFigures(all, { group }, now)).toEqual(currentFigures(alone, {}, now));
      }
    });
  });

  test("a review's reader sees the blockers of the figures, and the figures agree with each other", () => {
    always((all, now) => {
      for (const one of all) {
        const said = blockersOf(one, now).map(({ kind, party: of }) => `${kind} ${of}`);
        const counted = listed("blockers", [one], now);
        expect(counted.map(({ kind, party: of }) => `${kind} ${of}`).toSorted()).toEqual(said.toSorted());
      }
      const ids = (figure: FigureName, filter: FigureDimensions = {}) => [
        ...new Set(listed(figure, all, now, filter).map((member) => member.review)),
      ];
      expect(ids("reviews-blocked").toSorted()).toEqual(ids("blockers").toSorted());
      // Where all have agreed to the list, no denunciation keeps it from being published.
      const published = ids("reviews-blocked", { kind: "publication" });
      const missing = ids("reviews-missing-somebody").filter((id) => !published.includes(id));
      expect(missing.toSorted()).toEqual(ids("reviews-blocked", { kind: "focal-point" }).toSorted());
      expect(ids("focal-points-missing").toSorted()).toEqual(ids("reviews-missing-somebody").toSorted());
      const late = listed("duties-late", all, now).map((member) => `${member.review} ${member.obligation}`);
      for (const { review: id, obligation } of listed("duties-overdue", all, now))
        expect(late).toContain(`${id} ${obligation}`);
      for (const figure of FigureName.options)
        for (const { since, dueAt, originalDueAt } of listed(figure, all, now)) {
          expect(since <= now).toBe(true);
          if (dueAt !== undefined && originalDueAt !== undefined) expect(originalDueAt <= dueAt).toBe(true);
        }
    });
  });
});
