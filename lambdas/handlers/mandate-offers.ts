import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { endOffer, type OfferDecision, offeredTo } from "../../domain/parties/mandate-offers.ts";
import { nominateInAll } from "../../domain/review/commands/nominate.ts";
import { may, refuseForParty } from "../../domain/review/permissions.ts";
import { offerView } from "../../domain/views/mandate-offers.ts";
import * as api from "../../schemas/api/endpoints/mandate-offers.ts";
import type { MandateId, UserId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { MandateOffer } from "../../schemas/model/mandate-offer.ts";
import { changeOf, changesOf, type CommandDecision, reviewsTouched } from "../commands/execute-command.ts";
import { endStartChecks } from "../commands/guard-starts.ts";
import type { Store } from "../io/ports/store.ts";
import { listPage } from "../shell/http/full-pages.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

/**
 * Returns the changes of the person and of the party after a decision on an offer. The party's may have been committed
 * ahead: an offer that it no longer lists changes nothing there.
 */
const changesOfOffer = async (store: Store, person: Aggregate<"user">, { offer, ofUser, ofParty }: OfferDecision) => {
  const party = await store.load("party", offer.party);
  if (party === undefined) throw new Error(`${offer.party} made an offer, and is no party`);
  const isListed = party.state.offers?.some(({ mandate }) => mandate === offer.mandate) === true;
  return {
    ofPerson: changeOf("user", person.id, person, ofUser),
    ofParty: isListed ? [changeOf("party", party.id, party, ofParty)] : [],
  };
};

/** Nominates the person who accepts an offer, decided on the party's current reviews. */
const nominate = async (store: Store, user: UserId, offer: MandateOffer, now: Instant) => {
  const { mandate, party, role, reviews: requestedReviews, instruments } = offer;
  const aggregates = await store.loadMany("review", requestedReviews ?? (await store.reviewsOfParty(party)));
  const reviews = aggregates.map(({ state }) => state);
  const nomination = { mandate, role, party, user, instruments, at: now, requestedReviews };
  const named = nominateInAll(reviews, nomination, now);
  return named.ok ? { ok: true as const, changes: changesOf(aggregates, named.changes) } : named;
};

const acceptRoute = (io: RouteIo): Route =>
  route(api.AcceptMandateOffer, io, async ({ params, actor, now, change }) => {
    if (!may(actor, "mandate-offer.answer", { person: actor.id }, now)) return refuse("not-yours");
    return change(async () => {
      const person = await io.store.load("user", actor.id);
      if (person === undefined) return refuse("not-found");
      const ended = endOffer(person.state, { mandate: params.mandateId, outcome: "accepted" }, now);
      if (!ended.ok) return ended;
      const named = await nominate(io.store, person.state.id, ended.offer, now);
      if (!named.ok) return named;
      const endedChecks = await endStartChecks(io.store, named.changes, now);
      const ofOffer = await changesOfOffer(io.store, person, ended);
      const reviews = reviewsTouched(named.changes);
      const { mandate, party, role } = ended.offer;
      return {
        ok: true,
        changes: [ofOffer.ofPerson, ...ofOffer.ofParty, ...named.changes, ...endedChecks],
        // With the maximum number of reviews, one transaction has no space for the party's list of offers. If the rest
        // is refused when it is decided again, the person can still reply to the offer.
        ahead: [...ofOffer.ofParty, ...endedChecks],
        outcome: { reply: { mandate, party, role, outcome: "accepted" as const, reviews } },
      };
    });
  });

/** Ends an offer without a mandate: refused by the person, or withdrawn by the party. */
const endWithoutMandate = async (
  store: Store,
  id: UserId | undefined,
  mandate: MandateId,
  outcome: "refused" | "withdrawn",
  now: Instant,
) => {
  const person = id === undefined ? undefined : await store.load("user", id);
  if (person === undefined) return refuse("unknown-offer");
  const ended: OfferDecision | Refused = endOffer(person.state, { mandate, outcome }, now);
  if (!ended.ok) return ended;
  const { party, role } = ended.offer;
  const { ofPerson, ofParty } = await changesOfOffer(store, person, ended);
  return {
    ok: true as const,
    changes: [ofPerson, ...ofParty],
    outcome: { reply: { mandate, party, role, outcome, reviews: [] } },
  } satisfies CommandDecision<unknown>;
};

const refuseRoute = (io: RouteIo): Route =>
  route(api.RefuseMandateOffer, io, async ({ params, actor, now, change }) => {
    if (!may(actor, "mandate-offer.answer", { person: actor.id }, now)) return refuse("not-yours");
    return change(() => endWithoutMandate(io.store, actor.id, params.mandateId, "refused", now));
  });

const withdrawRoute = (io: RouteIo): Route =>
  route(api.WithdrawMandateOffer, io, async ({ params, actor, now, change }) => {
    const { partyId, mandateId } = params;
    const denied = refuseForParty(actor, "mandate-offer.withdraw", partyId, now);
    if (denied !== undefined) return denied;
    return change(async () => {
      const party = await io.store.load("party", partyId);
      if (party === undefined) return refuse("not-found");
      return endWithoutMandate(io.store, offeredTo(party.state, mandateId), mandateId, "withdrawn", now);
    });
  });

/** Mandates for people of other parties that wait for the person: read by both sides, and answered or withdrawn. */
export const mandateOfferRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListMandateOffers, io, async ({ params, query, cursors, actor, now }) => {
    const party = await io.store.load("party", params.partyId);
    if (party === undefined || !may(actor, "mandate-offers.read", { party: params.partyId }, now))
      return refuse("not-found");
    const { offers = [] } = party.state;
    const people = await io.store.loadMany("user", [...new Set(offers.map(({ user }) => user))]);
    const ofParty = people.flatMap(({ state }) => state.offers ?? []).filter((one) => one.party === params.partyId);
    return { reply: await listPage(ofParty, { query, cursors }, offerView) };
  }),

  acceptRoute(io),
  refuseRoute(io),
  withdrawRoute(io),
];
