import { concludeConsultation, type Outcome } from "../../../domain/review/commands/consultation.ts";
import { clearFeedback } from "../../../domain/review/commands/feedback.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import type { SeatChanges } from "../../../domain/lots/seats.ts";
import {
  agreeToObservations,
  draftObservations,
  publishObservations,
} from "../../../domain/review/commands/observations.ts";
import { type Documents, submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { askRedraw, carryOutRedraw, type Redraw } from "../../../domain/review/commands/redraw-seat.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { at, day, drawing, focalPoint, hash, mission, party, Play, secretariat, texts } from "./play.ts";

/** Reviews brought to a stage the usual way: each step on the day given. */
export const inConsultation = (seats?: readonly Seat[]): Play => new Play(seats).start().nameAll();

export const conclude = (play: Play, on: string, outcome: Outcome = {}): Play => {
  play.do((review) =>
    concludeConsultation(
      review,
      focalPoint(play.review.party),
      { heldOn: day(on), languages: { languages: ["en"] }, ...outcome },
      at(on),
    ),
  );
  return play;
};

export const inQuestionnaire = (on = "2021-01-11", seats?: readonly Seat[]): Play =>
  conclude(inConsultation(seats), on);

export const submit = (play: Play, on: string, documents: Documents = texts): Play => {
  play.do((review) => submitAnswers(review, focalPoint(review.party), documents, at(on)));
  return play;
};

export const inFeedback = (on = "2021-06-30", seats?: readonly Seat[], documents?: Documents): Play =>
  submit(inQuestionnaire("2021-01-11", seats), on, documents);

export const clear = (play: Play, code: string, on: string, documents: Documents = texts): Play => {
  play.do((review) => clearFeedback(review, focalPoint(code), { party: party(code), documents }, at(on)));
  return play;
};

export const inObservations = (): Play => clear(clear(inFeedback(), "PE", "2021-10-01"), "KE", "2021-11-15");

export const table = (play: Play, text: string, on: string, by = focalPoint("PE")): Play => {
  play.do((review) => draftObservations(review, by, { document: hash(text) }, at(on)));
  return play;
};

export const agree = (play: Play, code: string, version: number, on: string): Play => {
  play.do((review) => agreeToObservations(review, focalPoint(code), { party: party(code), version }, at(on)));
  return play;
};

export const agreedPlay = (): Play => {
  const play = table(inObservations(), "v", "2021-12-01");
  for (const code of ["FR", "PE", "KE"]) agree(play, code, 1, "2022-01-20");
  return play;
};

export const concludedPlay = (): Play => {
  const play = agreedPlay();
  play.do((review) => publishObservations(review, secretariat, { version: 1 }, at("2022-02-01")));
  return play;
};

/** Rules of lots that nothing breaks: for the effects of a redraw. */
const anyLots: LivePairings = { groups: [], parties: [], limits: { mostReviewers: 4, load: { min: 1, max: 3 } } };

/** Returns a party with only an id and a name, where a test needs no more. */
export const partyNamed = (id: PartyId): Party => ({
  id,
  name: id,
  kind: "STATE",
  regionalGroup: "WEOG",
  joined: {},
  participation: "takes-part",
});

/** Requests a redraw of a seat as the party under review; a repeated request is no fact. */
export const askForRedraw = (play: Play, from: string, on: string): void => {
  const by = play.review.party;
  const request = askRedraw(play.review, partyNamed(by), mission(by), { seat: party(from) }, at(on));
  if (!request.ok) throw new Error(request.refusal);
  play.take({ ok: true, facts: request.review });
};

/** Redraws a seat for the party under review, with or without an earlier request. */
export const redrawTo = (
  play: Play,
  from: string,
  to: Seat,
  on: string,
  more: Partial<SeatChanges> = {},
  held: Pick<Redraw, "draw" | "outside"> = {},
): readonly Fact[] => {
  askForRedraw(play, from, held.outside?.drawnOn ?? on);
  return play.do((review) =>
    carryOutRedraw(review, secretariat, { ...drawing(from, to, more), ...held }, anyLots, at(on)),
  );
};
