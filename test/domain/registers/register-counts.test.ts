import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { registerCounts } from "../../../domain/registers/register-counts.ts";
import {
  RegisterContent,
  type RegisterEntry,
  TrainingLanguage,
  TranslationOutcome,
} from "../../../schemas/model/register.ts";
import { at, day, registerEntryId } from "../../fixtures/changes.ts";
import { entryOf } from "../../fixtures/register-entries.ts";

const entry = (content: object, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: registerEntryId(1),
  content: RegisterContent.parse(content),
  ...more,
});
const withdrawn = { withdrawn: { at: at("2020-12-01T10:00:00.000Z"), reason: "Recorded twice" } };
const end = day("2023-06-09");
const session = (more: object) => entry({ ...entryOf["training-session"], ...more });
const training = (more: object) => entry({ ...entryOf["stakeholder-training"], ...more });

describe("States that were trained", () => {
  const statesOf = (...sessions: readonly object[]) =>
    registerCounts(
      sessions.map((states) => session({ states })),
      end,
    ).training.states;

  test("are counted once each, however many sessions they took part in", () => {
    const counted = { atLeast: 3, atMost: 3, known: 2, notKnown: 0 };
    expect(statesOf({ named: ["FR", "PE"] }, { named: ["PE", "KE", "KE"] })).toEqual(counted);
  });

  test("that a session gives by their number may all be among those named, or none of them", () => {
    expect(statesOf({ named: ["FR", "PE"] }, { number: 2 })).toMatchObject({ atLeast: 2, atMost: 4 });
    expect(statesOf({ named: ["FR", "PE"] }, { number: 5 }, { number: 4 })).toMatchObject({ atLeast: 5, atMost: 11 });
  });

  test("are none without a session", () => {
    expect(statesOf()).toEqual({ atLeast: 0, atMost: 0, known: 0, notKnown: 0 });
  });
});

/** Returns a sum that all of the given number of entries state. */
const complete = (sum: number, known: number) => ({ sum, known, notKnown: 0 });

test("a number that an entry leaves out is not known: nothing is added for it, and the count says how many leave it out", () => {
  const dialogue = entryOf["constructive-dialogue"];
  const counts = registerCounts(
    [
      session({}),
      session({ officials: undefined, states: undefined }),
      entry({ ...dialogue, attendance: { nonGovernmentalOrganizations: 2 } }),
      entry({ ...dialogue, attendance: { nonGovernmentalOrganizations: 3, memberStates: 0 } }),
      training({ people: undefined, countries: undefined }),
      entry({ ...entryOf["voluntary-contribution"], amount: undefined }),
      entry({ ...entryOf["knowledge-hub"], happenedOn: "2020-11-11", members: undefined }),
      entry(entryOf["knowledge-hub"]),
    ],
    end,
  );
  const { dialogues, stakeholders, hub, contributions } = counts;
  expect(counts.training).toMatchObject({
    officials: { sum: 24, known: 1, notKnown: 1 },
    states: { atLeast: 2, atMost: 2, known: 1, notKnown: 1 },
  });
  expect(dialogues).toMatchObject({
    held: 2,
    attendance: {
      nonGovernmentalOrganizations: complete(5, 2),
      memberStates: { sum: 0, known: 1, notKnown: 1 },
      academia: { sum: 0, known: 0, notKnown: 2 },
    },
    incomplete: 2,
  });
  expect(stakeholders).toMatchObject({
    people: { sum: 0, known: 0, notKnown: 1 },
    countries: { known: 0, notKnown: 1 },
  });
  expect(contributions).toEqual({ number: 1, amounts: {}, notKnown: 1 });
  expect(hub).toEqual({ on: "2020-11-11", countries: 133 });
});

test("each paragraph is counted from its register", () => {
  const later = { ...entryOf["constructive-dialogue"], happenedOn: "2020-11-10" };
  const counts = registerCounts(
    [
      ...Object.values(entryOf).map((content) => entry(content)),
      session({ officials: 10, language: "en", states: { named: ["FR", "KE"] } }),
      training({ people: 5, countries: { named: ["DE", "FR"] } }),
      entry(later),
      entry({ ...entryOf["voluntary-contribution"], currency: "EUR", amount: 7 }),
      entry({ ...entryOf["voluntary-contribution"], donor: { kind: "private-donor" }, amount: 1 }),
      entry({ ...entryOf["pilot-initiative"], happenedOn: "2020-11-08" }),
      entry({ ...entryOf["translation-need"], outcome: undefined }),
    ],
    end,
  );
  expect(counts).toEqual({
    training: {
      sessions: 2,
      officials: complete(34, 2),
      states: { atLeast: 3, atMost: 3, known: 2, notKnown: 0 },
      languages: ["en", "pt"],
    },
    dialogues: {
      held: 2,
      attendance: {
        nonGovernmentalOrganizations: complete(196, 2),
        academia: complete(14, 2),
        privateSector: complete(16, 2),
        otherStakeholders: complete(0, 2),
        memberStates: complete(164, 2),
        intergovernmentalOrganizations: complete(2, 2),
      },
      incomplete: 0,
    },
    stakeholders: {
      trainings: 2,
      people: complete(65, 2),
      countries: { atLeast: 3, atMost: 3, known: 2, notKnown: 0 },
    },
    hub: { on: "2020-11-10", members: 452, countries: 133 },
    pilots: { initiatives: 2, countries: 1 },
    contributions: { number: 3, amounts: { USD: 250_001, EUR: 7 }, notKnown: 0 },
    translations: {
      needs: 2,
      open: 1,
      ended: { "national-resources": 0, "voluntary-contribution": 0, "informal-translation": 1, "not-met": 0 },
    },
  });
});

test("an entry counts from the day on which it happened, a need for translation as open until the day on which it ended", () => {
  const entries = Object.values(entryOf).map((content) => entry(content));
  const on = (asAt: string) => registerCounts(entries, day(asAt));
  expect([on("2020-11-01").training.sessions, on("2020-11-02").training.sessions]).toEqual([0, 1]);
  expect([on("2020-11-08").translations, on("2020-11-15").translations, on("2020-11-16").translations]).toMatchObject([
    { needs: 0, open: 0 },
    { needs: 1, open: 1 },
    { needs: 1, open: 0, ended: { "informal-translation": 1 } },
  ]);
});

const code = fc.constantFrom("FR", "PE", "KE", "DE", "TW");
const places = fc.oneof(
  fc.record({ named: fc.array(code, { minLength: 1, maxLength: 5 }) }),
  fc.record({ number: fc.integer({ min: 1, max: 9 }) }),
);
const happenedOn = fc.integer({ min: 1, max: 28 }).map((date) => `2021-02-${String(date).padStart(2, "0")}`);
const people = fc.integer({ min: 1, max: 1000 });
const content = fc.oneof(
  fc.record({
    register: fc.constant("training-session"),
    happenedOn,
    officials: people,
    states: places,
    language: fc.constantFrom(...TrainingLanguage.options),
  }),
  fc.record({ register: fc.constant("stakeholder-training"), happenedOn, people, countries: places }),
  fc.record({ register: fc.constant("pilot-initiative"), happenedOn, country: code, party: code }),
  fc.record({
    register: fc.constant("translation-need"),
    happenedOn,
    review: fc.constant("c1-FR"),
    languages: fc.constant(["es"]),
    outcome: fc.option(
      fc.record({ how: fc.constantFrom(...TranslationOutcome.options), on: fc.constant("2021-02-28") }),
      { nil: undefined },
    ),
  }),
);
const entries = fc
  .array(fc.tuple(content, fc.boolean()), { maxLength: 12 })
  .map((some) => some.map(([one, isWithdrawn]) => entry(one, isWithdrawn ? withdrawn : {})));
const asAt = happenedOn.map(day);

describe("whatever the registers hold", () => {
  test("a withdrawn entry counts for nothing, and the order of recording does not matter", () => {
    fc.assert(
      fc.property(entries, asAt, (all, on) => {
        const counts = registerCounts(all, on);
        expect(
          registerCounts(
            all.filter((one) => one.withdrawn === undefined),
            on,
          ),
        ).toEqual(counts);
        expect(registerCounts(all.toReversed(), on)).toEqual(counts);
      }),
    );
  });

  test("more days never count less, and there are at least as many States as at most", () => {
    fc.assert(
      fc.property(entries, asAt, asAt, (all, one, other) => {
        const [earlier, later] = [one, other].toSorted().map((on) => registerCounts(all, on));
        if (earlier === undefined || later === undefined) throw new Error("Two days");
        const numbers = ({ training: t, stakeholders: s, pilots, translations }: typeof later) => [
          t.sessions,
          t.officials.sum,
          t.states.atLeast,
          t.states.atMost,
          t.languages.length,
          s.trainings,
          s.people.sum,
          s.countries.atLeast,
          s.countries.atMost,
          pilots.initiatives,
          pilots.countries,
          translations.needs,
        ];
        for (const [place, number] of numbers(earlier).entries())
          expect(numbers(later)[place]).toBeGreaterThanOrEqual(number);
        for (const { atLeast, atMost } of [later.training.states, later.stakeholders.countries])
          expect(atLeast).toBeLessThanOrEqual(atMost);
        const { needs, open, ended } = later.translations;
        expect(open + Object.values(ended).reduce((sum, number) => sum + number, 0)).toBe(needs);
      }),
    );
  });

  test("where every session names its States, those that took part are counted and no range is given", () => {
    fc.assert(
      fc.property(entries, asAt, (all, on) => {
        const named = new Set<string>();
        const kept = all.filter(({ content: one, withdrawn: gone }) => {
          if (one.register !== "training-session" || one.states === undefined || !("named" in one.states)) return false;
          if (gone === undefined && one.happenedOn <= on) for (const state of one.states.named) named.add(state);
          return true;
        });
        expect(registerCounts(kept, on).training.states).toMatchObject({
          atLeast: named.size,
          atMost: named.size,
          notKnown: 0,
        });
      }),
    );
  });
});
