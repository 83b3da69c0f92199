import { defined } from "../../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { PartyId, PhaseId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type Refused, refuse } from "../../base/decision.ts";
import { earliestStart } from "../../base/settings.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { dayOf, latest } from "../../base/time.ts";
import { isInProgress } from "../blockers.ts";
import { evolveReview } from "../evolve.ts";
import { servesOtherParty } from "../mandates.ts";
import { isVacated } from "../seat-turns.ts";
import { withSteps } from "../stage-progress.ts";
import { type DenunciationChanges, type Denunciation, vacateSeat } from "./record-denunciation.ts";
import { obligationsOfNewcomer } from "./redraw-seat.ts";

/** The journals of reviews, from their first entries on. */
type DenunciationJournals = ReadonlyMap<ReviewId, readonly JournalEntry[]>;

/** A seat for which lots were drawn after its party had left. */
export interface SeatDrawnSince {
  readonly review: ReviewId;
  readonly by: PartyId;
  readonly at: Instant;
}

/** A denunciation on record: its party, when it was recorded, and what became of the reviews that it changed. */
export interface RecordedDenunciation {
  readonly party: Party;
  readonly recordedAt: Instant;
  /** Reviews that go no further for it, or in which its seat waits for lots. */
  readonly reviews: readonly Review[];
  readonly seatsDrawn: readonly SeatDrawnSince[];
}

/** Returns whether a review is discontinued because a party left, or waits for lots for its seat. */
export const isChangedByDenunciation = (review: Review, party: PartyId): boolean =>
  (review.party === party && review.discontinued !== undefined) || isVacated(review, party);

/** Returns the reviews that letters about a denunciation named. */
const reportedReviews = ({ reviews, seatsDrawn }: RecordedDenunciation): ReviewId[] => [
  ...reviews.map(({ id }) => id),
  ...seatsDrawn.map(({ review }) => review),
];

/**
 * Corrects a denunciation that was recorded on a wrong day, or by a wrong document: in the review of the party and for
 * its seats in others. The day lies neither ahead, nor before the party had joined the Convention, nor after lots were
 * drawn for one of its seats. Returns no fact if that is already recorded. Refused where no denunciation is on record.
 */
export const correctDenunciation = (
  denunciation: RecordedDenunciation,
  journals: DenunciationJournals,
  { reason, ...right }: Denunciation & { readonly reason: string },
  now: Instant,
): DenunciationChanges | Refused => {
  const { party, recordedAt, reviews, seatsDrawn } = denunciation;
  const { left, joined } = party;
  if (party.participation !== "not-taking-part" || left === undefined) return refuse("no-denunciation");
  if (left.leftOn === right.leftOn && left.document === right.document) return { ok: true, party: [], reviews: [] };
  const joinedOn = joined.UNTOC ?? earliestStart;
  const when = resolveRecordedDate(right.leftOn, now, joinedOn < earliestStart ? earliestStart : joinedOn);
  if (!when.ok) return when;
  const [first] = seatsDrawn.toSorted((one, other) => one.at.localeCompare(other.at));
  if (first !== undefined && dayOf(first.at) < right.leftOn)
    return refuse("date-too-late", { latest: dayOf(first.at), contradicts: "redraw", review: first.review });
  const corrected: Fact = {
    kind: "denunciation-corrected",
    happenedAt: now,
    party: party.id,
    from: left.leftOn,
    to: right.leftOn,
    document: right.document,
    reason,
    recordedAt,
    reviews: reportedReviews(denunciation),
  };
  return {
    ok: true,
    party: [corrected],
    reviews: reviews.map((review) => ({
      id: review.id,
      facts: [correctedIn(review, party.id, journals, { ...right, at: latest(when.at, review.stageSince) })],
    })),
  };
};

/** Returns the correction of a denunciation in one review: mandates and obligations end on the corrected day. */
const correctedIn = (
  review: Review,
  party: PartyId,
  journals: DenunciationJournals,
  { at, ...right }: Denunciation & { readonly at: Instant },
): FactOf<"review-denunciation-corrected"> => {
  const entries = journals.get(review.id) ?? [];
  const facts = entries[denunciationEntry(entries, party)]?.facts ?? [];
  return {
    kind: "review-denunciation-corrected",
    happenedAt: at,
    review: review.id,
    party,
    ...right,
    mandates: facts.flatMap((fact) => {
      if (fact.kind !== "mandate-ended") return [];
      const until = latest(fact.until, at);
      return review.mandates[fact.mandate]?.until === until ? [] : [{ mandate: fact.mandate, until }];
    }),
    obligations: facts.flatMap((fact) => {
      if (fact.kind !== "obligation-voided") return [];
      const obligation = review.obligations[fact.obligation];
      const settledAt = latest(fact.happenedAt, at);
      if (
        obligation?.state !== "void" ||
        obligation.generation !== fact.generation + 1 ||
        obligation.settledAt === settledAt
      )
        return [];
      return [{ obligation: fact.obligation, settledAt }];
    }),
  };
};

/** The data on which the undoing of a denunciation is decided, in addition to the denunciation itself. */
export interface DenunciationSurroundings {
  readonly journals: DenunciationJournals;
  readonly groups: readonly Group[];
  /** Parties in its reviews that have left themselves. */
  readonly formerParties: readonly Party[];
  /** Phases that were opened without its own review, or are being opened. */
  readonly openedWithout: readonly PhaseId[];
  /** The users who were erased since, and serve no more. */
  readonly erased: ReadonlySet<UserId>;
}

/** Returns why a denunciation stays as it is: something replaced what it ended. Undefined where nothing did. */
const refuseOvertaken = (
  { party, reviews, seatsDrawn }: RecordedDenunciation,
  { groups, openedWithout, journals }: DenunciationSurroundings,
  seatsGivenUp: readonly ReviewId[],
): Refused | undefined => {
  const drawn = seatsDrawn.filter(({ review }) => !seatsGivenUp.includes(review));
  if (drawn.length > 0)
    return refuse("denunciation-overtaken", {
      what: "seat-redrawn",
      seats: drawn.map(({ review, by }) => ({ review, by })),
    });
  const [phase] = openedWithout;
  if (phase !== undefined) return refuse("denunciation-overtaken", { what: "phase-opened", phase });
  const carried = reviews.find(({ id }) => denunciationEntry(journals.get(id) ?? [], party.id) === -1);
  if (carried !== undefined) return refuse("denunciation-overtaken", { what: "phase-opened", review: carried.id });
  const started = reviews.find(
    (review) =>
      review.party === party.id &&
      review.stage === "scheduled" &&
      groups.some(({ id, state }) => id === review.group && state !== "planned" && state !== "awaiting-approval"),
  );
  return started === undefined
    ? undefined
    : refuse("denunciation-overtaken", { what: "group-started", group: started.group, review: started.id });
};

/**
 * Returns the place of the entry that recorded a denunciation in the journal of a review; -1 where the review came
 * after it.
 */
const denunciationEntry = (entries: readonly JournalEntry[], party: PartyId): number =>
  entries.findLastIndex(({ facts }) =>
    facts.some(
      (fact) =>
        (fact.kind === "seat-vacated" && fact.party === party) ||
        (fact.kind === "review-discontinued" && entries[0]?.facts.some((one) => isDrawnFor(one, party)) === true),
    ),
  );

const isDrawnFor = (fact: Fact, party: PartyId): boolean => fact.kind === "review-drawn" && fact.party === party;

/** Returns what ended in a review with the denunciation and continues now: nothing that was settled otherwise since. */
const restored = (
  review: Review,
  party: PartyId,
  entries: readonly JournalEntry[],
  erased: ReadonlySet<UserId>,
  now: Instant,
): FactOf<"review-denunciation-undone"> => {
  const place = denunciationEntry(entries, party);
  const before = entries
    .slice(0, place)
    .flatMap(({ facts }) => facts)
    .reduce<Review | undefined>(evolveReview, undefined);
  const facts = entries[place]?.facts ?? [];
  return {
    kind: "review-denunciation-undone",
    happenedAt: now,
    review: review.id,
    party,
    obligations: facts.flatMap((fact) => {
      if (fact.kind !== "obligation-voided") return [];
      const { obligation: id, nextGeneration } = fact;
      const obligation = review.obligations[id];
      if (obligation?.state !== "void" || obligation.generation !== nextGeneration) return [];
      return [{ obligation: id, generation: nextGeneration + 1 }];
    }),
    mandates: facts.flatMap((fact) => {
      if (fact.kind !== "mandate-ended") return [];
      const mandate = review.mandates[fact.mandate];
      if (mandate === undefined || erased.has(mandate.user) || servesOtherParty(review, mandate, now) !== undefined)
        return [];
      const until = before?.mandates[fact.mandate]?.until;
      return [{ mandate: fact.mandate, ...defined({ until }) }];
    }),
    clarifications: facts.flatMap((fact) => (fact.kind === "clarification-closed" ? [fact.number] : [])),
  };
};

/**
 * Restores a review as if the party had not left. Any other party that left it meanwhile remains absent. Obligations
 * that the party would have had since then are due from now on.
 */
const restore = (
  review: Review,
  party: PartyId,
  { journals, formerParties, erased }: DenunciationSurroundings,
  now: Instant,
): readonly Fact[] => {
  const undone = restored(review, party, journals.get(review.id) ?? [], erased, now);
  const facts: Fact[] = [undone];
  let after = evolveReview(review, undone);
  const add = (more: readonly Fact[]): void => {
    facts.push(...more);
    after = more.reduce(evolveReview, after);
  };
  for (const other of formerParties)
    if (other.left !== undefined && after.seats[other.id] !== undefined && !isVacated(after, other.id))
      add(vacateSeat(after, other.id, other.left, latest(other.left.at, after.stageSince), now));
  const missing = isInProgress(after)
    ? obligationsOfNewcomer(after, party, dayOf(now), now).filter(
        (fact) => fact.kind === "obligation-opened" && after.obligations[fact.obligation] === undefined,
      )
    : [];
  add(missing);
  const stepped = isInProgress(review) || isInProgress(after) ? withSteps(review, facts, now) : undefined;
  return stepped?.ok === true ? stepped.facts : facts;
};

/**
 * Undoes a denunciation that was recorded in error: the party takes part as before, in its own review and in its seats.
 * What ended with the denunciation continues: obligations with their dates, mandates, open questions. Refused where no
 * denunciation is on record, and where something replaced what it ended. That is a seat that was redrawn, unless the
 * party comes back without it; a group that started without its review; or a phase that was opened without it.
 */
export const undoDenunciation = (
  denunciation: RecordedDenunciation,
  surroundings: DenunciationSurroundings,
  { reason, seatsGivenUp = [] }: { readonly reason: string; readonly seatsGivenUp?: readonly ReviewId[] | undefined },
  now: Instant,
): DenunciationChanges | Refused => {
  const { party, recordedAt, reviews } = denunciation;
  const { left } = party;
  if (party.participation !== "not-taking-part" || left === undefined) return refuse("no-denunciation");
  const refused = refuseOvertaken(denunciation, surroundings, seatsGivenUp);
  if (refused !== undefined) return refused;
  const undone: Fact = {
    kind: "denunciation-undone",
    happenedAt: now,
    party: party.id,
    leftOn: left.leftOn,
    reason,
    recordedAt,
    reviews: reportedReviews(denunciation),
  };
  return {
    ok: true,
    party: [undone],
    reviews: reviews.map((review) => ({ id: review.id, facts: restore(review, party.id, surroundings, now) })),
  };
};
