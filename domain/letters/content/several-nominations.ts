import { dayOf } from "../../base/time.ts";
import { isNomination, isOvertaken, openedOnOf, refsOn } from "../../reminders/schedule.ts";
import { type ContentOf, stepsOfReminder } from "../letter-kinds.ts";
import { assurances, footOf, footUntil, marksOf, subjectLine } from "./frame-statement.ts";
import { reviewsToNominate } from "./gather-nomination.ts";
import type { Markup } from "./html.ts";
import { daysOpen, helpOffered, statesReminded } from "./later-reminder.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import { gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { howToNominate, reviewsConcerned, reviewsWaiting } from "./nomination-blocks.ts";
import {
  effectOf,
  groundsOf,
  nominationReference,
  type NominationReminder,
  nominationReminder,
  paragraphOf,
  type ReviewToNominate,
  reviewsWithStart,
  scopeOf,
  toneOf,
} from "./nomination-reminder.ts";
import { clusterNumberOf, day, missionOf, phrase, representation, titleOfObligation } from "./phrases.ts";
import { ownAndUnderReview, plannedReviews, whyNothingIsLeft } from "./review-letter.ts";
import { dateInRow } from "./start-dates.ts";

/** Returns whether a reminder names several nominations. */
const namesSeveral = ({ further = [] }: NominationReminder): boolean => further.length > 0;

/** Returns the reference of a reminder; one that names several nominations has RM/c1-g1/FR/nominations. */
const reminderReference = (letter: NominationReminder): string => {
  const { group, party } = letter.reminderSubject;
  return namesSeveral(letter) ? `RM/${group}/${party}/nominations` : nominationReference(letter.reminderSubject);
};

/** Returns each reminder step as a separate letter. */
const stepsIn = ({ further = [], ...letter }: NominationReminder): readonly NominationReminder[] => [
  letter,
  ...further.map((step) => ({ ...letter, ...step })),
];

/** Returns the reviews of several steps, each once. */
const reviewsOf = (steps: readonly NominationReminder[]): readonly ReviewToNominate[] => [
  ...new Map(steps.flatMap(({ reviews }) => reviews).map((review) => [review.id, review])).values(),
];

/**
 * Returns the pending nominations, and the earliest of their future dates or, if there is none, the earliest past one.
 */
const subjectOf = (
  steps: readonly NominationReminder[],
  { reminderSubject, party, now }: NominationReminder,
): Phrase => {
  const [kind, ...others] = new Set(steps.map((step) => step.reminderSubject.kind));
  const dates = steps.map((step) => step.reminderSubject.dueAt).toSorted();
  const ahead = dates.find((dueAt) => dueAt >= now);
  return phrase(ahead === undefined ? "nominations-reminder.subject.passed" : "nominations-reminder.subject.ahead", {
    party,
    kinds: others.length > 0 || kind === undefined ? "both" : kind,
    cluster: clusterNumberOf(reminderSubject.group),
    day: day(dayOf(ahead ?? dates[0] ?? reminderSubject.dueAt)),
  });
};

/** Returns a nomination with its date, and in a later reminder with the number of days that it has been open. */
const rowOf = (writer: LetterWriter, step: NominationReminder): readonly [Markup, Markup] => {
  const { kind, dueAt } = step.reminderSubject;
  const row = phrase(`late-start.row.${kind}`, { date: dateInRow(kind, dueAt, step.now) });
  const count = daysOpen(step);
  return [
    writer.write(titleOfObligation(kind)),
    toneOf(step) === "opening" || count < 1
      ? writer.write(row)
      : writer.say("nominations-reminder.row.open", { row, count }),
  ];
};

/** Returns the reviews with a pending nomination; nomination by nomination if these reviews differ. */
const reviewBlocks = (
  writer: LetterWriter,
  steps: readonly NominationReminder[],
  isLater: boolean,
): readonly Markup[] => {
  const reviews = reviewsOf(steps);
  const list = isLater ? reviewsWaiting : reviewsConcerned;
  return steps.every((step) => step.reviews.length === reviews.length)
    ? list(writer, reviews, "late-start.reviews")
    : steps.flatMap((step) => list(writer, step.reviews, `obligation-title.${step.reminderSubject.kind}`));
};

/** Returns the reminder of several nominations. Throws if a value is missing or one of them names no review. */
const severalNominations = (letter: NominationReminder, reference: string, writer: LetterWriter): Page => {
  const { party } = letter;
  const steps = stepsIn(letter);
  const reviews = reviewsOf(steps);
  if (steps.some((step) => step.reviews.length === 0)) throw new TypeError("A reminder speaks of no review");
  const isLater = steps.some((step) => toneOf(step) !== "opening");
  const count = reviews.length;
  const because = phrase("late-start.because", { party, count });
  const that = writer.say("nominations-reminder.that", {
    party,
    reviews: reviewsWithStart({ ...letter, reviews }),
    count,
  });
  return {
    lang: writer.language,
    dir: writer.direction,
    subject: subjectLine(writer, subjectOf(steps, letter), reference),
    preheader: writer.line("preheader", { words: because }),
    sender: writer.line("sender"),
    marks: marksOf(writer, letter, reference),
    blocks: [
      paragraph(writer.say("note-verbale.opening", { representation: representation(party), that })),
      heading(writer.line("late-start.awaited")),
      table(writer, {
        caption: writer.line("late-start.caption"),
        columns: [writer.line("late-start.nomination"), writer.line("late-start.date")],
        rows: steps.map((step) => rowOf(writer, step)),
      }),
      ...steps.flatMap((step) => groundsOf(writer, step)),
      paragraph(
        steps.some((step) => toneOf(step) === "overdue")
          ? writer.say("late-start.passed", { party, mission: missionOf(party) })
          : writer.say("late-start.request"),
      ),
      ...reviewBlocks(writer, steps, isLater),
      ...paragraphOf(steps.flatMap((step) => [...scopeOf(writer, step), ...effectOf(writer, step)])),
      ...(isLater ? [paragraph(helpOffered(writer))] : []),
      ...howToNominate(writer, letter, reference),
      assurances(writer, party),
    ],
    foot: footUntil(
      footOf(writer, { ...letter, reader: { kind: "mission", party } }, because),
      writer.say("nominations-reminder.until"),
    ),
  };
};

/** Returns the steps of a reminder with an obligation that is still open, each with the day from which it counts. */
const openSteps = (content: ContentOf<"nomination-reminder">, { reviews }: LetterData) =>
  stepsOfReminder(content).flatMap(({ reminderSubject, stepName }) => {
    const { kind } = reminderSubject;
    const openedOn = openedOnOf(reviews, reminderSubject);
    return openedOn === undefined || !isNomination(kind)
      ? []
      : [{ reminderSubject: { ...reminderSubject, kind }, stepName, openedOn }];
  });

/** Returns the open steps of a reminder that no later step has replaced. */
const currentSteps = (content: ContentOf<"nomination-reminder">, data: LetterData) =>
  openSteps(content, data).filter(
    ({ reminderSubject, stepName, openedOn }) => !isOvertaken(reminderSubject, stepName, openedOn, data.now),
  );

export const nominationReminderPage: KindPage<ContentOf<"nomination-reminder">, NominationReminder> = {
  needs: {
    reviews: (_content, data) => plannedReviews(data),
    parties: ({ reminderSubject }, data) => ownAndUnderReview(reminderSubject, data),
  },
  whyObsolete: (content, data) => {
    if (openSteps(content, data).length === 0) return whyNothingIsLeft(data);
    return currentSteps(content, data).length === 0 ? "replaced" : undefined;
  },
  gather: (content, data) => {
    const steps = currentSteps(content, data);
    const [first, ...further] = steps.map((step) => ({
      ...step,
      reviews: reviewsToNominate(data.reviews, step.reminderSubject, data.named),
    }));
    if (first === undefined) return skip("replaced");
    return gathered(
      {
        kind: "nomination-reminder",
        party: data.named(first.reminderSubject.party),
        ...first,
        further,
        ...surroundingsOf(data),
      },
      { obligationRefs: steps.flatMap(({ reminderSubject }) => refsOn(data.reviews, reminderSubject)) },
    );
  },
  statesDateOf: statesReminded,
  reference: reminderReference,
  page: (letter, reference, writer) =>
    (namesSeveral(letter) ? severalNominations : nominationReminder)(letter, reference, writer),
};
