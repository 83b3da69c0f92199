import { type DynamoDB, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import { tallyOf, tallyWithMore } from "../../../domain/bulletins/bulletin.ts";
import { presidentReminder } from "../../../domain/bulletins/default-texts.ts";
import {
  addressHash,
  bouncesEndedAfter,
  bouncingAfter,
  unsuppressMark,
  suppressedAddressAfter,
} from "../../../domain/letters/address-reputation.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { paceOf, takeSlots } from "../../../domain/letters/send-rate.ts";
import { recordContact } from "../../../domain/parties/follow-ups.ts";
import { registerParty } from "../../../domain/parties/parties.ts";
import { newNamedParties } from "../../../lambdas/use-cases/accounts/named-parties.ts";
import { saveDraft } from "../../../lambdas/commands/save-draft.ts";
import { partyRoutes } from "../../../lambdas/handlers/parties.ts";
import { randomIds } from "../../../lambdas/io/random.ts";
import type { SlotStore } from "../../../lambdas/io/ports/mail.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { AnyChange, SideRecord } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { toItem } from "../../../lambdas/io/store/attributes.ts";
import { personKey } from "../../../lambdas/io/store/keys/users.ts";
import { draftKey } from "../../../lambdas/io/store/keys/reviews.ts";
import { markKey, unreachableKey, returnedKey } from "../../../lambdas/io/store/keys/reach.ts";
import { contactKey, missionKey } from "../../../lambdas/io/store/keys/parties.ts";
import { letterKey, tallyKey, slotsKey } from "../../../lambdas/io/store/keys/letters.ts";
import { aggregateRowKey } from "../../../lambdas/io/store/keys/aggregates.ts";
import { resolveNominee } from "../../../lambdas/use-cases/accounts/resolve-nominee.ts";
import { clearUnreachable, markUnreachable } from "../../../lambdas/use-cases/reachability/resolve-address.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import {
  address,
  at,
  bulletinId,
  change,
  day,
  drawOf,
  onePage,
  factsOf,
  party,
  personOf,
  registeredUser,
  reviewId,
  userId,
} from "../../fixtures/changes.ts";
import { engineRunsHere, type TestTables } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import { noSecondFactors } from "../../fakes/accounts.ts";

const now = at("2020-12-01T10:00:00.000Z");
const anHourLater = later(now, { hours: 1 });
const twoHoursLater = later(now, { hours: 2 });
const recipient = { kind: "user", user: userId(1) } as const;
const letter = plannedLetter(
  { content: { kind: "invitation", user: userId(1) }, recipient, plannedFor: now, rule: "invitation" },
  now,
);
const person = personOf(1);
const hash = addressHash(person.email);

/** A field of a newer version that this version does not know. */
const newField = { addedLater: { seen: true } };
const newAttribute = toItem(newField);

type Raw = ReturnType<typeof toItem>;

describe.runIf(engineRunsHere)("fields of a newer version stay when this one writes again", () => {
  const emptyStore = openEngineStore();
  let client: DynamoDB;
  let tables: TestTables;
  let store: Store;
  let ledger: Ledger;
  let slots: SlotStore;
  beforeEach(async () => {
    ({ client, tables, store, ledger, slots } = await emptyStore());
  });

  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by: "react", at: now });
  const load = async <K extends "party" | "user" | "text">(kind: K, id: string) => {
    const aggregate = await store.load(kind, id);
    if (aggregate === undefined) throw new Error(`No ${kind} ${id}`);
    return aggregate;
  };
  const rawOf = async (table: keyof TestTables, key: object): Promise<Raw> =>
    (await client.send(new GetItemCommand({ TableName: tables[table], Key: toItem(key) }))).Item ?? {};
  /** Adds a field to a row, or to a part of it, as a newer version would. */
  const addField = async (table: keyof TestTables, key: object, part?: string): Promise<void> => {
    const item = await rawOf(table, key);
    const changed = part === undefined ? newAttribute : { [part]: { M: { ...item[part]?.M, ...newAttribute } } };
    await client.send(new PutItemCommand({ TableName: tables[table], Item: { ...item, ...changed } }));
  };
  const storedParts = async (table: keyof TestTables, key: object, part?: string): Promise<Raw> => {
    const item = await rawOf(table, key);
    return part === undefined ? item : (item[part]?.M ?? {});
  };

  const brazil = {
    id: party("BR"),
    name: "Brazil",
    kind: "STATE" as const,
    regionalGroup: null,
    joined: { UNTOC: day("2004-01-29") },
    participation: "takes-part" as const,
  };
  const registerBrazil = () => commit(change("party", "BR", undefined, factsOf(registerParty(brazil, now))));

  test("on a letter that moves", async () => {
    await ledger.plan(letter);
    const key = letterKey(letter.id);
    await addField("letters", key);
    const read = await ledger.letter(letter.id);
    if (read === undefined) throw new Error("No letter");
    expect(await ledger.move(moveLetter(read, "claimed", { at: now }))).toBe(true);
    expect(await storedParts("letters", key)).toMatchObject({
      state: { S: expect.stringMatching(/^claimed#[0-3]$/u) },
      ...newAttribute,
    });
  });

  describe("on the mark of an address", () => {
    const report = { hash, why: "bounced", letter: letter.id, recipient, at: anHourLater } as const;
    const writeAfter = async (...reported: Parameters<typeof suppressedAddressAfter>) => {
      const next = suppressedAddressAfter(...reported);
      if (next === undefined) throw new Error("The report says nothing new");
      expect(await ledger.writeMark(next)).toBe(true);
    };
    beforeEach(async () => {
      await writeAfter(undefined, report);
      await addField("letters", markKey(hash));
    });

    test("that an earlier report explains, and that is unsuppressed and in no list any more", async () => {
      await writeAfter(await ledger.mark(hash), { ...report, at: now });
      expect(await ledger.mark(hash)).toMatchObject({ at: now, revision: 2, ...newField });
      const unsuppressed = unsuppressMark(await ledger.mark(hash), letter.id, twoHoursLater);
      if (unsuppressed === undefined) throw new Error("The mark is not in force");
      expect(await ledger.writeMark(unsuppressed)).toBe(true);
      expect(await ledger.mark(hash)).toMatchObject({ unsuppressedAt: twoHoursLater, revision: 3, ...newField });
      expect((await ledger.suppressed(onePage)).items).toEqual([]);
    });

    test("but not on the next one, after a release", async () => {
      const unsuppressed = unsuppressMark(await ledger.mark(hash), letter.id, twoHoursLater);
      if (unsuppressed === undefined) throw new Error("The mark is not in force");
      await ledger.writeMark(unsuppressed);
      const again = { ...report, at: later(now, { hours: 3 }) };
      await writeAfter(await ledger.mark(hash), again);
      expect(await ledger.mark(hash)).toEqual({ schema: 1, ...again, revision: 3 });
    });
  });

  test("on a recipient who is reached again, and is in no list any more; but not when they become unreachable again", async () => {
    const io = { store, ledger };
    const key = unreachableKey(recipient);
    await markUnreachable(io, letter, "no-address", now);
    await addField("letters", key);
    await commit(registeredUser(1));
    await clearUnreachable(io, recipient, anHourLater);
    expect(await ledger.unreachableOf(recipient)).toMatchObject({ until: anHourLater, ...newField });
    expect((await ledger.unreachable(onePage)).items).toEqual([]);
    await ledger.writeMark({ schema: 1, hash, why: "bounced", letter: letter.id, recipient, at: now, revision: 1 });
    await markUnreachable(io, letter, "suppressed", twoHoursLater);
    expect(await ledger.unreachableOf(recipient)).toEqual({
      schema: 1,
      recipient,
      why: "suppressed",
      letter: letter.id,
      since: twoHoursLater,
    });
  });

  test("on an address from which letters come back, once one arrives; but not when they come back again", async () => {
    const read = () => ledger.returnedFrom(recipient, "first");
    const bounced = (previous: Awaited<ReturnType<typeof read>>, when: typeof now) =>
      bouncingAfter(previous, letter, { recipient, address: person.email }, when);
    const first = bounced(undefined, now);
    if (first === undefined) throw new Error("The report says nothing new");
    await ledger.writeReturned(first);
    await addField("letters", returnedKey(first));
    const ended = bouncesEndedAfter(await read(), letter.id, person.email, anHourLater);
    if (ended === undefined) throw new Error("Letters did not come back");
    await ledger.writeReturned(ended);
    expect(await read()).toMatchObject({ until: anHourLater, ...newField });
    expect((await ledger.returned(onePage)).items).toEqual([]);
    const again = bounced(await read(), twoHoursLater);
    expect(again).toEqual({ ...first, since: twoHoursLater });
  });

  test("on the tally of a bulletin, with more reports and a new count", async () => {
    const id = bulletinId(1);
    const bulletin = { state: { id }, version: 3 } as Parameters<typeof tallyOf>[0];
    await ledger.writeTally(tallyOf(bulletin, { results: 100, bounced: 2 }, 1, undefined));
    await addField("letters", tallyKey(id));
    const more = tallyWithMore(bulletin, await ledger.tally(id), 1);
    if (more === undefined) throw new Error("Nothing was counted");
    expect(await ledger.writeTally(more)).toBe(true);
    expect(await ledger.tally(id)).toMatchObject({ reported: 2, revision: 2, ...newField });
    const counted = { results: 200, bounced: 4 };
    expect(await ledger.writeTally(tallyOf(bulletin, counted, 0, await ledger.tally(id)))).toBe(true);
    expect(await ledger.tally(id)).toMatchObject({ counted, reported: 0, revision: 3, ...newField });
  });

  test("on the line of slots", async () => {
    const take = async () => {
      const line = await slots.read();
      const taking = takeSlots(line, { queue: "deadline-letters", count: 1, now: 1000 }, paceOf(10));
      if (taking.kind === "later") throw new Error("The line is not so long");
      expect(await slots.replace(line, taking.line)).toEqual({ written: true });
    };
    await take();
    await addField("letters", slotsKey("ses"));
    await take();
    expect(await slots.read()).toMatchObject({ revision: 2, ...newField });
  });

  test("on a draft that is written on", async () => {
    await commit(drawOf("FR", "BR"));
    const place = { review: reviewId("FR"), party: party("FR"), kind: "answers", instrument: "UNTOC" } as const;
    const save = (text: string, decidedOn: number) =>
      saveDraft(store)({ place, text, by: userId(1), now, decidedOn, uses: [], decide: () => undefined });
    await save("one", 0);
    await addField("records", draftKey(place));
    await save("two", 1);
    expect(await store.draft(place)).toMatchObject({ version: 2, text: "two", ...newField });
    expect((await store.draftsOf(place.review))[0]).toMatchObject(newField);
  });

  test("on a contact that is followed up", async () => {
    await registerBrazil();
    const record = async (follows?: FollowUp["number"]) => {
      const log = await store.load("contact-log", "BR");
      const earlier = follows === undefined ? undefined : await store.contact(party("BR"), follows);
      const contact = { way: "call", outcome: "promised", officer: userId(7), follows } as const;
      const decision = recordContact(party("BR"), log?.state, contact, earlier, now);
      if (!decision.ok) throw new Error(decision.refusal);
      const contacts = [decision.contact, ...(decision.followed === undefined ? [] : [decision.followed])];
      const sideRecords = contacts.map((each): SideRecord => ({ kind: "contact", contact: each }));
      await commit(change("contact-log", "BR", log, decision.facts, sideRecords));
    };
    await record();
    await addField("records", contactKey(party("BR"), 1), "contact");
    await record(1);
    expect(await store.contact(party("BR"), 1)).toMatchObject({ followedBy: 2, ...newField });
  });

  test("on a person who is named again by the address", async () => {
    await commit(registeredUser(1, { party: "BR" }));
    await addField("records", personKey(userId(1)), "person");
    const missionOfBrazil = { id: userId(2), role: "permanent-mission", party: party("BR") } as const;
    const nominee = { ...person, title: "Judge" };
    const outcome = await resolveNominee(
      { store, ids: randomIds({ now: () => now }) },
      missionOfBrazil,
      { party: party("BR"), role: "expert", nominee },
      now,
    );
    if (!outcome.ok) throw new Error(outcome.refusal);
    await commit(...outcome.changes);
    expect(await store.person(userId(1))).toEqual({ ...nominee, ...newField });
  });

  test("on the contacts of a mission that are set again, and no reply shows them", async () => {
    await commit(registeredUser(1, { sub: "sub-1" }));
    await registerBrazil();
    const routes = partyRoutes({
      store,
      ledger,
      clock: { now: () => now },
      cursorSecrets: () => Promise.resolve({ newest: "secret" }),
      parties: newNamedParties({ store, clock: { now: () => now } }),
      secondFactors: noSecondFactors,
    });
    const request = async (id: string, headers: object, body?: object) => {
      const event = {
        rawPath: "/v1/parties/BR/mission",
        rawQueryString: "",
        headers: { "content-type": "application/json", ...headers },
        pathParameters: { partyId: "BR" },
        requestContext: {
          http: { method: "PUT" },
          authorizer: { jwt: { claims: { sub: "sub-1", token_use: "access" } } },
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const reply = await routes.find(({ endpoint }) => endpoint.id === id)?.run(event as any);
      return JSON.parse(reply?.body ?? "null");
    };
    const contacts = { address: address("mission@br.example.org"), language: "en", place: "Vienna" };
    await request("putMission", { "if-match": '"v1"' }, { ...contacts, digest: "weekly" });
    await addField("records", missionKey(party("BR")), "mission");
    const changed = { ...contacts, place: "Geneva" };
    expect(await request("putMission", { "if-match": '"v2"' }, changed)).toMatchObject({
      contacts: changed,
      version: 3,
    });
    expect(await store.mission(party("BR"))).toEqual({ ...changed, ...newField });
    expect(await request("getMission", {})).toEqual({
      party: "BR",
      partyName: "Brazil",
      contacts: changed,
      suppressed: [],
      version: 3,
    });
  });

  test("on a stored text of which the next version is written", async () => {
    const write = async (version: number, before?: Awaited<ReturnType<typeof load<"text">>>) =>
      commit(
        change("text", presidentReminder, before, [
          {
            kind: "text-stored",
            happenedAt: now,
            text: presidentReminder,
            version,
            hash,
            writtenBy: userId(1),
          },
        ]),
      );
    await write(1);
    await addField("records", aggregateRowKey("text", presidentReminder), "state");
    await write(2, await load("text", presidentReminder));
    expect((await load("text", presidentReminder)).state).toMatchObject({ version: 2, ...newField });
  });
});
