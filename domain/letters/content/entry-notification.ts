import type { CalendarDate, Instrument } from "../../../schemas/base/values.ts";
import type { RecordedDecision, SeatRole } from "../../../schemas/model/review.ts";
import { openObligations } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, becauseOfPart, type Statement } from "./frame-statement.ts";
import { lateBlocks, type LateRecord } from "./late-record.ts";
import { choices, heading, paragraph } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { type OpenObligation, openObligation } from "./mandate-wording.ts";
import { byDecision, day, instrumentPhrases, phrase, withClusters } from "./phrases.ts";
import { type About, reviewPage, type ReviewSeen } from "./review-letter.ts";

/** The entry of a party by a later decision, to the missions of that party and of its reviewers. */
export interface ReviewEntered extends About {
  readonly kind: "review-entered";
  readonly decision: RecordedDecision;
  readonly reviewers: readonly NamedParty[];
  /** The instruments that the reader's party reviews, or is reviewed for. */
  readonly instruments: readonly Instrument[];
  readonly role: SeatRole;
  readonly startedOn?: CalendarDate | undefined;
  /** The obligations of the reader's party in it. */
  readonly open: readonly OpenObligation[];
  /** The days of the drawing and of its record, if the letter leaves late. */
  readonly late?: LateRecord | undefined;
}

const reviewEntered = (letter: ReviewEntered, writer: LetterWriter): Statement => {
  const { say } = writer;
  const { review, reader, decision, reviewers, instruments, role, startedOn } = letter;
  const about = aboutReview(review);
  const part = role === "under-review" ? "own" : "reviewer";
  return {
    subject: withClusters(phrase(`review-entered.subject.${part}`), [review.id]),
    that: say("review-entered.that", { ...about, decision: byDecision(decision), reviewers }),
    blocks: [
      ...lateBlocks(writer, letter.late),
      paragraph(
        say(`review-entered.${part}`, {
          ...about,
          party: reader.party,
          instruments: instrumentPhrases(instruments),
        }),
      ),
      paragraph(
        startedOn === undefined
          ? say("review-entered.not-started")
          : say("review-entered.started", { day: day(startedOn) }),
      ),
      ...(letter.open.length === 0
        ? []
        : [
            heading(writer.line("seat-redrawn.to-do")),
            choices(
              letter.open.map((obligation) =>
                writer.write(openObligation(reader.party, obligation, letter.now), "start"),
              ),
            ),
          ]),
    ],
    because: becauseOfPart(letter),
  };
};

/** Returns the current content of the letter: the present reviewing parties. */
const gatherReviewEntered = (
  { late }: ContentOf<"review-entered">,
  { review, about, named }: ReviewSeen,
): Gathered<ReviewEntered> => {
  const seats = Object.values(review.seats);
  const own = seats.find(({ party }) => party === about.reader.party.id);
  const { entry: decision, startedOn } = review;
  if (decision === undefined || own === undefined) return skip("replaced");
  return gathered({
    ...about,
    kind: "review-entered",
    decision,
    reviewers: seats.filter(({ role }) => role !== "under-review").map(({ party }) => named(party)),
    instruments: own.instruments,
    role: own.role,
    startedOn,
    open: openObligations(review).filter(({ party }) => party === own.party),
    late,
  });
};

export const entryPage: KindPage<ContentOf<"review-entered">, ReviewEntered> = reviewPage(
  gatherReviewEntered,
  reviewEntered,
  { detail: () => "entry" },
);
