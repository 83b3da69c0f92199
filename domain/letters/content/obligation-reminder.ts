import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import type { ReminderSubject } from "../../../schemas/model/letter.ts";
import type { Review, Stage } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import { periodOn } from "../../policy/reviews.ts";
import { isOvertaken, obligationsOf, openedOnOf, refsOn, type StepName } from "../../reminders/schedule.ts";
import { decisionWithout } from "../../review/decisions.ts";
import { dividedWork } from "../../review/instruments-due.ts";
import { clarificationIdOf } from "../../review/obligations.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, dateNoticeOf, frameStatement, reviewPhrase } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { helpOffered, openSince, statesReminded } from "./later-reminder.ts";
import { heading, type Page, paragraph } from "./layout.ts";
import type { Frame, ReviewNamed, WorkKind } from "./letter-frame.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { type NamedDecision, nameDecision } from "./named-decision.ts";
import {
  byDecision,
  day,
  endOf,
  instrumentPhrases,
  periodPhrase,
  phrase,
  reminderOf,
  titleOfObligation,
  withClusters,
} from "./phrases.ts";
import { inReview, isWork, type ReviewSeen } from "./review-letter.ts";

type WorkSubject = ReminderSubject & { readonly kind: WorkKind };

/** A reminder that a party has something to do in one review, to its mission or its focal point. */
export interface ObligationReminder extends Frame {
  readonly kind: "duty-reminder";
  readonly party: NamedParty;
  readonly reminderSubject: WorkSubject;
  readonly stepName: StepName;
  /** The day from which the period counts. */
  readonly openedOn: CalendarDate;
  /** The date as it was first, from which a delay or a return moved the one of the reminder subject. */
  readonly originalDueAt: Instant;
  /** True if it was met before and is open again since its opening day. */
  readonly reopened: boolean;
  readonly review: ReviewNamed;
  /** The stage at which the review waits. */
  readonly stage: Stage;
  /** The numbers of the requests for clarification that are open. */
  readonly questions?: readonly number[];
  /** The decision that makes feedback due although no responses were received. */
  readonly withoutAnswers?: NamedDecision;
  /**
   * The instruments of feedback on divided work: those that the party took, and those of its seat that no party took.
   */
  readonly divided?: { readonly taken: readonly Instrument[]; readonly open: readonly Instrument[] } | undefined;
}

type Tone = "opening" | "upcoming" | "overdue";

/** Returns the tone for this moment: a letter that leaves late never announces a date that has passed. */
const toneOf = ({ stepName, reminderSubject, now }: ObligationReminder): Tone => {
  if (now > reminderSubject.dueAt) return "overdue";
  return stepName === "start" ? "opening" : "upcoming";
};

/** Returns "the answers of France to the self-assessment questionnaire". */
const obligationOf = ({ party, reminderSubject }: ObligationReminder): Phrase =>
  phrase(`obligation.${reminderSubject.kind}`, { party });

const subjectOf = ({ reminderSubject: { kind, dueAt }, review }: ObligationReminder, tone: Tone): Phrase => {
  const title = withClusters(titleOfObligation(kind), [review.id]);
  return phrase(`duty-reminder.subject.${tone}`, {
    kind,
    title,
    reminder: reminderOf(title),
    day: day(dayOf(dueAt)),
  });
};

const thatOf = (writer: LetterWriter, letter: ObligationReminder, tone: Tone): Markup =>
  writer.say(`duty-reminder.that.${tone}`, {
    ...aboutReview(letter.review),
    kind: letter.reminderSubject.kind,
    obligation: obligationOf(letter),
    end: endOf(letter.reminderSubject.dueAt),
  });

/** Returns the numbers of the clarifications without a response. */
const requestsOf = (writer: LetterWriter, questions: readonly number[] = []): readonly Markup[] =>
  questions.length === 0
    ? []
    : [paragraph(writer.say("duty-reminder.requests", { count: questions.length, numbers: questions }))];

/**
 * Returns the division of work. All reviewing parties share an instrument that no party took, also a party that joined
 * after the division.
 */
const divisionOf = (writer: LetterWriter, { party, divided }: ObligationReminder): readonly Markup[] => {
  if (divided === undefined) return [];
  const { taken, open } = divided;
  const said = [
    ...(taken.length === 0
      ? []
      : [writer.say("duty-reminder.divided", { party, instruments: instrumentPhrases(taken) })]),
    ...(open.length === 0
      ? []
      : [
          writer.say(taken.length === 0 ? "duty-reminder.open" : "duty-reminder.open-as-well", {
            party,
            instruments: instrumentPhrases(open),
          }),
        ]),
  ];
  return [paragraph(sentences(said))];
};

/**
 * Returns the start of the period, or the day of the reopening. The period of an agreement has the end of the review
 * instead.
 */
const countOf = (
  writer: LetterWriter,
  { reminderSubject: { kind }, openedOn, reopened }: ObligationReminder,
): readonly Markup[] => {
  const values = { day: day(openedOn) };
  if (reopened) return kind === "clarification" ? [] : [writer.say(`duty-reminder.again.${kind}`, values)];
  return kind === "agreement" ? [] : [writer.say("duty-reminder.counted-from", values)];
};

/** Returns the division of work, and the next step. Without responses there is no party to send clarifications to. */
const howOf = (
  writer: LetterWriter,
  { reminderSubject: { kind }, party, withoutAnswers }: ObligationReminder,
): Markup =>
  writer.say(
    withoutAnswers === undefined ? `duty-reminder.how.${kind}` : "duty-reminder.how.feedback-without-answers",
    {
      party,
    },
  );

/** Returns the rule behind the date, the origin of the date, and the division of work. */
const rulesOf = (writer: LetterWriter, letter: ObligationReminder): Markup => {
  const { reminderSubject, openedOn, originalDueAt, withoutAnswers } = letter;
  const { kind, dueAt } = reminderSubject;
  return paragraph(
    sentences([
      writer.say(`duty-reminder.rule.${kind}`, { period: periodPhrase(periodOn(kind, openedOn)) }),
      ...(withoutAnswers === undefined
        ? []
        : [writer.say("duty-reminder.without-answers", { decision: byDecision(withoutAnswers) })]),
      ...countOf(writer, letter),
      ...(originalDueAt === dueAt ? [] : [writer.say("duty-reminder.original", { end: endOf(originalDueAt) })]),
      howOf(writer, letter),
    ]),
  );
};

/** Returns the options of a party that cannot meet the date, or has missed it. */
const moreTime = (
  writer: LetterWriter,
  { reminderSubject, party }: ObligationReminder,
  tone: Tone,
): readonly Markup[] =>
  tone === "overdue"
    ? [
        heading(writer.line("duty-reminder.proceed")),
        paragraph(
          sentences([
            writer.say(`duty-reminder.welcome.${reminderSubject.kind}`, { party }),
            writer.say("duty-reminder.delay-still"),
          ]),
        ),
      ]
    : [heading(writer.line("duty-reminder.more-time")), paragraph(writer.say("duty-reminder.delay"))];

/**
 * Returns the additions of a reminder after the first: the time that the obligation has been open, the waiting stage of
 * its review, and help.
 */
const laterBlocks = (writer: LetterWriter, letter: ObligationReminder, tone: Tone): readonly Markup[] =>
  tone === "opening"
    ? []
    : [
        paragraph(
          sentences([
            ...openSince(writer, letter),
            writer.say("later-reminder.waits", {
              review: reviewPhrase(letter.review),
              stage: phrase(`stage.${letter.stage}`),
            }),
            helpOffered(writer),
          ]),
        ),
      ];

/** Returns RM/c1-FR/PE/feedback: review, party and kind, for every letter about this obligation. */
const obligationReference = ({ review, party, kind }: ReminderSubject): string => `RM/${review ?? ""}/${party}/${kind}`;

/** Returns the reminder in the form for its reader. Throws if a value is missing. */
const obligationReminder = (letter: ObligationReminder, reference: string, writer: LetterWriter): Page => {
  const { kind, dueAt } = letter.reminderSubject;
  const tone = toneOf(letter);
  const statement = {
    subject: subjectOf(letter, tone),
    that: thatOf(writer, letter, tone),
    blocks: [
      dateNoticeOf(writer, letter, dueAt, {
        ahead: "duty-reminder.due",
        passed: [`obligation-title.${kind}`, kind === "questionnaire" ? "date.were-due-by" : "date.was-due-by"],
      }),
      ...requestsOf(writer, letter.questions),
      ...divisionOf(writer, letter),
      rulesOf(writer, letter),
      ...laterBlocks(writer, letter, tone),
      ...moreTime(writer, letter, tone),
    ],
    because: phrase("duty-reminder.because", {
      kind,
      obligation: obligationOf(letter),
      review: reviewPhrase(letter.review),
    }),
    until: writer.say("duty-reminder.until", { kind }),
  };
  return frameStatement(writer, letter, statement, reference);
};

/**
 * Returns whether an obligation ended or has another date, and was not simply met in the generation of the reminder.
 */
const isSuperseded = ({ obligations }: Review, { kind, party, generation }: ReminderSubject): boolean =>
  !Object.values(obligations).some(
    (obligation) =>
      obligation.kind === kind &&
      obligation.party === party &&
      obligation.generation === generation &&
      obligation.state === "met",
  );

const gatherReminder = (
  { reminderSubject, stepName }: ContentOf<"duty-reminder">,
  { review, about, named }: ReviewSeen,
): Gathered<ObligationReminder> => {
  const openedOn = openedOnOf([review], reminderSubject);
  if (openedOn === undefined) return skip(isSuperseded(review, reminderSubject) ? "replaced" : "done");
  if (isOvertaken(reminderSubject, stepName, openedOn, about.now)) return skip("replaced");
  if (!isWork(reminderSubject)) throw new TypeError(`A reminder of work cannot speak of ${reminderSubject.kind}`);
  const obligations = obligationsOf(review, reminderSubject);
  const pending = new Set<string>(obligations.map(({ id }) => id));
  const questions = (review.clarifications ?? [])
    .map(({ number }) => number)
    .filter((number) => pending.has(clarificationIdOf(number, review.party)));
  const [first] = obligations;
  const withoutAnswers =
    reminderSubject.kind === "feedback" && review.answers === undefined
      ? decisionWithout(review, "questionnaire")
      : undefined;
  return gathered(
    {
      ...about,
      kind: "duty-reminder",
      party: named(reminderSubject.party),
      reminderSubject,
      stepName,
      openedOn,
      stage: review.stage,
      originalDueAt: first?.originalDueAt ?? reminderSubject.dueAt,
      reopened: first?.reopened === true,
      questions,
      ...(withoutAnswers === undefined ? {} : { withoutAnswers: nameDecision(withoutAnswers, named) }),
      ...(reminderSubject.kind === "feedback" ? { divided: dividedWork(review, reminderSubject.party) } : {}),
    },
    { obligationRefs: refsOn([review], reminderSubject) },
  );
};

export const obligationReminderPage: KindPage<ContentOf<"duty-reminder">, ObligationReminder> = {
  ...inReview(({ reminderSubject }) => reminderSubject.review, gatherReminder),
  statesDateOf: statesReminded,
  reference: ({ reminderSubject }) => obligationReference(reminderSubject),
  page: obligationReminder,
};
