import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Obligation, ObligationKind, Review } from "../../../schemas/model/review.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { redatedSinceStart } from "../start-letters.ts";
import { frameStatement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { startReference } from "./late-start.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { ofGroup, type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { clusterNumberOf, day, phrase, titleOfObligation } from "./phrases.ts";
import { ownAndUnderReview, readerServing, seatsNamedIn } from "./review-letter.ts";
import { dateInRow, hasPassedAny } from "./start-dates.ts";

/** A pending act of a party whose date has moved. */
export interface MovedDate {
  readonly kind: ObligationKind;
  readonly dueAt: Instant;
}

/** A corrected day of a group's start, to a mission or a focal point that had letters with the former day. */
export interface StartCorrected extends Frame {
  readonly kind: "start-corrected";
  readonly party: NamedParty;
  readonly group: GroupId;
  readonly startedOn: CalendarDate;
  /** The day that earlier letters stated. */
  readonly reportedDay: CalendarDate;
  /** The reason in the words of the user who corrected it. */
  readonly reason: string;
  /** The open obligations, the earliest date first. */
  readonly pending: readonly MovedDate[];
  /** The reviews in which dates of the party moved. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const datesOf = (writer: LetterWriter, letter: StartCorrected): readonly Markup[] => {
  const { party, pending, now } = letter;
  if (pending.length === 0) return [paragraph(writer.say("start-corrected.nothing-pending", { party }))];
  return [
    heading(writer.line("start-corrected.dates")),
    table(writer, {
      caption: writer.line("start-corrected.dates-caption"),
      columns: [writer.line("start-corrected.obligation"), writer.line("start-corrected.date")],
      rows: pending.map(({ kind, dueAt }) => [
        writer.write(titleOfObligation(kind)),
        writer.write(dateInRow(kind, dueAt, now)),
      ]),
    }),
    ...(hasPassedAny(letter) ? [paragraph(writer.say("start-corrected.passed", { party }))] : []),
  ];
};

/** Returns the letter in the form for its reader. Throws if a value is missing or there is no review. */
const startCorrected = (letter: StartCorrected, reference: string, writer: LetterWriter): Page => {
  const { party, group, reportedDay, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a start speaks of no review");
  const about = ofGroup(group, reviews);
  const inSubject = { ...about, cluster: clusterNumberOf(group) };
  const startedOn = day(letter.startedOn);
  const statement = {
    subject: phrase("start-corrected.subject", {
      ...inSubject,
      reviews: phrase("group-reviews.in-subject", inSubject),
      day: startedOn,
    }),
    that: writer.say("start-corrected.that", {
      ...about,
      reviews: phrase("listed-reviews", about),
      day: startedOn,
      reported: day(reportedDay),
    }),
    blocks: [
      paragraph(writer.say("start-correction.reason", { reason })),
      ...datesOf(writer, letter),
      paragraph(writer.say("start-corrected.stays", { count: reviews.length })),
      ...reviewsConcerned(writer, reviews, "start-correction.caption"),
    ],
    because: phrase("start-corrected.because", { party, count: reviews.length }),
  };
  return frameStatement(writer, letter, statement, reference);
};

/** Returns the group, if this correction of its start is the current one: it was not undone or corrected again. */
const correctedGroup = ({ at }: ContentOf<"start-corrected">, { group }: LetterData) => {
  const { startedOn, corrected, reviews } = group ?? {};
  return startedOn === undefined || corrected?.lettersAt !== at || corrected.reportedDay === undefined
    ? undefined
    : { startedOn, reportedDay: corrected.reportedDay, reason: corrected.reason, reviews: reviews ?? [] };
};

/** Returns the open obligations by date and kind, each once, the earliest first. */
const movedDates = (obligations: readonly Obligation[]): readonly MovedDate[] =>
  [...new Map(obligations.map(({ kind, dueAt }) => [`${dueAt} ${kind}`, { kind, dueAt }]))]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, moved]) => moved);

const redatedReviews = ({ party, at }: ContentOf<"start-corrected">, { reviews }: LetterData): readonly Review[] =>
  reviews.filter((review) => redatedSinceStart(review, party, at).length > 0);

export const startCorrectedPage: KindPage<ContentOf<"start-corrected">, StartCorrected> = {
  needs: {
    group: ({ group }) => group,
    reviews: (content, data) => correctedGroup(content, data)?.reviews ?? [],
    parties: (content, data) => ownAndUnderReview(content, { reviews: redatedReviews(content, data) }),
  },
  whyObsolete: (content, data) => (correctedGroup(content, data) === undefined ? "replaced" : undefined),
  gather: (content, data) => {
    const { group, party, at } = content;
    const corrected = correctedGroup(content, data);
    const reviews = redatedReviews(content, data);
    const reader = readerServing(party, reviews, data);
    if (corrected === undefined || reviews.length === 0 || reader === undefined) return skip("replaced");
    const pending = reviews.flatMap((review) =>
      redatedSinceStart(review, party, at)
        .filter(({ state }) => state === "open")
        .map((obligation) => ({ review: review.id, obligation })),
    );
    const { startedOn, reportedDay, reason } = corrected;
    return gathered(
      {
        kind: "start-corrected",
        reader,
        party: data.named(party),
        group,
        startedOn,
        reportedDay,
        reason,
        pending: movedDates(pending.map(({ obligation }) => obligation)),
        reviews: seatsNamedIn(reviews, party, data.named),
        ...surroundingsOf(data),
      },
      {
        obligationRefs: pending.map(({ review, obligation: { id, generation } }) => ({
          review,
          obligation: id,
          generation,
        })),
        about: reviews,
      },
    );
  },
  statesDateOf: () => true,
  reference: startReference,
  page: startCorrected,
};
