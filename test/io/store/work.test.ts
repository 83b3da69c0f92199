import { defined } from "../../../schemas/base/defined.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { assignOfficer } from "../../../domain/review/commands/assign-officer.ts";
import { registerParty } from "../../../domain/parties/parties.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { type AnyChange, Conflict } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { type NewContact, recordContact } from "../../../domain/parties/follow-ups.ts";
import {
  at,
  change,
  day,
  drawOf,
  onePage,
  factsOf,
  mandateIn,
  party,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { bothStores, type ReadableStore } from "./stores.ts";

const now = at("2021-02-01T10:00:00.000Z");
const officer = userId(7);

describe.each(bothStores())("the store $name", ({ make }) => {
  let store: Store;
  let removeAggregate: ReadableStore["removeAggregate"];
  beforeEach(async () => {
    ({ store, removeAggregate } = await make());
  });
  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by: "react", at: now });
  const review = async (code: string): Promise<Aggregate<"review">> => {
    const aggregate = await store.load("review", reviewId(code));
    if (aggregate === undefined) throw new Error(`No review of ${code}`);
    return aggregate;
  };
  const assigned = (aggregate: Aggregate<"review">, to: typeof officer | null) =>
    change("review", aggregate.id, aggregate, factsOf(assignOfficer(aggregate.state, to, now)));
  const ids = async (
    kind: "duty-overdue" | "review-blocked" | "follow-up-due",
    until: string,
    whose?: typeof officer,
  ) => {
    const query = { ...onePage, until: at(until), ...defined({ officer: whose }) };
    return (await store.work({ kind }, query)).items.map(({ id }) => id);
  };

  describe("lists the work to be done", () => {
    beforeEach(async () => {
      await commit(drawOf("FR", "BR"), drawOf("BR", "JP"));
      await commit(startIn(await review("FR")));
      await commit(startIn(await review("BR"), "2020-12-08"));
    });

    test("from the day on that it is due, longest first, until it is done", async () => {
      expect(await ids("duty-overdue", "2020-12-15T22:59:59.998Z")).toEqual([]);
      expect(await ids("duty-overdue", "2020-12-15T22:59:59.999Z")).toEqual([
        "c1-FR#BR#focal-point",
        "c1-FR#FR#focal-point",
      ]);
      expect(await ids("review-blocked", "2020-12-16T00:00:00.000Z")).toEqual(["c1-FR"]);
      expect(await ids("review-blocked", "2020-12-23T00:00:00.000Z")).toEqual(["c1-FR", "c1-BR"]);
      await commit(mandateIn(await review("FR"), "focal-point", "FR", 1));
      expect(await ids("duty-overdue", "2020-12-16T00:00:00.000Z")).toEqual(["c1-FR#BR#focal-point"]);
      await commit(mandateIn(await review("FR"), "focal-point", "BR", 2));
      expect(await ids("duty-overdue", "2020-12-16T00:00:00.000Z")).toEqual([]);
      expect(await ids("review-blocked", "2020-12-16T00:00:00.000Z")).toEqual([]);
    });

    test("of one officer alone, as long as the review is theirs", async () => {
      await commit(assigned(await review("BR"), officer));
      expect(await ids("review-blocked", "2021-01-01T00:00:00.000Z", officer)).toEqual(["c1-BR"]);
      expect(await ids("duty-overdue", "2020-12-23T00:00:00.000Z", officer)).toEqual([
        "c1-BR#BR#focal-point",
        "c1-BR#JP#focal-point",
      ]);
      await commit(assigned(await review("BR"), null));
      expect(await ids("review-blocked", "2021-01-01T00:00:00.000Z", officer)).toEqual([]);
      expect(await ids("duty-overdue", "2021-01-01T00:00:00.000Z", officer)).toEqual([]);
    });

    test("in pages", async () => {
      const query = { limit: 1, until: at("2021-01-01T00:00:00.000Z") };
      const first = await store.work({ kind: "review-blocked" }, query);
      expect(first.items.map(({ id }) => id)).toEqual(["c1-FR"]);
      const second = await store.work(first.next ?? { kind: "review-blocked" }, query);
      expect([second.items.map(({ id }) => id), second.next]).toEqual([["c1-BR"], undefined]);
    });
  });

  describe("keeps contacts in rows of their party", () => {
    const brazil = {
      id: party("BR"),
      name: "Brazil",
      kind: "STATE" as const,
      regionalGroup: null,
      joined: { UNTOC: day("2004-01-29") },
      participation: "takes-part" as const,
    };
    const contacts = async () => (await store.contactsWith(party("BR"), onePage)).items;
    const record = async (more: Partial<NewContact> = {}) => {
      const aggregate = await store.load("contact-log", "BR");
      const earlier = more.follows === undefined ? undefined : await store.contact(party("BR"), more.follows);
      const newContact = { way: "call", outcome: "promised", officer, note: "Text", ...more } as const;
      const recorded = recordContact(party("BR"), aggregate?.state, newContact, earlier, now);
      if (!recorded.ok) throw new Error(recorded.refusal);
      const besides = [recorded.contact, ...(recorded.followed === undefined ? [] : [recorded.followed])];
      await commit(
        change(
          "contact-log",
          "BR",
          aggregate,
          recorded.facts,
          besides.map((contact) => ({ kind: "contact", contact })),
        ),
      );
    };
    beforeEach(async () => {
      await commit(change("party", "BR", undefined, factsOf(registerParty(brazil, now))));
    });

    test("and lists them by party and by review, the last first", async () => {
      await record();
      await record({ review: reviewId("FR") });
      await record({ review: reviewId("JP") });
      const numbers = (page: { items: readonly { number: number }[] }) => page.items.map(({ number }) => number);
      expect(numbers(await store.contactsWith(party("BR"), onePage))).toEqual([3, 2, 1]);
      expect(numbers(await store.contactsWith(party("FR"), onePage))).toEqual([]);
      expect(numbers(await store.contactsAbout(reviewId("FR"), onePage))).toEqual([2]);
      const [last, ...others] = (await store.contacts({ limit: 2 })).items;
      expect([last?.number, others.map(({ number }) => number)]).toEqual([3, [2]]);
      expect(numbers(await store.contacts(onePage))).toEqual([3, 2, 1]);
      expect(await store.contact(party("BR"), 2)).toMatchObject({ review: "c1-FR", note: "Text", number: 2 });
      expect(await store.contact(party("BR"), 4)).toBeUndefined();
    });

    test("and overwrites none with a new one", async () => {
      await record({ note: "First" });
      await removeAggregate("contact-log#BR");
      await expect(record({ note: "Other" })).rejects.toThrow(Conflict);
      expect((await contacts()).map(({ note }) => note)).toEqual(["First"]);
      expect(await store.load("contact-log", "BR")).toBeUndefined();
    });

    test("and brings them back on their day, until another contact follows", async () => {
      await record({ nextOn: day("2021-02-08") });
      expect(await ids("follow-up-due", "2021-02-07T22:00:00.000Z")).toEqual([]);
      expect(await ids("follow-up-due", "2021-02-08T08:00:00.000Z")).toEqual(["BR#1"]);
      expect(await ids("follow-up-due", "2021-02-08T08:00:00.000Z", officer)).toEqual(["BR#1"]);
      expect(await ids("follow-up-due", "2021-02-08T08:00:00.000Z", userId(8))).toEqual([]);
      await record({ follows: 1 });
      expect(await ids("follow-up-due", "2021-03-01T00:00:00.000Z")).toEqual([]);
      expect(await ids("follow-up-due", "2021-03-01T00:00:00.000Z", officer)).toEqual([]);
    });
  });
});
