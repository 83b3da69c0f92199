import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { answerClarification, askClarification } from "../../../domain/review/commands/clarifications.ts";
import { recordRound } from "../../../domain/review/commands/consultation-rounds.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { divideWork } from "../../../domain/review/commands/divide-work.ts";
import { consentToPublication } from "../../../domain/review/commands/observations.ts";
import { openAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { recordDecision } from "../../../domain/review/commands/record-decision.ts";
import { waiveReviewerLimit } from "../../../domain/review/commands/reviewer-limit.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { CorrectableDate, type DateSubject } from "../../../schemas/model/correctable-date.ts";
import { corrected } from "../letters/review-plays.ts";
import {
  askForRedraw,
  concludedPlay,
  inFeedback,
  inObservations,
  inQuestionnaire,
  redrawTo,
  table,
} from "./journey.ts";
import { at, day, focalPoint, hash, mandateId, mission, party, Play, seat, secretariat } from "./play.ts";

const obligation = (id: string): ObligationId => ObligationId.parse(id);

export const delayedPlay = () => {
  const play = inQuestionnaire();
  const delay = { obligation: obligation("questionnaire:FR"), dueOn: day("2021-09-30"), reason: "clearance" } as const;
  play.do((review) => notifyDelay(review, focalPoint("FR"), delay, at("2021-06-21")));
  return play;
};
export const clarifiedPlay = () => {
  const play = inFeedback();
  const request = { party: party("PE"), question: hash("q") };
  play.do((review) => askClarification(review, focalPoint("PE"), request, at("2021-08-02")));
  play.do((review) =>
    answerClarification(review, focalPoint("FR"), { number: 1, answer: hash("r") }, at("2021-08-20")),
  );
  return play;
};
const consentedPlay = () => {
  const play = concludedPlay();
  play.do((review) => consentToPublication(review, mission("FR"), { parts: ["answers"] }, at("2022-03-01")));
  return play;
};
export const removedPlay = () => {
  const play = inQuestionnaire();
  const outcome = removeMandate(
    [play.review],
    mission("PE"),
    { party: party("PE"), mandate: mandateId("fpPE"), effectiveOn: day("2021-03-01") },
    at("2021-03-10"),
  );
  if (!outcome.ok) throw new Error(outcome.refusal);
  play.take({ ok: true, facts: outcome.changes.flatMap(({ facts }) => facts) });
  return play;
};
const dividedPlay = () => {
  const play = inQuestionnaire();
  const parts = [
    { party: party("PE"), instruments: ["UNTOC" as const] },
    { party: party("KE"), instruments: ["TIP" as const] },
  ];
  play.do((review) => divideWork(review, focalPoint("PE"), parts, at("2021-02-10")));
  return play;
};
export const decidedPlay = () => {
  const play = inQuestionnaire();
  play.do((review) =>
    recordDecision(
      review,
      secretariat,
      {
        obligation: obligation("questionnaire:FR"),
        body: "conference",
        document: "CTOC/COP/2022/9",
        decidedOn: day("2022-10-20"),
      },
      at("2022-10-25"),
    ),
  );
  return play;
};
const after = (play: Play, change: (play: Play) => unknown): Play => {
  change(play);
  return play;
};

interface Example {
  readonly which?: Omit<DateSubject, "what">;
  readonly play: () => Play;
  readonly from: string;
  readonly to: string;
  /** A day that another recorded day excludes, and which one that is. */
  readonly refused: readonly [day: string, contradicts: string];
}

/** A wrong day of every kind, with the right one, and one that cannot be. */
export const examples: Readonly<Record<CorrectableDate, Example>> = {
  start: { play: () => inQuestionnaire(), from: "2020-12-01", to: "2020-12-03", refused: ["2021-01-12", "meeting"] },
  meeting: {
    play: () => inQuestionnaire(),
    from: "2021-01-11",
    to: "2021-01-08",
    refused: ["2021-01-12", "consultation"],
  },
  round: {
    which: { round: 2 },
    play: () =>
      after(inQuestionnaire(), (play) =>
        play.do((review) =>
          recordRound(review, focalPoint("FR"), { heldOn: day("2021-02-10"), mode: "video" }, at("2021-02-10")),
        ),
      ),
    from: "2021-02-10",
    to: "2021-02-08",
    refused: ["2021-01-10", "meeting"],
  },
  languages: {
    play: () => inQuestionnaire(),
    from: "2021-01-11",
    to: "2021-01-08",
    refused: ["2020-12-09", "nomination"],
  },
  consultation: {
    play: () => inQuestionnaire(),
    from: "2021-01-11",
    to: "2021-01-15",
    refused: ["2021-01-10", "meeting"],
  },
  clock: { play: () => inQuestionnaire(), from: "2021-01-11", to: "2021-02-01", refused: ["2020-11-30", "start"] },
  "answers-due": {
    play: () => inQuestionnaire(),
    from: "2021-07-11",
    to: "2021-06-01",
    refused: ["2021-08-01", "clock"],
  },
  division: { play: dividedPlay, from: "2021-02-10", to: "2021-02-08", refused: ["2020-12-09", "nomination"] },
  submission: {
    play: () => inFeedback(),
    from: "2021-06-30",
    to: "2021-06-28",
    refused: ["2021-01-10", "consultation"],
  },
  opening: {
    play: () => after(inFeedback(), (play) => play.do((review) => openAnswers(review, secretariat, at("2021-07-20")))),
    from: "2021-07-20",
    to: "2021-07-05",
    refused: ["2021-06-29", "submission"],
  },
  clarification: {
    which: { clarification: 1 },
    play: clarifiedPlay,
    from: "2021-08-02",
    to: "2021-07-30",
    refused: ["2021-08-21", "clarification-settlement"],
  },
  "clarification-settlement": {
    which: { clarification: 1 },
    play: clarifiedPlay,
    from: "2021-08-20",
    to: "2021-08-18",
    refused: ["2021-08-01", "clarification"],
  },
  feedback: {
    which: { party: party("KE") },
    play: inObservations,
    from: "2021-11-15",
    to: "2021-11-10",
    refused: ["2021-06-29", "submission"],
  },
  list: {
    which: { version: 1 },
    play: () => table(inObservations(), "v", "2021-12-01"),
    from: "2021-12-01",
    to: "2021-11-20",
    refused: ["2021-11-14", "feedback"],
  },
  agreement: {
    which: { party: party("KE") },
    play: concludedPlay,
    from: "2022-01-20",
    to: "2022-01-15",
    refused: ["2022-02-02", "publication"],
  },
  publication: { play: concludedPlay, from: "2022-02-01", to: "2022-01-25", refused: ["2022-01-19", "agreement"] },
  erratum: {
    which: { version: 2 },
    play: () => corrected().play,
    from: "2022-03-02",
    to: "2022-02-15",
    refused: ["2022-01-31", "publication"],
  },
  consent: {
    which: { part: "answers" },
    play: consentedPlay,
    from: "2022-03-01",
    to: "2022-02-20",
    refused: ["2022-01-31", "publication"],
  },
  nomination: {
    which: { mandate: mandateId("exPE") },
    play: () => inQuestionnaire(),
    from: "2020-12-10",
    to: "2020-12-08",
    refused: ["2020-10-01", "launch"],
  },
  removal: {
    which: { mandate: mandateId("fpPE") },
    play: removedPlay,
    from: "2021-03-01",
    to: "2021-03-05",
    refused: ["2020-12-09", "nomination"],
  },
  "redraw-request": {
    which: { party: party("FR"), seat: party("PE") },
    play: () => after(inFeedback(), (play) => askForRedraw(play, "PE", "2021-09-30")),
    from: "2021-09-30",
    to: "2021-09-20",
    refused: ["2020-09-30", "launch"],
  },
  redraw: {
    which: { party: party("IT") },
    play: () => after(inFeedback(), (play) => redrawTo(play, "PE", seat("IT", "reviewing"), "2021-09-30")),
    from: "2021-09-30",
    to: "2021-10-01",
    refused: ["2021-09-29", "redraw-request"],
  },
  "reviewer-limit-waiver": {
    play: () =>
      after(inQuestionnaire(), (play) =>
        play.do((review) => waiveReviewerLimit(review, focalPoint("FR"), at("2021-02-10"))),
      ),
    from: "2021-02-10",
    to: "2021-02-01",
    refused: ["2020-09-30", "launch"],
  },
  "delay-notification": {
    which: { obligation: obligation("questionnaire:FR") },
    play: delayedPlay,
    from: "2021-06-21",
    to: "2021-06-15",
    refused: ["2021-01-10", "opening-of-obligation"],
  },
  decision: {
    which: { obligation: obligation("questionnaire:FR") },
    play: decidedPlay,
    from: "2022-10-20",
    to: "2022-10-21",
    refused: ["2021-07-11", "due-date"],
  },
};
