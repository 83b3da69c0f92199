import type { MandateId, ReviewId } from "../../../schemas/base/ids.ts";
import type { AdditionalPart, MandateRole, SeatRole, Stage } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, frameStatement, linkedInList, reviewPhrase, type Statement } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { type LateRecord, lateBlocks } from "./late-record.ts";
import { choices, heading, paragraph, table } from "./layout.ts";
import type { LetterPage, LetterPages } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { type Frame, genderOf, type ReviewNamed, type WorkKind } from "./letter-frame.ts";
import {
  clusterNumberOf,
  codeOf,
  day,
  endOf,
  instrumentPhrases,
  mandatePhrase,
  phrase,
  withClusters,
} from "./phrases.ts";

/** An obligation as a handover brief lists it. */
export interface OpenObligation {
  readonly kind: WorkKind | "focal-point" | "experts";
  readonly dueAt: Instant;
}

/** A submission in a review, as a handover brief lists it. */
export type DocumentListed =
  | { readonly kind: "answers" }
  | { readonly kind: "feedback" | "former-feedback"; readonly party: NamedParty }
  | { readonly kind: "list"; readonly version: number };

/** A review as a handover brief lists it. */
export interface ReviewTakenOver {
  readonly id: ReviewId;
  readonly underReview: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
  readonly stage: Stage;
  readonly open: readonly OpenObligation[];
  /** The documents of the review that the reader may read. */
  readonly documents: readonly DocumentListed[];
}

/** A handover brief for a new focal point: open obligations, dates, documents. */
export interface Handover extends Frame {
  readonly kind: "handover";
  readonly mandate: MandateId;
  readonly from: Instant;
  readonly reviews: readonly ReviewTakenOver[];
}

export interface MandateEnded extends Frame {
  readonly kind: "mandate-ended";
  readonly mandate: MandateId;
  readonly role: MandateRole;
  readonly until: Instant;
  /** The day of the drawing of lots by which it ended, which may be recorded later: access ends with the record. */
  readonly drawnOn?: CalendarDate;
  /** The day on which the nomination was reversed, since it was recorded by mistake. */
  readonly reversedOn?: CalendarDate;
  /** For a mission: the days of the removal and of its record. */
  readonly late?: LateRecord | undefined;
  /** For a mission: the nomination that is open since the removal. */
  readonly open: readonly OpenObligation[];
  readonly reviews: readonly { readonly id: ReviewId; readonly underReview: NamedParty }[];
}

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

export type ChangeLetter = Handover | MandateEnded | SeatRedrawn;

const obligationPhrase = (party: NamedParty, kind: OpenObligation["kind"]): Phrase => phrase(`duty.${kind}`, { party });

/** Returns "the written feedback of Peru, due by the end of ...". */
export const openObligation = (party: NamedParty, { kind, dueAt }: OpenObligation, now: Instant): Phrase =>
  phrase(now > dueAt ? "open-duty.was-due" : "open-duty.due", {
    obligation: obligationPhrase(party, kind),
    kind,
    end: endOf(dueAt),
  });

const byName = <Listed extends { readonly underReview: NamedParty }>(
  writer: LetterWriter,
  reviews: readonly Listed[],
): readonly Listed[] => writer.sorted(reviews, ({ underReview }) => underReview);

/** Returns "c1-FR (cluster 1): ...", an item of a list of several reviews. */
const inReview = (writer: LetterWriter, id: ReviewId, item: Phrase): Markup =>
  writer.say("handover.in-review", { code: codeOf(id), cluster: clusterNumberOf(id), item });

const documentPhrase = (document: DocumentListed): Phrase => {
  switch (document.kind) {
    case "answers":
      return phrase("handover.document.answers");
    case "list":
      return phrase("handover.document.list", { version: document.version });
    default:
      return phrase(`handover.document.${document.kind}`, { party: document.party });
  }
};

/** Returns the party's open obligations in the reviews that a person takes over, and the documents in them. */
const briefLists = (letter: Handover, writer: LetterWriter): readonly Markup[] => {
  const { party } = letter.reader;
  const reviews = byName(writer, letter.reviews);
  const pending = reviews.flatMap(({ id, open }) =>
    open.map((obligation) => inReview(writer, id, openObligation(party, obligation, letter.now))),
  );
  const documents = reviews.flatMap((review) =>
    review.documents.map((document) => inReview(writer, review.id, documentPhrase(document))),
  );
  return [
    heading(writer.line("handover.open")),
    pending.length === 0
      ? paragraph(writer.say("handover.nothing-owed", { party, count: reviews.length }))
      : choices(pending),
    heading(writer.line("handover.documents")),
    documents.length === 0 ? paragraph(writer.say("handover.no-documents")) : choices(documents),
  ];
};

const reviewsTakenOver = (letter: Handover, writer: LetterWriter, when: "ahead" | "begun"): Markup =>
  table(writer, {
    caption: writer.line("handover.caption", { count: letter.reviews.length, when }),
    columns: [writer.line("handover.head-review"), writer.line("handover.head-part")],
    rows: byName(writer, letter.reviews).map((review) => [
      linkedInList(writer, review),
      writer.say("handover.part", {
        seat: phrase(`seat.${review.role}`),
        instruments: instrumentPhrases(review.instruments),
        stage: phrase(`stage.${review.stage}`),
      }),
    ]),
  });

const handover = (letter: Handover, writer: LetterWriter): Statement => {
  const { reader, now, from, reviews } = letter;
  const { party } = reader;
  const count = reviews.length;
  const when = from > now ? "ahead" : "begun";
  return {
    subject: withClusters(
      phrase("handover.subject"),
      reviews.map(({ id }) => id),
    ),
    that: sentences([
      writer.say("handover.that", { party, day: day(dayOf(from)), count }),
      ...(when === "ahead" ? [writer.say("handover.until-then", { count })] : []),
    ]),
    blocks: [
      reviewsTakenOver(letter, writer, when),
      ...briefLists(letter, writer),
      paragraph(sentences([writer.say("handover.read", { count }), writer.say("handover.history", { count, when })])),
    ],
    because: phrase("handover.because", { party }),
  };
};

/** Returns the sentence that a mandate ends or has ended, on a day or by lots. */
const endOfService = (letter: MandateEnded, writer: LetterWriter, isAhead: boolean): Markup => {
  const { drawnOn, reader, role, reviews, until } = letter;
  const values = { mandate: mandatePhrase(role, genderOf(reader)), party: reader.party, day: day(dayOf(until)) };
  return drawnOn === undefined
    ? writer.say(isAhead ? "mandate-ended.that-ahead" : "mandate-ended.that", { ...values, count: reviews.length })
    : writer.say("mandate-ended.that-drawn", { ...values, drawn: day(drawnOn) });
};

const nominationReversed = (letter: MandateEnded, on: CalendarDate, writer: LetterWriter): Statement => {
  const { reader, role, reviews } = letter;
  const mandate = mandatePhrase(role, genderOf(reader));
  const values = { mandate, party: reader.party, day: day(on), count: reviews.length };
  return {
    subject: withClusters(
      phrase("mandate-reversed.subject", { mandate }),
      reviews.map(({ id }) => id),
    ),
    that: writer.say("mandate-reversed.that", values),
    blocks: [choices(byName(writer, reviews).map((review) => linkedInList(writer, review)))],
    because: phrase("mandate-reversed.because", { mandate, party: reader.party }),
  };
};

/** Returns the letter to the mission about a removal recorded on a later day, with the nomination open since. */
const removalRecordedLate = (letter: MandateEnded, late: LateRecord, writer: LetterWriter): Statement => {
  const { reader, role, reviews, open, now } = letter;
  const { party } = reader;
  const mandate = mandatePhrase(role, undefined);
  const count = reviews.length;
  const values = { mandate, party, day: day(late.happenedOn), count };
  return {
    subject: withClusters(
      phrase("mandate-removed.subject", { mandate, party }),
      reviews.map(({ id }) => id),
    ),
    that: writer.say("mandate-removed.that", values),
    blocks: [
      choices(byName(writer, reviews).map((review) => linkedInList(writer, review))),
      paragraph(writer.say("mandate-removed.recorded-late", { recorded: day(late.recordedOn) })),
      ...(open.length === 0
        ? [paragraph(writer.say("mandate-removed.nothing-open", { party }))]
        : [
            heading(writer.line("seat-redrawn.to-do")),
            choices(open.map((obligation) => writer.write(openObligation(party, obligation, now), "start"))),
          ]),
    ],
    because: phrase("mandate-removed.because", { mandate, party }),
  };
};

const mandateEnded = (letter: MandateEnded, writer: LetterWriter): Statement => {
  const { reader, role, reviews, reversedOn, late } = letter;
  if (late !== undefined) return removalRecordedLate(letter, late, writer);
  if (reversedOn !== undefined) return nominationReversed(letter, reversedOn, writer);
  const mandate = mandatePhrase(role, genderOf(reader));
  const isAhead = letter.until > letter.now;
  return {
    subject: withClusters(
      phrase(isAhead ? "mandate-ended.subject-ahead" : "mandate-ended.subject", { mandate }),
      reviews.map(({ id }) => id),
    ),
    that: endOfService(letter, writer, isAhead),
    blocks: [
      choices(byName(writer, reviews).map((review) => linkedInList(writer, review))),
      paragraph(writer.say("mandate-ended.thanks", { count: reviews.length, when: isAhead ? "ahead" : "past" })),
    ],
    because: phrase(isAhead ? "mandate-ended.because-ahead" : "mandate-ended.because", {
      mandate,
      party: reader.party,
    }),
  };
};

/** Returns the party whose changed part in the review the letter reports. */
const partyToldOf = ({ additional, part, from, to }: SeatRedrawn): NamedParty =>
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
      writer.say("seat-redrawn.obligations-ended", { party: partyToldOf(letter) }),
      ...(letter.hadCleared ? [writer.say("seat-redrawn.feedback-stays")] : []),
      writer.say("seat-redrawn.others-unchanged"),
    ]),
  ),
];

const blocksOnTakingPart = (letter: SeatRedrawn, writer: LetterWriter): readonly Markup[] => {
  const { review, instruments, open, now } = letter;
  const party = partyToldOf(letter);
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
      ? paragraph(writer.say("seat-redrawn.nothing-owed", { party }))
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
      party: partyToldOf(letter),
      review: reviewPhrase(review),
    }),
  };
};

/** Returns a letter in the form for its reader. */
const changePage = <Input extends ChangeLetter>(
  reference: (letter: Input) => string,
  said: (letter: Input, writer: LetterWriter) => Statement,
): LetterPage<Input> => ({
  reference,
  page: (letter, quoted, writer) => frameStatement(writer, letter, said(letter, writer), quoted),
});

/** Returns RM/access/m-... for a mandate, RM/c1-FR/redraw/IT for a seat. */
const accessReference = ({ mandate }: Handover | MandateEnded): string => `RM/access/${mandate}`;

export const changePages: LetterPages<ChangeLetter> = {
  handover: changePage(accessReference, handover),
  "mandate-ended": changePage(accessReference, mandateEnded),
  "seat-redrawn": changePage(
    ({ review, to, additional }) => `RM/${review.id}/redraw/${(additional?.party ?? to).id}`,
    seatRedrawn,
  ),
};
