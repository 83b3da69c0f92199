import type { GroupId } from "../../../schemas/base/ids.ts";
import type { ObligationKind } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { longDate } from "../../base/time.ts";
import { type Markup, markup } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import { type ReviewListed, reviewRows } from "./nomination-blocks.ts";
import { titleOfDuty } from "./obligation-wording.ts";
import { type Frame, frameLetter } from "./salutation.ts";
import { day, endOf, groupWords, inSentence, type NamedParty, withClusters } from "./wording.ts";

/** What a party still owes of which the date has moved. */
export interface MovedDate {
  readonly kind: ObligationKind;
  readonly dueAt: Instant;
}

/** To a mission or a focal point: the day of their group's start, of which letters had told, was corrected. */
export interface StartCorrected extends Frame {
  readonly kind: "start-corrected";
  readonly party: NamedParty;
  readonly group: GroupId;
  readonly startedOn: CalendarDate;
  /** The day that letters had told. */
  readonly toldDay: CalendarDate;
  /** In the words of whoever corrected it. */
  readonly reason: string;
  /** What is owed now, the earliest date first. */
  readonly owed: readonly MovedDate[];
  /** The reviews in which dates of the party moved. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const datesOf = ({ party, owed, now }: StartCorrected): readonly Markup[] => {
  if (owed.length === 0)
    return [paragraph(markup`Nothing that ${inSentence(party)} still owes has another date because of it.`)];
  const hasPassed = owed.some(({ dueAt }) => now > dueAt);
  const passed = markup`Where a date has passed, what is owed remains welcome at any time: the passing of a date has no consequence for ${inSentence(party)} in the Mechanism.`;
  return [
    heading("Dates that follow from the start"),
    table({
      caption: "These dates take the place of those in earlier letters:",
      heads: ["What is owed", "Date"],
      rows: owed.map(({ kind, dueAt }) => [
        markup`${titleOfDuty(kind)}`,
        markup`${now > dueAt ? "was due by the" : "due by the"} ${endOf(dueAt)}`,
      ]),
    }),
    ...(hasPassed ? [paragraph(passed)] : []),
  ];
};

/** The letter in English in the form for its reader. Throws where a value is missing or there is no review. */
export const startCorrected = (letter: StartCorrected, reference: string): Page => {
  const { party, startedOn, toldDay, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a start speaks of no review");
  const { group, cluster } = groupWords(letter.group);
  const several = reviews.length > 1;
  const listed = `country ${several ? "reviews" : "review"} of the ${group}`;
  const statement = {
    subject: `${withClusters(`Correction: the ${listed}`, [letter.group])} started on ${longDate(startedOn, "en")}`,
    that: markup`that the ${listed} under ${cluster} that ${several ? "are" : "is"} listed below started on ${day(startedOn)}, and not on ${day(toldDay)} as had been recorded. What counts from the start has been dated anew.`,
    blocks: [
      paragraph(markup`The reason that was recorded: ${reason}`),
      ...datesOf(letter),
      paragraph(
        markup`What has been recorded of the ${several ? "reviews" : "review"} since stays as it is. The secretariat apologizes for the inconvenience.`,
      ),
      heading(several ? "Country reviews concerned" : "Country review concerned"),
      table({
        caption: "The correction is about:",
        heads: ["Country review", "Participation"],
        rows: reviewRows(reviews),
      }),
    ],
    because: markup`${inSentence(party)} takes part in the ${several ? "reviews" : "review"} listed above, whose start was corrected`,
  };
  return frameLetter(letter, statement, reference);
};
