import { expect, test } from "vitest";
import { askClarification } from "../../../domain/review/commands/clarifications.ts";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { blockersOf } from "../../../domain/oversight/blockers.ts";
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
} from "./journey.ts";
import { at, focalPoint, hash, mandateId, mission, party, Play } from "./play.ts";

const blocked = (play: Play, now: string) =>
  blockersOf(play.review, at(now)).map(
    (one) => `${one.party ?? "secretariat"} ${one.kind}${one.overdue ? " overdue" : ""}`,
  );

test("the blockers of a review are stated stage by stage", () => {
  expect(blocked(new Play(), "2020-11-10")).toEqual([]);
  const firstWeeks = new Play().start().name("FR", "focal-point", "2020-12-04");
  expect(blocked(firstWeeks, "2020-12-16")).toEqual(["PE focal-point overdue", "KE focal-point overdue"]);
  expect(blocked(inConsultation(), "2020-12-20")).toEqual([]);
  expect(blocked(inConsultation(), "2021-02-20")).toEqual(["FR consultation overdue"]);
  expect(blocked(inQuestionnaire(), "2021-07-12")).toEqual(["FR questionnaire overdue"]);
  const play = clear(inFeedback(), "KE", "2021-08-01");
  play.do((review) =>
    askClarification(review, focalPoint("PE"), { party: party("PE"), question: hash("q") }, at("2021-08-02")),
  );
  expect(blocked(play, "2021-08-31")).toEqual(["FR clarification overdue", "PE feedback"]);
  const list = agree(table(inObservations(), "v", "2021-12-01"), "PE", 1, "2021-12-02");
  expect(blocked(list, "2021-12-03")).toEqual(["FR agreement", "KE agreement"]);
  expect(blocked(agreedPlay(), "2022-01-21")).toEqual(["secretariat publication"]);
  expect(blocked(concludedPlay(), "2022-03-01")).toEqual([]);
});

test("a focal point who is missing holds up every stage", () => {
  const play = inQuestionnaire();
  const removal = { party: party("KE"), mandate: mandateId("fpKE") };
  const outcome = removeMandate([play.review], mission("KE"), removal, at("2021-03-01"));
  if (!outcome.ok) throw new Error(outcome.refusal);
  for (const { facts } of outcome.changes) play.take({ ok: true, facts });
  expect(blocked(play, "2021-03-02")).toEqual(["KE focal-point", "FR questionnaire"]);
});
