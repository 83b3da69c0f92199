import type { MandateId, ReviewId } from "../../../schemas/base/ids.ts";
import type { AdditionalPart, MandateRole, SeatRole, Stage } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import { dutyWords, type WorkKind } from "./obligation-wording.ts";
import {
  clusterNumberWords,
  day,
  endOf,
  inSentence,
  instrumentWords,
  mandateWords,
  type NamedParty,
  seatWords,
  startingWith,
  withClusters,
} from "./wording.ts";
import {
  type Frame,
  frameLetter,
  type LetterStatement,
  reviewInCluster,
  type ReviewNamed,
  reviewOf,
  underCluster,
} from "./salutation.ts";
import { capitalize, keepOnOneLine, type Markup, markup, sentences } from "./html.ts";
import { choices, heading, paragraph, table } from "./layout.ts";
import type { LetterPage, LetterPages } from "./letter-page.ts";

/** A duty as a handover brief lists it. */
export interface OpenDuty {
  readonly kind: WorkKind | "focal-point" | "experts";
  readonly dueAt: Instant;
}

/** A review as a handover brief lists it. */
export interface ReviewTakenOver {
  readonly id: ReviewId;
  readonly underReview: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
  readonly stage: Stage;
  readonly open: readonly OpenDuty[];
  /** What stands in the review and may be read: "answers", "written feedback of Peru". */
  readonly documents: readonly string[];
}

/** To somebody who takes over as focal point: open obligations, dates, documents. */
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
  readonly reviews: readonly { readonly id: ReviewId; readonly underReview: NamedParty }[];
}

/** To the party that is drawn, to the one whose seat was drawn again, or to an additional reviewer beside it. */
export interface SeatRedrawn extends Frame {
  readonly kind: "seat-redrawn";
  readonly review: ReviewNamed;
  readonly from: NamedParty;
  readonly to: NamedParty;
  readonly part: "newcomer" | "leaving";
  /** The additional reviewer that is written to, and what the drawing is to it; by the rules where it was held here. */
  readonly additional?: { readonly party: NamedParty; readonly part: AdditionalPart; readonly drawnHere: boolean };
  /** What the reader reviews from now on. */
  readonly instruments: readonly Instrument[];
  /** That languages and division of work are to be confirmed with the newcomer. */
  readonly toConfirm: boolean;
  /** That the reader, which leaves, had cleared its feedback. */
  readonly hadCleared: boolean;
  /** What the reader owes, and until when. */
  readonly open: readonly OpenDuty[];
}

export type ChangeLetter = Handover | MandateEnded | SeatRedrawn;

const stageWords: { readonly [S in Stage]: string } = {
  scheduled: "not started",
  nomination: "nominations",
  consultation: "consultation of the parties",
  questionnaire: "self-assessment questionnaire",
  feedback: "written feedback",
  observations: "list of observations",
  concluded: "concluded",
};

const dutyOf = (party: NamedParty, kind: OpenDuty["kind"]): Markup => {
  const name = inSentence(party);
  if (kind === "focal-point") return markup`the nomination of a focal point by ${name}`;
  if (kind === "experts") return markup`the nomination of governmental experts by ${name}`;
  return dutyWords[kind].what(name);
};

const dutyLine = (party: NamedParty, { kind, dueAt }: OpenDuty, now: Instant): Markup =>
  now > dueAt
    ? markup`${dutyOf(party, kind)}, which ${kind === "questionnaire" ? "were" : "was"} due by the ${endOf(dueAt)}`
    : markup`${dutyOf(party, kind)}, due by the ${endOf(dueAt)}`;

const byName = <R extends { readonly underReview: NamedParty }>(reviews: readonly R[]): readonly R[] =>
  reviews.toSorted((a, b) => a.underReview.name.localeCompare(b.underReview.name, "en"));

const handover = (letter: Handover): LetterStatement => {
  const { reader, now } = letter;
  const name = inSentence(reader.party);
  const owed = byName(letter.reviews).flatMap(({ id, open }) =>
    open.map((duty) => markup`${keepOnOneLine(id)} (${clusterNumberWords(id)}): ${dutyLine(reader.party, duty, now)}`),
  );
  return {
    subject: withClusters(
      "Your nomination as focal point: what is open",
      letter.reviews.map(({ id }) => id),
    ),
    that: markup`that ${name} has named you its focal point, from ${day(dayOf(letter.from))}, in the country reviews listed below.${letter.from > now ? markup` Until then you may read them; the focal point who serves at present continues to act.` : markup``}`,
    blocks: [
      table({
        caption: "Country reviews in which you serve",
        heads: ["Country review", "Participation and stage"],
        rows: byName(letter.reviews).map((review) => [
          reviewInCluster(review),
          markup`${seatWords[review.role]}, for ${instrumentWords(review.instruments)}; stage: ${stageWords[review.stage]}`,
        ]),
      }),
      heading("What is open"),
      owed.length === 0 ? paragraph(markup`At present ${name} owes nothing in these reviews.`) : choices(owed),
      heading("Documents"),
      ...documentLines(letter.reviews),
      paragraph(
        markup`You may read them online after signing in with the e-mail address to which this letter is sent. The history of the reviews is kept; whatever was submitted before you took over remains as it is.`,
      ),
    ],
    because: markup`${name} has named you its focal point`,
  };
};

const documentLines = (reviews: readonly ReviewTakenOver[]): readonly Markup[] => {
  const lines = byName(reviews)
    .filter(({ documents }) => documents.length > 0)
    .map(({ id, documents }) => markup`${keepOnOneLine(id)} (${clusterNumberWords(id)}): ${documents.join("; ")}`);
  return lines.length === 0 ? [paragraph(markup`Nothing has been submitted so far.`)] : [choices(lines)];
};

const mandateEnded = (letter: MandateEnded): LetterStatement => {
  const name = inSentence(letter.reader.party);
  const role = mandateWords[letter.role];
  const isAhead = letter.until > letter.now;
  const until = day(dayOf(letter.until));
  return {
    subject: withClusters(
      `Your service as ${role} ${isAhead ? "ends" : "has ended"}`,
      letter.reviews.map(({ id }) => id),
    ),
    that:
      letter.drawnOn === undefined
        ? markup`that your service as ${role} of ${name} ${isAhead ? "ends" : "has ended"} on ${until} in the country reviews listed below, and with it your access to them.`
        : markup`that lots were drawn again on ${day(letter.drawnOn)} in the country review listed below, and that your service as ${role} of ${name} in it has ended with that drawing. Your access to the review ended on ${until}, when the drawing was recorded.`,
    blocks: [
      choices(byName(letter.reviews).map(reviewInCluster)),
      paragraph(markup`What you contributed stays part of the reviews. The secretariat thanks you for your service.`),
    ],
    because: markup`you served as ${role} of ${name}`,
  };
};

/** What a drawing held outside did to an additional reviewer. Why is not said: it may stand although it breaks the rules. */
const additionalWords: { readonly [Part in AdditionalPart]: (reader: Markup) => Markup } = {
  drawn: (reader) => markup`${reader} has been drawn as an additional reviewing party.`,
  narrowed: (reader) => markup`${reader} reviews less than before as an additional reviewing party.`,
  leaving: (reader) => markup`${reader} no longer takes part as an additional reviewing party.`,
};

/** The same of lots drawn here, which fill what the newcomer lacks, and no more (rule 4 of the lots). */
const additionalWordsByRule: { readonly [Part in AdditionalPart]: (reader: Markup, newcomer: Markup) => Markup } = {
  drawn: (reader, newcomer) =>
    markup`${reader} has been drawn as an additional reviewing party, for what ${newcomer} has not joined.`,
  narrowed: (reader, newcomer) =>
    markup`${newcomer} has joined some of the instruments that ${reader} reviewed as an additional reviewing party.`,
  leaving: (reader, newcomer) =>
    markup`${newcomer} has joined the instruments that ${reader} reviewed as an additional reviewing party, so that ${reader} is no longer needed as one.`,
};

const leavingSentences = (reader: Markup, hadCleared: boolean) => [
  markup`The obligations of ${reader} in this review have fallen away, and the access of its focal point, experts and observers to it has ended.`,
  hadCleared
    ? markup`The written feedback that it had cleared stays part of the review, as that of a former reviewing party.`
    : markup``,
  markup`Nothing changes in other country reviews in which it takes part.`,
];

const redrawSubjects = {
  leaving: "Lots drawn again: your part in a country review has ended",
  narrowed: "Lots drawn again: your part in a country review has changed",
  newcomer: "Lots drawn again: a country review in which you are to take part",
} as const;

const seatRedrawn = (letter: SeatRedrawn): LetterStatement => {
  const { from, to, review, now, additional } = letter;
  const that = markup`that lots have been drawn again in ${reviewOf(review)} ${underCluster(review)}: the place of ${inSentence(from)} among the reviewing parties has passed to ${inSentence(to)}.`;
  const reader = additional?.party ?? (letter.part === "leaving" ? from : to);
  const name = inSentence(reader);
  const words = additional?.drawnHere === true ? additionalWordsByRule : additionalWords;
  const additionalPart = additional === undefined ? [] : [capitalize(words[additional.part](name, inSentence(to)))];
  if (letter.part === "leaving")
    return {
      subject: withClusters(redrawSubjects.leaving, [review.id]),
      that,
      blocks: [paragraph(sentences([...additionalPart, ...leavingSentences(name, letter.hadCleared)]))],
      because: markup`${name} took part in ${reviewOf(review)}`,
    };
  return {
    subject: withClusters(redrawSubjects[additional?.part === "narrowed" ? "narrowed" : "newcomer"], [review.id]),
    that,
    blocks: [
      paragraph(
        sentences([
          ...additionalPart,
          markup`${startingWith(reader)} is to review the implementation of ${instrumentWords(letter.instruments)} by ${inSentence(review.underReview)}.`,
          letter.toConfirm
            ? markup`Languages and the division of work are to be confirmed with the other parties.`
            : markup``,
        ]),
      ),
      heading("What is to be done, and by when"),
      letter.open.length === 0
        ? paragraph(markup`At present ${name} owes nothing in this review.`)
        : choices(letter.open.map((duty) => capitalize(dutyLine(reader, duty, now)))),
    ],
    because: markup`${name} takes part in ${reviewOf(review)}`,
  };
};

/** A letter in English, in the form for its reader. */
const changePage = <Input extends ChangeLetter>(
  reference: (letter: Input) => string,
  said: (letter: Input) => LetterStatement,
): LetterPage<Input> => ({ reference, page: (letter, quoted) => frameLetter(letter, said(letter), quoted) });

/** RM/access/m-... for a mandate, RM/c1-FR/redraw/IT for a seat. */
const accessReference = ({ mandate }: Handover | MandateEnded): string => `RM/access/${mandate}`;

export const changePages: LetterPages<ChangeLetter> = {
  handover: changePage(accessReference, handover),
  "mandate-ended": changePage(accessReference, mandateEnded),
  "seat-redrawn": changePage(
    ({ review, to, additional }) => `RM/${review.id}/redraw/${(additional?.party ?? to).id}`,
    seatRedrawn,
  ),
};
