import type { ReminderSubject } from "../../../schemas/model/letter.ts";
import type { NominationKind, Stage } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { NominationGrounds } from "../../review/nomination-grounds.ts";
import { periodOn } from "../../policy/reviews.ts";
import type { StepName } from "../../reminders/schedule.ts";
import { dayOf, dueAfter } from "../../base/time.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { assurances, dateNoticeOf, footOf, footUntil, marksOf, reviewsPhrase, subjectLine } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { type Page, paragraph } from "./layout.ts";
import { helpOffered, openSince } from "./later-reminder.ts";
import type { LetterWriter, Phrase, Values } from "./letter-writer.ts";
import { howToNominate, ofGroup, type ReviewListed, reviewsConcerned, reviewsWaiting } from "./nomination-blocks.ts";
import {
  clusterNumberOf,
  day,
  endOf,
  missionOf,
  periodPhrase,
  phrase,
  representation,
  titleOfObligation,
} from "./phrases.ts";

/** A review in the letter, with the party's part in it and its stage. */
export interface ReviewToNominate extends ReviewListed {
  readonly startedOn: CalendarDate;
  /** The reason for the nomination that the party must make in it, and its first day. */
  readonly grounds: NominationGrounds;
  readonly stage: Stage;
  /** True if all parties have agreed to its list: a vacancy does not delay its publication. */
  readonly listAgreed: boolean;
}

/** A reminder subject to remind of a nomination. */
export type NominationSubject = ReminderSubject & { readonly kind: NominationKind };

/** A nomination that is still missing, and the step at which its party is reminded of it. */
export interface NominationStep {
  readonly reminderSubject: NominationSubject;
  readonly stepName: StepName;
  /** The day from which the period counts. */
  readonly openedOn: CalendarDate;
  /** The reviews of the reminder subject for which the nomination is still missing. At least one. */
  readonly reviews: readonly ReviewToNominate[];
}

/** A reminder to a permanent mission that its party has a nomination to make, or several in one group. */
export interface NominationReminder extends NominationStep {
  readonly kind: "nomination-reminder";
  readonly party: NamedParty;
  /** The other nominations of which the party is reminded on the same morning. */
  readonly further?: readonly NominationStep[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

type Tone = "opening" | "upcoming" | "overdue";

/** Returns the tone for this moment: a letter that leaves late never announces a date that has passed. */
export const toneOf = ({ stepName, reminderSubject, now }: NominationReminder): Tone => {
  if (now > reminderSubject.dueAt) return "overdue";
  return stepName === "start" ? "opening" : "upcoming";
};

const stagesBefore: readonly Stage[] = ["scheduled", "nomination"];
const allStandIn = (reviews: readonly ReviewToNominate[], stages: readonly Stage[]): boolean =>
  reviews.every(({ stage }) => stages.includes(stage));

/** Returns the persons that the party may nominate for its reviews, for one review or for several. */
export const scopeOf = (
  writer: LetterWriter,
  { party, reminderSubject: { kind }, reviews }: NominationReminder,
): readonly Markup[] =>
  kind === "experts" || reviews.length > 1
    ? [writer.say(`nomination-reminder.scope.${kind}`, { party, count: reviews.length })]
    : [];

/**
 * Returns what waits for a focal point: at the start the consultations, later every stage except a publication that all
 * agreed to.
 */
const effectOfFocalPoint = (writer: LetterWriter, reviews: readonly ReviewToNominate[]): readonly Markup[] => {
  if (allStandIn(reviews, stagesBefore)) return [writer.say("nomination-reminder.effect.consultations")];
  return reviews.some(({ listAgreed }) => listAgreed) ? [] : [writer.say("nomination-reminder.effect.next-stage")];
};

/** Returns the effect of the nomination at the stage of these reviews; nothing if it has none. */
export const effectOf = (writer: LetterWriter, { reminderSubject, reviews }: NominationReminder): readonly Markup[] => {
  if (reminderSubject.kind === "focal-point") return effectOfFocalPoint(writer, reviews);
  const isEarly = allStandIn(reviews, [...stagesBefore, "consultation"]);
  return [writer.say(isEarly ? "nomination-reminder.effect.early-experts" : "nomination-reminder.effect.experts")];
};

/** Returns the common value of several, or undefined if they differ. */
const common = <Value>(values: readonly Value[]): Value | undefined => {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
};

const areOpenFromStart = ({ reviews }: NominationReminder): boolean =>
  reviews.every(({ grounds, startedOn }) => grounds.why === "start" && startedOn === reviews[0]?.startedOn);

/** Returns "the nomination of a focal point by France". */
const nominationOf = ({ party, reminderSubject }: NominationReminder): Phrase =>
  phrase(`obligation.${reminderSubject.kind}`, { party });

/**
 * Returns "the country reviews of the first group under cluster 1 (...) that are listed below, which started on ...".
 */
export const reviewsWithStart = ({ reminderSubject, reviews }: NominationReminder): Phrase => {
  const startedOn = common(reviews.map((review) => review.startedOn));
  const about = ofGroup(reminderSubject.group, reviews);
  return startedOn === undefined
    ? phrase("listed-reviews", about)
    : phrase("listed-reviews.started", { ...about, day: day(startedOn) });
};

const openingFor: { readonly [T in Tone]: (writer: LetterWriter, letter: NominationReminder) => Markup } = {
  opening: (writer, letter) => {
    const { party, reminderSubject, openedOn, reviews } = letter;
    const about = ofGroup(reminderSubject.group, reviews);
    const that = areOpenFromStart(letter)
      ? writer.say("nomination-reminder.started", {
          ...about,
          reviews: phrase("listed-reviews", about),
          day: day(openedOn),
        })
      : writer.say("nomination-reminder.awaited", {
          ...about,
          nomination: nominationOf(letter),
          reviews: reviewsWithStart(letter),
        });
    return writer.say("note-verbale.opening", { representation: representation(party), that });
  },
  upcoming: (writer, letter) => writer.say("nomination-reminder.recall", addressed(letter)),
  overdue: (writer, letter) =>
    sentences([
      writer.say("nomination-reminder.refer", addressed(letter)),
      writer.say("nomination-reminder.not-recorded", { end: endOf(letter.reminderSubject.dueAt) }),
    ]),
};

const addressed = (letter: NominationReminder): Values => ({
  count: letter.reviews.length,
  representation: representation(letter.party),
  nomination: nominationOf(letter),
  reviews: reviewsWithStart(letter),
});

/**
 * Returns the reasons for the nomination, except the start of all its reviews. There is one sentence per reason and
 * day; it names the reviews if there are several reasons.
 */
export const groundsOf = (writer: LetterWriter, letter: NominationReminder): readonly Markup[] => {
  if (areOpenFromStart(letter)) return [];
  const { party, reminderSubject } = letter;
  const alike = [...Map.groupBy(letter.reviews, ({ grounds: { why, since } }) => `${since} ${why}`).entries()];
  const reasons = alike
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, reviews]) => {
      const [first] = reviews;
      if (first === undefined) return [];
      const { why, since } = first.grounds;
      const count = reviews.length;
      const where = alike.length === 1 ? phrase("reviews-below", { count }) : reviewsPhrase(writer, reviews);
      const values = { party, count, kind: reminderSubject.kind, reviews: where, day: day(since) };
      return [writer.say(`nomination-reminder.grounds.${why}`, values)];
    });
  return [paragraph(sentences(reasons))];
};

/**
 * Returns the sentence that the period starts on another day than the start for this party, if its end is the due date.
 */
const countedFrom = (writer: LetterWriter, letter: NominationReminder): readonly Markup[] => {
  const { party, reminderSubject, openedOn } = letter;
  return !areOpenFromStart(letter) &&
    reminderSubject.dueAt === dueAfter(openedOn, periodOn(reminderSubject.kind, openedOn))
    ? [writer.say("nomination-reminder.counted-from", { party, day: day(openedOn) })]
    : [];
};

/** Returns the rule behind the nomination, the start of its period, and the request. */
const ruleAndRequest = (writer: LetterWriter, letter: NominationReminder): Markup => {
  const { party, reminderSubject, openedOn } = letter;
  return paragraph(
    sentences([
      writer.say(`nomination-reminder.rule.${reminderSubject.kind}`, {
        period: periodPhrase(periodOn(reminderSubject.kind, openedOn)),
      }),
      ...countedFrom(writer, letter),
      writer.say(`nomination-reminder.request.${toneOf(letter)}`, { party, mission: missionOf(party) }),
    ]),
  );
};

const subjectOf = (letter: NominationReminder): Phrase => {
  const { kind, group, dueAt } = letter.reminderSubject;
  return phrase(`nomination-reminder.subject.${toneOf(letter)}`, {
    kind,
    title: titleOfObligation(kind),
    cluster: clusterNumberOf(group),
    day: day(dayOf(dueAt)),
  });
};

/** Returns a paragraph of the pieces; none if they are empty. */
export const paragraphOf = (pieces: readonly Markup[]): readonly Markup[] =>
  pieces.length === 0 ? [] : [paragraph(sentences(pieces))];

/** Returns RM/c1-g1/FR/focal-point: group, party and kind, for every letter about this nomination. */
export const nominationReference = ({ group, party, kind }: ReminderSubject): string => `RM/${group}/${party}/${kind}`;

/** Returns the reminder, a note verbale. Throws if a value is missing or no review remains. */
export const nominationReminder = (letter: NominationReminder, reference: string, writer: LetterWriter): Page => {
  const { party, reminderSubject, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A reminder speaks of no review");
  const isLater = toneOf(letter) !== "opening";
  const because = phrase(`nomination-reminder.because.${reminderSubject.kind}`, { party, count: reviews.length });
  return {
    lang: writer.language,
    dir: writer.direction,
    subject: subjectLine(writer, subjectOf(letter), reference),
    preheader: writer.line("preheader", { words: because }),
    sender: writer.line("sender"),
    marks: marksOf(writer, letter, reference),
    blocks: [
      paragraph(openingFor[toneOf(letter)](writer, letter)),
      ...groundsOf(writer, letter),
      ruleAndRequest(writer, letter),
      dateNoticeOf(writer, letter, reminderSubject.dueAt, {
        ahead: "nomination-reminder.due",
        passed: ["nomination-reminder.due-passed", "date.was-due-by"],
      }),
      ...(isLater
        ? reviewsWaiting(writer, reviews, "nomination-reminder.caption")
        : reviewsConcerned(writer, reviews, "nomination-reminder.caption")),
      ...paragraphOf([...scopeOf(writer, letter), ...effectOf(writer, letter)]),
      ...(isLater ? [paragraph(sentences([...openSince(writer, letter), helpOffered(writer)]))] : []),
      ...howToNominate(writer, letter, reference),
      assurances(writer, party),
    ],
    foot: footUntil(
      footOf(writer, { ...letter, reader: { kind: "mission", party } }, because),
      writer.say("nomination-reminder.until"),
    ),
  };
};
