import type { GroupId } from "../../../schemas/base/ids.ts";
import type { ObligationKind } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { ofGroup, type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { clusterNumberOf, day, phrase, titleOfObligation } from "./phrases.ts";
import type { Frame } from "./letter-frame.ts";
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
  readonly toldDay: CalendarDate;
  /** The reason in the words of the user who corrected it. */
  readonly reason: string;
  /** The open obligations, the earliest date first. */
  readonly pending: readonly MovedDate[];
  /** The reviews in which dates of the party moved. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const datesOf = (writer: LetterWriter, letter: StartCorrected): readonly Markup[] => {
  const { party, pending, now } = letter;
  if (pending.length === 0) return [paragraph(writer.say("start-corrected.nothing-owed", { party }))];
  return [
    heading(writer.line("start-corrected.dates")),
    table(writer, {
      caption: writer.line("start-corrected.dates-caption"),
      columns: [writer.line("start-corrected.owed"), writer.line("start-corrected.date")],
      rows: pending.map(({ kind, dueAt }) => [
        writer.write(titleOfObligation(kind)),
        writer.write(dateInRow(kind, dueAt, now)),
      ]),
    }),
    ...(hasPassedAny(letter) ? [paragraph(writer.say("start-corrected.passed", { party }))] : []),
  ];
};

/** Returns the letter in the form for its reader. Throws if a value is missing or there is no review. */
export const startCorrected = (letter: StartCorrected, reference: string, writer: LetterWriter): Page => {
  const { party, group, toldDay, reason, reviews } = letter;
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
      told: day(toldDay),
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
