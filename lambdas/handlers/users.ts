import { type Refused, refuse } from "../../domain/base/decision.ts";
import { closeUser, isErased, registerUser, reopenUser } from "../../domain/parties/users.ts";
import { confirmUser } from "../../domain/parties/second-person.ts";
import { suspendUser } from "../../domain/parties/suspension.ts";
import { approveErasure, orderErasure, withdrawErasure } from "../../domain/oversight/erase-person.ts";
import { inForce } from "../../domain/base/settings.ts";
import { leastOfficers } from "../../domain/policy/officers.ts";
import { dayOf } from "../../domain/base/time.ts";
import { userView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/users.ts";
import { changeOf, type CommandDecision, commandOn, decidedOnVersion } from "../commands/execute-command.ts";
import { asItStands, secondPersonAsRead } from "../commands/second-person.ts";
import { countContacts } from "../shell/http/allowances.ts";
import type { Answer } from "../shell/http/answer.ts";
import { route, type Route } from "../shell/http/route.ts";
import { decideCorrection, foundUser, type FoundUser } from "../use-cases/accounts/correct-person.ts";
import { findUsers, otherConfirmedOfficers } from "../use-cases/accounts/find-users.ts";
import { decideErasure, type ErasureDecisionIo } from "../use-cases/accounts/decide-erasure.ts";
import type { NominationIo } from "./nominations.ts";

export type UserIo = NominationIo & ErasureDecisionIo;

/** Registering users who are not named: secretariat, President, permanent missions. */
const registrationRoute = (io: NominationIo): Route =>
  route(api.RegisterUser, io, async ({ body, actor, now, change }) => {
    const id = io.ids.user();
    return change(async () => {
      if (body.party !== undefined && (await io.store.load("party", body.party)) === undefined)
        return refuse("unknown-party");
      if ((await io.store.userOfAddress(body.person.email)) !== undefined) return refuse("address-in-use");
      const { role, party, person } = body;
      const decision = registerUser({ id, role, party, counted: person }, now, actor);
      if (!decision.ok) return decision;
      const added = changeOf("user", id, undefined, decision.facts, [{ kind: "person", user: id, person }]);
      return { ok: true, changes: [added], outcome: { reply: userView({ state: added.after, version: 1 }, person) } };
    });
  });

/** Returns the reply about a user, with their personal data as they were read. */
const userReply =
  ({ person }: Pick<FoundUser, "person">) =>
  (user: Pick<FoundUser["aggregate"], "state" | "version">) => ({
    reply: userView(user, person),
    version: user.version,
  });

const closureRoute = (io: NominationIo): Route =>
  route(api.CloseUser, io, async ({ params, body, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.aggregate, decidedOn());
      const isOfSecretariat = found.aggregate.state.role === "secretariat";
      const others = isOfSecretariat ? await otherConfirmedOfficers(io.store, params.userId) : [];
      const decision = closeUser(found.aggregate.state, body.reason, { confirmedOfficers: others.length }, now);
      // Two officers who close each other at one moment: those who are counted must remain as they were read.
      return commandOn(found.aggregate, decision, userReply(found), {
        mustBeUnchanged: others.slice(0, inForce(leastOfficers, dayOf(now))).map(asItStands),
      });
    }),
  );

const reopeningRoute = (io: NominationIo): Route =>
  route(api.ReopenUser, io, async ({ params, actor, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.aggregate, decidedOn());
      return commandOn(found.aggregate, reopenUser(found.aggregate.state, actor, now), userReply(found));
    }),
  );

const suspensionRoute = (io: NominationIo): Route =>
  route(api.SuspendUser, io, async ({ params, actor, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const [found, by] = await Promise.all([foundUser(io.store, params.userId), io.store.load("user", actor.id)]);
      if (found === undefined || by === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.aggregate, decidedOn());
      const mustBeUnchanged = by.id === found.aggregate.id ? [] : [asItStands(by)];
      const decision = suspendUser(found.aggregate.state, by.state, now);
      return commandOn(found.aggregate, decision, userReply(found), { mustBeUnchanged });
    }),
  );

const confirmationRoute = (io: NominationIo): Route =>
  route(api.ConfirmUser, io, async ({ params, actor, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const [found, by] = await Promise.all([foundUser(io.store, params.userId), io.store.load("user", actor.id)]);
      if (found === undefined || by === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.aggregate, decidedOn());
      const decision = confirmUser(found.aggregate.state, by.state, now);
      // A user readdressed at that moment would be another person than the one decided on.
      const mustBeUnchanged = by.id === found.aggregate.id ? [] : [asItStands(by)];
      return commandOn(found.aggregate, decision, userReply(found), { mustBeUnchanged });
    }),
  );

const correctionRoute = (io: NominationIo): Route =>
  route(api.CorrectUser, io, async ({ params, body, actor, now, decidedOn, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      decidedOnVersion(found.aggregate, decidedOn());
      const decision = await decideCorrection(io.store, found, body.person, actor, now);
      return decision.ok ? { ...decision, outcome: userReply(decision.outcome)(decision.outcome) } : decision;
    }),
  );

/** Returns a decision on an erasure with its reply. */
const withReply = (
  decision: Awaited<ReturnType<typeof decideErasure>>,
  found: FoundUser,
): Refused | CommandDecision<Answer<ReturnType<typeof userView>>> =>
  decision.ok ? { ...decision, outcome: userReply(found)(decision.outcome) } : decision;

const erasureRoutes = (io: UserIo): readonly Route[] => [
  route(api.EraseUser, io, async ({ params, body, actor, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.aggregate, decidedOn());
      const { aggregate, person } = found;
      const decision = await decideErasure(io, aggregate, person, (user, grounds) =>
        orderErasure(user, grounds, { ...body, orderedBy: actor.id }, now),
      );
      return withReply(decision, found);
    }),
  ),

  route(api.ApproveErasure, io, async ({ params, actor, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.aggregate, decidedOn());
      const { aggregate, person } = found;
      const orderer = aggregate.state.erasureOrdered?.orderedBy ?? actor.id;
      const { people, unchanged } = await secondPersonAsRead(io.store, actor.id, orderer);
      const others = unchanged.filter(({ id }) => id !== aggregate.id);
      const decide: Parameters<typeof decideErasure>[3] = (user, grounds) => approveErasure(user, grounds, people, now);
      return withReply(await decideErasure(io, aggregate, person, decide, others), found);
    }),
  ),

  route(api.WithdrawErasure, io, async ({ params, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.aggregate, decidedOn());
      return commandOn(found.aggregate, withdrawErasure(found.aggregate.state, now), userReply(found));
    }),
  ),
];

/** Users, with who may use the system: reading, correcting, closing, reopening and erasing them. */
export const userRoutes = (io: UserIo): readonly Route[] => [
  registrationRoute(io),

  route(api.ListUsers, io, async ({ query: { limit, cursor, ...query }, cursors, actor, now }) => {
    const page = await findUsers(io.store, query, await cursors.page({ limit, cursor }));
    const persons = await io.store.persons(page.items.map(({ state }) => state.id));
    const items = page.items.flatMap((aggregate) => {
      const person = persons.get(aggregate.state.id);
      return person === undefined && !isErased(aggregate.state) ? [] : [userView(aggregate, person)];
    });
    const others = items.filter(({ id, person }) => id !== actor.id && person !== undefined);
    await countContacts(io, actor, others.length, now);
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetUser, io, async ({ params, actor, now }) => {
    const found = await foundUser(io.store, params.userId);
    if (found === undefined) return refuse("not-found");
    if (found.person !== undefined && found.aggregate.id !== actor.id) await countContacts(io, actor, 1, now);
    return userReply(found)(found.aggregate);
  }),

  correctionRoute(io),
  closureRoute(io),
  reopeningRoute(io),
  suspensionRoute(io),
  ...erasureRoutes(io),
  confirmationRoute(io),
];
