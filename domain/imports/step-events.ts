import type { PartyId, UserId } from "../../schemas/base/ids.ts";
import type { ImportedStep, ImportRow } from "../../schemas/model/import-rows.ts";
import { LanguagesOpen, PublishedPart, type Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import type { Decision, Refused } from "../base/decision.ts";
import { recordRound } from "../review/commands/consultation-rounds.ts";
import {
  agreeLanguages,
  concludeConsultation,
  leaveLanguagesOpen,
  recordMeeting,
} from "../review/commands/consultation.ts";
import { notifyDelay } from "../review/commands/delays.ts";
import { clearFeedback } from "../review/commands/feedback.ts";
import {
  agreeToObservations,
  consentToPublication,
  draftObservations,
  publishObservations,
} from "../review/commands/observations.ts";
import { type Documents, openAnswers, submitAnswers } from "../review/commands/questionnaire.ts";
import { freezeText, textsHandedIn } from "../review/frozen-text.ts";
import { obligationIdOf } from "../review/obligations.ts";
import type { ReplayedDecision, ReviewEvent } from "./replay.ts";
import type { Placed } from "./sheets.ts";
import type { StepRow } from "./step-rows.ts";

/** Rows of one step: all texts of a submission, or one row. At least one. */
type StepRows = readonly [StepRow, ...StepRow[]];

/** The user who ordered an import, and the location of texts that it does not hold. */
export interface ImportedBy {
  readonly orderedBy: UserId;
  readonly source: string;
}

/** Returns the secretariat as the actor of its own records. */
const asSecretariat = ({ orderedBy: id }: ImportedBy): Actor => ({ id, role: "secretariat" });

/**
 * Returns the secretariat as the actor that records a party's act. The kind of the source is required, and no fact of
 * an import holds it.
 */
export const asRecorder = (by: ImportedBy, party: PartyId, happenedOn: CalendarDate): Actor => ({
  ...asSecretariat(by),
  recordsFor: { party, happenedOn, source: { kind: "meeting", date: happenedOn } },
});

/** The order of what happened on one day; delays come between feedback and the list. */
const orderOfSteps: { readonly [Step in ImportedStep]: number } = {
  meeting: 10,
  languages: 11,
  "languages-open": 11,
  outcome: 12,
  round: 13,
  answers: 14,
  "answers-opened": 15,
  feedback: 16,
  list: 17,
  agreement: 18,
  published: 19,
  consent: 20,
};
const orderOfDelays = 16.5;

const submission = (
  review: Review,
  party: PartyId,
  rows: StepRows,
  source: string,
  decide: (documents: Documents) => Decision,
): ReplayedDecision => {
  const texts = rows.flatMap(({ instrument, text }) =>
    instrument === undefined || text === undefined ? [] : [{ instrument, text }],
  );
  const [reference = source] = rows.flatMap((row) => row.reference ?? []);
  const handedIn = textsHandedIn(review, party, { texts, reference });
  if (!handedIn.ok) return handedIn;
  const decision = decide(handedIn.documents);
  return decision.ok ? { ...decision, frozen: handedIn.frozen } : decision;
};

const listDrafted = (review: Review, by: ImportedBy, { text, summary, reference }: StepRow, at: Instant) => {
  const list = freezeText(
    text === undefined
      ? { text: "", summary: "", reference: reference ?? by.source }
      : { text, summary: summary ?? "" },
  );
  const decision = draftObservations(review, asSecretariat(by), { document: list.hash }, at);
  return decision.ok ? { ...decision, frozen: [list] } : decision;
};

/**
 * Returns the outcome of a consultation; of days that were agreed on with it, the first impossible one is named by its
 * column.
 */
const outcomeReached = (review: Review, by: Actor, row: StepRow, at: Instant): ReplayedDecision => {
  const {
    day: concludedOn,
    reason: withoutMeeting,
    clock_starts_on: clockStartsOn,
    answers_due_on: answersDueOn,
  } = row;
  const conclude = (agreed: object) => concludeConsultation(review, by, { concludedOn, withoutMeeting, ...agreed }, at);
  const alone = conclude({});
  if (!alone.ok) return alone;
  const counted = conclude({ clockStartsOn });
  if (!counted.ok) return { ...counted, column: "clock_starts_on" };
  const whole = conclude({ clockStartsOn, answersDueOn });
  return whole.ok ? whole : { ...whole, column: "answers_due_on" };
};

const versionOf = ({ observations }: Review): number => observations?.version ?? 1;

const decideStep = (rows: StepRows, by: ImportedBy, review: Review, at: Instant): ReplayedDecision => {
  const [row] = rows;
  const { day, languages = [], reason, mode, party = review.party } = row;
  const secretariat = asSecretariat(by);
  const recorder = asRecorder(by, party, day);
  switch (row.step) {
    case "meeting":
      return recordMeeting(review, secretariat, { heldOn: day, mode }, at);
    case "round":
      return recordRound(review, secretariat, { heldOn: day, mode: mode ?? "video" }, at);
    case "languages":
      return agreeLanguages(review, secretariat, { languages, exception: reason }, at);
    case "languages-open":
      return leaveLanguagesOpen(
        review,
        secretariat,
        { why: LanguagesOpen.parse(reason), translationNeeded: languages },
        at,
      );
    case "outcome":
      return outcomeReached(review, secretariat, row, at);
    case "answers":
      return submission(review, review.party, rows, by.source, (documents) =>
        submitAnswers(review, recorder, documents, at),
      );
    case "answers-opened":
      return openAnswers(review, secretariat, at);
    case "feedback":
      return submission(review, party, rows, by.source, (documents) =>
        clearFeedback(review, recorder, { party, documents }, at),
      );
    case "list":
      return listDrafted(review, by, row, at);
    case "agreement":
      return agreeToObservations(review, recorder, { party, version: versionOf(review) }, at);
    case "published":
      return publishObservations(review, secretariat, { version: versionOf(review) }, at);
    case "consent": {
      const parts = (reason ?? "").split(/\s+/u).map((part) => PublishedPart.parse(part));
      return consentToPublication(review, recorder, { parts }, at);
    }
  }
};

/** Returns whether a refusal is about a day that lies before the earliest or after the latest that it names. */
const liesOutside = (day: CalendarDate, { details: { earliest, latest } = {} }: Refused): boolean =>
  (typeof earliest === "string" && day < earliest) || (typeof latest === "string" && day > latest);

/** Groups rows into steps: rows with the texts of one submission are one step; every other row is one of its own. */
const together = ({ step, day, party, instrument, row }: StepRow): string =>
  instrument === undefined ? String(row) : [step, day, party].join(" ");

/** Returns the steps of one review, and the delays that its parties notified, as events. */
export const stepEvents = (
  steps: readonly StepRow[],
  delays: readonly Placed<ImportRow<"delays">>[],
  by: ImportedBy,
): readonly ReviewEvent[] => [
  ...[...Map.groupBy(steps, together).values()].flatMap(([first, ...more]): readonly ReviewEvent[] =>
    first === undefined
      ? []
      : [
          {
            day: first.day,
            order: orderOfSteps[first.step],
            place: { sheet: "steps", row: first.row },
            dayColumn: "day",
            whatColumn: "step",
            decide: (review, at) => decideStep([first, ...more], by, review, at),
          },
        ],
  ),
  ...delays.map(({ row, party, duty: obligation, told_on: day, due_on: dueOn, reason, explanation }): ReviewEvent => ({
    day,
    order: orderOfDelays,
    place: { sheet: "delays", row },
    dayColumn: "told_on",
    whatColumn: "duty",
    decide: (review, at) => {
      const delay = { obligation: obligationIdOf(obligation, party), dueOn, reason, explanation };
      const decision = notifyDelay(review, asRecorder(by, party, day), delay, at);
      return decision.ok || !liesOutside(dueOn, decision) ? decision : { ...decision, column: "due_on" };
    },
  })),
];
