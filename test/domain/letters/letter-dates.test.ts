import { describe, expect, test } from "vitest";
import { datesOfLetter } from "../../../domain/letters/letter-dates.ts";
import { reminderSubjectOf } from "../../../domain/reminders/schedule.ts";
import type { Obligation, Review } from "../../../schemas/model/review.ts";
import { reviewId } from "../../fixtures/changes.ts";
import { at, party, Play } from "../review/play.ts";

const play = new Play().start();
const started = play.review;
const obligation = play.obligation("focal-point:FR");

/** Returns a further review in which France must name a focal point, otherwise than in the first. */
const furtherReview = (code: string, change: Partial<Obligation>): Review => {
  const obligations = { ...started.obligations, [obligation.id]: { ...obligation, ...change } };
  return { ...started, id: reviewId(code), obligations };
};

describe("the calendar file of a reminder", () => {
  const reminderSubject = reminderSubjectOf(started, obligation);
  const content = { kind: "nomination-reminder", reminderSubject, stepName: "d+1" } as const;
  const recipient = { kind: "mission", party: party("FR") } as const;
  const reviewsIn = (...reviews: readonly Review[]): readonly string[] =>
    datesOfLetter({ content, recipient }, [started, ...reviews], at("2020-12-16")).map(({ review }) => review.id);

  test("holds each obligation that the reminder covers", () => {
    expect(reviewsIn(furtherReview("GR", {}))).toEqual([started.id, reviewId("GR")].toSorted());
  });

  test("holds none that was met", () => {
    expect(reviewsIn(furtherReview("GR", { state: "met", settledAt: at("2020-12-14") }))).toEqual([started.id]);
  });

  test("holds none of the same kind with another date", () => {
    expect(reviewsIn(furtherReview("GR", { dueAt: at("2021-03-01T22:59:59.999Z") }))).toEqual([started.id]);
  });
});
