import { type Decision, type Refused, refuse } from "../../domain/base/decision.ts";
import {
  closeUser,
  correctedPerson,
  correctUser,
  isErased,
  registerUser,
  reopenUser,
} from "../../domain/parties/users.ts";
import { confirmUser } from "../../domain/parties/second-person.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { userView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/users.ts";
import type { UserId } from "../../schemas/base/ids.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { Person } from "../../schemas/model/user.ts";
import { type CommandDecision, changeOf, decidedOnVersion } from "../commands/execute-command.ts";
import type { AnyChange, SideRecord, Store } from "../io/ports/store.ts";
import { countContacts } from "../shell/http/allowances.ts";
import { type Answer, route, type Route } from "../shell/http/route.ts";
import { findUsers, otherOfSecretariat } from "../use-cases/accounts/find-users.ts";
import { decideErasure, type ErasureDecisionIo } from "../use-cases/accounts/decide-erasure.ts";
import type { NominationIo } from "./nominations.ts";

export type UserIo = NominationIo & ErasureDecisionIo;

type UserReply = ReturnType<typeof userView>;

/** Registering users who are not named: secretariat, President, permanent missions. */
const registrationRoute = (io: NominationIo): Route =>
  route(api.RegisterUser, io, async ({ body, actor, now, change }) => {
    const id = io.ids.user();
    return change(async () => {
      if (body.party !== undefined && (await io.store.load("party", body.party)) === undefined)
        return refuse("unknown-party");
      if ((await io.store.userOfAddress(body.person.email)) !== undefined) return refuse("address-in-use");
      const { role, party, person } = body;
      const decision = registerUser({ id, role, party, gender: person.gender }, now, actor);
      if (!decision.ok) return decision;
      const added = changeOf("user", id, undefined, decision.facts, [{ kind: "person", user: id, person }]);
      return { ok: true, changes: [added], outcome: { reply: userView({ state: added.after, version: 1 }, person) } };
    });
  });

/** What is read of a user before something is decided about them. */
interface FoundUser {
  readonly head: Aggregate<"user">;
  /** Absent once the person was erased. */
  readonly person: Person | undefined;
}

const foundUser = async (store: Store, id: UserId): Promise<FoundUser | undefined> => {
  const [head, person] = await Promise.all([store.load("user", id), store.person(id)]);
  return head === undefined || (person === undefined && !isErased(head.state)) ? undefined : { head, person };
};

/** The address of a user of the secretariat that another takes the place of: whoever reads there is told. */
const formerAddressIn = (
  facts: readonly Fact[],
  id: UserId,
  before: Person | undefined,
): readonly Extract<SideRecord, { readonly kind: "former-address" }>[] =>
  facts.flatMap((fact) =>
    fact.kind !== "user-readdressed" || fact.number === undefined || before === undefined
      ? []
      : [{ kind: "former-address", of: { kind: "user", id }, number: fact.number, address: before.email }],
  );

/** A decision about a user as a command: nothing is committed where nothing changes. */
const commandOn = (
  { head, person: before }: FoundUser,
  decision: Decision,
  {
    person = before,
    unchanged = [],
  }: { readonly person?: Person | undefined; readonly unchanged?: readonly AnyChange[] } = {},
): Refused | CommandDecision<Answer<UserReply>> => {
  if (!decision.ok) return decision;
  if (decision.facts.length === 0)
    return { ok: true, changes: [], outcome: { reply: userView(head, before), version: head.version } };
  const user = head.state.id;
  const sideRecords: readonly SideRecord[] =
    person === before || person === undefined
      ? []
      : [{ kind: "person", user, person }, ...formerAddressIn(decision.facts, user, before)];
  const made = changeOf("user", head.id, head, decision.facts, sideRecords);
  const version = head.version + 1;
  return {
    ok: true,
    changes: [made],
    mustBeUnchanged: unchanged,
    outcome: { reply: userView({ state: made.after, version }, person), version },
  };
};

const closureRoute = (io: NominationIo): Route =>
  route(api.CloseUser, io, async ({ params, body, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.head, decidedOn());
      const isOfSecretariat = found.head.state.role === "secretariat";
      const other = isOfSecretariat ? await otherOfSecretariat(io.store, params.userId) : undefined;
      const isLastOfSecretariat = isOfSecretariat && other === undefined;
      const decision = closeUser(found.head.state, body.reason, { isLastOfSecretariat }, now);
      // Two who close each other at once: one of them is the last.
      return commandOn(
        found,
        decision,
        other === undefined ? {} : { unchanged: [changeOf("user", other.id, other, [])] },
      );
    }),
  );

const reopeningRoute = (io: NominationIo): Route =>
  route(api.ReopenUser, io, async ({ params, actor, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.head, decidedOn());
      return commandOn(found, reopenUser(found.head.state, actor, now));
    }),
  );

const confirmationRoute = (io: NominationIo): Route =>
  route(api.ConfirmUser, io, async ({ params, actor, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const [found, by] = await Promise.all([foundUser(io.store, params.userId), io.store.load("user", actor.id)]);
      if (found === undefined || by === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.head, decidedOn());
      const decision = confirmUser(found.head.state, by.state, now);
      // Readdressed at the same moment, whoever confirms would be another person than the one decided on.
      return commandOn(
        found,
        decision,
        by.id === found.head.id ? {} : { unchanged: [changeOf("user", by.id, by, [])] },
      );
    }),
  );

const correctionRoute = (io: NominationIo): Route =>
  route(api.CorrectUser, io, async ({ params, body, actor, now, decidedOn, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      decidedOnVersion(found.head, decidedOn());
      if (found.person === undefined) return refuse("person-erased");
      const person = correctedPerson(found.person, body.person);
      const holder = await io.store.userOfAddress(person.email);
      if (holder !== undefined && holder !== params.userId) return refuse("address-in-use");
      const decision = correctUser(found.head.state, found.person, person, actor, now);
      return commandOn(found, decision, { person });
    }),
  );

const erasureRoute = (io: UserIo): Route =>
  route(api.EraseUser, io, async ({ params, body, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const found = await foundUser(io.store, params.userId);
      if (found === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(found.head, decidedOn());
      const decision = await decideErasure(io, found.head, found.person, body, now);
      if (!decision.ok) return decision;
      const { state, version } = decision.outcome;
      return { ...decision, outcome: { reply: userView({ state, version }, undefined), version } };
    }),
  );

/** Users, with who may use the system: reading, correcting, closing, reopening and erasing them. */
export const userRoutes = (io: UserIo): readonly Route[] => [
  registrationRoute(io),

  route(api.ListUsers, io, async ({ query: { limit, cursor, ...query }, cursors, actor, now }) => {
    const page = await findUsers(io.store, query, await cursors.page({ limit, cursor }));
    const persons = await io.store.persons(page.items.map(({ state }) => state.id));
    const items = page.items.flatMap((head) => {
      const person = persons.get(head.state.id);
      return person === undefined && !isErased(head.state) ? [] : [userView(head, person)];
    });
    const others = items.filter(({ id, person }) => id !== actor.id && person !== undefined);
    await countContacts(io, actor, others.length, now);
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetUser, io, async ({ params, actor, now }) => {
    const found = await foundUser(io.store, params.userId);
    if (found === undefined) return refuse("not-found");
    if (found.person !== undefined && found.head.id !== actor.id) await countContacts(io, actor, 1, now);
    return { reply: userView(found.head, found.person), version: found.head.version };
  }),

  correctionRoute(io),
  closureRoute(io),
  reopeningRoute(io),
  erasureRoute(io),
  confirmationRoute(io),
];
