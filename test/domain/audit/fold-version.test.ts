import { describe, expect, test } from "vitest";
import {
  type FoldChange,
  foldChanges,
  foldVersion,
  aggregateAfter,
  isFoldOf,
} from "../../../domain/audit/fold-version.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import { nextEntry } from "../../../domain/base/hash-chain.ts";
import { fold, type Aggregate, type AggregateStates } from "../../../domain/audit/aggregates.ts";
import { Fact, type AggregateKind } from "../../../schemas/model/fact.ts";
import { at } from "../../fixtures/changes.ts";
import { recordedFacts } from "./recorded/facts.ts";

/**
 * The hash of the states of the recorded facts, by the version of the fold. Once a release is deployed, a new version adds
 * a line and no line changes; until then the line of version 1 changes.
 */
const hashes: Readonly<Record<number, string>> = {
  1: "9d615c3d074e5528d9f5d7f4034b142d9e41431b3779921139d2f4056b0c62cf",
};

type AnyAggregate = Aggregate<AggregateKind>;
type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Paths of all values in a state that hold no others. */
const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  isFields(value) ? Object.entries(value).flatMap(([name, each]) => leaves(each, [...path, name])) : [path];

const other = (value: unknown): unknown =>
  typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${String(value)}x`;

/** Returns an aggregate with one value of its state changed or missing. */
const tampered = <H extends AnyAggregate>(aggregate: H, path: readonly string[], how: "changed" | "deleted"): H => {
  const state = structuredClone(aggregate.state);
  const last = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce<unknown>((at_, name) => (isFields(at_) ? at_[name] : undefined), state);
  if (!isFields(parent)) throw new Error(`Nothing at ${path.join(".")}`);
  if (how === "changed") parent[last] = other(parent[last]);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return { ...aggregate, state };
};

const recorded = recordedFacts.map(({ kind, id, facts }) => {
  const state = fold(kind, undefined, facts);
  if (state === undefined) throw new Error(`${id} has no facts`);
  return { kind, id, version: 1, hash: "", foldVersion, state };
});

/** Fields that a test's own second version of the fold gives, and no longer gives. */
const changes: readonly FoldChange[] = [
  { version: foldVersion + 1, added: { review: ["mandates.*.namedAt"] }, removed: { user: ["invitations"] } },
];
const named = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) => (isFields(part) ? part[name] : undefined), value);

describe("a state of this version", () => {
  test("is no fold of its facts where a single value was changed or is missing, whichever it is", () => {
    let changed = 0;
    for (const aggregate of recorded) {
      expect(isFoldOf(aggregate, aggregate.state)).toBe(true);
      for (const path of leaves(aggregate.state))
        for (const how of ["changed", "deleted"] as const) {
          expect([path.join("."), isFoldOf(tampered(aggregate, path, how), aggregate.state)]).toEqual([
            path.join("."),
            false,
          ]);
          changed += 1;
        }
    }
    expect(changed).toBeGreaterThan(800);
  });
});

describe("a state of an earlier version", () => {
  const reviews = recorded.filter(({ state }) => named(state, "mandates") !== undefined);
  const nominated = reviews.flatMap((aggregate) =>
    Object.keys((named(aggregate.state, "mandates") ?? {}) as Fields)
      .filter((mandate) => named(aggregate.state, "mandates", mandate, "namedAt") !== undefined)
      .map((mandate) => [aggregate, ["mandates", mandate, "namedAt"]] as const),
  );

  test("may lack a field that was added since, and must have no other value in it", () => {
    expect(nominated.length).toBeGreaterThan(0);
    for (const [aggregate, path] of nominated) {
      expect(isFoldOf(tampered(aggregate, path, "deleted"), aggregate.state, changes)).toBe(true);
      expect(isFoldOf(tampered(aggregate, path, "changed"), aggregate.state, changes)).toBe(false);
    }
  });

  test("may have a field that was removed since, and must have every other one", () => {
    const user = recorded.find(({ kind }) => kind === "user");
    if (user === undefined) throw new Error("No user");
    const { invitations: _, ...state } = { ...user.state, invitations: 2 } as Fields;
    const stored = { ...user, state: { ...state, invitations: 2 } as unknown as AnyAggregate["state"] };
    const folded = state as unknown as AnyAggregate["state"];
    expect(isFoldOf(stored, folded, changes)).toBe(true);
    expect(isFoldOf(stored, folded)).toBe(false);
    for (const path of leaves(state))
      expect([path, isFoldOf(tampered(stored, path, "deleted"), folded, changes)]).toEqual([path, false]);
  });

  test("is compared in full where it is of the version that changed the fields", () => {
    for (const [aggregate, path] of nominated) {
      const now = { ...tampered(aggregate, path, "deleted"), foldVersion };
      const sinceBefore = [{ ...changes[0], version: foldVersion }] as readonly FoldChange[];
      expect(isFoldOf(now, aggregate.state, sinceBefore)).toBe(false);
    }
  });
});

describe("an aggregate", () => {
  const [entry] = [
    nextEntry(undefined, { subject: "party#FR", recordedAt: at("2020-12-01T10:00:00.000Z"), by: "load", facts: [] }),
  ];
  const state = { id: "FR" } as AggregateStates["party"];
  const after = (before: Aggregate<"party"> | undefined) =>
    aggregateAfter(before, { kind: "party", id: "FR", entry, state });
  const of = (version: number): Aggregate<"party"> => ({
    kind: "party",
    id: "FR",
    version: 1,
    hash: "",
    foldVersion: version,
    state,
  });

  test("carries the version of the fold that began it, and keeps it with what later ones add", () => {
    expect(after(undefined).foldVersion).toBe(foldVersion);
    expect(after(of(foldVersion)).foldVersion).toBe(foldVersion);
    expect(after(of(foldVersion - 1)).foldVersion).toBe(foldVersion - 1);
    expect(after(of(foldVersion + 1)).foldVersion).toBe(foldVersion);
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

  test("gives what its version gave: if not, set its hash, or raise `foldVersion` once a release is deployed", () => {
    const states = recordedFacts.map(({ kind, facts }) => fold(kind, undefined, facts));
    expect({ [foldVersion]: hashOf(states) }).toEqual({ [foldVersion]: hashes[foldVersion] });
  });

  test("has a change for each version after the first", () => {
    expect([1, ...foldChanges.map(({ version }) => version)]).toEqual(Object.keys(hashes).map(Number));
    expect(Math.max(1, ...foldChanges.map(({ version }) => version))).toBe(foldVersion);
  });
});
