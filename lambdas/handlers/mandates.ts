import pMap from "p-map";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { type MandateChanges, removeMandate, replaceMandate } from "../../domain/review/commands/change-mandates.ts";
import { reverseNomination } from "../../domain/review/commands/reverse-nomination.ts";
import { refuseForParty } from "../../domain/review/permissions.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import * as api from "../../schemas/api/endpoints/mandates.ts";
import type { MandateId, PartyId, UserId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { ActSinceEnd } from "../../schemas/views/core.ts";
import type { Ids } from "../io/ports/accounts.ts";
import type { Change } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { changesOf, reviewsTouched } from "../commands/execute-command.ts";
import { endStartChecks } from "../commands/guard-starts.ts";
import { all } from "../io/pages.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { resolveNominee } from "../use-cases/accounts/resolve-nominee.ts";

export interface MandateIo extends RouteIo {
  readonly ids: Ids;
}

const reviewsWith = async (store: Store, party: PartyId): Promise<readonly Aggregate<"review">[]> =>
  store.loadMany("review", await store.reviewsOfParty(party));

interface MandateChange {
  readonly party: PartyId;
  readonly mandate: MandateId;
  readonly person?: UserId;
}

/**
 * Returns the acts of a mandate's holder after an end in the past, in the reviews in which the mandate changed. All of
 * them remain valid. Returns none if the mandate ends now or later.
 */
const actsSinceEnd = async (
  store: Store,
  mandate: MandateId,
  changes: readonly Change<"review">[],
  now: Instant,
): Promise<ActSinceEnd[]> => {
  const acts = await pMap(
    changes,
    async ({ id, after }) => {
      const { user, until = now } = after.mandates[mandate] ?? {};
      if (until >= now) return [];
      const entries = await all((paging) => store.journalOf("review", id, paging));
      return entries
        .filter(({ by, recordedAt }) => by === user && recordedAt >= until)
        .map(({ version, recordedAt, facts }) => ({
          review: after.id,
          version,
          recordedAt,
          kinds: [...new Set(facts.map(({ kind }) => kind))],
        }));
    },
    { concurrency: 5 },
  );
  return acts.flat();
};

/** Returns the result for a mandate in the reviews in which it changed, or in all its reviews if none changed. */
const replyOf = (
  { party, mandate, person }: MandateChange,
  changes: readonly Change<"review">[],
  aggregates: readonly Aggregate<"review">[],
  now: Instant,
  actsSince: ActSinceEnd[],
) => {
  const states = changes.length > 0 ? changes.map(({ after }) => after) : aggregates.map(({ state }) => state);
  const ended = states.flatMap((review) => review.mandates[mandate] ?? []).find(({ until }) => until !== undefined);
  const effectiveAt = ended?.until ?? now;
  const successors = new Set(
    changes.flatMap(({ facts }) =>
      facts.flatMap((fact) => (fact.kind === "mandate-ended" ? (fact.successor ?? []) : [])),
    ),
  );
  const follower = states
    .flatMap((review) => Object.values(review.mandates))
    .find(({ id, user, ...each }) =>
      successors.size > 0 ? successors.has(id) : user === person && each.party === party && each.role === ended?.role,
    );
  return {
    party,
    mandate,
    ...(follower === undefined ? {} : { successor: { mandate: follower.id, person: follower.user } }),
    effectiveAt,
    actsSince,
    reviews: reviewsTouched(changes),
  };
};

const removeMandateRoute = (io: MandateIo): Route =>
  route(api.RemoveMandate, io, async ({ params, body, actor, now, change }) => {
    const { partyId: party, mandateId: mandate } = params;
    const denied = refuseForParty(actor, "mandate.remove", party, now);
    if (denied !== undefined) return denied;
    return change(async () => {
      if ((await io.store.load("party", party)) === undefined) return refuse("not-found");
      const aggregates = await reviewsWith(io.store, party);
      const removal = { party, mandate, effectiveOn: body.effectiveOn, reason: body.reason };
      const decision = removeMandate(
        aggregates.map(({ state }) => state),
        actor,
        removal,
        now,
      );
      if (!decision.ok) return decision;
      const changes = changesOf(aggregates, decision.changes);
      const endedChecks = await endStartChecks(io.store, changes, now);
      const actsSince = await actsSinceEnd(io.store, mandate, changes, now);
      return {
        ok: true,
        namingFor: party,
        changes: [...changes, ...endedChecks],
        ahead: endedChecks,
        outcome: { reply: replyOf({ party, mandate }, changes, aggregates, now, actsSince) },
      };
    });
  });

/** In how many entries of the journals of reviews the holder of a mandate acted since it was recorded. */
const actsOfHolder = async (
  store: Store,
  mandate: MandateId,
  aggregates: readonly Aggregate<"review">[],
): Promise<number> => {
  const acts = await pMap(
    aggregates,
    async ({ id, state }) => {
      const user = state.mandates[mandate]?.user;
      if (user === undefined) return 0;
      const entries = await all((paging) => store.journalOf("review", id, paging));
      const began = entries.findIndex(({ facts }) =>
        facts.some((fact) => fact.kind === "mandate-began" && fact.mandate === mandate),
      );
      return entries.slice(began + 1).filter(({ by }) => by === user).length;
    },
    { concurrency: 5 },
  );
  return acts.reduce((sum, one) => sum + one, 0);
};

const reverseNominationRoute = (io: MandateIo): Route =>
  route(api.ReverseNomination, io, async ({ params, body, actor, now, change }) => {
    const { partyId: party, mandateId: mandate } = params;
    const denied = refuseForParty(actor, "mandate.reverse", party, now);
    if (denied !== undefined) return denied;
    return change(async () => {
      if ((await io.store.load("party", party)) === undefined) return refuse("not-found");
      const aggregates = await reviewsWith(io.store, party);
      const acted = await actsOfHolder(io.store, mandate, aggregates);
      const states = aggregates.map(({ state }) => state);
      const decision = reverseNomination(states, actor, { party, mandate, reason: body.reason }, acted, now);
      if (!decision.ok) return decision;
      const changes = changesOf(aggregates, decision.changes);
      const endedChecks = await endStartChecks(io.store, changes, now);
      return {
        ok: true,
        namingFor: party,
        changes: [...changes, ...endedChecks],
        ahead: endedChecks,
        outcome: { reply: replyOf({ party, mandate }, changes, aggregates, now, []) },
      };
    });
  });

/** Replacing and removing the people of a party, by its permanent mission, or the secretariat that records it. */
export const mandateRoutes = (io: MandateIo): readonly Route[] => [
  route(api.ReplaceMandate, io, async ({ params, body, actor, now, change }) => {
    const { partyId: party, mandateId: mandate } = params;
    const denied = refuseForParty(actor, "mandate.replace", party, now);
    if (denied !== undefined) return denied;
    const next = io.ids.mandate();
    return change(async () => {
      if ((await io.store.load("party", party)) === undefined) return refuse("not-found");
      const aggregates = await reviewsWith(io.store, party);
      const role = aggregates.flatMap(({ state }) => state.mandates[mandate]?.role ?? [])[0];
      if (role === undefined) return refuse("unknown-mandate");
      const nominee = await resolveNominee(io, actor, { party, role, nominee: body.person }, now);
      if (!nominee.ok) return nominee;
      const successor = { mandate: next, user: nominee.user };
      const replacement = { party, mandate, successor, effectiveOn: body.effectiveOn, reason: body.reason };
      const decision: MandateChanges | Refused = replaceMandate(
        aggregates.map(({ state }) => state),
        actor,
        replacement,
        now,
      );
      if (!decision.ok) return decision;
      if (nominee.awaits !== undefined) return refuse("acceptance-needed");
      const changes = changesOf(aggregates, decision.changes);
      const endedChecks = await endStartChecks(io.store, changes, now);
      const actsSince = await actsSinceEnd(io.store, mandate, changes, now);
      const reply = replyOf({ party, mandate, person: nominee.user }, changes, aggregates, now, actsSince);
      const { mustBeUnchanged } = nominee;
      return {
        ok: true,
        namingFor: party,
        changes: [...nominee.changes, ...changes, ...endedChecks],
        // A user registered ahead stays registered and is invited, also if the rest is refused when it is decided
        // again.
        ahead: [...nominee.changes, ...endedChecks],
        mustBeUnchanged,
        outcome: { reply },
      };
    });
  }),

  removeMandateRoute(io),
  reverseNominationRoute(io),
];
