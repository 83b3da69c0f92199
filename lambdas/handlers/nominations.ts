import type * as z from "zod";
import { type Refused, refuse } from "../../domain/decision.ts";
import { hashOf } from "../../domain/hash.ts";
import { namedAt, nominateInAll } from "../../domain/nominations.ts";
import { may, namingActions } from "../../domain/permissions.ts";
import { registerUser, updatePerson } from "../../domain/users.ts";
import { partyMandates, peopleIn } from "../../domain/views/reviews.ts";
import * as api from "../../schemas/endpoints/review.ts";
import type { PartyId, UserId } from "../../schemas/ids.ts";
import type { Person } from "../../schemas/user.ts";
import type { Instant } from "../../schemas/values.ts";
import type { AnyChange, Ids } from "../io/ports.ts";
import { changeOf } from "../shell/door.ts";
import { route, type Route, type RouteIo } from "../shell/route.ts";

export interface NominationIo extends RouteIo {
  readonly ids: Ids;
}

type Nominee = z.infer<typeof api.NamePerson.body>["person"];

/** The person who is named: known to the party, or new with an address that nobody else has. */
const nomineeOf = async (
  io: NominationIo,
  party: PartyId,
  nominee: Nominee,
  now: Instant,
): Promise<{ ok: true; user: UserId; changes: readonly AnyChange[] } | Refused> => {
  if ("id" in nominee) {
    const user = await io.store.load("user", nominee.id);
    const known = user?.state.party === party && user.state.role === "delegate";
    return known ? { ok: true, user: nominee.id, changes: [] } : refuse("unknown-person");
  }
  const holder = await io.store.userOfAddress(nominee.email);
  return holder === undefined ? newcomer(io, party, nominee, now) : knownByAddress(io, party, holder, nominee, now);
};

const newcomer = (io: NominationIo, party: PartyId, person: Person, now: Instant) => {
  const user = io.ids.user();
  const decision = registerUser({ id: user, role: "delegate", party, gender: person.gender }, now);
  if (!decision.ok) return decision;
  return {
    ok: true as const,
    user,
    changes: [changeOf("user", user, undefined, decision.facts, [{ kind: "person", user, person }])],
  };
};

const knownByAddress = async (io: NominationIo, party: PartyId, id: UserId, person: Person, now: Instant) => {
  const [user, before] = await Promise.all([io.store.load("user", id), io.store.person(id)]);
  if (user === undefined || user.state.role !== "delegate" || user.state.party !== party)
    return refuse("address-in-use");
  const same = before !== undefined && hashOf(before) === hashOf(person);
  const decision = updatePerson(user.state, now);
  if (same || !decision.ok) return { ok: true as const, user: id, changes: [] };
  return {
    ok: true as const,
    user: id,
    changes: [changeOf("user", id, user, decision.facts, [{ kind: "person", user: id, person }])],
  };
};

/** Naming people, and who is named. */
export const nominationRoutes = (io: NominationIo): readonly Route[] => [
  route(api.ListMandates, io, async ({ params, actor, now }) => {
    if ((await io.store.load("party", params.partyId)) === undefined) return refuse("not-found");
    const heads = await io.store.loadMany("review", await io.store.reviewsOfParty(params.partyId));
    const reviews = heads.map(({ state }) => state);
    const persons = await io.store.persons([...new Set(reviews.flatMap(peopleIn))]);
    return { reply: { items: partyMandates(reviews, params.partyId, actor, persons, now) } };
  }),

  route(api.NamePerson, io, async ({ params, body, actor, now, change }) => {
    const { partyId: party } = params;
    if (!may(actor, namingActions[body.role], { party }, now)) return refuse("not-yours");
    const when = namedAt(body.namedOn, now);
    if (!when.ok) return when;
    const mandate = io.ids.mandate();
    return change(async () => {
      if ((await io.store.load("party", party)) === undefined) return refuse("not-found");
      const heads = await io.store.loadMany("review", body.reviews ?? (await io.store.reviewsOfParty(party)));
      const nominee = await nomineeOf(io, party, body.person, now);
      if (!nominee.ok) return nominee;
      const reviews = heads.map(({ state }) => state);
      const { user } = nominee;
      const named = nominateInAll(
        reviews,
        { mandate, role: body.role, party, user, at: when.at, asked: body.reviews },
        now,
      );
      if (!named.ok) return named;
      const changes = named.changes.map(({ review, facts }) =>
        changeOf(
          "review",
          review.id,
          heads.find(({ id }) => id === review.id),
          facts,
        ),
      );
      return {
        ok: true,
        changes: [...nominee.changes, ...changes],
        outcome: {
          reply: {
            mandate: named.mandate,
            person: user,
            role: body.role,
            party,
            reviews: changes.map(({ after, before }) => ({
              id: after.id,
              stage: after.stage,
              version: (before?.version ?? 0) + 1,
            })),
          },
          location: `/v1/parties/${party}/mandates`,
        },
      };
    });
  }),
];
