import type { ReminderSubject } from "../../../schemas/model/letter.ts";
import type { NominationKind, Stage } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { NominationGrounds } from "../../review/nomination-grounds.ts";
import { periodOn } from "../../base/policy.ts";
import type { StepName } from "../../reminders/schedule.ts";
import { dayOf, dueAfter, longDate } from "../../base/time.ts";
import {
  day,
  endOf,
  groupWords,
  inSentence,
  mechanism,
  missionWord,
  type NamedParty,
  periodWords,
  reminderOf,
  representation,
  withClusters,
} from "./wording.ts";
import { howToNominate, type ReviewListed, reviewRows } from "./nomination-blocks.ts";
import { assurances, compliments, reviewsInSentence } from "./salutation.ts";
import { isolateDirection, mailTo, type Markup, markup, sentences } from "./html.ts";
import { type DateLabel, dateNotice, heading, type Page, paragraph, table } from "./layout.ts";

/** A review that the letter speaks of, the party's place in it, and how it stands. */
export interface ReviewOwed extends ReviewListed {
  readonly startedOn: CalendarDate;
  /** Why the party owes the nomination in it, and since when. */
  readonly grounds: NominationGrounds;
  readonly stage: Stage;
  /** Whether all parties have agreed to its list: a vacancy does not hold up its publication. */
  readonly listAgreed: boolean;
}

/** An occasion to remind of a nomination. */
export type NominationOccasion = ReminderSubject & { readonly kind: NominationKind };

/** A reminder to a permanent mission that its party has a nomination to make. */
export interface NominationReminder {
  readonly kind: "nomination-reminder";
  readonly party: NamedParty;
  readonly occasion: NominationOccasion;
  readonly rung: StepName;
  /** The day from which the period counts. */
  readonly openedOn: CalendarDate;
  /** Those reviews of the occasion for which the nomination is still missing. At least one. */
  readonly reviews: readonly ReviewOwed[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

type Tone = "opening" | "upcoming" | "overdue";

/** What the letter has to say at this moment: a letter that leaves late never announces a date that has passed. */
const toneOf = ({ rung, occasion, now }: NominationReminder): Tone => {
  if (now > occasion.dueAt) return "overdue";
  return rung === "start" ? "opening" : "upcoming";
};

interface Words {
  /** "a focal point", "governmental experts" */
  readonly whom: string;
  /** "focal point": as whom the person named serves. */
  readonly serving: string;
  readonly rule: (period: string) => Markup;
  /** Whom the party may name for its reviews, where it has several or only one. */
  readonly scope: (party: Markup, several: boolean) => Markup;
  /** What depends on the nomination in reviews that stand where these do; nothing where nothing does. */
  readonly effect: (reviews: readonly ReviewOwed[]) => Markup;
}

const guidelines = "guidelines for conducting the country reviews (resolution 10/1, annex I)";

const nothing = markup``;
const stagesBefore: readonly Stage[] = ["scheduled", "nomination"];
const allStandIn = (reviews: readonly ReviewOwed[], stages: readonly Stage[]): boolean =>
  reviews.every(({ stage }) => stages.includes(stage));

/** What waits for a focal point: the consultations at the beginning, later every step but a publication agreed by all. */
const effectOfFocalPoint = (reviews: readonly ReviewOwed[]): Markup => {
  if (allStandIn(reviews, stagesBefore))
    return markup`The parties to a country review can begin their consultations once each of them has named its focal point.`;
  return reviews.some(({ listAgreed }) => listAgreed)
    ? nothing
    : markup`A country review cannot pass to its next stage while a party to it has no focal point.`;
};

const effectOfExperts = (reviews: readonly ReviewOwed[]): Markup =>
  allStandIn(reviews, [...stagesBefore, "consultation"])
    ? markup`A country review goes on while experts are being named; their early designation helps the parties to divide the work among them.`
    : markup`A country review goes on while experts are being named.`;

const words: { readonly [K in NominationKind]: Words } = {
  "focal-point": {
    whom: "a focal point",
    serving: "focal point",
    rule: (period) =>
      markup`In accordance with paragraph 18 of the procedures and rules for the functioning of the Mechanism (resolution 9/1, annex) and paragraph 5 of the ${guidelines}, each party is to appoint, within ${period} from the start of the review, a focal point to coordinate its participation in it.`,
    scope: (party, several) =>
      several
        ? markup`One person may serve as the focal point of ${party} in all of its reviews, or a different person may be named for each.`
        : nothing,
    effect: effectOfFocalPoint,
  },
  experts: {
    whom: "governmental experts",
    serving: "governmental expert",
    rule: (period) =>
      markup`In accordance with paragraph 6 of the ${guidelines}, each party should designate, within ${period} from the start of its participation in the review, governmental experts to carry out the country review.`,
    scope: (party, several) =>
      several
        ? markup`The number of experts is for ${party} to decide; they may be the same for all of its reviews or different for each.`
        : markup`The number of experts is for ${party} to decide.`,
    effect: effectOfExperts,
  },
};

/** The only value among several, or undefined where they differ. */
const common = <Value>(values: readonly Value[]): Value | undefined => {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
};

const areOwedFromStart = ({ reviews }: NominationReminder): boolean =>
  reviews.every(({ grounds, startedOn }) => grounds.why === "start" && startedOn === reviews[0]?.startedOn);

/** "the country reviews of the first group under cluster 1 (...) that are listed below, which started on ..." */
const reviewsListed = ({ occasion, reviews }: NominationReminder): Markup => {
  const { group, cluster } = groupWords(occasion.group);
  const several = reviews.length > 1;
  return markup`the country ${several ? "reviews" : "review"} of the ${group} under ${cluster} that ${several ? "are" : "is"} listed below`;
};

const whichStarted = ({ reviews }: NominationReminder): Markup => {
  const startedOn = common(reviews.map((review) => review.startedOn));
  return startedOn === undefined ? nothing : markup`, which started on ${day(startedOn)}`;
};

const occasionFor: { readonly [T in Tone]: (letter: NominationReminder, what: Words) => Markup } = {
  opening: (letter, { whom }) => {
    const { party, openedOn } = letter;
    return areOwedFromStart(letter)
      ? markup`${compliments(party)} inform it that ${reviewsListed(letter)} started on ${day(openedOn)}.`
      : markup`${compliments(party)} inform it that the nomination of ${whom} by ${inSentence(party)} is awaited for ${reviewsListed(letter)}${whichStarted(letter)}.`;
  },
  upcoming: (letter, { whom }) =>
    markup`${compliments(letter.party)} recall the nomination of ${whom} by ${inSentence(letter.party)} for ${reviewsListed(letter)}${whichStarted(letter)}.`,
  overdue: (letter, { whom }) =>
    markup`${compliments(letter.party)} refer to the nomination of ${whom} by ${inSentence(letter.party)} for ${reviewsListed(letter)}${whichStarted(letter)}. The nomination was due by the ${endOf(letter.occasion.dueAt)}, and the secretariat has not yet recorded it.`,
};

const groundsWords: {
  readonly [Why in NominationGrounds["why"]]: (about: {
    readonly party: Markup;
    readonly serving: string;
    readonly reviews: Markup;
    /** "its", "their": of the review, or of several. */
    readonly its: string;
    readonly since: Markup;
  }) => Markup;
} = {
  start: ({ party, reviews, its, since }) =>
    markup`The participation of ${party} in ${reviews} began with ${its} start on ${since}.`,
  drawn: ({ party, reviews, since }) =>
    markup`The participation of ${party} in ${reviews} began on ${since}, when lots were drawn again.`,
  added: ({ party, reviews, since }) =>
    markup`The participation of ${party} in ${reviews} began on ${since}, when an additional draw of lots was held for instruments that were added.`,
  ended: ({ party, serving, reviews, since }) =>
    markup`The service of the last ${serving} of ${party} in ${reviews} ended on ${since}, and no successor has been recorded.`,
  other: ({ party, reviews, since }) =>
    markup`The nomination by ${party} has been awaited in ${reviews} since ${since}.`,
};

/**
 * Why this party is asked now, where that is not the start of all its reviews: one sentence for each reason and day,
 * with the reviews it holds for where there are several reasons.
 */
const groundsOf = (letter: NominationReminder, { serving }: Words): readonly Markup[] => {
  if (areOwedFromStart(letter)) return [];
  const party = inSentence(letter.party);
  const alike = [...Map.groupBy(letter.reviews, ({ grounds: { why, since } }) => `${since} ${why}`).entries()];
  const reasons = alike
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([, reviews]) => {
      const [first] = reviews;
      if (first === undefined) return [];
      const { why, since } = first.grounds;
      const several = reviews.length > 1;
      const listed = markup`the ${several ? "reviews" : "review"} listed below`;
      const where = alike.length === 1 ? listed : reviewsInSentence(reviews);
      return [groundsWords[why]({ party, serving, reviews: where, its: several ? "their" : "its", since: day(since) })];
    });
  return [paragraph(sentences(reasons))];
};

/** That the period counts for this party from another day than the start, where the date is its end. */
const countedFrom = (letter: NominationReminder): Markup => {
  const { party, occasion, openedOn } = letter;
  return !areOwedFromStart(letter) && occasion.dueAt === dueAfter(openedOn, periodOn(occasion.kind, openedOn))
    ? markup`For ${inSentence(party)} this time counts from ${day(openedOn)}.`
    : nothing;
};

const request: { readonly [T in Tone]: (party: NamedParty) => Markup } = {
  opening: () => markup`The secretariat would be grateful to receive the nomination by the date indicated.`,
  upcoming: () =>
    markup`As at the date of this letter, the secretariat has not yet recorded the nomination. It would be grateful to receive it by the date indicated.`,
  overdue: (party) =>
    markup`The nomination remains welcome at any time; the passing of the date has no consequence for ${inSentence(party)} in the Mechanism. The secretariat would be grateful to receive it at the earliest convenience of the ${missionWord(party)}, and stands ready to assist should there be any difficulty.`,
};

const subjectOf = (tone: Tone, { occasion }: NominationReminder, { whom }: Words, reference: string): string => {
  const date = longDate(dayOf(occasion.dueAt), "en");
  const title = withClusters(`Nomination of ${whom}`, [occasion.group]);
  switch (tone) {
    case "opening":
      return `${title}, due by ${date} [${reference}]`;
    case "upcoming":
      return `${reminderOf(title)}, due by ${date} [${reference}]`;
    case "overdue":
      return `${reminderOf(title)}, which was due by ${date} [${reference}]`;
  }
};

const dateOfNomination: DateLabel = { ahead: "Due date", passed: ["Nomination", "was due by the"] };

/** A paragraph of what there is to say; none where that is nothing. */
const paragraphOf = (pieces: readonly Markup[]): readonly Markup[] =>
  pieces.every(({ text }) => text === "") ? [] : [paragraph(sentences(pieces))];

/** RM/c1-g1/FR/focal-point: group, party and step, the same on every letter about this nomination. */
export const nominationReference = ({ group, party, kind }: ReminderSubject): string => `RM/${group}/${party}/${kind}`;

/** The reminder in English. Throws where a value is missing or no review is left to speak of. */
export const nominationReminder = (letter: NominationReminder, reference: string): Page => {
  if (letter.reviews.length === 0) throw new TypeError("A reminder speaks of no review");
  const { party, occasion, now, replyTo } = letter;
  const tone = toneOf(letter);
  const what = words[occasion.kind];
  const name = inSentence(party);
  const several = letter.reviews.length > 1;
  return {
    lang: "en",
    dir: "ltr",
    subject: subjectOf(tone, letter, what, reference),
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [
      paragraph(occasionFor[tone](letter, what)),
      ...groundsOf(letter, what),
      paragraph(
        sentences([
          what.rule(periodWords(periodOn(occasion.kind, letter.openedOn))),
          countedFrom(letter),
          request[tone](party),
        ]),
      ),
      dateNotice(dateOfNomination, endOf(occasion.dueAt), now > occasion.dueAt),
      heading(several ? "Country reviews concerned" : "Country review concerned"),
      table({
        caption: "The nomination is awaited for:",
        heads: ["Country review", "Participation"],
        rows: reviewRows(letter.reviews),
      }),
      ...paragraphOf([what.scope(name, several), what.effect(letter.reviews)]),
      ...howToNominate(letter, reference),
      assurances(party),
    ],
    foot: [
      markup`This letter is addressed to the ${representation(party)} because, according to the records of the secretariat, ${name} takes part in the ${several ? "reviews" : "review"} listed above, for which its nomination of ${what.whom} is awaited. Reminders end when the nomination is recorded.`,
      markup`It was generated automatically; replies are read by the secretariat at ${mailTo(replyTo)}.`,
    ],
  };
};
