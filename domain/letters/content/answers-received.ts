import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { instrumentsDue } from "../../review/instruments-due.ts";
import { partiesWithoutFocalPoint } from "../../review/mandates.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, becauseOfPart, dateNoticeOf, type Statement } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day, instrumentPhrases, phrase, withClusters } from "./phrases.ts";
import { type About, feedbackDue, isFeedback, obligationSeen, reviewPage, type ReviewSeen } from "./review-letter.ts";

/**
 * Received responses, to the reviewing parties, which may read them. A reviewing party without a focal point is
 * notified by its mission.
 */
export interface AnswersReceived extends About {
  readonly kind: "answers-received";
  readonly receivedOn: CalendarDate;
  /** The instruments that the reader's party reviews. */
  readonly instruments: readonly Instrument[];
  /** The due date of the feedback or, as long as it cannot begin, the parties without a focal point. */
  readonly feedback: { readonly dueAt: Instant } | { readonly withoutFocalPoint: readonly NamedParty[] };
}

/** Returns whether the responses are received, and the feedback on them waits for a missing focal point. */
const waitsForSeats = ({ stage, discontinued }: Review): boolean =>
  stage === "questionnaire" && discontinued === undefined;

const gatherAnswersReceived = (content: ContentOf<"answers-received">, seen: ReviewSeen): Gathered<AnswersReceived> => {
  const { review, about, named } = seen;
  const { party } = about.reader;
  const pending = obligationSeen(seen, "feedback");
  const { answers } = review;
  if (answers?.at !== content.receivedAt || answers.receivedOn === undefined) return skip("replaced");
  const { receivedOn } = answers;
  const received = {
    ...about,
    kind: "answers-received",
    receivedOn,
    instruments: instrumentsDue(review, party.id),
  } as const;
  if (pending === undefined) {
    if (!waitsForSeats(review)) return skip("replaced");
    const withoutFocalPoint = partiesWithoutFocalPoint(review, about.now).map(named);
    return gathered({ ...received, feedback: { withoutFocalPoint } });
  }
  return pending.state === "open" ? gathered({ ...received, feedback: { dueAt: pending.dueAt } }) : skip("done");
};

/** Returns the next actions of the reader's party once the responses are received. */
const feedbackBlocks = (letter: AnswersReceived, writer: LetterWriter): readonly Markup[] => {
  const { say } = writer;
  const party = letter.reader.party;
  const reviews = say("answers-received.reviews", { party, instruments: instrumentPhrases(letter.instruments) });
  if ("dueAt" in letter.feedback)
    return [
      paragraph(sentences([reviews, say("answers-received.draft")])),
      dateNoticeOf(writer, letter, letter.feedback.dueAt, feedbackDue),
    ];
  const vacant = letter.feedback.withoutFocalPoint;
  return [
    paragraph(
      sentences([
        reviews,
        say("answers-received.waits"),
        ...(vacant.length === 0 ? [] : [say("answers-received.vacant", { parties: vacant, count: vacant.length })]),
      ]),
    ),
    paragraph(say("answers-received.time-counts")),
  ];
};

const answersReceived = (letter: AnswersReceived, writer: LetterWriter): Statement => {
  const { review, reader, receivedOn } = letter;
  const values = { ...aboutReview(review), day: day(receivedOn) };
  return {
    subject: withClusters(phrase("answers-received.subject"), [review.id]),
    that: writer.say(reader.kind === "mission" ? "answers-received.mission" : "answers-received.person", values),
    blocks: feedbackBlocks(letter, writer),
    because: becauseOfPart(letter),
  };
};

export const answersReceivedPage: KindPage<ContentOf<"answers-received">, AnswersReceived> = reviewPage(
  gatherAnswersReceived,
  answersReceived,
  { statesDateOf: isFeedback },
);
