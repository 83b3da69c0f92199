import { beforeEach, describe, expect, test } from "vitest";
import { addressHash } from "../../../domain/letters/address-reputation.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { reminderSubjectsOf, refsOn } from "../../../domain/reminders/schedule.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { later } from "../../../domain/base/time.ts";
import type { StillOpen } from "../../../lambdas/io/store/letters.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import type { SuppressedAddress, BouncingAddress, UnreachableRecipient } from "../../../schemas/model/address.ts";
import { type Letter, LetterState } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { address, at, drawOf, mandateIn, onePage, party, reviewId, startIn, userId } from "../../fixtures/changes.ts";
import { everyStore, type StoreUnderTest } from "./stores.ts";

const now = at("2020-12-01T10:00:00.000Z");
const endOfTime = at("9999-12-31T23:59:59.999Z");

/** A reminder to a party of group 1, planned at an instant. */
const reminder = (code: string, when: Instant = now, generation = 1): Letter =>
  plannedLetter(
    {
      content: {
        kind: "nomination-reminder",
        stepName: "d+1",
        reminderSubject: {
          kind: "focal-point",
          party: party(code),
          group: GroupId.parse("c1-g1"),
          dueAt: at("2020-12-15T22:59:59.999Z"),
          generation,
        },
      },
      recipient: { kind: "mission", party: party(code) },
      party: party(code),
      plannedFor: when,
      rule: "nomination reminder schedule",
    },
    when,
  );
const invitation = (number: number, when: Instant = now): Letter =>
  plannedLetter(
    {
      content: { kind: "invitation", user: userId(number) },
      recipient: { kind: "user", user: userId(number) },
      plannedFor: when,
      rule: "invitation",
    },
    when,
  );

describe.each(everyStore())("the letter ledger $name", ({ make }) => {
  let store: StoreUnderTest["store"];
  let ledger: StoreUnderTest["ledger"];
  beforeEach(async () => {
    ({ store, ledger } = await make());
  });

  const commit = (...changes: Parameters<StoreUnderTest["store"]["commit"]>[0]["changes"]) =>
    store.commit({ changes, by: "react", at: now });
  const review = async (code: string): Promise<Aggregate<"review">> => {
    const aggregate = await store.load("review", reviewId(code));
    if (aggregate === undefined) throw new Error(`No review of ${code}`);
    return aggregate;
  };
  const claimed = (letter: Letter) => moveLetter(letter, "claimed", { at: now });
  const pending = (code: string, by: string, generation = 1): StillOpen => ({
    review: reviewId(code),
    obligation: `focal-point:${by}`,
    generation,
  });

  test("writes a letter down once, however often it is planned", async () => {
    const letter = reminder("FR");
    expect(await ledger.plan(letter)).toBe(true);
    expect(await ledger.letter(letter.id)).toEqual(letter);
    expect(await ledger.plan({ ...letter, plannedAt: later(now, { hours: 1 }) })).toBe(false);
    expect(await ledger.letter(letter.id)).toEqual(letter);
    expect(await ledger.letter(reminder("BR").id)).toBeUndefined();
  });

  test("plans a letter for one of several who plan it at a time", async () => {
    const letter = reminder("FR");
    const answers = await Promise.all(Array.from({ length: 8 }, () => ledger.plan(letter)));
    expect(answers.filter((isNew) => isNew)).toHaveLength(1);
  });

  test("moves a letter only from the revision that the move was decided on", async () => {
    const letter = reminder("FR");
    const skipped = moveLetter(letter, "skipped", { at: now, reason: "done" });
    expect(await ledger.move(skipped)).toBe(false);
    await ledger.plan(letter);
    expect(await ledger.move(skipped)).toBe(true);
    expect(await ledger.move(moveLetter(letter, "failed", { at: now, reason: "late" }))).toBe(false);
    expect(await ledger.letter(letter.id)).toEqual(skipped);
  });

  test("replaces a letter by another in one write, or does neither", async () => {
    const [letter, successor] = [reminder("FR"), reminder("BR")];
    const ended = moveLetter(letter, "failed", { at: now, reason: "a person requested a new attempt" });
    expect(await ledger.replace(ended, successor)).toBe("stale");
    expect(await ledger.letter(successor.id)).toBeUndefined();
    await ledger.plan(letter);
    const outcomes = await Promise.all([ledger.replace(ended, successor), ledger.replace(ended, successor)]);
    expect(outcomes.filter((outcome) => outcome === "replaced")).toHaveLength(1);
    expect(await ledger.letter(letter.id)).toEqual(ended);
    expect(await ledger.letter(successor.id)).toEqual(successor);
    const other = reminder("JP");
    await ledger.plan(other);
    expect(await ledger.replace(moveLetter(other, "failed", { at: now, reason: "late" }), successor)).toBe("known");
    expect(await ledger.letter(other.id)).toEqual(other);
  });

  describe("claims a letter", () => {
    const letter = reminder("FR");
    beforeEach(async () => {
      await commit(drawOf("FR", "BR"), drawOf("JP", "FR"));
      await commit(startIn(await review("FR")), startIn(await review("JP")));
      await ledger.plan(letter);
    });

    test("while everything that it speaks of is open", async () => {
      expect(await ledger.claim(claimed(letter), [pending("FR", "FR"), pending("JP", "FR")])).toBe("claimed");
      expect(await ledger.letter(letter.id)).toEqual(claimed(letter));
    });

    test("by the obligations that the domain says it covers", async () => {
      const reviews = [(await review("FR")).state, (await review("JP")).state];
      const subjects = reviews.flatMap(reminderSubjectsOf);
      const subject = subjects.find((one) => one.kind === "focal-point" && one.party === "FR");
      const refs = refsOn(reviews, subject!);
      expect(refs).toHaveLength(2);
      expect(await ledger.claim(claimed(letter), refs)).toBe("claimed");
    });

    test("also when it speaks of two obligations in one review, or of none", async () => {
      const both = [pending("FR", "FR"), { review: reviewId("FR"), obligation: "experts:FR", generation: 1 }];
      expect(await ledger.claim(claimed(letter), both)).toBe("claimed");
      const invited = invitation(1);
      await ledger.plan(invited);
      expect(await ledger.claim(claimed(invited), [])).toBe("claimed");
    });

    test("not once one of them is met", async () => {
      await commit(mandateIn(await review("JP"), "focal-point", "FR", 1));
      expect(await ledger.claim(claimed(letter), [pending("FR", "FR"), pending("JP", "FR")])).toBe("closed");
      expect(await ledger.letter(letter.id)).toEqual(letter);
    });

    test("not in another generation, nor for an obligation or a review that does not exist", async () => {
      for (const other of [pending("FR", "FR", 2), pending("FR", "ZZ"), pending("ZZ", "FR")])
        expect(await ledger.claim(claimed(letter), [other])).toBe("closed");
      expect((await ledger.letter(letter.id))?.state).toBe("planned");
    });

    test("once: the second sender finds it moved", async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => ledger.claim(claimed(letter), [pending("FR", "FR")])),
      );
      expect(answers.toSorted()).toEqual(["claimed", "stale", "stale", "stale", "stale"]);
    });

    test("and says that it has moved rather than that an obligation is closed", async () => {
      await ledger.claim(claimed(letter), [pending("FR", "FR")]);
      await commit(mandateIn(await review("FR"), "focal-point", "FR", 1));
      expect(await ledger.claim(claimed(letter), [pending("FR", "FR")])).toBe("stale");
    });

    test("before or after a completion that comes at the same time, never on top of it", async () => {
      for (let round = 0; round < 10; round++) {
        const fresh = reminder("BR", now, round + 2);
        await ledger.plan(fresh);
        const code = `A${String.fromCharCode(65 + round)}`;
        await commit(drawOf(code, "BR"));
        await commit(startIn(await review(code)));
        const before = await review(code);
        const [, answer] = await Promise.all([
          commit(mandateIn(before, "focal-point", "BR", 100 + round)),
          ledger.claim(claimed(fresh), [pending(code, "BR")]),
        ]);
        expect(["claimed", "closed"]).toContain(answer);
        expect((await ledger.letter(fresh.id))?.state).toBe(answer === "claimed" ? "claimed" : "planned");
        expect(
          await ledger.claim({ ...claimed(fresh), revision: answer === "claimed" ? 3 : 2 }, [pending(code, "BR")]),
        ).toBe("closed");
      }
    });
  });

  describe("lists", () => {
    test("letters that need attention, longest waiting first, up to an instant and including it", async () => {
      const [first, second, third] = [
        reminder("FR", at("2020-12-01T08:00:00.000Z")),
        reminder("BR", at("2020-12-01T09:00:00.000Z")),
        reminder("JP", at("2020-12-01T10:00:00.000Z")),
      ];
      for (const letter of [third, first, second]) await ledger.plan(letter);
      const request = async (until: Instant) => (await ledger.needingAttention("planned", until, onePage)).items;
      expect(await request(second.attentionAt)).toEqual([first, second]);
      expect(await request(later(second.attentionAt, { milliseconds: -1 }))).toEqual([first]);
      await ledger.move(claimed(first));
      expect(await request(endOfTime)).toEqual([second, third]);
      expect((await ledger.needingAttention("claimed", endOfTime, onePage)).items).toEqual([claimed(first)]);
    });

    test("letters that need attention in pages", async () => {
      const letters = Array.from({ length: 5 }, (_, number) => invitation(number, later(now, { minutes: number })));
      for (const letter of letters) await ledger.plan(letter);
      const one = await ledger.needingAttention("planned", endOfTime, { limit: 2 });
      const two = await ledger.needingAttention("planned", endOfTime, { limit: 3, after: one.next ?? "" });
      expect([...one.items, ...two.items]).toEqual(letters);
      expect(two.next).toBeUndefined();
    });

    test("letters in one final state, by when they ended", async () => {
      const [first, second] = [reminder("FR"), reminder("BR")];
      for (const letter of [first, second]) await ledger.plan(letter);
      const end = (letter: Letter, minutes: number) =>
        moveLetter(letter, "skipped", { at: later(now, { minutes }), reason: "done" });
      await ledger.move(end(second, 1));
      await ledger.move(end(first, 2));
      const listed = (await ledger.needingAttention("skipped", endOfTime, onePage)).items;
      expect(listed).toEqual([end(second, 1), end(first, 2)]);
    });

    test("a party's letters, newest first", async () => {
      const letters = [1, 2, 3].map((generation) =>
        reminder("FR", at(`2020-12-0${generation}T08:00:00.000Z`), generation),
      );
      for (const letter of [...letters, reminder("BR"), invitation(1)]) await ledger.plan(letter);
      const first = await ledger.ofParty(party("FR"), { limit: 2 });
      expect(first.items).toEqual([letters[2], letters[1]]);
      const second = await ledger.ofParty(party("FR"), { limit: 2, after: first.next ?? "" });
      expect(second).toEqual({ items: [letters[0]] });
      const since = { limit: 1, from: at("2020-12-02T08:00:00.000Z") };
      const newest = await ledger.ofParty(party("FR"), since);
      expect(newest.items).toEqual([letters[2]]);
      expect(await ledger.ofParty(party("FR"), { ...since, after: newest.next ?? "" })).toEqual({
        items: [letters[1]],
      });
    });

    test("letters about a group's nominations, or about a user", async () => {
      const [older, newer] = [reminder("FR"), reminder("BR", later(now, { hours: 1 }))];
      for (const letter of [older, newer, invitation(1)]) await ledger.plan(letter);
      expect((await ledger.ofSubject("group#c1-g1", onePage)).items).toEqual([newer, older]);
      expect((await ledger.ofSubject(`user#${userId(1)}`, onePage)).items).toEqual([invitation(1)]);
      expect((await ledger.ofSubject("group#c1-g2", onePage)).items).toEqual([]);
    });
  });

  describe("keeps of an address", () => {
    const hash = addressHash(address("mission@fr.example.org"));
    const mark = (more: Partial<SuppressedAddress> = {}): SuppressedAddress => ({
      schema: 1,
      hash,
      why: "bounced",
      letter: reminder("FR").id,
      recipient: { kind: "mission", party: party("FR") },
      at: now,
      revision: 1,
      ...more,
    });

    test("that letters fail there, once, and each change on the one before", async () => {
      expect(await ledger.mark(hash)).toBeUndefined();
      expect(await ledger.writeMark(mark())).toBe(true);
      expect(await ledger.writeMark(mark({ why: "complained" }))).toBe(false);
      expect(await ledger.mark(hash)).toEqual(mark());
      const unsuppressed = mark({ unsuppressedAt: later(now, { hours: 1 }), revision: 2 });
      expect(await ledger.writeMark(unsuppressed)).toBe(true);
      expect(await ledger.writeMark(unsuppressed)).toBe(false);
      expect(await ledger.mark(hash)).toEqual(unsuppressed);
    });

    test("one mark of several who mark it at a time", async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => ledger.writeMark(mark())));
      expect(answers.filter((isNew) => isNew)).toHaveLength(1);
    });

    test("and lists those to which nothing is sent, the oldest first, page by page", async () => {
      const marks = [1, 2, 3].map((number) =>
        mark({ hash: addressHash(address(`${number}@example.org`)), at: later(now, { minutes: number }) }),
      );
      const [first = mark(), second = mark(), third = mark()] = marks;
      for (const one of [third, first, second]) await ledger.writeMark(one);
      const one = await ledger.suppressed({ limit: 2 });
      expect(one.items).toEqual([first, second]);
      expect(await ledger.suppressed({ limit: 2, after: one.next ?? "" })).toEqual({ items: [third] });
      await ledger.writeMark({ ...first, unsuppressedAt: now, revision: 2 });
      expect((await ledger.suppressed(onePage)).items).toEqual([second, third]);
    });

    test("nothing that a list of letters shows", async () => {
      await ledger.writeMark(mark());
      await ledger.writeUnreachable(unreached("FR"));
      await ledger.plan(reminder("FR"));
      for (const state of LetterState.options)
        expect((await ledger.needingAttention(state, endOfTime, onePage)).items).toHaveLength(
          state === "planned" ? 1 : 0,
        );
      expect((await ledger.ofParty(party("FR"), onePage)).items).toEqual([reminder("FR")]);
    });
  });

  const unreached = (code: string, since = now): UnreachableRecipient => ({
    schema: 1,
    recipient: { kind: "mission", party: party(code) },
    party: party(code),
    why: "suppressed",
    letter: reminder(code).id,
    since,
  });

  test("stores unreachable recipients, and lists them until they are reachable again", async () => {
    const [fr, br] = [unreached("FR", later(now, { hours: 1 })), unreached("BR")];
    for (const row of [fr, br]) await ledger.writeUnreachable(row);
    expect((await ledger.unreachable(onePage)).items).toEqual([br, fr]);
    expect(await ledger.unreachableOf(fr.recipient)).toEqual(fr);
    expect(await ledger.unreachableOf({ kind: "user", user: userId(1) })).toBeUndefined();
    const ended = { ...br, until: later(now, { hours: 2 }) };
    await ledger.writeUnreachable(ended);
    expect((await ledger.unreachable({ limit: 1 })).items).toEqual([fr]);
    expect(await ledger.unreachableOf(br.recipient)).toEqual(ended);
  });

  test("keeps from which addresses letters come back, and lists them until one arrives", async () => {
    const returned = (code: string, contact: BouncingAddress["contact"], since = now): BouncingAddress => {
      const { recipient, party: whose, letter } = unreached(code);
      return {
        schema: 1,
        recipient,
        party: whose,
        letter,
        contact,
        hash: addressHash(address(`${code}@example.org`)),
        since,
      };
    };
    const [late, early] = [returned("FR", "first", later(now, { hours: 1 })), returned("FR", "second")];
    for (const row of [late, early, returned("BR", "first", later(now, { hours: 2 }))]) await ledger.writeReturned(row);
    const page = await ledger.returned({ limit: 2 });
    expect(page.items).toEqual([early, late]);
    expect((await ledger.returned({ limit: 2, after: page.next ?? "" })).items).toMatchObject([{ party: "BR" }]);
    const ended = { ...early, until: later(now, { hours: 3 }) };
    await ledger.writeReturned(ended);
    expect((await ledger.returned({ limit: 1 })).items).toEqual([late]);
    expect(await ledger.returnedFrom(early.recipient, "second")).toEqual(ended);
    expect(await ledger.returnedFrom({ kind: "user", user: userId(1) }, "first")).toBeUndefined();
  });
});
