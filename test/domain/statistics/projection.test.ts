import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordedFacts } from "../audit/recorded/facts.ts";
import { planGroup } from "../../../domain/parties/groups.ts";
import { registerParty } from "../../../domain/parties/parties.ts";
import { registerUser } from "../../../domain/parties/users.ts";
import { cellsInBlock } from "../../../domain/statistics/counts-blocks.ts";
import { measures } from "../../../domain/statistics/measures.ts";
import { historyOf } from "../../../domain/statistics/mechanism-history.ts";
import { groupIdOf, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import { RegionalGroup } from "../../../schemas/base/values.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import { day, factsOf } from "../../fixtures/changes.ts";
import { journalOf2023 } from "../../fixtures/status-2023.ts";
import { attemptIn, attempts, newLife } from "../review/commands.ts";
import { at, party } from "../review/play.ts";
import { bothWays, changes, daysOfChange, MemoryProjection, type Subjects } from "./memory-projection.ts";
import { runsOf } from "../../harness/search-runs.ts";

const scopes: readonly StatisticsScope[] = [
  {},
  { cluster: 1 },
  { group: groupIdOf(4, 1) },
  { regionalGroup: "WEOG" },
  { instrument: "TIP" },
  { group: groupIdOf(1, 1), regionalGroup: "AFRICAN" },
  { group: groupIdOf(1, 1), instrument: "UNTOC" },
];

const counted = ({ subject }: { readonly subject: string }): boolean => /^(?:review|party)#/u.test(subject);
const subjectsOf = (journal: Subjects): readonly string[] => [
  ...new Set(journal.filter(counted).map(({ subject }) => subject)),
];

/**
 * Expects the counts to equal those of the journal, from the first of the days to the last. Each part of the Mechanism
 * is compared on one in `oneIn` of the days with a change, each part on different days.
 */
const expectEqual = (kept: MemoryProjection, journal: Subjects, oneIn: number): void => {
  const mechanism = historyOf(journal);
  const days = daysOfChange(kept);
  for (const [turn, scope] of scopes.entries()) {
    const own = days.filter((_, place) => place % oneIn === Math.floor((turn * oneIn) / scopes.length));
    for (const on of own) {
      const { kept: one, journal: other } = bothWays(kept.totals(scope, on), mechanism, scope, on);
      expect({ scope, on, counts: one }).toEqual({ scope, on, counts: other });
    }
  }
  for (const scope of scopes) {
    const [was, is] = [days[0], days.at(-1)].flatMap((on) => on ?? []);
    if (was === undefined || is === undefined) throw new Error("Nothing has changed");
    const { kept: one, journal: other } = changes(kept, mechanism, scope, [was, is]);
    expect({ scope, was, is, changes: one }).toEqual({ scope, was, is, changes: other });
  }
};

/** The parties of the review that attempts are made in, and some that lots may give its seats to. */
const parties = ["FR", "PE", "KE", "JP", "BR", "DE"];
const surroundings = (users: readonly string[]): { readonly subject: string; readonly facts: Fact[] }[] => [
  ...parties.map((code, place) => ({
    subject: `party#${code}`,
    facts: [
      ...factsOf(
        registerParty(
          {
            id: party(code),
            name: code,
            kind: "STATE",
            regionalGroup: RegionalGroup.options[place % 5] ?? null,
            joined: { UNTOC: day("2003-09-29"), TIP: day(place % 2 === 0 ? "2004-01-28" : "2021-03-05") },
            participation: "takes-part",
          },
          at("2020-10-16"),
        ),
      ),
    ],
  })),
  ...users.map((user, place) => ({
    subject: `user#${user}`,
    facts: [
      ...factsOf(
        registerUser(
          {
            id: UserId.parse(user),
            role: "delegate",
            party: party("FR"),
            ...(place % 3 === 0 ? {} : { counted: { gender: place % 2 === 0 ? "male" : "female" } }),
          },
          at("2020-12-01"),
        ),
      ),
    ],
  })),
  {
    subject: "group#c1-g1",
    facts: [
      ...factsOf(
        planGroup(
          { cluster: 1, group: 1, plannedFor: day("2020-12-01"), reviews: [ReviewId.parse("c1-FR")] },
          at("2020-10-20"),
        ),
      ),
    ],
  },
];

/** Returns the facts as facts of another review, in which France and Kenya have changed places. */
const ofAnother = (facts: readonly Fact[]): Fact[] => {
  const swapped = { FR: "KE", KE: "FR" } as const;
  const text = JSON.stringify(facts)
    .replaceAll(/"(FR|KE)"/gu, (_all, code: "FR" | "KE") => `"${swapped[code]}"`)
    .replaceAll(/:(FR|KE)/gu, (_all, code: "FR" | "KE") => `:${swapped[code]}`)
    .replaceAll('"c1-FR"', '"c4-KE"')
    .replaceAll('"c1-g1"', '"c4-g1"')
    .replaceAll('"cluster":1', '"cluster":4');
  return JSON.parse(text);
};

const denunciationOf = (code: string, leftOn: string): { readonly subject: string; readonly facts: Fact[] } => ({
  subject: `party#${code}`,
  facts: [
    {
      kind: "party-left",
      happenedAt: at("2022-06-01"),
      party: party(code),
      leftOn: day(leftOn),
      document: "C.N.1.2022",
      notified: [],
    },
  ],
});

const lived = fc.tuple(attempts, attempts).map((both) => {
  const [one = [], other = []] = both.map((tries) => {
    const mechanism = newLife();
    mechanism.play.start();
    for (const attempt of tries) attemptIn(mechanism, attempt);
    return mechanism.play.facts;
  });
  return [
    { subject: "review#c1-FR", facts: one },
    { subject: "review#c4-KE", facts: ofAnother(other) },
  ] as const;
});

const usersIn = (journal: Subjects): readonly string[] => [
  ...new Set(
    journal.flatMap(({ facts }) => facts.flatMap((fact) => (fact.kind === "mandate-began" ? [fact.user] : []))),
  ),
];

describe("the projection", () => {
  test("are those of the journal, however reviews went and whenever each fact of them was counted", () => {
    fc.assert(
      fc.property(
        lived,
        fc.array(fc.nat(40), { maxLength: 6 }),
        fc.boolean(),
        fc.constantFrom(3, 30, cellsInBlock),
        (reviews, cuts, leaves, most) => {
          const around = surroundings(usersIn(reviews));
          const kept = new MemoryProjection(most);
          const journal = (length: number): Subjects => [
            ...around,
            ...reviews.map(({ subject, facts }) => ({ subject, facts: facts.slice(0, Math.max(1, length)) })),
          ];
          for (const cut of cuts) kept.recount(journal(cut), subjectsOf(journal(cut)), day("2021-02-01"));
          const all: Subjects = [
            ...journal(Number.POSITIVE_INFINITY),
            ...(leaves ? [denunciationOf("KE", "2021-04-01")] : []),
          ];
          kept.recount(all, subjectsOf(all), day("2021-08-01"));
          expectEqual(kept, all, 14);
        },
      ),
      runsOf(8, 2),
    );
  });

  test("are those of the journal of every kind of fact", () => {
    const journal = recordedFacts.map(({ kind, id, facts }) => ({ subject: `${kind}#${id}`, facts: [...facts] }));
    const kept = new MemoryProjection();
    for (const subject of subjectsOf(journal)) kept.recount(journal, [subject], day("2021-06-01"));
    expectEqual(kept, journal, 3);
  });

  test("are those of the journal of a whole state, and only one owner adds to a key", async () => {
    const journal = await journalOf2023();
    const kept = new MemoryProjection();
    kept.recount(journal, subjectsOf(journal), day("2023-06-09"));
    expectEqual(kept, journal, 200);
    const owners = new Map<string, Set<string>>();
    for (const [owner, { sources }] of kept.rows)
      for (const span of [...sources.values()].flat()) {
        const name = `${measures[span.measure].counts} ${span.key}`;
        owners.set(name, (owners.get(name) ?? new Set()).add(owner));
      }
    expect([...owners].filter(([, all]) => all.size > 1)).toEqual([]);
  });

  test("change in nothing when the same is counted again", () => {
    const journal = recordedFacts.map(({ kind, id, facts }) => ({ subject: `${kind}#${id}`, facts: [...facts] }));
    const kept = new MemoryProjection();
    kept.recount(journal, subjectsOf(journal), day("2021-06-01"));
    const before = structuredClone(kept.blocks);
    kept.recount(journal, subjectsOf(journal), day("2021-06-01"));
    expect(kept.blocks).toEqual(before);
  });
});
