import type { GroupId } from "../../../schemas/base/ids.ts";
import type { NominationKind } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { longDate } from "../../base/time.ts";
import { type Markup, markup } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import { howToNominate, type ReviewListed, reviewRows } from "./nomination-blocks.ts";
import { type Frame, frameLetter } from "./salutation.ts";
import { day, endOf, groupWords, inSentence, missionWord, type NamedParty, withClusters } from "./wording.ts";

/** A nomination that is still missing in some of the reviews, with its date. */
export interface NominationOwed {
  readonly kind: NominationKind;
  readonly dueAt: Instant;
}

/** To a mission, instead of the first reminders: its group started on a day that lay long behind when that was recorded. */
export interface LateStart extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "late-start";
  readonly party: NamedParty;
  readonly group: GroupId;
  readonly startedOn: CalendarDate;
  /** What is still owed, the earliest date first; at least one. */
  readonly owed: readonly NominationOwed[];
  /** The reviews in which anything of it is owed. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const whom: { readonly [K in NominationKind]: Markup } = {
  "focal-point": markup`Focal point`,
  experts: markup`Governmental experts`,
};
const rules: { readonly [K in NominationKind]: string } = {
  "focal-point": "procedures and rules (resolution 9/1, annex), paragraph 18",
  experts: "guidelines (resolution 10/1, annex I), paragraph 6",
};

const rowOf = ({ kind, dueAt }: NominationOwed, now: Instant): readonly [Markup, Markup] => [
  whom[kind],
  markup`${now > dueAt ? "was due by the" : "due by the"} ${endOf(dueAt)}; ${rules[kind]}`,
];

/** What the passing of a date means, where one has passed. */
const consequences = ({ party, owed, now }: LateStart): Markup =>
  owed.some(({ dueAt }) => now > dueAt)
    ? markup`The nominations remain welcome at any time: the passing of a date has no consequence for ${inSentence(party)} in the Mechanism. The secretariat would be grateful to receive them at the earliest convenience of the ${missionWord(party)}.`
    : markup`The secretariat would be grateful to receive the nominations by the dates indicated.`;

/** RM/c1-g1/FR/start: group and party, the same on every letter about the start of the group. */
export const startReference = ({ group, party }: { readonly group: GroupId; readonly party: NamedParty }): string =>
  `RM/${group}/${party.id}/start`;

/** The letter in English, as a note verbale. Throws where a value is missing or nothing is owed. */
export const lateStart = (letter: LateStart, reference: string): Page => {
  const { party, startedOn, owed, reviews, now } = letter;
  if (owed.length === 0 || reviews.length === 0) throw new TypeError("A letter about a start speaks of no duty");
  const { group, cluster } = groupWords(letter.group);
  const several = reviews.length > 1;
  const statement = {
    subject: `${withClusters(`Country reviews of the ${group}`, [letter.group])}, started on ${longDate(startedOn, "en")}: nominations awaited`,
    that: markup`that the country ${several ? "reviews" : "review"} of the ${group} under ${cluster} that ${several ? "are" : "is"} listed below started on ${day(startedOn)}. The start was recorded after that day, and this is the first letter about it.`,
    blocks: [
      paragraph(markup`The time for nominations counts from the day of the start.`),
      heading("Nominations that are still awaited"),
      table({
        caption: "Of the nominations, these are not recorded yet:",
        heads: ["Nomination", "Date"],
        rows: owed.map((one) => rowOf(one, now)),
      }),
      paragraph(consequences(letter)),
      heading(several ? "Country reviews concerned" : "Country review concerned"),
      table({
        caption: "A nomination is awaited for:",
        heads: ["Country review", "Participation"],
        rows: reviewRows(reviews),
      }),
      ...howToNominate(letter, reference),
    ],
    because: markup`${inSentence(party)} takes part in the ${several ? "reviews" : "review"} listed above, for which its nominations are awaited`,
  };
  return frameLetter({ ...letter, reader: { kind: "mission", party } }, statement, reference);
};
