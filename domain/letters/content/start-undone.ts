import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { startReference } from "./late-start.ts";
import { type Page, paragraph } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { ofGroup, type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { clusterNumberOf, day, missionOf, phrase } from "./phrases.ts";
import { ownAndUnderReview, readerServing, seatedIn, seatsNamedIn } from "./review-letter.ts";

/** A reversed start, to a mission or a focal point that had a letter about the start of the group. */
export interface StartUndone extends Frame {
  readonly kind: "start-undone";
  readonly party: NamedParty;
  readonly group: GroupId;
  /** The recorded day of the start that was reversed. */
  readonly startedOn: CalendarDate;
  /** The day that the latest letters stated, if it is another. */
  readonly reportedDay?: CalendarDate | undefined;
  readonly undoneOn: CalendarDate;
  /** The reason in the words of the user who reversed it. */
  readonly reason: string;
  /** The day on which the group was started again meanwhile. */
  readonly startedAnewOn?: CalendarDate | undefined;
  /** The reviews in which the party takes part. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const thatOf = (writer: LetterWriter, letter: StartUndone): Markup => {
  const { reader, party, group, startedOn, reportedDay, undoneOn, reviews } = letter;
  const about = ofGroup(group, reviews);
  const values = {
    ...about,
    reviews: phrase("group-reviews", about),
    day: day(startedOn),
    reader: reader.kind,
    mission: missionOf(party),
    undone: day(undoneOn),
  };
  return reportedDay === undefined
    ? writer.say("start-undone.that", values)
    : writer.say("start-undone.that-reported", { ...values, reported: day(reportedDay) });
};

/** Returns the present situation: no act is pending, or another letter reports the start that replaced this one. */
const whatHolds = (writer: LetterWriter, { party, startedAnewOn, reviews }: StartUndone): Markup => {
  const values = { party, count: reviews.length };
  return startedAnewOn === undefined
    ? writer.say("start-undone.not-started", values)
    : writer.say("start-undone.started-again", { ...values, day: day(startedAnewOn) });
};

/** Returns the letter in the form for its reader. Throws if a value is missing or there is no review. */
const startUndone = (letter: StartUndone, reference: string, writer: LetterWriter): Page => {
  const { party, group, reason, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a start speaks of no review");
  const inSubject = { ...ofGroup(group, reviews), cluster: clusterNumberOf(group) };
  const statement = {
    subject: phrase("start-undone.subject", {
      ...inSubject,
      reviews: phrase("group-reviews.in-subject", inSubject),
    }),
    that: thatOf(writer, letter),
    blocks: [
      paragraph(whatHolds(writer, letter)),
      paragraph(writer.say("start-correction.reason", { reason })),
      paragraph(writer.say("start-undone.stays", { party })),
      ...reviewsConcerned(writer, reviews, "start-correction.caption"),
    ],
    because: phrase("start-undone.because", { party, count: reviews.length }),
  };
  return frameStatement(writer, letter, statement, reference);
};

/** Returns how the start was undone; undefined if another start was undone afterwards. */
const undoneStart = ({ at }: ContentOf<"start-undone">, { group }: LetterData) =>
  group?.undone?.at === at ? group?.undone : undefined;

export const startUndonePage: KindPage<ContentOf<"start-undone">, StartUndone> = {
  needs: {
    group: ({ group }) => group,
    reviews: (content, data) => (undoneStart(content, data) === undefined ? [] : (data.group?.reviews ?? [])),
    parties: (content, { reviews }) => ownAndUnderReview(content, { reviews: seatedIn(content, reviews) }),
  },
  whyObsolete: (content, data) =>
    undoneStart(content, data) === undefined || seatedIn(content, data.reviews).length === 0 ? "replaced" : undefined,
  gather: (content, data) => {
    const { group, party, at } = content;
    const undone = undoneStart(content, data);
    const reviews = seatedIn(content, data.reviews);
    const reader = readerServing(party, reviews, data);
    if (undone === undefined || reader === undefined) return skip("replaced");
    return gathered(
      {
        kind: "start-undone",
        reader,
        party: data.named(party),
        group,
        startedOn: undone.startedOn,
        reportedDay: undone.reportedDay,
        undoneOn: dayOf(at),
        reason: undone.reason,
        startedAnewOn: data.group?.startedOn,
        reviews: seatsNamedIn(reviews, party, data.named),
        ...surroundingsOf(data),
      },
      { about: reviews },
    );
  },
  statesDateOf: () => true,
  reference: startReference,
  page: startUndone,
};
