import { describe, expect, test } from "vitest";
import type { Party } from "../../../schemas/model/party.ts";
import type { User } from "../../../schemas/model/user.ts";
import { addressHash } from "../../../domain/letters/address-reputation.ts";
import { recordContact } from "../../../domain/parties/follow-ups.ts";
import { registerParty } from "../../../domain/parties/parties.ts";
import { closeUser, correctUser } from "../../../domain/parties/users.ts";
import { executeCommand, executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import { erasePerson } from "../../../domain/oversight/erase-person.ts";
import { decideErasure } from "../../../lambdas/use-cases/accounts/decide-erasure.ts";
import {
  address,
  at,
  change,
  day,
  onePage,
  factsOf,
  party,
  personOf,
  registeredUser,
  userId,
} from "../../fixtures/changes.ts";
import { type FunctionName, makeApp, type TestApp } from "../../harness/test-app.ts";
import { mailEvent } from "../../fakes/mail-service.ts";
import { bothStores, type ReadableStore } from "./stores.ts";

const id = userId(7);
const person = personOf(7);
const other = personOf(8);
const now = at("2020-11-30T12:00:00.000Z");
const traces = [person.name, person.email, addressHash(person.email)];
const state: Party = {
  id: party("FR"),
  kind: "STATE",
  name: "France",
  regionalGroup: "WEOG",
  joined: { UNTOC: day("2002-10-29") },
  participation: "takes-part",
};
/** The pool of the tests makes a subject of an address; that of a user pool says nothing. */
const found = (rows: readonly string[]) =>
  rows.map((row) => row.replaceAll(/sub-of-[^"]*/gu, "")).filter((row) => traces.some((trace) => row.includes(trace)));

const missingStore = (): never => {
  throw new Error("There is no store in memory");
};

const note = async ({ store }: Pick<TestApp, "store">, text: string): Promise<void> => {
  const aggregate = await store.load("contact-log", "FR");
  const contact = { way: "call", outcome: "informed", officer: userId(8), note: text } as const;
  const recorded = recordContact(party("FR"), aggregate?.state, contact, undefined, now);
  if (!recorded.ok) throw new Error("Refused");
  const sideRecords = [{ kind: "contact", contact: recorded.contact }] as const;
  const changes = [change("contact-log", "FR", aggregate, recorded.facts, sideRecords)];
  const reply = { status: 201, headers: {}, body: JSON.stringify({ note: text }) };
  await store.commit({ changes, by: userId(8), at: now, idempotency: { key: text, bodyHash: "0", reply } });
};

/** A delegate who got letters, at an address that failed, and with notes about them. */
const lived = async (kept: ReadableStore): Promise<TestApp> => {
  const app = makeApp({ kept, now });
  app.accounts.open = true;
  app.mail.usually = "accepts";
  const france = change("party", "FR", undefined, factsOf(registerParty(state, now)));
  await app.store.commit({
    changes: [france, registeredUser(7, { party: "FR" }), registeredUser(8)],
    by: "load",
    at: now,
  });
  await app.rest();
  const [letter] = app.mail.inbox.filter(({ to }) => to === person.email);
  if (letter === undefined) throw new Error("No letter to the person");
  app.queues.receipts.put(mailEvent("Bounce", letter, app.clock.now(), { bounce: { bounceType: "Permanent" } }));
  await app.rest();
  await note(app, `Called ${person.name}.`);
  await note(app, "No call made.");
  await executeOnAggregate(app.store)({
    kind: "user",
    id,
    by: userId(8),
    now,
    decide: (user) => closeUser(user, "left-service", { confirmedOfficers: 2 }, now),
  });
  await app.rest();
  return app;
};

const erase = async (app: TestApp): Promise<void> => {
  const decided = await executeCommand(app.store)({
    by: userId(8),
    now: app.clock.now(),
    decide: async () => {
      const aggregate = await app.store.load("user", id);
      if (aggregate === undefined) throw new Error("no user is registered");
      const wanted = { reason: "asked-by-person", source: "letter" } as const;
      return decideErasure(app, aggregate, await app.store.person(id), (user, grounds) =>
        erasePerson(user, grounds, wanted, app.clock.now()),
      );
    },
  });
  expect(decided).toMatchObject({ ok: true });
};

/** A user of the secretariat whose address was changed twice. */
const movedTwice = async (kept: ReadableStore): Promise<TestApp> => {
  const app = makeApp({ kept, now });
  app.accounts.open = true;
  app.mail.usually = "accepts";
  await app.store.commit({ changes: [registeredUser(7), registeredUser(8)], by: "load", at: now });
  for (const [number, email] of [
    [1, "second.address@example.org"],
    [2, "third.address@example.org"],
  ] as const) {
    const [aggregate, before] = await Promise.all([app.store.load("user", id), app.store.person(id)]);
    if (aggregate === undefined || before === undefined) throw new Error("no user is registered");
    const after = personOf(7, email);
    const facts = factsOf(correctUser(aggregate.state, before, after, { id: userId(8) }, now));
    const moved = change("user", id, aggregate, facts, [
      { kind: "person", user: id, person: after },
      { kind: "former-address", of: { kind: "user", id }, number, address: before.email },
    ]);
    await app.store.commit({ changes: [moved], by: userId(8), at: now });
    expect(await app.store.formerAddress({ kind: "user", id }, number)).toBe(before.email);
  }
  return app;
};

/** Marks each address that they had as one at which letters fail. */
const markAddresses = async (app: TestApp): Promise<void> => {
  const [letter] = await app.letters();
  if (letter === undefined) throw new Error("There is no letter");
  const mark = {
    schema: 1,
    letter: letter.id,
    why: "bounced",
    recipient: { kind: "user", user: id },
    at: now,
  } as const;
  for (const one of [person.email, "second.address@example.org", "third.address@example.org"])
    expect(await app.ledger.writeMark({ ...mark, hash: addressHash(address(one)), revision: 1 })).toBe(true);
};

const closeAndErase = async (app: TestApp): Promise<void> => {
  const decide = (user: User) => closeUser(user, "left-service", { confirmedOfficers: 2 }, app.clock.now());
  await executeOnAggregate(app.store)({ kind: "user", id, by: userId(8), now: app.clock.now(), decide });
  await app.rest();
  await erase(app);
  await app.rest();
};

describe.each(bothStores())("a person who is erased, $name", ({ make }) => {
  test("is in no row, while the letter, the contact and all other people stay", async () => {
    const kept = await make();
    const app = await lived(kept);
    for (const trace of traces)
      expect(
        (await kept.rows()).filter((row) => row.includes(trace)),
        trace,
      ).not.toEqual([]);
    const before = await app.letters();
    await erase(app);
    expect([await app.store.person(id), await app.store.userOfAddress(person.email)]).toEqual([undefined, undefined]);
    expect((await app.store.persons([id, userId(8)])).size).toBe(1);
    await app.rest();
    expect(await app.store.erasing(id)).toMatchObject({ person });
    await app.sweep("hourly");
    expect(found(await kept.rows())).toEqual([]);
    expect(await app.store.erasing(id)).toBeUndefined();
    expect(app.accounts.deleted).toContain(`sub-of-${person.email}`);
    expect(app.suppression.unsuppressed).toContain(person.email);
    expect((await app.letters()).map((one) => [one.id, one.state])).toEqual(before.map((one) => [one.id, one.state]));
    const { items } = await app.store.contactsWith(party("FR"), onePage);
    expect(items.map((contact) => contact.note)).toEqual(["No call made.", undefined]);
    expect(await app.store.repeated("No call made.", now)).toBeDefined();
    expect((await kept.rows()).filter((row) => row.includes(other.email))).not.toEqual([]);
    expect((await app.sweep("full")).broken).toEqual([]);
  });

  test("of the secretariat takes the addresses with it that were given up, and those on letters about others", async () => {
    const kept = await make();
    const app = await movedTwice(kept);
    await app.store.commit({ changes: [registeredUser(9)], by: userId(8), at: now });
    await app.rest();
    await markAddresses(app);
    const addresses = [person.email, "second.address@example.org", "third.address@example.org"];
    const rowsWith = async (email: string) => (await kept.rows()).filter((row) => row.includes(`"${email}"`));
    for (const email of addresses) expect(await rowsWith(email), email).not.toEqual([]);
    await closeAndErase(app);
    await app.sweep("hourly");
    for (const email of addresses) expect(await rowsWith(email), email).toEqual([]);
    for (const one of addresses) expect(await app.ledger.mark(addressHash(address(one))), one).toBeUndefined();
    expect(app.suppression.unsuppressed.toSorted()).toEqual(addresses.toSorted());
  });

  test("leaves the mark of a former address that another user has now", async () => {
    const app = await movedTwice(await make());
    const taken = address("second.address@example.org");
    await app.store.commit({ changes: [registeredUser(9, { email: taken })], by: userId(8), at: now });
    await app.rest();
    await markAddresses(app);
    await closeAndErase(app);
    await app.sweep("hourly");
    expect(await app.store.erasing(id)).toBeUndefined();
    expect(await app.ledger.mark(addressHash(taken))).toBeDefined();
    expect(app.suppression.unsuppressed.toSorted()).toEqual([person.email, "third.address@example.org"]);
  });

  test("leaves the address to another user, whose account and address outlive the erasure", async () => {
    const kept = await make();
    const app = await lived(kept);
    await erase(app);
    await app.store.commit({ changes: [registeredUser(9, { email: person.email })], by: "load", at: app.clock.now() });
    await app.rest();
    await app.sweep("hourly");
    expect(await app.store.userOfAddress(person.email)).toBe(userId(9));
    expect(await app.store.userOfAccount(`sub-of-${person.email}`)).toBe(userId(9));
    expect(await app.store.person(userId(9))).toMatchObject({ email: person.email });
  });
});

describe("an erasure that is interrupted", () => {
  const [inMemory = missingStore()] = bothStores();
  const kill = async (name: FunctionName): Promise<number> => {
    for (let call = 1; ; call += 1) {
      const kept = await inMemory.make();
      const app = await lived(kept);
      await erase(app);
      app.stream.retries = 0;
      if (name === "sweep") await app.rest();
      const killed = app.kill(name, call);
      if (name === "sweep") await app.sweep("hourly").catch(() => undefined);
      await app.rest();
      app.forgetKills();
      await app.sweep("hourly");
      expect(found(await kept.rows()), `killed at call ${call}`).toEqual([]);
      expect(app.accounts.deleted).toContain(`sub-of-${person.email}`);
      if (!killed.happened) return call - 1;
    }
  };

  test("between any two steps of the stream is ended by the next sweep", async () => {
    expect(await kill("react")).toBeGreaterThan(8);
  });

  test("between any two steps of a sweep is ended by the sweep after it", async () => {
    expect(await kill("sweep")).toBeGreaterThan(8);
  });
});
