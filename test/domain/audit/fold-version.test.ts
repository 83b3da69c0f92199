import { describe, expect, test } from "vitest";
import { foldChanges, foldVersion, aggregateAfter, isFoldOf } from "../../../domain/audit/fold-version.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import { journalViolations } from "../../../domain/audit/guarantees.ts";
import { nextEntry } from "../../../domain/base/hash-chain.ts";
import { fold, type Aggregate, type AggregateStates } from "../../../domain/audit/aggregates.ts";
import { Fact, type AggregateKind } from "../../../schemas/model/fact.ts";
import { at } from "../../fixtures/changes.ts";
import { earlierHeads } from "./recorded/earlier-heads.ts";
import { recordedFacts } from "./recorded/facts.ts";

/** The hash of what the recorded facts fold to, by the version of the fold. Add a line, change none. */
const hashes: Readonly<Record<number, string>> = {
  1: "d1d65c3fa7bebd0e877d67080b2fe55756f864a28d1b9061a05363001e50db88",
  2: "062bd8810f930f12883e181a82a32daa07a6db5ce7ac02a205077b22525cb7d7",
  3: "910590616d4c4f1f7380ceecdc40a6815abcef6498c84947b75efa2369d01571",
  4: "98834ed5bd7aa67da87a1ceac3e6917a45185dd97533281751a604b6148a38ac",
  5: "6e657ee5ed81a5a76eb273a8a511d3fee449d67fe9e006c91a2dcc015d974f11",
  6: "03a6ba06d6ac1899897cb72c7b205d73df79fda279507590cd4fcde071f82ab9",
};

type AnyHead = Aggregate<AggregateKind>;
type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Paths of all values in a state that hold no others. */
const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  isFields(value) ? Object.entries(value).flatMap(([name, each]) => leaves(each, [...path, name])) : [path];

const other = (value: unknown): unknown =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${String(value)}x`;

/** A head with one value of its state another, or without it. */
const tampered = <H extends AnyHead>(head: H, path: readonly string[], how: "changed" | "deleted"): H => {
  const state = structuredClone(head.state);
  const last = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce<unknown>((at_, name) => (isFields(at_) ? at_[name] : undefined), state);
  if (!isFields(parent)) throw new Error(`Nothing at ${path.join(".")}`);
  if (how === "changed") parent[last] = other(parent[last]);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return { ...head, state };
};

const tolerated = (kind: AggregateKind, path: readonly string[], what: "added" | "removed"): boolean =>
  foldChanges.some((change) =>
    (change[what][kind] ?? []).some((each) => {
      const names = each.split(".");
      return names.length <= path.length && names.every((name, place) => name === "*" || name === path[place]);
    }),
  );

const alarmsOf = ({ head, entries }: (typeof earlierHeads)[number]) => journalViolations(head, entries);

describe("heads that an earlier version wrote", () => {
  test("differ from what their facts fold to now, in more than one kind", () => {
    const differ = earlierHeads.filter(
      ({ head, entries }) =>
        hashOf(
          fold(
            head.kind,
            undefined,
            entries.flatMap(({ facts }) => facts),
          ) ?? {},
        ) !== hashOf(head.state),
    );
    expect(new Set(differ.map(({ head }) => head.kind))).toEqual(new Set(["review", "user"]));
    expect(differ.length).toBeGreaterThan(5);
  });

  test("raise no alarm", () => {
    expect(earlierHeads.length).toBeGreaterThan(20);
    expect(earlierHeads.flatMap(alarmsOf)).toEqual([]);
  });

  test("raise one where a single value was changed, whichever it is", () => {
    let changed = 0;
    for (const one of earlierHeads)
      for (const path of leaves(one.head.state)) {
        const timers = alarmsOf({ ...one, head: tampered(one.head, path, "changed") });
        expect([one.head.id, path.join("."), timers.map(({ guarantee }) => guarantee)]).toEqual([
          one.head.id,
          path.join("."),
          [16],
        ]);
        changed += 1;
      }
    expect(changed).toBeGreaterThan(400);
  });

  test("raise one where a single value is missing, unless it is one that earlier versions did not fold", () => {
    const unnoticed: string[] = [];
    for (const one of earlierHeads)
      for (const path of leaves(one.head.state))
        if (alarmsOf({ ...one, head: tampered(one.head, path, "deleted") }).length !== 1) {
          unnoticed.push(path.at(-1) ?? "");
          expect([path.join("."), tolerated(one.head.kind, path, "added")]).toEqual([path.join("."), true]);
        }
    expect(new Set(unnoticed)).toEqual(new Set(["reopened"]));
  });
});

describe("heads of this version", () => {
  const now = earlierHeads.map(({ head, entries }) => {
    const state = fold(
      head.kind,
      undefined,
      entries.flatMap(({ facts }) => facts),
    );
    if (state === undefined) throw new Error(`${head.id} has no facts`);
    return { entries, head: { ...head, foldVersion, state } };
  });

  test("raise an alarm where a single value was changed or is missing, whichever it is", () => {
    expect(now.flatMap(alarmsOf)).toEqual([]);
    for (const one of now)
      for (const path of leaves(one.head.state))
        for (const how of ["changed", "deleted"] as const)
          expect([path.join("."), alarmsOf({ ...one, head: tampered(one.head, path, how) }).length]).toEqual([
            path.join("."),
            1,
          ]);
  });

  test("raise an alarm where they are as an earlier version would have folded them", () => {
    const stale = earlierHeads.filter((one) => alarmsOf({ ...one, head: { ...one.head, foldVersion } }).length > 0);
    expect(stale.length).toBeGreaterThan(5);
  });
});

describe("a head", () => {
  const [entry] = [
    nextEntry(undefined, { subject: "party#FR", recordedAt: at("2020-12-01T10:00:00.000Z"), by: "load", facts: [] }),
  ];
  const state = { id: "FR" } as AggregateStates["party"];
  const after = (before: Aggregate<"party"> | undefined) =>
    aggregateAfter(before, { kind: "party", id: "FR", entry, state });
  const of = (version?: number): Aggregate<"party"> => ({
    kind: "party",
    id: "FR",
    version: 1,
    hash: "",
    state,
    ...(version === undefined ? {} : { foldVersion: version }),
  });

  test("carries the version of the fold that began it, and keeps it with what later ones add", () => {
    expect(after(undefined).foldVersion).toBe(foldVersion);
    expect(after(of(foldVersion)).foldVersion).toBe(foldVersion);
    expect(after(of(foldVersion - 1)).foldVersion).toBe(foldVersion - 1);
    expect(after(of(foldVersion + 1)).foldVersion).toBe(foldVersion);
  });

  test("from before versions were kept stays without one: what was folded then is not folded again", () => {
    expect("foldVersion" in after(of())).toBe(false);
  });

  test("of this version has no field that was removed with it; one of before may have", () => {
    const stored = (version: number) => ({ ...of(version), state: { ...state, contacts: 3 } });
    expect(isFoldOf(stored(2), state)).toBe(false);
    expect(isFoldOf(stored(1), state)).toBe(true);
  });

  test("of a later version may have more fields, and must have all that this version folds", () => {
    const stored = { ...of(foldVersion + 1), state: { ...state, name: "x" } };
    expect(isFoldOf(stored, state)).toBe(true);
    expect(isFoldOf(stored, { ...state, name: "y" })).toBe(false);
  });
});

describe("the fold", () => {
  test("is recorded with facts of every kind", () => {
    const kinds = new Set(recordedFacts.flatMap(({ facts }) => facts.map(({ kind }) => kind)));
    const known = Fact.options.flatMap(({ shape }) => [...shape.kind.values]);
    expect(known.filter((kind) => !kinds.has(kind))).toEqual([]);
    for (const { facts } of recordedFacts) for (const fact of facts) expect(Fact.parse(fact)).toEqual(fact);
  });

  test("gives what its version gave: if not, raise `foldVersion`, say what is other in `foldChanges`, add its hash here", () => {
    const states = recordedFacts.map(({ kind, facts }) => fold(kind, undefined, facts));
    expect({ [foldVersion]: hashOf(states) }).toEqual({ [foldVersion]: hashes[foldVersion] });
  });

  test("has its changes listed up to its version", () => {
    expect(foldChanges.map(({ version }) => version)).toEqual(Object.keys(hashes).map(Number));
    expect(Math.max(...foldChanges.map(({ version }) => version))).toBe(foldVersion);
  });
});
