import type { Actor } from "../../domain/base/actor.ts";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import { actingParty } from "../../domain/review/services.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { peopleIn, reviewView } from "../../domain/views/reviews.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { ReviewView } from "../../schemas/views/core.ts";
import type { AnyChange, SideRecord, StoredReply } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { changeOf, type CommandDecision, commandOn, decidedOnVersion } from "../commands/execute-command.ts";
import { guardStart } from "../commands/guard-starts.ts";
import { ProblemError } from "../shell/http/problem.ts";
import type { Answer } from "../shell/http/answer.ts";

/** The decision on a review, with the records next to it and the other changes. */
export interface ReviewDecision {
  readonly ok: true;
  readonly facts: readonly Fact[];
  readonly sideRecords?: readonly SideRecord[];
  readonly changes?: readonly AnyChange[];
  readonly mustBeUnchanged?: readonly AnyChange[];
}

interface ReviewRequest<Reply> {
  readonly actor: Actor;
  readonly now: Instant;
  readonly ifMatch: number | undefined;
  readonly change: (decide: () => Promise<Refused | CommandDecision<Answer<Reply>>>) => Promise<Refused | StoredReply>;
}

/** Returns true for a refusal that must hide the fact that the caller's version is old. */
const isDenied = ({ refusal }: Refused): boolean => refusal === "not-found" || refusal === "not-yours";

/**
 * Decides on one review and replies with the result of its new state. A review that the caller may not read is reported
 * as missing, also to a repeated request.
 */
export const decideOnReview = async <Reply>(
  store: Store,
  id: ReviewId,
  { actor, now, ifMatch, change }: ReviewRequest<Reply>,
  decide: (review: Review) => Promise<Refused | ReviewDecision> | Refused | ReviewDecision,
  answer: (aggregate: Aggregate<"review">) => Promise<Answer<Reply>> | Answer<Reply>,
): Promise<Refused | StoredReply> => {
  const asRead = await store.load("review", id);
  if (asRead === undefined || !may(actor, "review.read", { review: asRead.state }, now)) return refuse("not-found");
  return change(async () => {
    const aggregate = await store.load("review", id);
    if (aggregate === undefined) return refuse("not-found");
    const decision = await decide(aggregate.state);
    if (!decision.ok && isDenied(decision)) return decision;
    if (ifMatch !== undefined) decidedOnVersion(aggregate, ifMatch);
    if (!decision.ok) return decision;
    const { facts, sideRecords, changes = [], mustBeUnchanged = [] } = decision;
    const guards = await guardStart(store, { before: aggregate.state, facts }, now);
    const unchanged = [...mustBeUnchanged, ...guards.mustBeUnchanged];
    const made = commandOn(aggregate, decision, answer, { sideRecords, mustBeUnchanged: unchanged });
    if (!made.ok) return made;
    return { ...made, changes: [...made.changes, ...changes, ...guards.changes], outcome: await made.outcome };
  });
};

/** Executes a command on a review, and replies with the review as its caller then sees it. */
export const commandReview = (
  store: Store,
  id: ReviewId,
  request: ReviewRequest<ReviewView>,
  decide: (review: Review) => Promise<Refused | ReviewDecision> | Refused | ReviewDecision,
): Promise<Refused | StoredReply> =>
  decideOnReview(store, id, request, decide, async (aggregate) => ({
    reply: reviewView(
      aggregate,
      request.actor,
      await store.persons(peopleIn(aggregate.state, request.actor)),
      request.now,
    ),
    version: aggregate.version,
  }));

/**
 * Returns the party that the caller acts for in a review. A reader who acts for no party is the secretariat without a
 * source.
 */
export const requireActingParty = (actor: Actor, review: Review, now: Instant): PartyId => {
  const party = actingParty(actor, review, now);
  if (party === undefined) throw new ProblemError("source-missing");
  return party;
};

/** Executes a command on a review whose decision also changes the acting party, such as its count of redraws. */
export const commandReviewAndParty = (
  store: Store,
  id: ReviewId,
  request: ReviewRequest<ReviewView>,
  decide: (
    review: Review,
    party: Party,
  ) => Refused | { readonly ok: true; readonly review: readonly Fact[]; readonly party: readonly Fact[] },
): Promise<Refused | StoredReply> =>
  commandReview(store, id, request, async (review) => {
    const acting = requireActingParty(request.actor, review, request.now);
    const party = await store.load("party", acting);
    if (party === undefined) return refuse("not-in-this-review", { review: review.id, party: acting });
    const decision = decide(review, party.state);
    if (!decision.ok) return decision;
    return { ok: true, facts: decision.review, changes: [changeOf("party", party.id, party, decision.party)] };
  });
