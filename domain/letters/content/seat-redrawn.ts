import type { Instrument } from "../../../schemas/base/values.ts";
import type { AdditionalPart } from "../../../schemas/model/review.ts";
import { openObligations } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, frameStatement, reviewPhrase, type Statement } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { lateBlocks, type LateRecord } from "./late-record.ts";
import { choices, heading, paragraph } from "./layout.ts";
import type { Frame, ReviewNamed } from "./letter-frame.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { type OpenObligation, openObligation } from "./mandate-wording.ts";
import { instrumentPhrases, phrase, withClusters } from "./phrases.ts";
import { inReview, type ReviewSeen } from "./review-letter.ts";

/** A redraw, to the party that is drawn, to the party whose seat was redrawn, or to an additional reviewer. */
export interface SeatRedrawn extends Frame {
  readonly kind: "seat-redrawn";
  readonly review: ReviewNamed;
  readonly from: NamedParty;
  readonly to: NamedParty;
  readonly part: "newcomer" | "leaving";
  /** The additional reviewer that gets the letter, and the effect on it; by the rules if the drawing was here. */
  readonly additional?: { readonly party: NamedParty; readonly part: AdditionalPart; readonly drawnHere: boolean };
  /** The instruments that the reader reviews from now on. */
  readonly instruments: readonly Instrument[];
  /** True if languages and division of work must be confirmed with the newcomer. */
  readonly toConfirm: boolean;
  /** True if the reader, which leaves, had cleared its feedback. */
  readonly hadCleared: boolean;
  /** The reader's open obligations with their due dates. */
  readonly open: readonly OpenObligation[];
  /** The days of the drawing and of its record, if the letter leaves late. */
  readonly late?: LateRecord | undefined;
}

const gatherRedraw = (
  { from, to, additional, drawnHere, late }: ContentOf<"seat-redrawn">,
  { review, about, named }: ReviewSeen,
): Gathered<SeatRedrawn> => {
  const reader = about.reader.party.id;
  const isLeaving = additional === undefined ? reader === from : additional.part === "leaving";
  const seat = review.seats[reader];
  if (!isLeaving && seat === undefined) return skip("replaced");
  const open = openObligations(review).filter(({ party }) => party === reader);
  return gathered({
    ...about,
    kind: "seat-redrawn",
    from: named(from),
    to: named(to),
    ...(additional === undefined
      ? {}
      : { additional: { party: named(additional.party), part: additional.part, drawnHere: drawnHere === true } }),
    part: isLeaving ? "leaving" : "newcomer",
    instruments: seat?.instruments ?? [],
    toConfirm: [review.consultation, review.division].some((agreed) => agreed?.toConfirmWith?.includes(reader)),
    hadCleared: review.formerFeedback?.some((former) => former.party === reader && former.by === to) === true,
    open: open.map(({ kind, dueAt }) => ({ kind, dueAt })),
    late,
  });
};

/** Returns the party whose changed part in the review the letter reports. */
const recipientPartyOf = ({ additional, part, from, to }: SeatRedrawn): NamedParty =>
  additional?.party ?? (part === "leaving" ? from : to);

/**
 * Returns the change of an additional reviewer by a drawing. Lots drawn here fill only the instruments that the
 * newcomer lacks (rule 4 of the lots). For lots drawn elsewhere the letter gives no reason, because they remain valid
 * even if they break the rules.
 */
const additionalPart = ({ additional, to }: SeatRedrawn, writer: LetterWriter): readonly Markup[] => {
  if (additional === undefined) return [];
  const { party, part, drawnHere } = additional;
  return [
    drawnHere
      ? writer.say(`seat-redrawn.by-rule.${part}`, { party, to })
      : writer.say(`seat-redrawn.additional.${part}`, { party }),
  ];
};

const blocksOnLeaving = (letter: SeatRedrawn, writer: LetterWriter): readonly Markup[] => [
  paragraph(
    sentences([
      ...additionalPart(letter, writer),
      writer.say("seat-redrawn.obligations-ended", { party: recipientPartyOf(letter) }),
      ...(letter.hadCleared ? [writer.say("seat-redrawn.feedback-stays")] : []),
      writer.say("seat-redrawn.others-unchanged"),
    ]),
  ),
];

const blocksOnTakingPart = (letter: SeatRedrawn, writer: LetterWriter): readonly Markup[] => {
  const { review, instruments, open, now } = letter;
  const party = recipientPartyOf(letter);
  return [
    paragraph(
      sentences([
        ...additionalPart(letter, writer),
        writer.say("seat-redrawn.reviews", {
          party,
          instruments: instrumentPhrases(instruments),
          under: review.underReview,
        }),
        ...(letter.toConfirm ? [writer.say("seat-redrawn.to-confirm")] : []),
      ]),
    ),
    heading(writer.line("seat-redrawn.to-do")),
    open.length === 0
      ? paragraph(writer.say("seat-redrawn.nothing-pending", { party }))
      : choices(open.map((obligation) => writer.write(openObligation(party, obligation, now), "start"))),
  ];
};

const seatRedrawn = (letter: SeatRedrawn, writer: LetterWriter): Statement => {
  const { from, to, review, additional } = letter;
  const isLeaving = letter.part === "leaving";
  const change = additional?.part === "narrowed" ? "narrowed" : "newcomer";
  return {
    subject: withClusters(phrase(`seat-redrawn.subject.${isLeaving ? "leaving" : change}`), [review.id]),
    that: writer.say("seat-redrawn.that", { ...aboutReview(review), from, to }),
    blocks: [
      ...lateBlocks(writer, letter.late),
      ...(isLeaving ? blocksOnLeaving(letter, writer) : blocksOnTakingPart(letter, writer)),
    ],
    because: phrase(isLeaving ? "seat-redrawn.because-left" : "because.party", {
      party: recipientPartyOf(letter),
      review: reviewPhrase(review),
    }),
  };
};

export const seatRedrawnPage: KindPage<ContentOf<"seat-redrawn">, SeatRedrawn> = {
  // The party that was drawn away has no seat any more, and may have left nothing in the review.
  ...inReview(({ review }) => review, gatherRedraw, { toThoseWhoLeft: true, partiesIn: ({ from, to }) => [from, to] }),
  /** RM/c1-FR/redraw/IT. */
  reference: ({ review, to, additional }) => `RM/${review.id}/redraw/${(additional?.party ?? to).id}`,
  page: (letter, quoted, writer) => frameStatement(writer, letter, seatRedrawn(letter, writer), quoted),
};
