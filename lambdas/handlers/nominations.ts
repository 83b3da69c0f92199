import type { Actor } from "../../domain/base/actor.ts";
import { isInPhase } from "../../domain/base/cycles.ts";
import { refuse } from "../../domain/base/decision.ts";
import { dueDate } from "../../domain/base/time.ts";
import { namedAt, nominateInAll } from "../../domain/review/commands/nominate.ts";
import { offerMandate } from "../../domain/parties/mandate-offers.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { MandateOffer } from "../../schemas/model/mandate-offer.ts";
import { partiesOfUser } from "../../domain/parties/users.ts";
import { namingActions, refuseForParty } from "../../domain/review/permissions.ts";
import { mandatesOfParty, partyMandateView } from "../../domain/views/reviews.ts";
import * as api from "../../schemas/api/endpoints/nominations.ts";
import { defined } from "../../schemas/base/defined.ts";
import { cycleAndClusterOf, type PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { readableAggregates } from "../use-cases/base/skip-unreadable.ts";
import { keptPage } from "../io/pages.ts";
import type { Ids } from "../io/ports/accounts.ts";
import { changeOf, changesOf, reviewsTouched } from "../commands/execute-command.ts";
import { endStartChecks } from "../commands/guard-starts.ts";
import { listPage } from "../shell/http/full-pages.ts";
import { type ContactsIo, countContacts } from "../shell/http/allowances.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { resolveNominee } from "../use-cases/accounts/resolve-nominee.ts";

export interface NominationIo extends RouteIo, ContactsIo {
  readonly store: RouteIo["store"];
  readonly ids: Ids;
}

/** Returns a party's mandates as the caller may see them; none if the party is unknown to the caller. */
const mandatesShown = async ({ store }: RouteIo, party: PartyId, actor: Actor, now: Instant) => {
  const aggregates = await readableAggregates(store, "review", await store.reviewsOfParty(party));
  const reviews = aggregates.map(({ state }) => state);
  return mandatesOfParty(reviews, party, actor, now);
};

/** Route of one mandate, for callers who may read its list. */
const getMandateRoute = (io: NominationIo): Route =>
  route(api.GetMandate, io, async ({ params, actor, now }) => {
    const { partyId: party, mandateId } = params;
    const [mandate] = (await mandatesShown(io, party, actor, now)).filter(({ mandate: { id } }) => id === mandateId);
    if (mandate === undefined) return refuse("not-found");
    const reply = partyMandateView(mandate, await io.store.persons([mandate.mandate.user]));
    if (reply === undefined) return refuse("not-found");
    if (!partiesOfUser(actor).includes(party)) await countContacts(io, actor, 1, now);
    return { reply };
  });

/** Offers a mandate to a delegate of another party by letter. It begins when the person accepts. */
const offerTo = (party: Aggregate<"party">, person: Aggregate<"user">, wanted: MandateOffer, now: Instant) => {
  const decision = offerMandate(person.state, party.state, wanted, now);
  if (!decision.ok) return decision;
  const { offer, ofUser, ofParty } = decision;
  const { mandate, role } = offer;
  const changes =
    ofUser.length === 0
      ? []
      : [changeOf("user", person.id, person, ofUser), changeOf("party", party.id, party, ofParty)];
  // The person is of another party: the reply contains no data about them.
  const reply = { mandate, role, party: offer.party, reviews: [], awaitsAcceptance: true as const };
  const location = `/v1/parties/${offer.party}/mandate-offers`;
  return { ok: true as const, namingFor: offer.party, changes, outcome: { reply, location } };
};

/** Route that nominates a person in several reviews: in all or in none. */
const namePersonRoute = (io: NominationIo): Route =>
  route(api.NamePerson, io, async ({ params, body, actor, now, change }) => {
    const { partyId: party } = params;
    const denied = refuseForParty(actor, namingActions[body.role], party, now);
    if (denied !== undefined) return denied;
    const when = namedAt(actor, body.namedOn, now);
    if (!when.ok) return when;
    const mandate = io.ids.mandate();
    return change(async () => {
      const partyAggregate = await io.store.load("party", party);
      if (partyAggregate === undefined) return refuse("not-found");
      const aggregates = await io.store.loadMany("review", body.reviews ?? (await io.store.reviewsOfParty(party)));
      const nominee = await resolveNominee(io, actor, { party, role: body.role, nominee: body.person }, now);
      if (!nominee.ok) return nominee;
      const reviews = aggregates.map(({ state }) => state);
      const { user } = nominee;
      const named = nominateInAll(
        reviews,
        {
          mandate,
          role: body.role,
          party,
          user,
          instruments: body.instruments,
          at: when.at,
          requestedReviews: body.reviews,
        },
        now,
      );
      if (!named.ok) return named;
      if (nominee.awaits !== undefined) {
        const offer = { mandate, party, role: body.role, reviews: body.reviews, instruments: body.instruments };
        return offerTo(partyAggregate, nominee.awaits, offer, now);
      }
      const changes = changesOf(aggregates, named.changes);
      const endedChecks = await endStartChecks(io.store, changes, now);
      return {
        ok: true,
        namingFor: party,
        changes: [...nominee.changes, ...changes, ...endedChecks],
        // A user registered ahead stays registered and is invited, also if the rest is refused when it is decided
        // again.
        ahead: [...nominee.changes, ...endedChecks],
        mustBeUnchanged: nominee.mustBeUnchanged,
        outcome: {
          reply: {
            mandate: named.mandate,
            person: user,
            role: body.role,
            party,
            reviews: reviewsTouched(changes),
          },
          location: `/v1/parties/${party}/mandates/${named.mandate}`,
        },
      };
    });
  });

/** Naming people, and who is named. */
export const nominationRoutes = (io: NominationIo): readonly Route[] => [
  route(api.ListMandates, io, async ({ params, query, cursors, actor, now }) => {
    if ((await io.store.load("party", params.partyId)) === undefined) return refuse("not-found");
    const shown = await mandatesShown(io, params.partyId, actor, now);
    const mandates = shown.filter(({ reviews }) => reviews.some((review) => isInPhase(review, query)));
    const page = await listPage(mandates, { query, cursors }, async (one) =>
      partyMandateView(one, await io.store.persons([one.mandate.user])),
    );
    const items = page.items.flatMap((item) => item ?? []);
    const people = new Set(items.map(({ person }) => person.id));
    if (!partiesOfUser(actor).includes(params.partyId)) await countContacts(io, actor, people.size, now);
    return { reply: { ...page, items } };
  }),

  getMandateRoute(io),

  namePersonRoute(io),
];

/** Route of the parties without a nomination, for the secretariat. */
export const missingNominationsRoute = (io: RouteIo): Route =>
  route(api.ListMissingNominations, io, async ({ query, cursors, now }) => {
    const page = await keptPage(
      (paging) => io.store.pending(query.kind, paging),
      ({ review }) => isInPhase(review, query),
      await cursors.page(query),
    );
    const parties = await readableAggregates(io.store, "party", [...new Set(page.items.map(({ party }) => party))]);
    const byId = new Map(parties.map(({ id, state }) => [id, state]));
    const items = page.items.map(({ party, review, dueAt }) => ({
      party,
      ...defined({ regionalGroup: byId.get(party)?.regionalGroup ?? undefined }),
      kind: query.kind,
      review,
      ...cycleAndClusterOf(review),
      ...dueDate(dueAt),
      overdue: dueAt < now,
    }));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  });
