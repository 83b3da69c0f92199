import { describe, expect, test } from "vitest";
import { noChange } from "../../../domain/base/decision.ts";
import {
  correctEntry,
  type NamedThings,
  recordEntry,
  withdrawEntry,
} from "../../../domain/registers/register-entries.ts";
import { evolveRegisterEntry } from "../../../domain/registers/evolve.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { Register, RegisterContent, type RegisterEntry } from "../../../schemas/model/register.ts";
import { at, factsOf, party, registerEntryId, reviewId } from "../../fixtures/changes.ts";
import { entryOf } from "../../fixtures/register-entries.ts";

const now = at("2020-12-01T10:00:00.000Z");
const id = registerEntryId(1);
const there: NamedThings = {
  parties: new Set(["FR", "PE"].map(party)),
  reviews: new Set([reviewId("FR")]),
};
const read = (written: object): RegisterContent => RegisterContent.parse(written);
const contents = Register.options.map((register) => read(entryOf[register]));
const folded = (...facts: readonly Fact[]): RegisterEntry => {
  const entry = facts.reduce<RegisterEntry | undefined>(evolveRegisterEntry, undefined);
  if (entry === undefined) throw new Error("No facts");
  return entry;
};
const recorded = (content: RegisterContent): RegisterEntry => folded(...factsOf(recordEntry(id, content, there, now)));
const session = read(entryOf["training-session"]);

test("there is an example of every register", () => {
  expect(contents.map(({ register }) => register)).toEqual(Register.options);
});

describe.each(contents.map((content) => [content.register, content] as const))(
  "an entry of %s",
  (register, content) => {
    test("is recorded now, and happened on its day", () => {
      const startOfDay = at(new Date(Date.parse(`${content.happenedOn}T00:00:00.000+01:00`)).toISOString());
      expect(factsOf(recordEntry(id, content, there, now))).toEqual([
        { kind: "register-entry-recorded", happenedAt: startOfDay, entry: id, content },
      ]);
      expect(recorded(content)).toEqual({ id, content });
    });

    test.each([
      ["2020-12-02", "date-in-the-future", { latest: "2020-12-01" }],
      ["2020-10-15", "date-too-early", { earliest: "2020-10-16" }],
    ])("is not of %s: %s", (happenedOn, refusal, details) => {
      const moved = read({ ...content, happenedOn });
      expect(recordEntry(id, moved, there, now)).toEqual({ ok: false, refusal, details });
      const reason = "A slip";
      expect(correctEntry(recorded(content), { content: moved, reason }, there, now)).toMatchObject({ refusal });
    });

    test("is corrected by a later fact with its reason, and withdrawn by another; what it said stays in the journal", () => {
      const entry = recorded(content);
      const moved = read({ ...content, happenedOn: "2020-11-01" });
      const corrected = factsOf(correctEntry(entry, { content: moved, reason: "A slip" }, there, now));
      expect(corrected).toEqual([
        { kind: "register-entry-corrected", happenedAt: now, entry: id, content: moved, reason: "A slip" },
      ]);
      const withdrawn = factsOf(withdrawEntry(entry, "Recorded twice", now));
      expect(withdrawn).toEqual([
        { kind: "register-entry-withdrawn", happenedAt: now, entry: id, reason: "Recorded twice" },
      ]);
      const recording = factsOf(recordEntry(id, content, there, now));
      const last = folded(...recording, ...corrected, ...withdrawn);
      expect(last).toEqual({ id, content: moved, correctedAt: now, withdrawn: { at: now, reason: "Recorded twice" } });
      expect(correctEntry(last, { content, reason: "A slip" }, there, now)).toEqual({
        ok: false,
        refusal: "entry-withdrawn",
        details: { withdrawnOn: "2020-12-01" },
      });
      expect(withdrawEntry(last, "Again", now)).toEqual(noChange);
    });

    test("repeats its content without a fact", () => {
      expect(correctEntry(recorded(content), { content: { ...content }, reason: "A slip" }, there, now)).toEqual(
        noChange,
      );
    });

    test("stays in its register", () => {
      const other = contents.find((one) => one.register !== register) ?? content;
      expect(correctEntry(recorded(content), { content: other, reason: "A slip" }, there, now)).toEqual({
        ok: false,
        refusal: "other-register",
        details: { register },
      });
    });
  },
);

test.each<[string, object, string, object]>([
  [
    "a State that is no party",
    { ...entryOf["training-session"], states: { named: ["FR", "XX"] } },
    "unknown-party",
    { party: "XX" },
  ],
  ["an initiative of no party", { ...entryOf["pilot-initiative"], party: "XX" }, "unknown-party", { party: "XX" }],
  [
    "an initiative in no country",
    { ...entryOf["pilot-initiative"], country: "YU" },
    "unknown-country",
    { country: "YU" },
  ],
  [
    "people from no country",
    { ...entryOf["stakeholder-training"], countries: { named: ["DE", "ZZ"] } },
    "unknown-country",
    { country: "ZZ" },
  ],
  [
    "a donor that is no party",
    { ...entryOf["voluntary-contribution"], donor: { party: "XX" } },
    "unknown-party",
    { party: "XX" },
  ],
  [
    "an amount of no currency",
    { ...entryOf["voluntary-contribution"], currency: "XYZ" },
    "unknown-currency",
    { currency: "XYZ" },
  ],
  ["a need of no review", { ...entryOf["translation-need"], review: "c1-XX" }, "unknown-review", { review: "c1-XX" }],
  [
    "a need that ends before it begins",
    { ...entryOf["translation-need"], outcome: { how: "not-met", on: "2020-11-08" } },
    "date-too-early",
    { earliest: "2020-11-09" },
  ],
  [
    "a need that ends on a day ahead",
    { ...entryOf["translation-need"], outcome: { how: "not-met", on: "2020-12-02" } },
    "date-in-the-future",
    { latest: "2020-12-01" },
  ],
])("%s is refused", (_, written, refusal, details) => {
  expect(recordEntry(id, read(written), there, now)).toEqual({ ok: false, refusal, details });
});

test.each<[string, object]>([
  ["an unknown language", { ...entryOf["training-session"], language: "de" }],
  ["no person trained", { ...entryOf["training-session"], officials: 0 }],
  ["fewer than none", { ...entryOf["training-session"], officials: -1 }],
  ["half a person", { ...entryOf["stakeholder-training"], people: 1.5 }],
  ["a number of States below one", { ...entryOf["training-session"], states: { number: -3 } }],
  ["names and a number", { ...entryOf["training-session"], states: { named: ["FR"], number: 3 } }],
  [
    "attendance below zero",
    {
      ...entryOf["constructive-dialogue"],
      attendance: { ...entryOf["constructive-dialogue"].attendance, academia: -1 },
    },
  ],
  [
    "a kind of attendance that is none",
    { ...entryOf["constructive-dialogue"], attendance: { ...entryOf["constructive-dialogue"].attendance, press: 1 } },
  ],
  ["a negative amount", { ...entryOf["voluntary-contribution"], amount: -5 }],
  ["Portuguese as a language of a review", { ...entryOf["translation-need"], languages: ["pt"] }],
  ["an unknown register", { ...entryOf["training-session"], register: "press-conference" }],
])("%s is no entry", (_, written) => {
  expect(RegisterContent.safeParse(written).success).toBe(false);
});

test("an entry of today happened now", () => {
  const today = read({ ...entryOf["training-session"], happenedOn: "2020-12-01" });
  expect(factsOf(recordEntry(id, today, there, now))).toMatchObject([{ happenedAt: now }]);
});

test("an entry takes in no fact that cannot follow", () => {
  const entry = recorded(session);
  const [recording] = factsOf(recordEntry(id, session, there, now));
  const [withdrawal] = factsOf(withdrawEntry(entry, "Recorded twice", now));
  if (recording === undefined || withdrawal === undefined) throw new Error("No fact");
  for (const [before, fact] of [
    [undefined, withdrawal],
    [entry, recording],
    [folded(recording, withdrawal), withdrawal],
  ] as const)
    expect(() => evolveRegisterEntry(before, fact)).toThrow("cannot take in");
});
