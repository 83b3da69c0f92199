import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  copyOf,
  digestDayAfter,
  digestFor,
  copiesInDigest,
  isAnythingOverdue,
  mayArrive,
} from "../../../domain/letters/digests.ts";
import { digestViolations } from "../../harness/letter-guarantees.ts";
import { mayBeClaimed, moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { setMissionContacts } from "../../../domain/parties/parties.ts";
import { daysBetween, dayOf, epochOf, firstWeekday, instantOf, morningOf } from "../../../domain/base/time.ts";
import type { Letter, LetterContent, Recipient } from "../../../schemas/model/letter.ts";
import { LetterState } from "../../../schemas/model/letter.ts";
import { MissionContacts } from "../../../schemas/model/party.ts";
import { at, day, factsOf, party, reviewId, userId } from "../../fixtures/changes.ts";
import { inQuestionnaire } from "../review/journey.ts";

const FR = party("FR");
const mission = { kind: "mission", party: FR } as const;
const published = { kind: "list-published", review: reviewId("FR") } as const;
const letter = (content: LetterContent, recipient: Recipient = mission, attempt = 1): Letter =>
  plannedLetter(
    { content, recipient, party: FR, plannedFor: at("2021-01-13T08:00:00.000Z"), rule: "A rule.", attempt },
    at("2021-01-13T08:00:00.000Z"),
  );
const held = (one: Letter, digest: Letter, when = "2021-01-13T09:00:00.000Z"): Letter =>
  moveLetter(one, "skipped", { at: at(when), reason: "digest", digest: digest.id });

describe("an overdue obligation keeps its party's copies from the digest", () => {
  const play = inQuestionnaire();
  const pending = play.obligation("questionnaire:FR");
  const withObligation = (change: Partial<typeof pending>) => [
    { ...play.review, obligations: { ...play.review.obligations, [pending.id]: { ...pending, ...change } } },
  ];
  const dayAfter = at("2021-07-13T12:00:00.000Z");

  test.each<readonly [string, Partial<typeof pending>]>([
    ["an obligation", {}],
    ["one that was delayed", { generation: 2 }],
    ["the nomination of experts", { kind: "experts" }],
  ])("%s", (_, change) => {
    expect(isAnythingOverdue(withObligation(change), FR, dayAfter)).toBe(true);
    expect(isAnythingOverdue(withObligation({ ...change, state: "met" }), FR, dayAfter)).toBe(false);
  });
});

describe("the day of a digest", () => {
  test.each([
    ["on a Wednesday, the Monday after", "2021-01-13T12:00:00.000Z", "2021-01-18"],
    ["on a Sunday night, the next morning", "2021-01-17T23:30:00.000Z", "2021-01-18"],
    ["on Monday before eight in Vienna, the same day", "2021-01-18T07:00:00.000Z", "2021-01-18"],
    ["on Monday after eight, a week later", "2021-01-18T07:00:00.001Z", "2021-01-25"],
    ["on Monday at nine, a week later", "2021-01-18T08:00:00.000Z", "2021-01-25"],
    ["in the week in which the clocks change", "2021-03-26T12:00:00.000Z", "2021-03-29"],
  ])("is, %s", (_, now, expected) => {
    expect(digestDayAfter(at(now))).toBe(expected);
  });

  test("is always a Monday, more than an hour ahead and no more than a week and that hour", () => {
    const years = { min: epochOf(at("2020-10-20T00:00:00.000Z")), max: epochOf(at("2032-01-01T00:00:00.000Z")) };
    fc.assert(
      fc.property(fc.integer(years), (milliseconds) => {
        const now = instantOf(milliseconds);
        const on = digestDayAfter(now);
        expect(Math.abs(daysBetween(day("2021-01-18"), on)) % 7).toBe(0);
        const ahead = epochOf(morningOf(on)) - milliseconds;
        expect(ahead).toBeGreaterThanOrEqual(3_600_000);
        // The clocks may go back in between.
        expect(ahead).toBeLessThan((7 * 24 + 2) * 3_600_000);
      }),
    );
  });

  test("is found from any day of the week", () => {
    expect([1, 3, 5].map((weekday) => firstWeekday(weekday, day("2021-01-13")))).toEqual([
      "2021-01-18",
      "2021-01-13",
      "2021-01-15",
    ]);
    expect(firstWeekday(3, day("2021-01-13"), "after")).toBe("2021-01-20");
  });
});

describe("a digest", () => {
  test("is one row for a mission and a week, whenever in it a copy is deferred", () => {
    const [monday, friday] = [
      digestFor(FR, at("2021-01-11T12:00:00.000Z")),
      digestFor(FR, at("2021-01-15T12:00:00.000Z")),
    ];
    expect(monday.id).toBe(friday.id);
    expect(digestFor(FR, at("2021-01-18T12:00:00.000Z")).id).not.toBe(monday.id);
    expect(digestFor(party("DE"), at("2021-01-11T12:00:00.000Z")).id).not.toBe(monday.id);
  });

  test("may be claimed from its morning on and not before, unlike a reminder that leaves ahead of its moment", () => {
    const digest = digestFor(FR, at("2021-01-11T12:00:00.000Z"));
    expect(digest.attentionAt).toBe("2021-01-18T08:00:00.000Z");
    expect(mayBeClaimed(digest, at("2021-01-18T07:59:59.999Z"))).toBe(false);
    expect(mayBeClaimed(digest, at("2021-01-18T08:00:00.000Z"))).toBe(true);
    const { content, recipient, plannedFor, rule } = digest;
    const again = plannedLetter({ content, recipient, plannedFor, rule, attempt: 2 }, at("2021-01-18T09:00:00.000Z"));
    expect(mayBeClaimed(again, at("2021-01-18T09:00:00.000Z"))).toBe(true);
    const ahead = { ...letter(published), plannedFor: at("2022-01-01T08:00:00.000Z") };
    expect(mayBeClaimed(ahead, at("2021-01-13T08:00:00.000Z"))).toBe(true);
  });

  test("lists what was deferred for this mission alone, the earliest first", () => {
    const digest = digestFor(FR, at("2021-01-13T09:00:00.000Z"));
    const next = digestFor(FR, at("2021-01-20T09:00:00.000Z"));
    const delayed = { kind: "delay-notified", review: reviewId("JP"), obligation: "questionnaire:JP", generation: 2 };
    const late = held(letter(delayed as LetterContent), digest, "2021-01-14T09:00:00.000Z");
    const early = held(letter(published), digest);
    const other = held(letter({ ...published, review: reviewId("DE") }), next);
    const content = { kind: "digest", party: FR, on: day("2021-01-18") } as const;
    expect(copiesInDigest(content, [late, letter(published), other, early, digest])).toEqual([early, late]);
  });
});

describe("a copy", () => {
  const obligation = {
    kind: "duty-reminder",
    reminderSubject: {
      kind: "questionnaire",
      party: FR,
      group: "c1-g1",
      review: "c1-FR",
      dueAt: at("2021-07-11T21:59:59.999Z"),
      generation: 1,
    },
    stepName: "d-7",
  } as LetterContent;
  const nomination = { ...obligation, kind: "nomination-reminder" } as LetterContent;
  const user = { kind: "user", user: userId(1) } as const;

  test("may be what goes to a mission about work, a delay or a publication", () => {
    expect(copyOf(letter(obligation))).toEqual({ party: "FR", review: "c1-FR" });
    expect(copyOf(letter(published))).toEqual({ party: "FR", review: "c1-FR" });
  });

  test.each([
    ["a letter to a person", letter(obligation, user)],
    ["a reminder of nominations", letter(nomination)],
    ["a seat drawn again", letter({ kind: "seat-redrawn", review: reviewId("FR"), from: FR, to: party("DE") })],
    ["a letter that is written again, because it failed elsewhere", letter(obligation, mission, 2)],
    ["a digest", digestFor(FR, at("2021-01-13T08:00:00.000Z"))],
    ["a letter that may have left", { ...letter(obligation), state: "unknown" as const }],
  ])("is not %s", (_, one) => {
    expect(copyOf(one)).toBeUndefined();
  });

  test("is deferred only of a letter that was not seen to fail", () => {
    const arriving = LetterState.options.filter((state) => mayArrive({ ...letter(obligation, user), state }));
    expect(arriving).toEqual(["planned", "claimed", "unknown", "accepted", "delivered", "settled"]);
  });
});

test("an item is overdue from the end of its last day in Vienna, for the party that must complete it", () => {
  const { review } = inQuestionnaire();
  const due = review.obligations["questionnaire:FR" as keyof typeof review.obligations]?.dueAt ?? "";
  expect(isAnythingOverdue([review], FR, at(due))).toBe(false);
  const after = instantOf(epochOf(at(due)) + 1);
  expect(dayOf(after) > dayOf(at(due))).toBe(true);
  expect(isAnythingOverdue([review], FR, after)).toBe(true);
  expect(isAnythingOverdue([{ ...review, obligations: {} }], FR, after)).toBe(false);
  expect(isAnythingOverdue([], FR, after)).toBe(false);
  expect(isAnythingOverdue([review], party("KE"), after)).toBe(false);
});

describe("the guarantee that a digest lists every copy deferred for it", () => {
  const digest = digestFor(FR, at("2021-01-13T09:00:00.000Z"));
  const copy = held(letter(published), digest);
  const broken = (...letters: readonly Letter[]) =>
    digestViolations(letters).map(({ guarantee, about }) => [guarantee, about]);
  const found = [[7, `letter ${copy.id}`]];

  test("is met where the digest exists, waits or was sent", () => {
    expect(broken(copy, digest)).toEqual([]);
    expect(broken(copy, { ...digest, state: "delivered" })).toEqual([]);
  });
  test.each([
    ["is none in the ledger", [copy]],
    ["had nothing to list", [copy, moveLetter(digest, "skipped", { at: digest.plannedFor, reason: "done" })]],
    ["had left before", [held(letter(published), digest, "2021-01-18T08:00:00.000Z"), digest]],
    [
      "is another party's",
      [copy, { ...digest, content: { kind: "digest", party: party("DE"), on: day("2021-01-18") } }],
    ],
  ] as readonly [string, readonly Letter[]][])("is broken where it %s", (_, letters) => {
    expect(broken(...letters)).toEqual(found);
  });
});

describe("the digest setting", () => {
  const france = { id: FR } as Parameters<typeof setMissionContacts>[0];
  const contacts = { address: "mission@fr.example.org", language: "fr", place: "Vienna" };

  test("is recorded in the journal, with who changed it and when", () => {
    expect(factsOf(setMissionContacts(france, at("2021-01-11T12:00:00.000Z"), { digest: "weekly" }))).toEqual([
      { kind: "mission-contacts-set", happenedAt: "2021-01-11T12:00:00.000Z", party: "FR", digest: "weekly" },
    ]);
    expect(factsOf(setMissionContacts(france, at("2021-01-11T12:00:00.000Z")))[0]).not.toHaveProperty("digest");
  });

  test("is weekly, none, or left out", () => {
    expect(MissionContacts.safeParse(contacts).success).toBe(true);
    for (const digest of ["weekly", "none"])
      expect(MissionContacts.safeParse({ ...contacts, digest }).success).toBe(true);
    for (const digest of ["daily", "", null, true])
      expect(MissionContacts.safeParse({ ...contacts, digest }).success).toBe(false);
  });
});
