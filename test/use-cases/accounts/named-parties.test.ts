import { expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import { newNamedParties } from "../../../lambdas/use-cases/accounts/named-parties.ts";
import { at, party, registeredParty } from "../../fixtures/changes.ts";
import { memoryStore } from "../../fakes/memory/store.ts";

const written = at("2020-12-01T10:00:00.000Z");

/** Returns the names of parties for replies, and the reads of the store for them. */
const naming = async (...registered: readonly string[]) => {
  const store = memoryStore();
  const register = (code: string) => store.commit({ changes: [registeredParty(code)], by: "load", at: written });
  for (const code of registered) await register(code);
  const read: string[] = [];
  let now = written;
  const known = newNamedParties({
    store: {
      load: store.load,
      loadMany: (kind, ids) => {
        read.push(ids.join(" "));
        return store.loadMany(kind, ids);
      },
      partyNames: () => {
        read.push("all names");
        return store.partyNames();
      },
    },
    clock: { now: () => now },
  });
  return {
    read,
    register,
    namesOf: async (...codes: readonly string[]) =>
      [...(await known.of(codes.map(party))).values()].map(({ name }) => name),
    pass: (seconds: number) => {
      now = later(now, { seconds });
    },
  };
};

test("the names of parties are read together, and again after a minute", async () => {
  const { namesOf, read, pass } = await naming("FR", "DE", "IT");
  expect(await Promise.all([namesOf("FR", "DE"), namesOf("IT")])).toEqual([["Party FR", "Party DE"], ["Party IT"]]);
  pass(59);
  await namesOf("DE");
  expect(read).toEqual(["all names"]);
  pass(1);
  await namesOf("DE");
  expect(read).toEqual(["all names", "all names"]);
});

test("a party that was registered since has its name at once; one that is not registered has none", async () => {
  const { namesOf, read, register } = await naming("FR");
  await namesOf("FR");
  await register("DE");
  expect(await namesOf("FR", "DE", "ES")).toEqual(["Party FR", "Party DE"]);
  expect(read).toEqual(["all names", "DE ES"]);
});
