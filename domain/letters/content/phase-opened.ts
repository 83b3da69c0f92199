import type { PhaseId } from "../../../schemas/base/ids.ts";
import type { RecordedDecision } from "../../../schemas/model/review.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import { byDecision } from "./decision-wording.ts";
import { choices, heading, type Page, paragraph, table } from "./layout.ts";
import { isolateDirection, link, mailTo, type Markup, markup } from "./html.ts";
import { reviewRows, type ReviewListed } from "./nomination-blocks.ts";
import { type Frame, frameLetter } from "./salutation.ts";
import { clusterNumberWords, day, inSentence, missionWord, type NamedParty, phaseWords } from "./wording.ts";

/** A review of the new cluster in which the party takes part, with the planned start and who serves the party in it. */
export interface ReviewContinued extends ReviewListed {
  readonly plannedFor: CalendarDate;
  readonly hasFocalPoint: boolean;
  readonly experts: number;
}

/** To a mission: the phase of a cluster was opened; its people go on, and it is asked to confirm or to replace them. */
export interface PhaseOpened extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "phase-opened";
  readonly party: NamedParty;
  readonly phase: PhaseId;
  readonly openedOn: CalendarDate;
  /** The decision that opened it before its time. */
  readonly decision?: RecordedDecision | undefined;
  /** At least one. */
  readonly reviews: readonly ReviewContinued[];
}

/** RM/c4/FR/people: phase and party. */
export const phaseReference = ({ phase, party }: Pick<PhaseOpened, "phase" | "party">): string =>
  `RM/${phase}/${party.id}/people`;

const expertWords = (count: number): string =>
  count === 0 ? "no governmental expert" : count === 1 ? "one governmental expert" : `${count} governmental experts`;

/** When the review is to start; once the two years of its group are over, no day is left to name. */
const startOf = (plannedFor: CalendarDate, openedOn: CalendarDate): Markup =>
  plannedFor <= openedOn
    ? markup`starts as soon as the secretariat starts its group`
    : markup`start planned for ${day(plannedFor)}`;

const peopleOf = ({ plannedFor, hasFocalPoint, experts }: ReviewContinued, openedOn: CalendarDate): Markup => {
  const focalPoint = hasFocalPoint ? "a focal point is" : "no focal point is";
  return markup`${startOf(plannedFor, openedOn)}; ${focalPoint} recorded, and ${expertWords(experts)}`;
};

/** The rows of the reviews, in their order, with what is said of each. */
const peopleRows = (letter: PhaseOpened): readonly (readonly [Markup, Markup])[] => {
  const names = reviewRows(letter.reviews);
  const ordered = letter.reviews.toSorted(
    (a, b) =>
      Number(b.role === "under-review") - Number(a.role === "under-review") ||
      a.underReview.name.localeCompare(b.underReview.name, "en"),
  );
  return ordered.flatMap((review, place) => {
    const [name, seat] = names[place] ?? [];
    return name === undefined || seat === undefined
      ? []
      : [[name, markup`${seat}; ${peopleOf(review, letter.openedOn)}`]];
  });
};

/** The letter in English, as a note verbale. Throws where a value is missing or the party takes part in no review. */
export const phaseOpened = (letter: PhaseOpened, reference: string): Page => {
  const { party, phase, openedOn, decision, reviews, frontEndUrl, replyTo } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a phase speaks of no review");
  const several = reviews.length > 1;
  const statement = {
    subject: `Next phase of the country reviews: ${clusterNumberWords(phase)}, people to confirm or to replace`,
    that: markup`that the phase of the country reviews under ${phaseWords(phase)} was opened on ${day(openedOn)}${decision === undefined ? markup`` : markup`, ${byDecision(decision)}`}. Country reviews of earlier clusters that are not concluded go on in parallel.`,
    blocks: [
      heading(several ? "Country reviews under this cluster" : "Country review under this cluster"),
      table({
        caption: `The part of ${inSentence(party).text}, and who is recorded as serving it:`,
        heads: ["Country review", "Participation"],
        rows: peopleRows(letter),
      }),
      paragraph(
        markup`The pairings hold for this cluster as they stand; what a party has joined since they were drawn is reviewed from this cluster on. Whoever serves ${inSentence(party)} as focal point, governmental expert or observer goes on serving in the ${several ? "reviews" : "review"} listed above until another is named. When a review starts, a party that has nobody serving in it is asked to name a focal point within two weeks, and governmental experts within four.`,
      ),
      heading("What is asked"),
      paragraph(
        markup`The ${missionWord(party)} is kindly requested to confirm the persons who serve, or to replace those who no longer do, and to name those who are missing, in either of two ways:`,
      ),
      choices([
        markup`online, at ${link(frontEndUrl)}; or`,
        markup`by note verbale addressed to ${mailTo(replyTo)}, quoting the reference ${isolateDirection(reference)}.`,
      ]),
    ],
    because: markup`${inSentence(party)} takes part in the ${several ? "reviews" : "review"} listed above`,
  };
  return frameLetter({ ...letter, reader: { kind: "mission", party } }, statement, reference);
};
