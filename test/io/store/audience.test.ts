import { versionsOf } from "../../../domain/bulletins/languages.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { registerParty, setMissionContacts } from "../../../domain/parties/parties.ts";
import { fold } from "../../../domain/audit/aggregates.ts";
import { nominate } from "../../../domain/review/commands/start-review.ts";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { PageRequest } from "../../../lambdas/io/ports/paging.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { bulletinWriter } from "../../../lambdas/use-cases/bulletins/compose.ts";
import { resolveAudience } from "../../../lambdas/use-cases/bulletins/resolve-audience.ts";
import { Audience } from "../../../schemas/model/audience.ts";
import { BulletinId } from "../../../schemas/base/ids.ts";
import type { ObligationKind, Review, Stage } from "../../../schemas/model/review.ts";
import {
  address,
  at,
  change,
  day,
  drawOf,
  factsOf,
  mandateId,
  party,
  registeredUser,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

const now = at("2021-01-04T09:00:00.000Z");
const bulletin = BulletinId.parse(`b-${"0".repeat(26)}`);

/** AA, AB, … : as many parties as a test wants. */
const codes = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26)));

const partyOf = (code: string, contacts: boolean): AnyChange => {
  const state = {
    id: party(code),
    name: `Party ${code}`,
    kind: "STATE" as const,
    regionalGroup: null,
    joined: { UNTOC: day("2004-01-01") },
    participation: "takes-part" as const,
  };
  const mission = {
    address: address(`mission@${code.toLowerCase()}.example.org`),
    language: "fr" as const,
    place: "Vienna",
  };
  const facts = [...factsOf(registerParty(state, now)), ...(contacts ? factsOf(setMissionContacts(state, now)) : [])];
  const sideRecords = contacts ? [{ kind: "mission" as const, party: party(code), mission }] : [];
  return change("party", code, undefined, facts, sideRecords);
};

/** A started review in which each party has named one focal point and two experts, numbered from a first one on. */
const staffed = (under: string, reviewing: readonly string[], first: number): AnyChange => {
  const facts = [...drawOf(under, ...reviewing).facts];
  const take = (decide: (review: Review) => readonly (typeof facts)[number][]) => {
    const review = fold("review", undefined, facts);
    if (review !== undefined) facts.push(...decide(review));
  };
  const begin = drawOf(under, ...reviewing);
  if (begin.kind !== "review") throw new Error("no review was drawn");
  take((state) => startIn({ kind: "review", id: state.id, version: 1, hash: "", foldVersion: 1, state }).facts);
  [under, ...reviewing].forEach((code, seat) => {
    (["focal-point", "expert", "expert"] as const).forEach((role, place) => {
      const number = first + seat * 3 + place;
      take((review) =>
        factsOf(
          nominate(review, {
            mandate: mandateId(number),
            user: userId(number),
            role,
            party: party(code),
            at: at("2020-12-05T09:00:00.000Z"),
          }),
        ),
      );
    });
  });
  return change("review", begin.id, undefined, facts);
};

/** Returns a store that counts its queries, by kind. */
const counting = (store: Store) => {
  const callCounts = new Map<string, number>();
  const count = (question: string) => callCounts.set(question, (callCounts.get(question) ?? 0) + 1);
  return {
    callCounts,
    store: {
      list: ((kind, paging) => {
        count(`list ${kind}`);
        return store.list(kind, paging);
      }) as Store["list"],
      reviewsInStage: (stage: Stage, paging: PageRequest) => {
        count(`reviews in ${stage}`);
        return store.reviewsInStage(stage, paging);
      },
      pending: (kind: ObligationKind, paging: PageRequest) => {
        count(`list owing ${kind}`);
        return store.pending(kind, paging);
      },
      loadMany: ((kind, ids) => {
        count(`loadMany ${kind}`);
        return store.loadMany(kind, ids);
      }) as Store["loadMany"],
      lookUp: ((kind, ids) => {
        count(`lookUp ${kind}`);
        return store.lookUp(kind, ids);
      }) as Store["lookUp"],
      missions: (parties: Parameters<Store["missions"]>[0]) => {
        count("missions");
        return store.missions(parties);
      },
      persons: (users: Parameters<Store["persons"]>[0]) => {
        count("persons");
        return store.persons(users);
      },
    },
  };
};

describe.each(bothStores())("an audience of a thousand $name", ({ make }) => {
  const reviews = 93;
  const people = reviews * 9;
  const parties = codes(190);
  let store: Store;

  beforeEach(async () => {
    ({ store } = await make());
    const commit = async (changes: readonly AnyChange[], most: number) => {
      for (let from = 0; from < changes.length; from += most)
        await store.commit({ changes: changes.slice(from, from + most), by: "load", at: now });
    };
    await commit(
      parties.map((code, place) => partyOf(code, place > 0)),
      20,
    );
    const drawings = Array.from({ length: reviews }, (_, place) => {
      const [under = "", first = "", second = ""] = [place, place + 93, (place + 40) % 93].map(
        (index) => parties[index],
      );
      return staffed(under, [first, second], 1 + place * 9);
    });
    await commit(drawings, 5);
    const users = Array.from({ length: people }, (_, place) => registeredUser(place + 1, { party: "AB" }));
    await commit(users, 20);
  });

  test("is found in a few readings, written to in a few more, and recipients without an address are named", async () => {
    const allRoles = Audience.parse({ roles: ["mission", "focal-point", "expert"] });
    const counted = counting(store);
    const addressees = await resolveAudience(counted, allRoles, now);
    expect(addressees).toHaveLength(190 + people);
    expect(new Set(addressees.map(({ recipient }) => JSON.stringify(recipient))).size).toBe(190 + people);
    const readings = [...counted.callCounts.values()].reduce((sum, each) => sum + each, 0);
    expect(readings).toBeLessThanOrEqual(6);

    const io = { store: counted.store, frontEndUrl: "https://reviews.example.org/", replyTo: "a@example.org" };
    const text = { subject: "To {{party}}", body: "Dear {{recipientName}}" };
    const letters = addressees.map(
      await bulletinWriter(io, { bulletin, versions: versionsOf({ text }) }, addressees, now),
    );
    expect(letters.map(({ addressee }) => addressee)).toEqual(addressees);
    expect(letters.filter(({ kind }) => kind === "no-address").map(({ addressee }) => addressee.party)).toEqual(["AA"]);
    expect(letters.filter(({ kind }) => kind === "written")).toHaveLength(189 + people);
    expect(letters.slice(1, 3)).toMatchObject([
      { to: expect.stringContaining("example.org"), letter: { subject: `To Party AA [RM/${bulletin}]` } },
      { to: expect.stringContaining("example.org"), letter: { text: expect.stringContaining("Dear Person ") } },
    ]);
    expect([...counted.callCounts].filter(([question]) => !question.startsWith("list"))).toEqual([
      ["loadMany review", 1],
      ["loadMany party", 1],
      ["missions", 1],
      ["persons", 1],
      ["loadMany user", 1],
    ]);

    const dated = { subject: "Dates", body: "{{reviews}} by {{dueDate}}" };
    const some = addressees.slice(0, 40);
    const undated = some.map(await bulletinWriter(io, { bulletin, versions: versionsOf({ text: dated }) }, some, now));
    expect(undated.find(({ addressee }) => addressee.reason.code === "seated")).toMatchObject({
      kind: "value-missing",
      placeholders: ["dueDate"],
    });
    expect(
      undated.find(({ addressee, kind }) => addressee.reason.code === "registered" && kind !== "no-address"),
    ).toMatchObject({ kind: "value-missing", placeholders: ["reviews", "dueDate"] });
  });
});
