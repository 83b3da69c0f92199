import type { PartyId, PhaseId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Phase } from "../../../schemas/model/phase.ts";
import type { RecordedDecision } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import { openedOn } from "../../parties/phases.ts";
import { periodOn } from "../../policy/reviews.ts";
import { mandatesOf } from "../../review/mandates.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { type AddressedData, gathered, type KindPage, skip, surroundingsOf, UnwritableLetter } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { nameInRow, ownFirst, partOf, reviewColumns, type ReviewListed, waysToAnswer } from "./nomination-blocks.ts";
import { byDecision, clusterNumberOf, clusterOfPhase, day, missionOf, periodPhrase, phrase } from "./phrases.ts";
import { foundInPhase, ownAndUnderReview, seatedIn, seatsNamedIn } from "./review-letter.ts";

/**
 * A review of the new cluster in which the party takes part, with the planned start and the persons who serve the party
 * in it.
 */
interface ReviewContinued extends ReviewListed {
  readonly plannedFor: CalendarDate;
  readonly hasFocalPoint: boolean;
  readonly experts: number;
}

/**
 * The opening of a cluster's phase, to a mission: its mandates continue, and it is invited to confirm or to replace
 * them.
 */
export interface PhaseOpened extends Pick<Frame, "now" | "frontEndUrl" | "replyTo"> {
  readonly kind: "phase-opened";
  readonly party: NamedParty;
  readonly phase: PhaseId;
  readonly openedOn: CalendarDate;
  /** The decision that opened it before its time. */
  readonly decision?: RecordedDecision | undefined;
  /** The reviews of the new cluster in which the party takes part. At least one. */
  readonly reviews: readonly ReviewContinued[];
}

/** Returns RM/c4/FR/people: phase and party. */
const phaseReference = ({ phase, party }: Pick<PhaseOpened, "phase" | "party">): string =>
  `RM/${phase}/${party.id}/people`;

/** Returns the planned start of the review; nothing once that day has come. */
const startOf = ({ plannedFor }: ReviewContinued, now: Instant): Phrase =>
  plannedFor <= dayOf(now)
    ? phrase("phase-opened.start")
    : phrase("phase-opened.start-planned", { day: day(plannedFor) });

const peopleOf = ({ hasFocalPoint, experts }: ReviewContinued): Phrase =>
  phrase(hasFocalPoint ? "phase-opened.people" : "phase-opened.people-without-focal-point", { count: experts });

/** Returns the reviews, with the party's part in each, its start and the persons who serve in it. */
const reviewBlocks = (writer: LetterWriter, { party, reviews, now }: PhaseOpened): readonly Markup[] => [
  heading(writer.line("phase-opened.reviews", { count: reviews.length })),
  table(writer, {
    caption: writer.line("phase-opened.caption", { party }),
    columns: reviewColumns(writer),
    rows: ownFirst(writer, reviews).map((review) => [
      nameInRow(writer, review),
      writer.say("phase-opened.row", {
        part: phrase("review-row.part", partOf(review)),
        start: startOf(review, now),
        people: peopleOf(review),
      }),
    ]),
  }),
];

const thatOf = (writer: LetterWriter, { phase, openedOn: opened, decision }: PhaseOpened): Markup => {
  const values = { cluster: clusterOfPhase(phase), day: day(opened) };
  return decision === undefined
    ? writer.say("phase-opened.that", values)
    : writer.say("phase-opened.that-by-decision", { ...values, decision: byDecision(decision) });
};

/**
 * Returns the nominations that a party without mandates must make at the start of a review, with the present periods.
 */
const whatIsNamed = (writer: LetterWriter, { now }: PhaseOpened): Markup =>
  writer.say("phase-opened.nominations", {
    period: periodPhrase(periodOn("focal-point", dayOf(now))),
    longer: periodPhrase(periodOn("experts", dayOf(now))),
  });

/** Returns the letter, a note verbale. Throws if a value is missing or the party takes part in no review. */
const phaseOpened = (letter: PhaseOpened, reference: string, writer: LetterWriter): Page => {
  const { party, phase, reviews } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about a phase speaks of no review");
  const count = reviews.length;
  const statement = {
    subject: phrase("phase-opened.subject", { cluster: clusterNumberOf(phase) }),
    that: thatOf(writer, letter),
    blocks: [
      ...reviewBlocks(writer, letter),
      paragraph(
        sentences([
          writer.say("phase-opened.pairings"),
          writer.say("phase-opened.goes-on", { party, count }),
          whatIsNamed(writer, letter),
        ]),
      ),
      heading(writer.line("phase-opened.action")),
      paragraph(writer.say("phase-opened.request", { mission: missionOf(party) })),
      waysToAnswer(writer, letter, reference),
    ],
    because: phrase("because.listed", { party, count }),
  };
  return frameStatement(writer, { ...letter, reader: { kind: "mission", party } }, statement, reference);
};

/** Returns the reviews of a phase in which a party has a seat, with the persons who currently serve it. */
const continuedFor = (
  { groups }: Phase,
  party: PartyId,
  { reviews, named, now }: AddressedData,
): readonly ReviewContinued[] =>
  reviews.flatMap((review) => {
    const plannedFor = groups.find(({ group }) => group === review.group)?.plannedFor;
    if (plannedFor === undefined) return [];
    const hasFocalPoint = mandatesOf(review, party, "focal-point", now).length > 0;
    const experts = mandatesOf(review, party, "expert", now).length;
    return seatsNamedIn([review], party, named).map((seat) => ({ ...seat, plannedFor, hasFocalPoint, experts }));
  });

export const phaseOpenedPage: KindPage<ContentOf<"phase-opened">, PhaseOpened> = {
  needs: {
    phase: ({ phase }) => phase,
    reviewsOf: ({ party }) => [party],
    reviews: (_content, data) => foundInPhase(data),
    parties: (content, { reviews }) => ownAndUnderReview(content, { reviews: seatedIn(content, reviews) }),
  },
  whyObsolete: (content, { phase, reviews }) => {
    if (phase === undefined) throw new UnwritableLetter(`No phase ${content.phase} is open`);
    return seatedIn(content, reviews).length === 0 ? "replaced" : undefined;
  },
  gather: ({ phase: id, party }, data) => {
    const { phase } = data;
    if (phase === undefined) return skip("replaced");
    return gathered({
      kind: "phase-opened",
      party: data.named(party),
      phase: id,
      openedOn: openedOn(phase),
      decision: phase.decision,
      reviews: continuedFor(phase, party, data),
      ...surroundingsOf(data),
    });
  },
  reference: phaseReference,
  page: phaseOpened,
};
