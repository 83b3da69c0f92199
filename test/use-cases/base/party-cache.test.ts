import { expect, test } from "vitest";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { newPartyCache } from "../../../lambdas/use-cases/base/party-cache.ts";
import { later } from "../../../domain/base/time.ts";
import { party } from "../../fixtures/changes.ts";
import { given } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** Returns an app with three parties, a sender's cache of them, and its reads. */
const remembering = async () => {
  const app: TestApp = await given.group({ reviews: { FR: ["DE", "IT"] } });
  const read: string[] = [];
  let isBroken = false;
  const loadMany: Store["loadMany"] = async (kind, ids) => {
    read.push(ids.join(" "));
    if (isBroken) throw new Error("The store does not answer");
    return app.store.loadMany(kind, ids);
  };
  let now = app.clock.now();
  const known = newPartyCache({ store: { loadMany }, clock: { now: () => now } });
  return {
    read,
    namesOf: async (...codes: readonly string[]) =>
      [...(await known.of(codes.map(party))).values()].map(({ name }) => name),
    pass: (seconds: number) => {
      now = later(now, { seconds });
    },
    breakStore: (broken: boolean) => {
      isBroken = broken;
    },
  };
};

test("a sender reads a party once for letters that are written at the same time", async () => {
  const { namesOf, read } = await remembering();
  const [one, other] = await Promise.all([namesOf("FR", "DE", "FR"), namesOf("DE", "IT")]);
  expect(one).toEqual(["Party FR", "Party DE"]);
  expect(other).toEqual(["Party DE", "Party IT"]);
  expect(read).toEqual(["FR DE", "IT"]);
});

test("a sender reads again after half a minute: a party may have another name by then", async () => {
  const { namesOf, read, pass } = await remembering();
  await namesOf("FR");
  pass(29);
  await namesOf("FR");
  expect(read).toEqual(["FR"]);
  pass(1);
  await namesOf("FR");
  expect(read).toEqual(["FR", "FR"]);
});

test("a sender forgets at once that a party was not registered", async () => {
  const { namesOf, read } = await remembering();
  expect(await namesOf("FR", "ES")).toEqual(["Party FR"]);
  expect(await namesOf("ES", "FR")).toEqual(["Party FR"]);
  expect(read).toEqual(["FR ES", "ES"]);
});

test("a sender that could not read fails, and reads again", async () => {
  const { namesOf, read, breakStore } = await remembering();
  breakStore(true);
  await expect(namesOf("FR", "DE")).rejects.toThrow("The store does not answer");
  breakStore(false);
  expect(await namesOf("FR", "DE")).toEqual(["Party FR", "Party DE"]);
  expect(read).toEqual(["FR DE", "FR DE"]);
});
