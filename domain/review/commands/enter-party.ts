import { defined } from "../../../schemas/base/defined.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Group } from "../../../schemas/model/group.ts";
import { cycleOf, type ReviewId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { LotsDeviation, LotsInTurn } from "../../../schemas/model/lots.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { RecordedDecision, Review, Seat } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { noChange, type Refused, refuse } from "../../base/decision.ts";
import { resolveRecordedDate } from "../../base/recorded-date.ts";
import { dayOf } from "../../base/time.ts";
import { judgeDeviations } from "../../lots/deviations.ts";
import { joinedBy } from "../../lots/instruments.ts";
import { drawMissing, type IncompleteReview, missingLots, type SideLots } from "../../lots/missing-reviewers.ts";
import { brokenByPairing, type LivePairings } from "../../lots/redraw-rules.ts";
import { addReviewToGroup, refuseReviewAdded } from "../../parties/groups.ts";
import { evolveReview } from "../evolve.ts";
import { lettersAbout } from "../obligations.ts";
import {
  type EnteredLater,
  enterLaterPhases,
  fullyLoaded,
  type LaterPlace,
  refuseLater,
} from "./enter-later-phases.ts";
import { drawReview, startReview } from "./start-review.ts";

/** A draw of the reviewers that was held outside, as it was. */
interface OutsideEntryDraw {
  readonly reviewers: readonly Seat[];
  readonly drawnOn: CalendarDate;
  readonly document: string;
  readonly deviations?: readonly LotsDeviation[] | undefined;
}

export interface PartyEntry {
  /** The party waived that it has four reviewers at most. */
  readonly limitWaived?: boolean | undefined;
  readonly decision: RecordedDecision;
  /** The day on which the review starts where its group has started; today where left out. */
  readonly startsOn?: CalendarDate | undefined;
  readonly drawn?: OutsideEntryDraw | undefined;
}

/** The data on a party that is to enter, and on its place. */
export interface EntryPlace {
  readonly party: Party;
  readonly group: Group;
  readonly live: LivePairings;
  /** The phases after this one that are open already, in their order. */
  readonly later: readonly LaterPlace[];
}

/** Returns the review that a party gets if it enters on a day: for all instruments that it has joined by then. */
const reviewOnEntry = (
  { party, group, later }: EntryPlace,
  on: CalendarDate,
  limitWaived = false,
): IncompleteReview | Refused => {
  const joined = joinedBy(party, { day: on });
  if (!joined.includes("UNTOC")) return refuse("convention-not-joined", { party: party.id, latest: on });
  const countedOn = Object.fromEntries(joined.map((instrument) => [instrument, on]));
  return {
    id: reviewIdOf(group.cluster, party.id, cycleOf(group.id)),
    party: party.id,
    instruments: joined,
    days: { day: group.plannedFor, countedOn },
    reviewers: [],
    limitWaived,
    group: group.group,
    unavailable: fullyLoaded(later),
  };
};

/**
 * Returns why a party cannot enter; undefined where it can. It already has a review of the cluster, or of a later one,
 * whose pairing cannot be drawn a second time for the cluster before [S6].
 */
const refuseEntry = ({ party, live, later }: EntryPlace): Refused | undefined => {
  const open = [live, ...later.map((place) => place.live)];
  const reviews = open.flatMap(({ groups }) => groups).flatMap((group) => group.reviews);
  const has = reviews.find((review) => review.party === party.id);
  return has === undefined ? undefined : refuse("party-has-review", { review: has.id });
};

/** Returns the pairings with the party among those that take part, as from its entry on. */
const withParty = ({ party, live }: EntryPlace): LivePairings => ({
  ...live,
  parties: live.parties.map((each) => (each.id === party.id ? { ...party, participation: "takes-part" } : each)),
});

/** A review as it would be drawn today, and the candidates. */
export interface EntryPreview {
  readonly review: IncompleteReview;
  readonly lots: readonly SideLots[];
}

/**
 * Returns the candidates for the reviewers of a party if it entered today. It does not compute what a seed would give,
 * so that no user can choose one by it. Refused for the reasons for which the entry would be.
 */
export const previewEntry = (
  place: EntryPlace,
  limitWaived: boolean,
  now: Instant,
): { readonly ok: true; readonly preview: EntryPreview } | Refused => {
  const refused = refuseEntry(place) ?? refuseReviewAdded(place.group) ?? refuseLater(place.later);
  if (refused !== undefined) return refused;
  const review = reviewOnEntry(place, dayOf(now), limitWaived);
  if ("refusal" in review) return review;
  const lots = missingLots(review, withParty(place));
  return lots.ok
    ? { ok: true, preview: { review, lots: lots.lots } }
    : refuse("breaks-lots-rules", { violations: lots.violations });
};

/** The way in which the seats were given. */
interface Drawn {
  readonly draw?: LotsInTurn | undefined;
  readonly document?: string;
  readonly deviations?: readonly LotsDeviation[];
}

/**
 * Returns the seats that lots give: drawn here by the seed, or as they were drawn outside, with the reasons for each
 * broken rule.
 */
const drawnSeats = (
  review: IncompleteReview,
  { drawn }: PartyEntry,
  { group }: EntryPlace,
  live: LivePairings,
  seed: number,
): ({ readonly ok: true; readonly seats: readonly Seat[] } & Drawn) | Refused => {
  const under: Seat = { party: review.party, role: "under-review", instruments: [...review.instruments] };
  if (drawn === undefined) {
    const complete = drawMissing(review, live, seed);
    if (!complete.ok) return refuse("breaks-lots-rules", { violations: complete.violations });
    return { ok: true, seats: [under, ...complete.reviewers], draw: complete.draw };
  }
  const seats = [under, ...drawn.reviewers];
  const { id, party, days, limitWaived } = review;
  const parties = drawn.reviewers.map((seat) => seat.party);
  const unknown = parties.find((each) => live.parties.every((known) => known.id !== each));
  if (unknown !== undefined) return refuse("unknown-party", { party: unknown });
  const paired = { id, party, seats, countedOn: days.countedOn, limitWaived };
  const broken = brokenByPairing(paired, parties, live, group.group);
  const { unexplained, accepted } = judgeDeviations(broken, drawn.deviations ?? []);
  if (unexplained.length > 0) return refuse("breaks-lots-rules", { violations: unexplained });
  return { ok: true, seats, document: drawn.document, deviations: accepted };
};

/** The changes that the entry of a party makes, in one transaction. */
export interface Entered {
  readonly ok: true;
  readonly id: ReviewId;
  readonly party: readonly Fact[];
  readonly group: readonly Fact[];
  readonly review: readonly Fact[];
  readonly later: readonly EnteredLater[];
}

/**
 * Enters a party that joined the Convention after the lots were drawn, by a decision of the Conference [S10, S49(d)].
 * Reviewers are drawn for it into the live pairings, by the rules and by a seed of 32 bits, or as they were drawn
 * outside, and its review comes to the group. It is reviewed for all that it has joined by the day of the draw. Where
 * the group has started, the review starts at once, or on a day since the decision and the draw. Its pairing also holds
 * in later phases that are open already. Refused for a party that has not joined the Convention, or not by the day of
 * the decision, or that has a review of the cluster or of a later one. Refused while the start of the group is in
 * progress or its reminders are paused, and where the draw would break a rule of the lots without a reason.
 */
export const enterParty = (place: EntryPlace, entry: PartyEntry, seed: number, now: Instant): Entered | Refused => {
  const { party, group } = place;
  const refused = refuseEntry(place);
  if (refused !== undefined) return refused;
  const { decision, drawn } = entry;
  const decided = resolveRecordedDate(decision.decidedOn, now);
  if (!decided.ok) return decided;
  const when = resolveRecordedDate(drawn?.drawnOn, now, decided.day);
  if (!when.ok) return when;
  const starts = resolveRecordedDate(entry.startsOn, now, when.day);
  if (!starts.ok) return starts;
  const review = reviewOnEntry(place, when.day, entry.limitWaived);
  if ("refusal" in review) return review;
  const joinedOn = party.joined.UNTOC;
  if (joinedOn !== undefined && decided.day < joinedOn) return refuse("date-too-early", { earliest: joinedOn });
  const seats = drawnSeats(review, entry, place, withParty(place), seed);
  if (!seats.ok) return seats;
  const { id, days } = review;
  const comes = addReviewToGroup(group, id, now);
  if (!comes.ok) return comes;
  const drawing = drawReview(
    {
      id,
      cluster: group.cluster,
      group: group.id,
      party: party.id,
      ...seats,
      limitWaived: entry.limitWaived,
      later: { entry: decision, countedOn: days.countedOn, ...defined({ draw: seats.draw }) },
    },
    when.at,
  );
  if (!drawing.ok) return drawing;
  const scheduled = drawing.facts.reduce<Review | undefined>(evolveReview, undefined);
  const started =
    group.startedOn === undefined || scheduled === undefined
      ? noChange
      : startReview(scheduled, starts.day, { announced: lettersAbout(starts.day, now) });
  if (!started.ok) return started;
  if (scheduled === undefined) throw new Error(`${id} did not begin`);
  const followed = enterLaterPhases(scheduled, place.later, { decision, startsOn: starts.day }, now);
  if (!followed.ok) return followed;
  return {
    ok: true,
    id,
    party: [
      { kind: "party-entered", happenedAt: decided.at, party: party.id, review: id, group: group.id, ...decision },
    ],
    group: comes.facts,
    review: [...drawing.facts, ...started.facts],
    later: followed.later,
  };
};
