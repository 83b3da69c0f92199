import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import { recordRound } from "../../../domain/review/commands/consultation-rounds.ts";
import { concludeConsultation, recordMeeting } from "../../../domain/review/commands/consultation.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { divideWork } from "../../../domain/review/commands/divide-work.ts";
import { conclude, inConsultation, inFeedback, redrawTo } from "../review/journey.ts";
import { at, day, focalPoint, hash, party, type Play, seat, secretariat, texts } from "../review/play.ts";
import { lives } from "./review-plays.ts";
import { reminder, writeNotice } from "./review-samples.ts";
import { ImportId } from "../../../schemas/base/ids.ts";

/** Records a division: Peru takes the Convention, Kenya the Protocol against trafficking. */
const divided = (play: Play, on: string) => {
  const parts = [
    { party: party("PE"), instruments: ["UNTOC" as const] },
    { party: party("KE"), instruments: ["TIP" as const] },
  ];
  return { play, facts: play.do((review) => divideWork(review, focalPoint("PE"), parts, at(on))) };
};

/** Plays two meetings, the second one by video. */
const metTwice = () => {
  const play = inConsultation();
  const by = focalPoint("FR");
  play.do((review) => recordMeeting(review, by, { heldOn: day("2021-01-05"), mode: "in-person" }, at("2021-01-05")));
  play.do((review) => recordRound(review, by, { heldOn: day("2021-01-08"), mode: "video" }, at("2021-01-08")));
  conclude(play, "2021-01-11", { heldOn: undefined });
  return { play, facts: play.facts.filter(({ kind }) => kind === "consultation-concluded") };
};

/** Plays an outcome without an earlier meeting, by way of exception, and one meeting after it. */
const metAfterException = () => {
  const play = inConsultation();
  const waived = { languages: { languages: ["en" as const] }, withoutMeeting: "Agreed in writing." };
  play.do((review) => concludeConsultation(review, secretariat, waived, at("2021-01-11")));
  const meeting = { heldOn: day("2021-01-20"), mode: "video" } as const;
  play.do((review) => recordRound(review, focalPoint("FR"), meeting, at("2021-01-20")));
  return { play, facts: play.facts.filter(({ kind }) => kind === "consultation-concluded") };
};

/**
 * Plays a redraw after a division: Peru took the Protocol against trafficking and Kenya the rest. Italy, drawn for the
 * seat of Peru, reviews that Protocol alone.
 */
const redrawnAfterDivision = () => {
  const play = inFeedback(
    "2021-06-30",
    [
      seat("FR", "under-review", "UNTOC", "TIP", "FP"),
      seat("PE", "reviewing", "UNTOC", "TIP", "FP"),
      seat("KE", "reviewing", "UNTOC", "TIP", "FP"),
    ],
    { ...texts, FP: hash("d") },
  );
  const parts = [
    { party: party("PE"), instruments: ["TIP" as const] },
    { party: party("KE"), instruments: ["UNTOC" as const, "FP" as const] },
  ];
  play.do((review) => divideWork(review, focalPoint("PE"), parts, at("2021-07-10")));
  redrawTo(play, "PE", seat("IT", "reviewing", "TIP"), "2021-09-30");
  return play;
};

/** Plays the correction of an outcome that was recorded two days early. */
const correctedOutcome = () => {
  const { play } = lives.agreedInConsultation();
  const correction = { what: "consultation", to: day("2021-01-13"), reason: "A slip." } as const;
  return { play, facts: play.do((review) => correctDate(review, secretariat, correction, at("2021-01-20"))) };
};

/** Plays a correction of the division in an imported review, for which no earlier letter is known. */
const correctedAfterImport = () => {
  const { play, facts } = correctedOutcome();
  play.review = { ...play.review, import: ImportId.parse(`i-${"1".repeat(40)}`) };
  return { play, facts };
};

/** Letters about meetings and the division of work, named as in their golden files. */
export const divisionSamples: Readonly<Record<string, LetterInput>> = {
  "consultation-agreed-in-two-meetings": writeNotice(
    metTwice(),
    "consultation-agreed",
    "mission KE",
    "2021-01-11T12:01:00.000Z",
  ),
  "consultation-agreed-after-exception": writeNotice(
    metAfterException(),
    "consultation-agreed",
    "mission KE",
    "2021-01-20T12:01:00.000Z",
  ),
  "consultation-agreed-corrected": writeNotice(
    correctedOutcome(),
    "consultation-agreed",
    "mission KE",
    "2021-01-20T12:01:00.000Z",
  ),
  "consultation-agreed-corrected-after-import": writeNotice(
    correctedAfterImport(),
    "consultation-agreed",
    "mission KE",
    "2021-01-20T12:01:00.000Z",
  ),
  "work-divided": writeNotice(
    divided(inConsultation(), "2021-01-06"),
    "work-divided",
    "user Luis Ccori",
    "2021-01-06T12:01:00.000Z",
  ),
  "work-divided-to-party-under-review": writeNotice(
    divided(inConsultation(), "2021-01-06"),
    "work-divided",
    "user Claire Moreau",
    "2021-01-06T12:01:00.000Z",
  ),
  "feedback-partly-divided": reminder(redrawnAfterDivision(), "feedback", "mission KE", at("2022-01-13T08:00:00.000Z")),
  "feedback-of-newcomer": reminder(redrawnAfterDivision(), "feedback", "mission IT", at("2022-03-31T08:00:00.000Z")),
  "feedback-of-divided-work": reminder(
    divided(inFeedback(), "2021-07-10").play,
    "feedback",
    "mission KE",
    at("2022-01-13T08:00:00.000Z"),
  ),
};
