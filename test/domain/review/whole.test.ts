import { expect, test } from "vitest";
import { openObligations } from "../../../domain/review/obligations.ts";
import { concludedPlay } from "./journey.ts";

test("a whole review goes through all seven stages, and its facts alone give it again", () => {
  const play = concludedPlay();
  const steps = play.facts.flatMap((fact) => (fact.kind === "stage-changed" ? [[fact.to, fact.happenedAt]] : []));
  expect(steps).toEqual([
    ["nomination", "2020-11-30T23:00:00.000Z"],
    ["consultation", "2020-12-09T23:00:00.000Z"],
    ["questionnaire", "2021-01-11T12:00:00.000Z"],
    ["feedback", "2021-06-30T12:00:00.000Z"],
    ["observations", "2021-11-15T12:00:00.000Z"],
    ["concluded", "2022-02-01T12:00:00.000Z"],
  ]);
  expect(play.replayed()).toEqual(play.review);
  expect(openObligations(play.review)).toEqual([]);
});

test("each obligation of a whole review is due to the end of its day in Vienna, counted by the calendar", () => {
  const play = concludedPlay();
  const dates = Object.values(play.review.obligations).map(({ id, openedOn, dueAt }) => [id, openedOn, dueAt]);
  expect(dates.filter(([id]) => !id?.startsWith("focal") && !id?.startsWith("experts"))).toEqual([
    ["questionnaire:FR", "2021-01-11", "2021-07-11T21:59:59.999Z"],
    ["feedback:PE", "2021-06-30", "2021-12-30T22:59:59.999Z"],
    ["feedback:KE", "2021-06-30", "2021-12-30T22:59:59.999Z"],
    ["agreement:FR", "2021-11-15", "2022-12-01T22:59:59.999Z"],
    ["agreement:PE", "2021-11-15", "2022-12-01T22:59:59.999Z"],
    ["agreement:KE", "2021-11-15", "2022-12-01T22:59:59.999Z"],
  ]);
});
