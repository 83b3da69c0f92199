import { ObligationId } from "../../../schemas/base/ids.ts";
import { agreeLanguages, concludeConsultation } from "../../../domain/review/commands/consultation.ts";
import { answerClarification, askClarification } from "../../../domain/review/commands/clarifications.ts";
import { reverseNomination } from "../../../domain/review/commands/reverse-nomination.ts";
import { correctDelay, notifyDelay, reverseDelay } from "../../../domain/review/commands/delays.ts";
import { removeMandate, replaceMandate } from "../../../domain/review/commands/change-mandates.ts";
import { addInstruments } from "../../../domain/review/commands/add-instruments.ts";
import { recordDenunciation } from "../../../domain/review/commands/record-denunciation.ts";
import { publishErratum } from "../../../domain/review/commands/publish-erratum.ts";
import { returnAnswers } from "../../../domain/review/commands/questionnaire.ts";
import {
  agreedPlay,
  concludedPlay,
  inConsultation,
  inFeedback,
  inObservations,
  inQuestionnaire,
  redrawTo,
  table,
  clear,
} from "../review/journey.ts";
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
  seat,
  secretariat,
  texts,
} from "../review/play.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { RegionalGroup } from "../../../schemas/base/values.ts";
import { withoutAnswers } from "../review/decided-plays.ts";

/** Reviews played up to the facts that a letter is about, with those facts. */

export const clarificationAsked = () => {
  const play = inFeedback();
  const facts = play.do((review) =>
    askClarification(review, focalPoint("PE"), { party: party("PE"), question: hash("q") }, at("2021-08-02")),
  );
  return { play, facts };
};

export const submitted = () => {
  const play = inFeedback();
  return { play, facts: play.facts.filter(({ kind }) => kind === "answers-submitted") };
};

export const returned = () => {
  const { play } = submitted();
  return {
    play,
    facts: play.do((review) => returnAnswers(review, secretariat, "A page was missing", at("2021-07-01"))),
  };
};

export const delayed = () => {
  const play = inQuestionnaire();
  const delay = {
    obligation: ObligationId.parse("questionnaire:FR"),
    dueOn: day("2021-09-30"),
    reason: "digital-gap",
    explanation: "Two of the four ministries <have> no secure connection before September.",
  } as const;
  return { play, facts: play.do((review) => notifyDelay(review, focalPoint("FR"), delay, at("2021-06-21"))) };
};

export const replaced = (effectiveOn?: string) => {
  const play = effectiveOn === undefined ? inQuestionnaire() : inFeedback();
  const outcome = replaceMandate(
    [play.review],
    mission("FR"),
    {
      party: party("FR"),
      mandate: mandateId("fpFR"),
      successor: { mandate: mandateId("secondFR"), user: delegate("FR", "second").id },
      effectiveOn: effectiveOn === undefined ? undefined : day(effectiveOn),
    },
    at("2021-08-10"),
  );
  if (!outcome.ok) throw new Error(outcome.refusal);
  const facts = outcome.changes.flatMap((change) => change.facts);
  play.take({ ok: true, facts });
  return { play, facts };
};

/** Plays a removal of the focal point of France on the second of August that was recorded on the twentieth. */
export const removedLate = () => {
  const play = inQuestionnaire();
  const removal = { party: party("FR"), mandate: mandateId("fpFR"), effectiveOn: day("2021-08-02") };
  const outcome = removeMandate([play.review], mission("FR"), removal, at("2021-08-20"));
  if (!outcome.ok) throw new Error(outcome.refusal);
  const facts = outcome.changes.flatMap((change) => change.facts);
  play.take({ ok: true, facts });
  return { play, facts };
};

/** Plays a mistaken record of a successor of the focal point of France: the first one serves on. */
export const reversedNomination = () => {
  const { play } = replaced();
  const what = { party: party("FR"), mandate: mandateId("secondFR"), reason: "The note named another person." };
  const outcome = reverseNomination([play.review], secretariat, what, 0, at("2021-08-12"));
  if (!outcome.ok) throw new Error(outcome.refusal);
  const facts = outcome.changes.flatMap((change) => change.facts);
  play.take({ ok: true, facts });
  return { play, facts };
};

export const redrawnPlay = () => {
  const play = inFeedback();
  return { play, facts: redrawTo(play, "PE", seat("IT", "reviewing"), "2021-09-30") };
};

/** A drawing of September 2021 that was held outside and is recorded in March 2023. */
const heldOutside = {
  outside: { drawnOn: day("2021-09-30"), document: "CTOC/COP/WG.10/2021/L.3" },
};

export const redrawnOutside = () => {
  const play = inFeedback();
  return { play, facts: redrawTo(play, "PE", seat("IT", "reviewing"), "2023-03-03", {}, heldOutside) };
};

/**
 * Plays a redraw: Italy takes the seat of Peru, Chile is no longer needed, Ghana reviews less, and Spain is drawn for
 * the instruments that Italy lacks.
 */
export const redrawnBeside = (
  held: Parameters<typeof redrawTo>[5] = { draw: { seed: 7, candidates: [party("IT")] } },
) => {
  const play = inFeedback(
    "2021-06-30",
    [
      seat("FR", "under-review", "UNTOC", "TIP", "SOM", "FP"),
      seat("PE", "reviewing", "UNTOC"),
      seat("KE", "reviewing", "UNTOC", "TIP", "SOM", "FP"),
      seat("CL", "additional-reviewer", "TIP"),
      seat("GH", "additional-reviewer", "SOM", "FP"),
    ],
    { ...texts, SOM: hash("c"), FP: hash("d") },
  );
  clear(play, "CL", "2021-09-01", { TIP: hash("e") });
  const italy = seat("IT", "reviewing", "UNTOC", "TIP", "SOM");
  const additional = [seat("ES", "additional-reviewer", "FP")];
  const narrowed = [seat("GH", "additional-reviewer", "FP")];
  return {
    play,
    facts: redrawTo(play, "PE", italy, "2021-09-30", { additional, narrowed, leaving: [party("CL")] }, held),
  };
};

export const redrawnBesideOutside = () => redrawnBeside(heldOutside);

const delayedObligation = ObligationId.parse("questionnaire:FR");

/** Plays a delay of France that was recorded by mistake: the original date applies again. */
export const reversedDelay = () => {
  const { play } = delayed();
  const what = { obligation: delayedObligation, reason: "It was notified for another review." };
  return { play, facts: play.do((review) => reverseDelay(review, focalPoint("FR"), what, at("2021-06-22"))) };
};

/** Plays a delay of France with a mistyped new date. */
export const correctedDelay = () => {
  const { play } = delayed();
  const what = { obligation: delayedObligation, to: day("2021-07-31"), reason: "The month was mistyped." };
  return { play, facts: play.do((review) => correctDelay(review, secretariat, what, at("2021-06-22"))) };
};

export const consulting = () => {
  const play = inConsultation();
  return { play, facts: play.facts.filter((fact) => fact.kind === "stage-changed" && fact.to === "consultation") };
};
export const agreedInConsultation = () => {
  const play = inQuestionnaire();
  return { play, facts: play.facts.filter(({ kind }) => kind === "consultation-concluded") };
};
/** Plays a consultation that concluded without a meeting, with the languages open. */
export const leftOpen = () => {
  const play = inConsultation();
  const outcome = {
    withoutMeeting: "The parties could not meet",
    languagesOpen: { why: "lack-of-resources", translationNeeded: ["fr", "es"] },
  } as const;
  return { play, facts: play.do((review) => concludeConsultation(review, secretariat, outcome, at("2021-01-11"))) };
};
/** Languages that followed the outcome. */
const languagesFollowed = () => {
  const { play } = leftOpen();
  const languages = { languages: ["fr", "en"] };
  return { play, facts: play.do((review) => agreeLanguages(review, focalPoint("FR"), languages, at("2021-02-01"))) };
};

export const clarificationAnswered = () => {
  const { play } = clarificationAsked();
  const answer = { number: 1, answer: hash("a") };
  return { play, facts: play.do((review) => answerClarification(review, focalPoint("FR"), answer, at("2021-08-20"))) };
};

export const complete = () => {
  const play = inObservations();
  return { play, facts: play.facts.filter((fact) => fact.kind === "stage-changed" && fact.to === "observations") };
};
export const tabled = () => {
  const play = table(inObservations(), "v", "2021-12-01");
  return { play, facts: play.facts.filter(({ kind }) => kind === "observations-drafted") };
};
export const published = () => {
  const play = concludedPlay();
  return { play, facts: play.facts.filter(({ kind }) => kind === "observations-published") };
};

/** Plays a correction of the published list, with the agreement of every party by note verbale. */
export const corrected = () => {
  const play = concludedPlay();
  const agreements = ["FR", "PE", "KE"].map((code) => ({
    party: party(code),
    happenedOn: day("2022-03-01"),
    source: { kind: "note-verbale" as const, number: `NV ${code}`, date: day("2022-03-01") },
  }));
  const erratum = { document: hash("erratum"), reason: "The year of the law was wrong.", agreements };
  return { play, facts: play.do((review) => publishErratum(review, secretariat, erratum, at("2022-03-02"))) };
};

const widenedIn = (play: Play, agreeing: readonly string[]) => {
  const since = day("2021-02-01");
  const before = day("2003-09-29");
  const of = (code: string, regionalGroup: RegionalGroup, ...lacking: readonly string[]): Party => ({
    id: party(code),
    name: code,
    kind: "STATE",
    regionalGroup,
    joined: { UNTOC: before, TIP: before, ...(lacking.length > 0 ? {} : { FP: code === "FR" ? since : before }) },
    participation: "takes-part",
  });
  const agreements = agreeing.map((code) => ({
    party: party(code),
    happenedOn: day("2021-03-01"),
    source: { kind: "note-verbale" as const, number: `NV ${code}`, date: day("2021-03-01") },
  }));
  const { id, party: under, seats } = play.review;
  const live = {
    groups: [
      { number: 1, plannedFor: day("2020-12-01"), reviews: [{ id, party: under, seats: Object.values(seats) }] },
    ],
    parties: [of("FR", "AFRICAN"), of("KE", "AFRICAN"), of("PE", "GRULAC", "FP"), of("IT", "WEOG")],
    limits: { mostReviewers: 4, load: { min: 0, max: 3 } },
  };
  const facts = play.do((review) =>
    addInstruments(review, secretariat, { instruments: ["FP"], agreements }, live, 5, at("2021-03-02")),
  );
  return { play, facts };
};

/** Plays the addition of the Firearms Protocol to the review of France. Italy is drawn, because Peru lacks it. */
export const widened = () => widenedIn(inQuestionnaire(), ["FR", "PE", "KE"]);

/** Plays the addition of the Firearms Protocol to the review of France before its start. Lots bring Italy. */
export const widenedBeforeStart = () => widenedIn(new Play(Object.values(inQuestionnaire().review.seats)), []);

/**
 * Plays the entry of Bhutan by a later decision, reviewed by India and Estonia: before its group starts, or at once
 * where it has.
 */
export const entered = (startedOn?: string) => {
  const seats = [seat("BT", "under-review"), seat("IN", "reviewing"), seat("EE", "reviewing")];
  const entry = { body: "conference", document: "CTOC/COP/2024/5", decidedOn: day("2024-10-18") } as const;
  const play = new Play(seats, at("2024-11-04"), entry);
  const facts = play.facts.filter(({ kind }) => kind === "review-drawn");
  if (startedOn !== undefined) play.start(startedOn);
  return { play, facts };
};

/** Plays the denunciation of France, under review, or of Peru, which reviews it. */
export const denounced = (code = "PE") => {
  const play = inFeedback();
  const denunciation = { leftOn: day("2021-08-02"), document: "C.N.55.2020" };
  const leaving: Party = {
    id: party(code),
    name: code,
    kind: "STATE",
    regionalGroup: null,
    joined: {},
    participation: "takes-part",
  };
  const left = recordDenunciation(leaving, [play.review], denunciation, at("2021-08-02"));
  if (!left.ok) throw new Error(left.refusal);
  return {
    play,
    facts: play.take({ ok: true, facts: left.reviews.flatMap(({ facts }) => facts) }),
    ofParty: left.party,
  };
};

export const lives = {
  denounced,
  widened,
  corrected,
  submitted,
  returned,
  delayed,
  reversedDelay,
  correctedDelay,
  clarificationAsked,
  clarificationAnswered,
  withoutAnswers,
  consulting,
  agreedInConsultation,
  languagesFollowed,
  complete,
  tabled,
  published,
  replaced,
  reversedNomination,
  redrawn: redrawnPlay,
  agreed: agreedPlay,
};
