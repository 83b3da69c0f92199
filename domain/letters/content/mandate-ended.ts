import type { MandateId, ReviewId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import { obligationOfRole, openObligationOf } from "../../review/obligations.ts";
import { wentByLotUntil } from "../../review/seat-turns.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, linkedInList, type Statement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import type { LateRecord } from "./late-record.ts";
import { choices, heading, paragraph } from "./layout.ts";
import { type Frame, genderOf } from "./letter-frame.ts";
import { type AddressedData, type Gathered, gathered, type KindPage, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { accessReference, byName, type OpenObligation, openObligation } from "./mandate-wording.ts";
import { day, mandatePhrase, phrase, withClusters } from "./phrases.ts";
import { partiesAbout, readerOf } from "./review-letter.ts";

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

const gatherEnded = (
  { mandate: id, until: announcedEnd, review: byLotIn, reversedAt, late }: ContentOf<"mandate-ended">,
  data: AddressedData,
): Gathered<MandateEnded> => {
  const mandates = data.reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    if (mandate?.until === undefined || (announcedEnd !== undefined && mandate.until !== announcedEnd)) return [];
    if (byLotIn !== undefined && review.id !== byLotIn) return [];
    return [{ review, mandate, until: mandate.until }];
  });
  const first = mandates[0];
  const reader = readerOf(data.letter.recipient, first?.mandate, data);
  if (first === undefined || reader === undefined) return skip("replaced");
  const reviews = mandates.map(({ review }) => ({ id: review.id, underReview: data.named(review.party) }));
  const { until, mandate } = first;
  const kind = obligationOfRole[mandate.role];
  const dues = mandates.flatMap(({ review }) =>
    late === undefined || kind === undefined ? [] : (openObligationOf(review, kind, mandate.party) ?? []),
  );
  const earliestDue = dues.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
  const drawnAt = byLotIn === undefined ? undefined : wentByLotUntil(first.review, mandate.party, until);
  return gathered(
    {
      kind: "mandate-ended",
      reader,
      ...surroundingsOf(data),
      mandate: id,
      role: mandate.role,
      until,
      ...(drawnAt === undefined ? {} : { drawnOn: dayOf(drawnAt) }),
      ...(reversedAt === undefined ? {} : { reversedOn: dayOf(reversedAt) }),
      late,
      open: earliestDue === undefined ? [] : [{ kind: earliestDue.kind, dueAt: earliestDue.dueAt }],
      reviews,
    },
    { names: reviews.map((review) => review.id) },
  );
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

export const mandateEndedPage: KindPage<ContentOf<"mandate-ended">, MandateEnded> = {
  needs: {
    reviewsOf: ({ party, review }) => (review === undefined ? [party] : []),
    reviews: ({ review }, { found }) => (review === undefined ? found : [review]),
    parties: ({ party }, data) => [...partiesAbout(data), party],
  },
  gather: gatherEnded,
  reference: accessReference,
  page: (letter, quoted, writer) => frameStatement(writer, letter, mandateEnded(letter, writer), quoted),
};
