import { beforeEach, describe, expect, test } from "vitest";
import { aggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import { registerParty, setMissionContacts } from "../../../domain/parties/parties.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { linkAccount, updatePerson } from "../../../domain/parties/users.ts";
import { type AnyChange, Conflict } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { Party } from "../../../schemas/model/party.ts";
import {
  address,
  at,
  change,
  drawOf,
  onePage,
  factsOf,
  mandateIn,
  party,
  personOf,
  registeredUser,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { everyStore } from "./stores.ts";

const by = userId(1);
const now = at("2020-12-01T10:00:00.000Z");
const reply = { status: 201, headers: { etag: '"1"' }, body: '{"done":true}' };
const mission = { address: address("mission@fr.example.org"), language: "fr" as const, place: "Vienna" };

const france = Party.parse({
  id: "FR",
  name: "France",
  kind: "STATE",
  regionalGroup: "WEOG",
  joined: { UNTOC: "2002-10-29" },
  participation: "takes-part",
});

describe.each(everyStore())("a commit $name", ({ make }) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await make());
  });

  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by, at: now });
  const review = async (code: string): Promise<Aggregate<"review">> => {
    const aggregate = await store.load("review", reviewId(code));
    if (aggregate === undefined) throw new Error(`No review of ${code}`);
    return aggregate;
  };
  const user = async (number: number): Promise<Aggregate<"user">> => {
    const aggregate = await store.load("user", userId(number));
    if (aggregate === undefined) throw new Error(`No user ${number}`);
    return aggregate;
  };
  const lost = (why: Conflict["why"]) => expect.objectContaining({ name: "Conflict", why });
  const journal = async (code: string) => (await store.journalOf("review", reviewId(code), onePage)).items;

  test("begins a subject at version 1 and returns the state that a reader then finds", async () => {
    const [aggregate] = await commit(drawOf("FR", "BR", "JP"));
    expect(aggregate?.version).toBe(1);
    expect(await store.load("review", reviewId("FR"))).toEqual(aggregate);
    expect(await store.load("review", reviewId("BR"))).toBeUndefined();
  });

  test("writes one entry with all facts of the command, linked to the one before", async () => {
    await commit(drawOf("FR", "BR", "JP"));
    await commit(startIn(await review("FR")));
    const aggregate = await review("FR");
    const entries = await journal("FR");
    expect(entries.map(({ version, facts }) => [version, facts.length])).toEqual([
      [1, 1],
      [2, 8],
    ]);
    expect(entries[1]).toMatchObject({ by, recordedAt: now, previous: entries[0]?.hash, hash: aggregate.hash });
    expect(verifyChain(aggregateKey("review", aggregate.id), entries, { aggregate })).toMatchObject({
      intact: true,
      entries: 2,
    });
  });

  test("decided on a version that has passed is stale and changes nothing", async () => {
    await commit(drawOf("FR", "BR", "JP"));
    const before = await review("FR");
    await commit(startIn(before));
    const after = await review("FR");
    await expect(commit(mandateIn(before, "focal-point", "FR", 7))).rejects.toEqual(lost("stale"));
    expect(await review("FR")).toEqual(after);
    expect(await journal("FR")).toHaveLength(2);
  });

  test("that begins an existing subject is stale", async () => {
    await commit(drawOf("FR", "BR", "JP"));
    await expect(commit(drawOf("FR", "BR", "JP"))).rejects.toEqual(lost("stale"));
  });

  test("over several subjects takes place in all of them or in none", async () => {
    await commit(drawOf("FR", "BR"), drawOf("BR", "JP"), drawOf("JP", "FR"));
    const [fr, br, jp] = [await review("FR"), await review("BR"), await review("JP")];
    await commit(mandateIn(jp, "focal-point", "FR", 5));
    await expect(
      commit(
        mandateIn(fr, "focal-point", "FR", 6),
        mandateIn(br, "focal-point", "BR", 6),
        mandateIn(jp, "focal-point", "JP", 6),
      ),
    ).rejects.toEqual(lost("stale"));
    expect([(await review("FR")).version, (await review("BR")).version, (await review("JP")).version]).toEqual([
      1, 1, 2,
    ]);
    expect(await store.reviewsOfParty(party("FR"))).toEqual([reviewId("FR"), reviewId("JP")]);
  });

  test("holds a subject that it was decided on, but leaves alone, to the version that was read", async () => {
    await commit(drawOf("FR", "BR"), drawOf("BR", "JP"));
    const [fr, br] = [await review("FR"), await review("BR")];
    const [first, second] = await commit(change("review", fr.id, fr, []), mandateIn(br, "expert", "BR", 6));
    expect([first, second?.version]).toEqual([fr, 2]);
    await commit(startIn(fr));
    await expect(
      commit(change("review", fr.id, fr, []), mandateIn(await review("BR"), "expert", "BR", 7)),
    ).rejects.toEqual(lost("stale"));
  });

  test("without facts writes the record of the request and nothing else", async () => {
    await commit(drawOf("FR", "BR"));
    const aggregate = await review("FR");
    const idle = change("review", aggregate.id, aggregate, []);
    expect(await store.commit({ changes: [idle], by, at: now })).toEqual([aggregate]);
    const record = { key: "u-1 PUT /x key-00001", bodyHash: "abc", reply };
    expect(await store.commit({ changes: [idle], by, at: now, idempotency: record })).toEqual([aggregate]);
    expect(await review("FR")).toEqual(aggregate);
    expect(await journal("FR")).toHaveLength(1);
    expect(await store.repeated(record.key, now)).toEqual(record);
  });

  test("that names one subject twice, or begins one without a fact, is a defect", async () => {
    await expect(commit(drawOf("FR", "BR"), drawOf("FR", "JP"))).rejects.toThrow(TypeError);
    await expect(commit({ ...drawOf("FR", "BR"), facts: [] })).rejects.toThrow(TypeError);
    expect(await store.load("review", reviewId("FR"))).toBeUndefined();
  });

  describe("with the record of its request", () => {
    const record = { key: "u-1 POST /v1/groups/c1-g1/start 0123456789", bodyHash: "5f", reply };
    const late = at("2020-12-08T09:59:59.000Z");
    const tooLate = at("2020-12-08T10:00:00.000Z");

    test("keeps the reply for seven days", async () => {
      await store.commit({ changes: [drawOf("FR", "BR")], by, at: now, idempotency: record });
      expect(await store.repeated(record.key, late)).toEqual(record);
      expect(await store.repeated(record.key, tooLate)).toBeUndefined();
      expect(await store.repeated("another key", now)).toBeUndefined();
    });

    test("learns that the request was answered, before its version is reported as stale", async () => {
      await store.commit({ changes: [drawOf("FR", "BR")], by, at: now, idempotency: record });
      await expect(
        store.commit({ changes: [drawOf("FR", "BR")], by, at: late, idempotency: { ...record, bodyHash: "60" } }),
      ).rejects.toEqual(lost("repeated"));
      await expect(store.commit({ changes: [drawOf("JP", "BR")], by, at: late, idempotency: record })).rejects.toEqual(
        lost("repeated"),
      );
      expect(await store.load("review", reviewId("JP"))).toBeUndefined();
      expect(await store.repeated(record.key, late)).toEqual(record);
    });

    test("may use a key again once it has expired", async () => {
      await store.commit({ changes: [drawOf("FR", "BR")], by, at: now, idempotency: record });
      const again = { ...record, bodyHash: "60" };
      await store.commit({ changes: [drawOf("JP", "BR")], by, at: tooLate, idempotency: again });
      expect(await store.repeated(record.key, tooLate)).toEqual(again);
    });

    test("loses the record together with everything else", async () => {
      await commit(drawOf("FR", "BR"));
      await expect(store.commit({ changes: [drawOf("FR", "BR")], by, at: now, idempotency: record })).rejects.toEqual(
        lost("stale"),
      );
      expect(await store.repeated(record.key, now)).toBeUndefined();
    });

    test("is done once when the same request comes twice at a time", async () => {
      const twice = await Promise.allSettled(
        ["FR", "JP"].map((code) =>
          store.commit({ changes: [drawOf(code, "BR")], by, at: now, idempotency: { ...record, bodyHash: code } }),
        ),
      );
      expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(twice.find(({ status }) => status === "rejected")).toMatchObject({ reason: { why: "repeated" } });
      expect((await store.list("review", onePage)).items).toHaveLength(1);
    });
  });

  describe("with personal data in other rows", () => {
    const updated = async (number: number, email: string) => {
      const aggregate = await user(number);
      return change("user", aggregate.id, aggregate, factsOf(updatePerson(aggregate.state, {}, now)), [
        { kind: "person", user: userId(number), person: personOf(number, email) },
      ]);
    };

    test("keeps a person in the row of the user, never in the journal", async () => {
      await commit(registeredUser(1, { party: "FR" }));
      expect(await store.person(userId(1))).toEqual(personOf(1));
      expect(await store.person(userId(2))).toBeUndefined();
      const entries = await store.journalOf("user", userId(1), onePage);
      expect(JSON.stringify([entries, await user(1)])).not.toMatch(/Person 1|example\.org/);
    });

    test("gives an address to one user", async () => {
      await commit(registeredUser(1, { email: "shared@example.org" }));
      await expect(commit(registeredUser(2, { email: "shared@example.org" }))).rejects.toEqual(lost("address-taken"));
      expect(await store.userOfAddress(address("shared@example.org"))).toBe(userId(1));
      expect(await store.load("user", userId(2))).toBeUndefined();
      await expect(
        commit(registeredUser(3, { email: "twins@example.org" }), registeredUser(4, { email: "twins@example.org" })),
      ).rejects.toEqual(lost("address-taken"));
    });

    test("reserves a changed address and frees the old one", async () => {
      await commit(registeredUser(1, { email: "old@example.org" }));
      await commit(await updated(1, "new@example.org"));
      expect(await store.userOfAddress(address("new@example.org"))).toBe(userId(1));
      expect(await store.userOfAddress(address("old@example.org"))).toBeUndefined();
      await commit(registeredUser(2, { email: "old@example.org" }));
      expect(await store.userOfAddress(address("old@example.org"))).toBe(userId(2));
      await expect(commit(await updated(1, "old@example.org"))).rejects.toEqual(lost("address-taken"));
      await commit(await updated(1, "new@example.org"));
      expect(await store.person(userId(1))).toEqual(personOf(1, "new@example.org"));
    });

    test("gives an address to one of two users who request it at the same time", async () => {
      const both = await Promise.allSettled(
        [1, 2].map((number) => commit(registeredUser(number, { email: "a@example.org" }))),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect((await store.list("user", onePage)).items).toHaveLength(1);
    });

    test("finds the user of an account, once the account is known", async () => {
      await commit(registeredUser(1, { sub: "sub-1" }), registeredUser(2));
      const aggregate = await user(2);
      expect(await store.userOfAccount("sub-1")).toBe(userId(1));
      expect(await store.userOfAccount("sub-2")).toBeUndefined();
      const link = (sub: string, to: Aggregate<"user">) =>
        change("user", to.id, to, factsOf(linkAccount(to.state, sub, now)));
      await expect(commit(link("sub-1", aggregate))).rejects.toEqual(lost("address-taken"));
      await commit(link("sub-2", aggregate));
      expect(await store.userOfAccount("sub-2")).toBe(userId(2));
      await commit(link("sub-3", await user(2)));
      expect(await store.userOfAccount("sub-3")).toBe(userId(2));
      expect(await store.userOfAccount("sub-2")).toBeUndefined();
      expect(await Promise.all(["sub-1", "sub-2", "sub-3", "sub-4"].map((sub) => store.isGivenUp(sub)))).toEqual([
        false,
        true,
        false,
        false,
      ]);
    });

    test("keeps a mission's contacts in a row of the party", async () => {
      await commit(change("party", "FR", undefined, factsOf(registerParty(france, now))));
      expect(await store.mission(party("FR"))).toBeUndefined();
      const aggregate = await store.load("party", "FR");
      if (aggregate === undefined) throw new Error("No party");
      await commit(
        change("party", "FR", aggregate, factsOf(setMissionContacts(aggregate.state, now)), [
          { kind: "mission", party: party("FR"), mission },
        ]),
      );
      expect(await store.mission(party("FR"))).toEqual(mission);
      expect((await store.load("party", "FR"))?.version).toBe(2);
    });

    test("refuses data that are not guarded by a fact of their own subject", async () => {
      const facts: readonly Fact[] = factsOf(registerParty(france, now));
      const of = (code: string) => [{ kind: "mission" as const, party: party(code), mission }];
      await expect(commit(change("party", "FR", undefined, facts, of("BR")))).rejects.toThrow(TypeError);
      const [aggregate] = await commit(change("party", "FR", undefined, facts));
      await expect(commit(change("party", "FR", aggregate as Aggregate<"party">, [], of("FR")))).rejects.toThrow(
        TypeError,
      );
      expect(await store.mission(party("FR"))).toBeUndefined();
    });
  });

  describe("in a race", () => {
    test("is won by exactly one of ten who change one subject", async () => {
      await commit(drawOf("FR", "BR", "JP"));
      const before = await review("FR");
      const all = await Promise.allSettled(
        Array.from({ length: 10 }, (_, number) => commit(mandateIn(before, "focal-point", "FR", number))),
      );
      expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const one of all) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(Conflict);
      const aggregate = await review("FR");
      expect(aggregate.version).toBe(2);
      expect(Object.keys(aggregate.state.mandates)).toHaveLength(1);
      expect(verifyChain(aggregateKey("review", aggregate.id), await journal("FR"), { aggregate })).toMatchObject({
        intact: true,
      });
    });

    test("does not get in the way of commits on other reviews", async () => {
      const codes = Array.from({ length: 20 }, (_, place) => `A${String.fromCharCode(65 + place)}`);
      await Promise.all(codes.map((code) => commit(drawOf(code, "FR", "BR"))));
      const aggregates = await store.loadMany("review", codes.map(reviewId));
      await Promise.all(aggregates.map((aggregate) => commit(startIn(aggregate))));
      const again = await store.loadMany("review", codes.map(reviewId));
      await Promise.all(again.map((aggregate, number) => commit(mandateIn(aggregate, "focal-point", "FR", number))));
      const reached = await store.loadMany("review", codes.map(reviewId));
      expect(reached.map(({ version }) => version)).toEqual(codes.map(() => 3));
      expect(await store.reviewsOfParty(party("FR"))).toEqual(codes.map(reviewId));
    });

    test("changes overlapping sets of subjects one after the other, each whole", async () => {
      await commit(drawOf("FR", "BR"), drawOf("BR", "JP"), drawOf("JP", "FR"));
      const [fr, br, jp] = [await review("FR"), await review("BR"), await review("JP")];
      await Promise.allSettled([
        commit(mandateIn(fr, "expert", "FR", 1), mandateIn(br, "expert", "BR", 1)),
        commit(mandateIn(br, "expert", "BR", 2), mandateIn(jp, "expert", "JP", 2)),
        commit(mandateIn(jp, "expert", "JP", 3), mandateIn(fr, "expert", "FR", 3)),
      ]);
      const users = (await store.loadMany("review", [fr.id, br.id, jp.id])).map(({ state }) =>
        Object.values(state.mandates).map((mandate) => mandate.user),
      );
      const served = Map.groupBy(users.flat(), (one) => one);
      for (const [, reviews] of served) expect(reviews).toHaveLength(2);
      expect(served.size).toBe(1);
    });
  });
});
