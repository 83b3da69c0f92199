import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import { longDate } from "../../base/time.ts";
import { markup } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import { type ReviewListed, reviewRows } from "./nomination-blocks.ts";
import { type Frame, frameLetter } from "./salutation.ts";
import { day, groupWords, inSentence, missionWord, type NamedParty, withClusters } from "./wording.ts";

/** To a mission or a focal point that had a letter about the start of a group which was undone. */
export interface StartUndone extends Frame {
  readonly kind: "start-undone";
  readonly party: NamedParty;
  readonly group: GroupId;
  /** The day on which the group was said to have started. */
  readonly startedOn: CalendarDate;
  /** The day that letters told last, where it is another. */
  readonly toldDay?: CalendarDate | undefined;
  readonly undoneOn: CalendarDate;
  /** In the words of whoever undid it. */
  readonly reason: string;
  /** The day on which the group was started anew meanwhile. */
  readonly startedAnewOn?: CalendarDate | undefined;
  /** The reviews in which the party takes part. At least one. */
  readonly reviews: readonly ReviewListed[];
}

/** The letter in English, as a note verbale. Throws where a value is missing or there is no review. */
export const startUndone = (letter: StartUndone, reference: string): Page => {
  const { party, startedOn, toldDay, undoneOn, startedAnewOn, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a start speaks of no review");
  const { group, cluster } = groupWords(letter.group);
  const several = reviews.length > 1;
  const listed = `country ${several ? "reviews" : "review"} of the ${group}`;
  const what =
    startedAnewOn === undefined
      ? markup`The ${several ? "reviews have" : "review has"} not started. No nomination is awaited from ${inSentence(party)} for ${several ? "them" : "it"} now, and the dates in the earlier letters do not apply. When ${several ? "they start" : "it starts"}, a letter will tell of it.`
      : markup`The ${several ? "reviews have" : "review has"} been started anew since, on ${day(startedAnewOn)}; another letter tells of that. The dates in the letters before that start do not apply.`;
  const lastDay = toldDay === undefined ? markup`` : markup` (on ${day(toldDay)} by the last letter about it)`;
  const statement = {
    subject: `${withClusters(`Correction: the start of the ${listed}`, [letter.group])} was undone`,
    that: markup`that the start of the ${listed} under ${cluster} on ${longDate(startedOn, "en")}${lastDay}, of which the secretariat had written to ${letter.reader.kind === "mission" ? markup`the ${missionWord(party)}` : "you"}, was recorded in error and was undone on ${day(undoneOn)}.`,
    blocks: [
      paragraph(what),
      paragraph(markup`The reason that was recorded: ${reason}`),
      paragraph(
        markup`Whoever ${inSentence(party)} has named stays named. The secretariat apologizes for the inconvenience.`,
      ),
      heading(several ? "Country reviews concerned" : "Country review concerned"),
      table({
        caption: "The correction is about:",
        heads: ["Country review", "Participation"],
        rows: reviewRows(reviews),
      }),
    ],
    because: markup`${inSentence(party)} takes part in the ${several ? "reviews" : "review"} listed above and had a letter about the start`,
  };
  return frameLetter(letter, statement, reference);
};
