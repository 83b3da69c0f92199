import pMap from "p-map";
import { refuse, type Refused } from "../../../domain/base/decision.ts";
import {
  type DenunciationSurroundings,
  isChangedByDenunciation,
  type RecordedDenunciation,
  type SeatDrawnSince,
} from "../../../domain/review/commands/correct-denunciation.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { cycleOf, type PartyId, type ReviewId, reviewIdOf, type UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";

/** The number of journals that are read in parallel. */
const maxConcurrency = 8;

/** A recorded denunciation, with the aggregates that it was read from. */
interface DenunciationRead {
  readonly denunciation: RecordedDenunciation;
  readonly party: Aggregate<"party">;
  /** Its reviews that go no further, or wait for lots for its seat. */
  readonly aggregates: readonly Aggregate<"review">[];
  readonly journals: ReadonlyMap<ReviewId, readonly JournalEntry[]>;
  readonly phases: readonly Aggregate<"phase">[];
  readonly everyReview: readonly Aggregate<"review">[];
}

/**
 * The lots that were drawn for a seat after its party had left; undefined where the seat was drawn again as any other.
 */
const drawnSince = (review: ReviewId, party: PartyId, entries: readonly JournalEntry[]): SeatDrawnSince | undefined => {
  let isVacated = false;
  for (const fact of entries.flatMap(({ facts }) => facts)) {
    if (fact.kind === "seat-vacated" && fact.party === party) isVacated = true;
    if (fact.kind === "mandates-continued" && fact.vacated?.some((seat) => seat.party === party) === true)
      isVacated = true;
    if (fact.kind === "review-denunciation-undone" && fact.party === party) isVacated = false;
    if (fact.kind === "seat-redrawn" && fact.from === party && isVacated)
      return { review, by: fact.seat.party, at: fact.happenedAt };
  }
  return undefined;
};

/** Returns when the last denunciation was recorded; undefined if there is none. */
const recordedAtOf = (entries: readonly JournalEntry[]): Instant | undefined =>
  entries.findLast(({ facts }) => facts.some(({ kind }) => kind === "party-left"))?.recordedAt;

/**
 * Reads the denunciation of a party over all reviews, a rare command's matter. Refused for a party that is not known,
 * or of which no denunciation is on record.
 */
export const readDenunciation = async (store: Store, id: PartyId): Promise<DenunciationRead | Refused> => {
  const party = await store.load("party", id);
  if (party === undefined) return refuse("not-found");
  const recordedAt = recordedAtOf(await all((paging) => store.journalOf("party", id, paging)));
  const { left } = party.state;
  if (left === undefined || recordedAt === undefined) return refuse("no-denunciation");
  // Phases are read first: the reviews show a phase that is opened meanwhile.
  const phases = await all((paging) => store.list("phase", paging));
  const everyReview = await all((paging) => store.list("review", paging), 200);
  const aggregates = everyReview.filter(({ state }) => isChangedByDenunciation(state, id));
  const redrawn = everyReview.filter(({ state: { drawnAway = [] } }) =>
    drawnAway.some((turn) => turn.party === id && turn.at >= left.at),
  );
  const concerned = [...new Set([...aggregates, ...redrawn].map(({ state }) => state.id))];
  const journals = new Map<ReviewId, readonly JournalEntry[]>(
    await pMap(
      concerned,
      async (review) => [review, await all((paging) => store.journalOf("review", review, paging))] as const,
      { concurrency: maxConcurrency },
    ),
  );
  const seatsDrawn = redrawn.flatMap(({ state }) => drawnSince(state.id, id, journals.get(state.id) ?? []) ?? []);
  const reviews = aggregates.map(({ state }) => state);
  return {
    denunciation: { party: party.state, recordedAt, reviews, seatsDrawn },
    party,
    aggregates,
    journals,
    phases,
    everyReview,
  };
};

/** Returns the erased persons among those with a mandate in the reviews. */
const erasedAmong = async (store: Store, reviews: readonly Review[], party: PartyId): Promise<ReadonlySet<UserId>> => {
  const served = reviews
    .flatMap(({ mandates }) => Object.values(mandates))
    .filter((mandate) => mandate.party === party);
  const users = await store.loadMany("user", [...new Set(served.map(({ user }) => user))]);
  return new Set(users.filter(({ state }) => state.erasedAt !== undefined).map(({ state }) => state.id));
};

/**
 * Returns the other aggregates that the undoing of a denunciation depends on, and the groups that must not start
 * meanwhile.
 */
export const readSurroundings = async (
  store: Store,
  { denunciation: { party, reviews }, phases, everyReview }: DenunciationRead,
): Promise<Omit<DenunciationSurroundings, "journals"> & { readonly unstarted: readonly Aggregate<"group">[] }> => {
  const scheduled = reviews.filter((review) => review.party === party.id && review.stage === "scheduled");
  const others = reviews.flatMap(({ seats }) => Object.values(seats).map((seat) => seat.party));
  const [groups, parties, erased] = await Promise.all([
    store.loadMany("group", [...new Set(scheduled.map(({ group }) => group))]),
    store.loadMany(
      "party",
      [...new Set(others)].filter((other) => other !== party.id),
    ),
    erasedAmong(store, reviews, party.id),
  ]);
  const known = new Set<ReviewId>(everyReview.map(({ state }) => state.id));
  const openedWithout = phases
    .map(({ state }) => ({ ...state, own: reviewIdOf(state.cluster, party.id, cycleOf(state.id)) }))
    .filter(
      ({ state, own, groups: planned }) =>
        state === "opening" || (planned.some((group) => group.reviews.includes(own)) && !known.has(own)),
    )
    .map(({ id }) => id);
  return {
    groups: groups.map(({ state }) => state),
    formerParties: parties.map(({ state }) => state).filter(({ participation }) => participation === "not-taking-part"),
    openedWithout,
    erased,
    unstarted: groups,
  };
};
