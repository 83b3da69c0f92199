import type { GroupId, PartyId, UserId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { CountedDetails, User } from "../../schemas/model/user.ts";
import { evolveParty } from "../parties/parties.ts";
import { evolveUser } from "../parties/users.ts";
import { parseAggregateKey } from "../base/hash-chain.ts";
import { earliestStart } from "../base/settings.ts";
import { latest, startOfDay } from "../base/time.ts";
import { reviewHistory, type ReviewHistory } from "./review-history.ts";
import { inTurn, type Span, within } from "./spans.ts";

/** A party as it is on record, and when it took part. */
export interface PartyHistory {
  readonly party: Party;
  readonly takesPart: readonly Span[];
  /** The day with which it left the Convention. */
  readonly leftAt?: Instant | undefined;
  /** Requests for redraws that an import gave as a number, with its instant. */
  readonly redrawsTakenOver: readonly Instant[];
}

/** The data that measures count, from the journal. */
export interface MechanismHistory {
  readonly reviews: readonly ReviewHistory[];
  readonly parties: ReadonlyMap<PartyId, PartyHistory>;
  readonly people: ReadonlyMap<UserId, CountedDetails>;
  /** The planned day of each group, from which the indicative timeline counts. */
  readonly planned: ReadonlyMap<GroupId, CalendarDate>;
}

/**
 * Returns when a registered party began to take part: at the launch, or at joining the Convention where that is later.
 */
const registeredFrom = ({ joined }: Party): Instant =>
  latest(startOfDay(earliestStart), ...(joined.UNTOC === undefined ? [] : [startOfDay(joined.UNTOC)]));

/** Returns the requests for redraws that an import adds to those counted before: it gives their number. */
const redrawsTakenOver = (facts: readonly Fact[]): readonly Instant[] => {
  let before = 0;
  return facts.flatMap((fact) => {
    const isCount = fact.kind === "redraw-counted" || fact.kind === "redraw-count-lowered";
    if (!isCount && fact.kind !== "redraw-count-imported") return [];
    const added = isCount ? 0 : Math.max(0, fact.number - before);
    before = fact.number;
    return Array.from({ length: added }, () => fact.happenedAt);
  });
};

const leftAt = ({ left }: Party): Instant | undefined => left && startOfDay(left.leftOn);

/**
 * Returns the history of a party. A correction holds for all the time since its last step. Entry and denunciation are
 * steps, the one on the day of its decision, the other on the day from which the party left.
 */
const partyHistory = (facts: readonly Fact[]): PartyHistory | undefined => {
  const party = facts.reduce<Party | undefined>((before, fact) => evolveParty(before, fact), undefined);
  if (party === undefined) return undefined;
  const steps: { from: Instant; takesPart: boolean }[] = [];
  for (const fact of facts) {
    if (fact.kind === "party-registered")
      steps.push({ from: registeredFrom(party), takesPart: fact.participation === "takes-part" });
    if (fact.kind === "party-corrected" && fact.change.participation !== undefined)
      steps.splice(-1, 1, {
        from: steps.at(-1)?.from ?? fact.happenedAt,
        takesPart: fact.change.participation === "takes-part",
      });
    if (fact.kind === "party-entered") steps.push({ from: startOfDay(fact.decidedOn), takesPart: true });
    if (fact.kind === "party-left") steps.push({ from: startOfDay(fact.leftOn), takesPart: false });
    // The denunciation is the last step: a party that has left does not leave again, and an entering party has not left
    // any more.
    if (fact.kind === "denunciation-corrected") steps.splice(-1, 1, { from: startOfDay(fact.to), takesPart: false });
    if (fact.kind === "denunciation-undone") steps.pop();
  }
  const takesPart = inTurn(steps.toSorted((one, other) => one.from.localeCompare(other.from))).filter(
    (step) => step.takesPart,
  );
  return { party, takesPart, leftAt: leftAt(party), redrawsTakenOver: redrawsTakenOver(facts) };
};

/** Returns the counted details of a person, by their last known values; the journal holds no other details. */
const countedDetails = (facts: readonly Fact[]): CountedDetails =>
  facts.reduce<User | undefined>(evolveUser, undefined) ?? {};

/** Ends mandates and obligations of a party on the day on which it left the Convention, whenever that was recorded. */
const untilDenunciations = (review: ReviewHistory, parties: MechanismHistory["parties"]): ReviewHistory => {
  const denounced = review.seats.flatMap(({ party }) => {
    const history = parties.get(party);
    return history?.leftAt === undefined ? [] : [[party, history.leftAt] as const];
  });
  if (denounced.length === 0) return review;
  const denouncedAt = new Map(denounced);
  const untilLeft = <Part extends Span & { readonly party: PartyId }>(part: Part): readonly Part[] =>
    within(part, { from: part.from, to: denouncedAt.get(part.party) });
  return {
    ...review,
    denouncedAt,
    mandates: review.mandates.flatMap(untilLeft),
    obligations: review.obligations.flatMap(untilLeft),
  };
};

/** Returns a history of reviews alone, without data on parties and people; groups have the planned day of each. */
export const historyOfReviews = (
  reviews: readonly ReviewHistory[],
  planned: MechanismHistory["planned"] = new Map<GroupId, CalendarDate>(),
): MechanismHistory => ({ reviews, parties: new Map(), people: new Map(), planned });

/** The data from which a review is counted, in addition to its own journal. */
export interface ReviewSurroundings {
  /** The parties in it, as they are on record. */
  readonly parties: readonly Party[];
  readonly people: MechanismHistory["people"];
  readonly planned: MechanismHistory["planned"];
}

/** Returns the history of one review, with the data around it. Throws where that is no journal of a review. */
export const historyOfReview = (
  facts: readonly Fact[],
  { parties, people, planned }: ReviewSurroundings,
): MechanismHistory => {
  const histories = new Map(
    parties.map((party) => [party.id, { party, takesPart: [], leftAt: leftAt(party), redrawsTakenOver: [] }] as const),
  );
  return { reviews: [untilDenunciations(reviewHistory(facts), histories)], parties: histories, people, planned };
};

/**
 * Returns the history from entries of the journal in the order of recording; only parties, groups, reviews and users
 * count. Throws where an entry cannot follow those before it of its subject.
 */
export const historyOf = (entries: Iterable<Pick<JournalEntry, "subject" | "facts">>): MechanismHistory => {
  const facts = new Map<string, Fact[]>();
  for (const { subject, facts: more } of entries) {
    const before = facts.get(subject);
    if (before === undefined) facts.set(subject, [...more]);
    else before.push(...more);
  }
  const reviews: ReviewHistory[] = [];
  const parties = new Map<PartyId, PartyHistory>();
  const people = new Map<UserId, CountedDetails>();
  const planned = new Map<GroupId, CalendarDate>();
  for (const [subject, recorded] of facts) {
    const { kind } = parseAggregateKey(subject);
    const [first] = recorded;
    if (kind === "review") reviews.push(reviewHistory(recorded));
    if (kind === "user" && first?.kind === "user-registered") people.set(first.user, countedDetails(recorded));
    if (kind === "group" && first?.kind === "group-planned") planned.set(first.group, first.plannedFor);
    const history = kind === "party" ? partyHistory(recorded) : undefined;
    if (history !== undefined) parties.set(history.party.id, history);
  }
  return { reviews: reviews.map((review) => untilDenunciations(review, parties)), parties, people, planned };
};
