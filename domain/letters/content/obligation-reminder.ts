import type { ReminderSubject } from "../../../schemas/model/letter.ts";
import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import { periodOn } from "../../base/policy.ts";
import type { StepName } from "../../reminders/schedule.ts";
import { dayOf, longDate } from "../../base/time.ts";
import { byDecision, type NamedDecision } from "./decision-wording.ts";
import { dutyWords, type WorkKind } from "./obligation-wording.ts";
import {
  day,
  endOf,
  inSentence,
  instrumentWords,
  type NamedParty,
  periodWords,
  reminderOf,
  withClusters,
} from "./wording.ts";
import {
  type Frame,
  frameLetter,
  reviewOf,
  type ReviewNamed,
  type LetterStatement,
  underCluster,
} from "./salutation.ts";
import { type Markup, markup, sentences } from "./html.ts";
import { dateNotice, heading, type Page, paragraph } from "./layout.ts";

export type WorkOccasion = ReminderSubject & { readonly kind: WorkKind };

/** A reminder that a party has something to do in one review, to its mission or its focal point. */
export interface DutyReminder extends Frame {
  readonly kind: "duty-reminder";
  readonly party: NamedParty;
  readonly occasion: WorkOccasion;
  readonly rung: StepName;
  /** The day from which the period counts. */
  readonly openedOn: CalendarDate;
  /** The date as it was first, from which a delay or a return moved the one of the occasion. */
  readonly originalDueAt: Instant;
  /** That it was met before and is owed again since the day it opened. */
  readonly reopened: boolean;
  readonly review: ReviewNamed;
  /** The numbers of the requests for clarification that are open. */
  readonly questions?: readonly number[];
  /** By which feedback is owed although no answers were received. */
  readonly withoutAnswers?: NamedDecision;
  /** Of feedback on work that was divided: what the party took, and what of its seat is open because nobody did. */
  readonly divided?: { readonly taken: readonly Instrument[]; readonly open: readonly Instrument[] } | undefined;
}

type Tone = "opening" | "upcoming" | "overdue";

/** What the letter has to say at this moment: a letter that leaves late never announces a date that has passed. */
const toneOf = ({ rung, occasion, now }: DutyReminder): Tone => {
  if (now > occasion.dueAt) return "overdue";
  return rung === "start" ? "opening" : "upcoming";
};

const about = ({ review }: DutyReminder): Markup => markup`in ${reviewOf(review)} ${underCluster(review)}`;

const that: { readonly [T in Tone]: (letter: DutyReminder, what: Markup, are: string) => Markup } = {
  opening: (letter, what, are) => markup`that ${what} ${about(letter)} ${are} awaited.`,
  upcoming: (letter, what, are) =>
    markup`that ${what} ${about(letter)}, due by the ${endOf(letter.occasion.dueAt)}, ${are} still awaited as at the date of this letter.`,
  overdue: (letter, what, are) =>
    markup`that ${what} ${about(letter)}, which ${are === "are" ? "were" : "was"} due by the ${endOf(letter.occasion.dueAt)}, ${are} not yet recorded.`,
};

const more: { readonly [T in Tone]: (party: Markup, words: (typeof dutyWords)[WorkKind]) => Markup } = {
  opening: () => markup`Should more time be needed, a delay may be notified with its reason and a new date.`,
  upcoming: () => markup`Should more time be needed, a delay may be notified with its reason and a new date.`,
  overdue: (party, { short, are }) =>
    markup`${short} ${are === "are" ? "remain" : "remains"} welcome at any time; the passing of the date has no consequence for ${party} in the Mechanism. A delay may still be notified with its reason and a new date, so that all parties to the review can plan, and the secretariat stands ready to assist should there be any difficulty.`,
};

/** From when the period counts, or since when it is owed again, and which date it had first. */
const datesOf = (letter: DutyReminder): readonly Markup[] => {
  const { occasion, openedOn, originalDueAt, reopened, withoutAnswers } = letter;
  const { again, isCounted } = dutyWords[occasion.kind];
  return [
    withoutAnswers === undefined
      ? markup``
      : markup`No responses were received: ${byDecision(withoutAnswers)}, the review goes on without them.`,
    reopened ? again(day(openedOn)) : isCounted ? markup`The period counts from ${day(openedOn)}.` : markup``,
    originalDueAt === occasion.dueAt ? markup`` : markup`The original date was the ${endOf(originalDueAt)}.`,
  ];
};

const subjects: { readonly [T in Tone]: (title: string, date: string, plural: boolean) => string } = {
  opening: (title, date) => `${title}, due by ${date}`,
  upcoming: (title, date) => `${reminderOf(title)}, due by ${date}`,
  overdue: (title, date, plural) => `${reminderOf(title)}, which ${plural ? "were" : "was"} due by ${date}`,
};

const questionWords = (questions: readonly number[]): readonly Markup[] =>
  questions.length === 0
    ? []
    : [
        paragraph(
          markup`${questions.length === 1 ? "The request has" : "The requests have"} the number ${questions.join(", ")}.`,
        ),
      ];

/** What is open is owed by everybody who reviews it, also by a party that came after the division. */
const divisionWords = (party: Markup, { taken, open }: NonNullable<DutyReminder["divided"]>): Markup =>
  paragraph(
    sentences([
      taken.length === 0
        ? markup``
        : markup`By the division of work among the reviewing parties, ${party} gives its feedback on ${instrumentWords(taken)}.`,
      open.length === 0
        ? markup``
        : markup`The work on ${instrumentWords(open)} is open to be divided among the reviewing parties; until they divide it, ${party} gives its feedback on that${taken.length === 0 ? markup`` : markup` as well`}.`,
    ]),
  );

/** Who drafts and clears feedback where no answers came, about which there is nobody to ask. */
const feedbackOnNothing = (party: Markup): Markup =>
  markup`The governmental experts of ${party} may draft the feedback together with those of the other reviewing parties; the focal point clears it.`;

/** RM/c1-FR/PE/feedback: review, party and step, the same on every letter about this duty. */
export const dutyReference = ({ review, party, kind }: ReminderSubject): string =>
  `RM/${review ?? ""}/${party}/${kind}`;

/** The reminder in English. Throws where a value is missing. */
export const dutyReminder = (letter: DutyReminder, reference: string): Page => {
  const { party, occasion, openedOn, review, withoutAnswers } = letter;
  const tone = toneOf(letter);
  const words = dutyWords[occasion.kind];
  const name = inSentence(party);
  const statement: LetterStatement = {
    subject: subjects[tone](
      withClusters(words.title, [review.id]),
      longDate(dayOf(occasion.dueAt), "en"),
      words.are === "are",
    ),
    that: that[tone](letter, words.what(name), words.are),
    blocks: [
      dateNotice(
        { ahead: "Due date", passed: [words.title, `${words.are === "are" ? "were" : "was"} due by the`] },
        endOf(occasion.dueAt),
        letter.now > occasion.dueAt,
      ),
      ...questionWords(letter.questions ?? []),
      ...(letter.divided === undefined ? [] : [divisionWords(name, letter.divided)]),
      paragraph(
        sentences([
          words.rule(periodWords(periodOn(occasion.kind, openedOn))),
          ...datesOf(letter),
          withoutAnswers === undefined ? words.how(name) : feedbackOnNothing(name),
        ]),
      ),
      heading(tone === "overdue" ? "How to proceed" : "If more time is needed"),
      paragraph(more[tone](name, words)),
    ],
    because: markup`${words.what(name)} in ${reviewOf(review)} ${words.are} awaited. Reminders end when ${words.are === "are" ? "they are" : "it is"} recorded`,
  };
  return frameLetter(letter, statement, reference);
};
