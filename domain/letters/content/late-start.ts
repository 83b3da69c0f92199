import type { GroupId } from "../../../schemas/base/ids.ts";
import type { NominationKind } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { howToNominate, ofGroup, type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { clusterNumberOf, day, missionOf, phrase, titleOfObligation } from "./phrases.ts";
import type { Frame } from "./letter-frame.ts";
import { dateInRow, hasPassedAny } from "./start-dates.ts";

/** A nomination that is still missing in some of the reviews, with its date. */
export interface NominationOwed {
  readonly kind: NominationKind;
  readonly dueAt: Instant;
}

/**
 * A late start, to a mission, instead of the first reminders: the start of its group was recorded long after its day.
 */
export interface LateStart extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "late-start";
  readonly party: NamedParty;
  readonly group: GroupId;
  readonly startedOn: CalendarDate;
  /** The pending nominations, the earliest date first; at least one. */
  readonly pending: readonly NominationOwed[];
  /** The reviews of the pending nominations. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const rowOf = (
  writer: LetterWriter,
  { now }: LateStart,
  { kind, dueAt }: NominationOwed,
): readonly [Markup, Markup] => [
  writer.write(titleOfObligation(kind)),
  writer.say(`late-start.row.${kind}`, { date: dateInRow(kind, dueAt, now) }),
];

/** Returns the consequence of a date that has passed, if one has. */
const consequences = (writer: LetterWriter, letter: LateStart): Markup =>
  hasPassedAny(letter)
    ? writer.say("late-start.passed", { party: letter.party, mission: missionOf(letter.party) })
    : writer.say("late-start.request");

/** Returns RM/c1-g1/FR/start: group and party, for every letter about the start of the group. */
export const startReference = ({ group, party }: { readonly group: GroupId; readonly party: NamedParty }): string =>
  `RM/${group}/${party.id}/start`;

/** Returns the letter, a note verbale. Throws if a value is missing or no nomination is pending. */
export const lateStart = (letter: LateStart, reference: string, writer: LetterWriter): Page => {
  const { party, group, pending, reviews } = letter;
  if (pending.length === 0 || reviews.length === 0)
    throw new TypeError("A letter about a start speaks of no obligation");
  const about = ofGroup(group, reviews);
  const startedOn = day(letter.startedOn);
  const statement = {
    subject: phrase("late-start.subject", { ...about, cluster: clusterNumberOf(group), day: startedOn }),
    that: writer.say("late-start.that", { ...about, reviews: phrase("listed-reviews", about), day: startedOn }),
    blocks: [
      paragraph(writer.say("late-start.counted-from")),
      heading(writer.line("late-start.awaited")),
      table(writer, {
        caption: writer.line("late-start.caption"),
        columns: [writer.line("late-start.nomination"), writer.line("late-start.date")],
        rows: pending.map((one) => rowOf(writer, letter, one)),
      }),
      paragraph(consequences(writer, letter)),
      ...reviewsConcerned(writer, reviews, "late-start.reviews"),
      ...howToNominate(writer, letter, reference),
    ],
    because: phrase("late-start.because", { party, count: reviews.length }),
  };
  return frameStatement(writer, { ...letter, reader: { kind: "mission", party } }, statement, reference);
};
