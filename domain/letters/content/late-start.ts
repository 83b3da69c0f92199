import type { GroupId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { NominationKind, Obligation, Review } from "../../../schemas/model/review.ts";
import { isNomination } from "../../reminders/schedule.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { openSinceStart, refsSinceStart } from "../start-letters.ts";
import { frameStatement } from "./frame-statement.ts";
import type { Markup } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { gathered, type KindPage, type LetterData, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { howToNominate, ofGroup, type ReviewListed, reviewsConcerned } from "./nomination-blocks.ts";
import { clusterNumberOf, day, missionOf, phrase, titleOfObligation } from "./phrases.ts";
import { ownAndUnderReview, plannedReviews, seatsNamedIn, whyNothingIsLeft } from "./review-letter.ts";
import { dateInRow, hasPassedAny } from "./start-dates.ts";

/** A nomination that is still missing in some of the reviews, with its date. */
interface DueNomination {
  readonly kind: NominationKind;
  readonly dueAt: Instant;
}

/**
 * A late start, to a mission, instead of the first reminders: the start of its group was recorded long after its day.
 */
export interface LateStart extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "late-start";
  readonly party: NamedParty;
  readonly group: GroupId;
  readonly startedOn: CalendarDate;
  /** The pending nominations, the earliest date first; at least one. */
  readonly pending: readonly DueNomination[];
  /** The reviews of the pending nominations. At least one. */
  readonly reviews: readonly ReviewListed[];
}

const rowOf = (writer: LetterWriter, { now }: LateStart, { kind, dueAt }: DueNomination): readonly [Markup, Markup] => [
  writer.write(titleOfObligation(kind)),
  writer.say(`late-start.row.${kind}`, { date: dateInRow(kind, dueAt, now) }),
];

/** Returns the consequence of a date that has passed, if one has. */
const consequences = (writer: LetterWriter, letter: LateStart): Markup =>
  hasPassedAny(letter)
    ? writer.say("late-start.passed", { party: letter.party, mission: missionOf(letter.party) })
    : writer.say("late-start.request");

/** Returns RM/c1-g1/FR/start: group and party, for every letter about the start of the group. */
export const startReference = ({ group, party }: { readonly group: GroupId; readonly party: NamedParty }): string =>
  `RM/${group}/${party.id}/start`;

/** Returns the letter, a note verbale. Throws if a value is missing or no nomination is pending. */
const lateStart = (letter: LateStart, reference: string, writer: LetterWriter): Page => {
  const { party, group, pending, reviews } = letter;
  if (pending.length === 0 || reviews.length === 0)
    throw new TypeError("A letter about a start speaks of no obligation");
  const about = ofGroup(group, reviews);
  const startedOn = day(letter.startedOn);
  const statement = {
    subject: phrase("late-start.subject", { ...about, cluster: clusterNumberOf(group), day: startedOn }),
    that: writer.say("late-start.that", { ...about, reviews: phrase("listed-reviews", about), day: startedOn }),
    blocks: [
      paragraph(writer.say("late-start.counted-from")),
      heading(writer.line("late-start.awaited")),
      table(writer, {
        caption: writer.line("late-start.caption"),
        columns: [writer.line("late-start.nomination"), writer.line("late-start.date")],
        rows: pending.map((one) => rowOf(writer, letter, one)),
      }),
      paragraph(consequences(writer, letter)),
      ...reviewsConcerned(writer, reviews, "late-start.reviews"),
      ...howToNominate(writer, letter, reference),
    ],
    because: phrase("late-start.because", { party, count: reviews.length }),
  };
  return frameStatement(writer, { ...letter, reader: { kind: "mission", party } }, statement, reference);
};

/** Returns the open obligations by kind and date, each once, the earliest first. */
const dueNominations = (obligations: readonly Obligation[]): readonly DueNomination[] =>
  [...Map.groupBy(obligations, ({ kind, dueAt }) => `${dueAt} ${kind}`)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([, [first]]) =>
      first !== undefined && isNomination(first.kind) ? [{ kind: first.kind, dueAt: first.dueAt }] : [],
    );

const stillOpen = ({ party, at }: ContentOf<"late-start">, { reviews }: LetterData): readonly Review[] =>
  reviews.filter((review) => openSinceStart(review, party, at).length > 0);

export const lateStartPage: KindPage<ContentOf<"late-start">, LateStart> = {
  needs: {
    reviews: (_content, data) => plannedReviews(data),
    parties: (content, data) => ownAndUnderReview(content, { reviews: stillOpen(content, data) }),
  },
  whyObsolete: (content, data) =>
    stillOpen(content, data)[0]?.startedOn === undefined ? whyNothingIsLeft(data) : undefined,
  gather: (content, data) => {
    const { group, party, at } = content;
    const pending = stillOpen(content, data);
    const startedOn = pending[0]?.startedOn;
    if (startedOn === undefined) return skip(whyNothingIsLeft(data));
    return gathered(
      {
        kind: "late-start",
        party: data.named(party),
        group,
        startedOn,
        pending: dueNominations(pending.flatMap((review) => openSinceStart(review, party, at))),
        reviews: seatsNamedIn(pending, party, data.named),
        ...surroundingsOf(data),
      },
      { obligationRefs: refsSinceStart(pending, party, at), about: pending },
    );
  },
  statesDateOf: (_content, { state, kind }) => state === "open" && isNomination(kind),
  reference: startReference,
  page: lateStart,
};
