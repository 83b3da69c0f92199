import { defined } from "../../../schemas/base/defined.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { planGroup } from "../../../domain/parties/groups.ts";
import { correctParty, registerParty } from "../../../domain/parties/parties.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { Page, PageRequest } from "../../../lambdas/io/ports/paging.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { Party } from "../../../schemas/model/party.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import {
  at,
  change,
  day,
  drawOf,
  onePage,
  factsOf,
  mandateIn,
  party,
  personOf,
  registeredParty,
  registeredUser,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

const now = at("2020-12-01T10:00:00.000Z");

/** All pages of a list, as many items at a time as given, and how many pages that took. */
const walk = async <T>(request: (paging: PageRequest) => Promise<Page<T>>, limit: number) => {
  const items: T[] = [];
  let pages = 0;
  let after: string | undefined;
  do {
    const page = await request({ limit, ...defined({ after }) });
    items.push(...page.items);
    after = page.next;
    pages += 1;
  } while (after !== undefined);
  return { items, pages };
};

describe.each(bothStores())("the store $name", ({ make }) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await make());
  });

  const commit = (changes: readonly AnyChange[], when: Instant = now) =>
    store.commit({ changes, by: "react", at: when });
  const review = async (code: string): Promise<Aggregate<"review">> => {
    const aggregate = await store.load("review", reviewId(code));
    if (aggregate === undefined) throw new Error(`No review of ${code}`);
    return aggregate;
  };

  describe("reads many subjects at once", () => {
    test("in the requested order, leaving out those that do not exist", async () => {
      await commit([drawOf("FR", "BR"), drawOf("BR", "JP"), drawOf("JP", "FR")]);
      const ids = ["JP", "XX", "FR", "JP"].map(reviewId);
      expect((await store.loadMany("review", ids)).map(({ id }) => id)).toEqual(["c1-JP", "c1-FR", "c1-JP"]);
      expect(await store.loadMany("review", [])).toEqual([]);
      expect(await store.loadMany("group", ids)).toEqual([]);
      expect(await store.lookUp("review", ids)).toEqual(await store.loadMany("review", ids));
    });

    test("also more than one batch of them", async () => {
      const numbers = Array.from({ length: 120 }, (_, number) => number);
      for (let from = 0; from < 120; from += 20)
        await commit(numbers.slice(from, from + 20).map((number) => registeredUser(number)));
      const ids = numbers.map(userId);
      expect((await store.loadMany("user", ids)).map(({ id }) => id)).toEqual(ids);
      expect((await store.lookUp("user", ids)).map(({ id }) => id)).toEqual(ids);
      const persons = await store.persons([...ids, userId(500), userId(3)]);
      expect(persons.size).toBe(120);
      expect(persons.get(userId(119))).toEqual(personOf(119));
    });
  });

  describe("lists", () => {
    test("subjects of a kind by id, page after page, with no page after the last", async () => {
      await commit(["JP", "FR", "BR", "ZA", "AR", "EG"].map((code) => drawOf(code, "QQ")));
      await commit([registeredUser(1)]);
      const ids = ["c1-AR", "c1-BR", "c1-EG", "c1-FR", "c1-JP", "c1-ZA"];
      for (const [limit, pages] of [
        [1, 6],
        [2, 3],
        [4, 2],
        [6, 1],
        [7, 1],
      ] as const) {
        const found = await walk((paging) => store.list("review", paging), limit);
        expect([found.items.map(({ id }) => id), found.pages]).toEqual([ids, pages]);
      }
      expect(await store.list("party", onePage)).toEqual({ items: [] });
    });

    test("the names of all parties by id, as they were corrected last", async () => {
      expect((await store.partyNames()).size).toBe(0);
      await commit(["FR", "BR"].map(registeredParty));
      expect([...(await store.partyNames())]).toEqual([
        ["BR", "Party BR"],
        ["FR", "Party FR"],
      ]);
      const aggregate = await store.load("party", party("BR"));
      if (aggregate === undefined) throw new Error("No party");
      const corrected = correctParty(aggregate.state, { name: "Brazil" }, "as reported", now);
      await commit([change("party", "BR", aggregate, factsOf(corrected))]);
      expect([...(await store.partyNames()).values()]).toEqual(["Brazil", "Party FR"]);
    });

    test("those with ids in a range, page after page", async () => {
      await commit(["FR", "BR", "JP", "AR"].map((code) => drawOf(code, "QQ")));
      await commit([startIn(await review("JP")), startIn(await review("BR"))]);
      const ids = { from: "c1-BR", below: "c1-G" };
      const found = await walk((paging) => store.list("review", { ...paging, ids }), 1);
      expect([found.items.map(({ id }) => id), found.pages]).toEqual([["c1-BR", "c1-FR"], 2]);
      const inStage = await walk((paging) => store.reviewsInStage("nomination", { ...paging, ids }), 1);
      expect([inStage.items.map(({ id }) => id), inStage.pages]).toEqual([["c1-BR"], 1]);
    });

    test("reviews by the stage they are in now", async () => {
      await commit(["FR", "BR", "JP"].map((code) => drawOf(code, "QQ")));
      await commit([startIn(await review("JP")), startIn(await review("BR"))]);
      const inStage = async (stage: "scheduled" | "nomination" | "consultation") =>
        (await store.reviewsInStage(stage, onePage)).items;
      expect((await inStage("nomination")).map(({ id }) => id)).toEqual(["c1-BR", "c1-JP"]);
      expect(await inStage("scheduled")).toEqual([await review("FR")]);
      expect(await inStage("consultation")).toEqual([]);
    });

    test("the reviews in which a party holds a seat, and the users registered for it", async () => {
      await commit([drawOf("JP", "FR"), drawOf("FR", "BR"), drawOf("BR", "JP")]);
      await commit([
        registeredUser(9, { party: "FR" }),
        registeredUser(4, { party: "FR" }),
        registeredUser(5, { party: "BR" }),
      ]);
      expect(await store.reviewsOfParty(party("FR"))).toEqual(["c1-FR", "c1-JP"]);
      expect(await store.usersOfParty(party("FR"))).toEqual([userId(4), userId(9)]);
      expect(await store.reviewsOfParty(party("EG"))).toEqual([]);
      expect(await store.usersOfParty(party("JP"))).toEqual([]);
    });

    test("no longer a review in which a party has lost its seat", async () => {
      await commit([drawOf("JP", "FR", "BR")]);
      const before = await review("JP");
      const { [party("FR")]: _, ...seats } = before.state.seats;
      const redrawn = { ...startIn(before), after: { ...startIn(before).after, seats } };
      await commit([redrawn]);
      expect(await store.reviewsOfParty(party("FR"))).toEqual([]);
      expect(await store.reviewsOfParty(party("BR"))).toEqual(["c1-JP"]);
    });

    test("refuses a position that no list gave out", async () => {
      await commit([drawOf("FR", "BR")]);
      for (const after of ["", "nonsense", Buffer.from("[1]").toString("base64url")])
        await expect(store.list("review", { limit: 5, after })).rejects.toThrow(RangeError);
    });
  });

  describe("lists due obligations", () => {
    const twoWeeks = at("2020-12-15T22:59:59.999Z");
    const fourWeeks = at("2020-12-29T22:59:59.999Z");

    test("earliest first, one row for each party of a review that has an open obligation", async () => {
      await commit([drawOf("FR", "BR"), drawOf("AR", "JP")]);
      expect(await store.due(onePage)).toEqual({ items: [] });
      await commit([startIn(await review("FR")), startIn(await review("AR"), "2020-11-30")]);
      const { items, pages } = await walk((paging) => store.due(paging), 3);
      expect(pages).toBe(2);
      expect(items).toEqual([
        { review: "c1-AR", party: "AR", dueAt: at("2020-12-14T22:59:59.999Z") },
        { review: "c1-AR", party: "JP", dueAt: at("2020-12-14T22:59:59.999Z") },
        { review: "c1-FR", party: "BR", dueAt: twoWeeks },
        { review: "c1-FR", party: "FR", dueAt: twoWeeks },
      ]);
      const earlier = await store.due({ ...onePage, before: twoWeeks });
      expect(earlier.items.map((row) => row.review)).toEqual(["c1-AR", "c1-AR"]);
    });

    test("by the next open date once the first obligation is met, and not at all once all are", async () => {
      await commit([drawOf("FR", "BR")]);
      await commit([startIn(await review("FR"))]);
      await commit([mandateIn(await review("FR"), "focal-point", "FR", 1)]);
      expect((await store.due(onePage)).items).toEqual([
        { review: "c1-FR", party: "BR", dueAt: twoWeeks },
        { review: "c1-FR", party: "FR", dueAt: fourWeeks },
      ]);
      await commit([mandateIn(await review("FR"), "expert", "FR", 2)]);
      expect((await store.due(onePage)).items).toEqual([{ review: "c1-FR", party: "BR", dueAt: twoWeeks }]);
    });

    test("and parties that lack a focal point, and those that lack experts, whatever their other obligations", async () => {
      await commit([drawOf("FR", "BR", "JP")]);
      await commit([startIn(await review("FR"))]);
      await commit([mandateIn(await review("FR"), "focal-point", "BR", 1)]);
      await commit([mandateIn(await review("FR"), "expert", "JP", 2)]);
      expect((await store.pending("focal-point", onePage)).items).toEqual([
        { review: "c1-FR", party: "FR", dueAt: twoWeeks },
        { review: "c1-FR", party: "JP", dueAt: twoWeeks },
      ]);
      expect((await store.pending("experts", onePage)).items).toEqual([
        { review: "c1-FR", party: "BR", dueAt: fourWeeks },
        { review: "c1-FR", party: "FR", dueAt: fourWeeks },
      ]);
      expect((await walk((paging) => store.pending("focal-point", paging), 1)).pages).toBe(2);
    });

    test("and parties with the obligation due before a date", async () => {
      await commit([drawOf("FR", "BR"), drawOf("AR", "JP")]);
      await commit([startIn(await review("FR")), startIn(await review("AR"), "2020-11-30")]);
      const reviewsIn = async (range: { readonly before?: Instant }) =>
        new Set(
          (await walk((paging) => store.pending("focal-point", { ...paging, ...range }), 1)).items.map(
            (row) => row.review,
          ),
        );
      expect(await reviewsIn({ before: twoWeeks })).toEqual(new Set(["c1-AR"]));
      expect(await reviewsIn({ before: fourWeeks })).toEqual(new Set(["c1-AR", "c1-FR"]));
      expect(await reviewsIn({ before: at("2020-12-14T22:59:59.999Z") })).toEqual(new Set());
    });
  });

  describe("returns the facts", () => {
    const france = Party.parse({
      id: "FR",
      name: "France",
      kind: "STATE",
      regionalGroup: "WEOG",
      joined: { UNTOC: "2002-10-29" },
      participation: "takes-part",
    });
    const correct = async (name: string, when: Instant) => {
      const aggregate = await store.load("party", "FR");
      if (aggregate === undefined) throw new Error("No party");
      await commit(
        [change("party", "FR", aggregate, factsOf(correctParty(aggregate.state, { name }, "as reported", when)))],
        when,
      );
    };

    test("to one subject in the order of versions, also beyond nine", async () => {
      await commit([change("party", "FR", undefined, factsOf(registerParty(france, now)))]);
      for (let number = 2; number <= 12; number++) await correct(`France ${number}`, now);
      const { items } = await walk((paging) => store.journalOf("party", "FR", paging), 5);
      expect(items.map(({ version }) => version)).toEqual(Array.from({ length: 12 }, (_, place) => place + 1));
      expect(await store.journalOf("party", "BR", onePage)).toEqual({ items: [] });
    });

    test("in one month in the order of recording, whatever it happened to", async () => {
      const planned = planGroup(
        { cluster: 1, group: 1, plannedFor: day("2020-12-01"), reviews: [reviewId("FR")] },
        at("2020-10-20T08:00:00.000Z"),
      );
      await commit([drawOf("FR", "BR")], at("2020-11-30T23:59:59.999Z"));
      await commit(
        [change("party", "FR", undefined, factsOf(registerParty(france, now)))],
        at("2020-12-01T00:00:00.000Z"),
      );
      await correct("French Republic", at("2020-12-02T08:00:00.000Z"));
      await commit([change("group", "c1-g1", undefined, factsOf(planned))], at("2020-12-01T08:00:00.000Z"));
      await commit([registeredUser(1)], at("2021-01-01T00:00:00.000Z"));
      const { items } = await walk((paging) => store.feed("2020-12", paging), 2);
      expect(items.map(({ subject, version }) => [subject, version])).toEqual([
        ["party#FR", 1],
        ["group#c1-g1", 1],
        ["party#FR", 2],
      ]);
      expect((await store.feed("2020-11", onePage)).items.map(({ subject }) => subject)).toEqual(["review#c1-FR"]);
      expect((await store.feed("2021-02", onePage)).items).toEqual([]);
      const since = async (from: string) =>
        (await walk((paging) => store.feed("2020-12", { ...paging, from: at(from) }), 1)).items.map(
          ({ subject, version }) => `${subject} ${version}`,
        );
      expect(await since("2020-12-01T08:00:00.000Z")).toEqual(["group#c1-g1 1", "party#FR 2"]);
      expect(await since("2020-12-01T08:00:00.001Z")).toEqual(["party#FR 2"]);
      expect(await since("2020-11-01T00:00:00.000Z")).toHaveLength(3);
    });
  });

  test("makes the secret of cursors once, whichever caller comes first, and another in its place once", async () => {
    let made = 0;
    const propose = () => ({ newest: `secret-${(made += 1)}`, signsFrom: at("2020-12-01T08:00:00.000Z") });
    const proposals = await Promise.all(Array.from({ length: 5 }, () => store.cursorSecrets(propose)));
    expect(new Set(proposals.map(({ newest }) => newest)).size).toBe(1);
    const [first = propose()] = proposals;
    expect(await store.cursorSecrets(() => ({ newest: "too late" }))).toMatchObject(first);
    const next = { newest: "next", previous: first.newest, signsFrom: at("2021-01-01T08:00:00.000Z") };
    const replaced = await Promise.all([1, 2].map(() => store.replaceCursorSecrets(first, next)));
    expect(replaced.toSorted()).toEqual([false, true]);
    expect(await store.cursorSecrets(() => ({ newest: "too late" }))).toEqual(next);
  });
});
