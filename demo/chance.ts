import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance for one thing of a plan: the same seed and key give the same, whatever else is drawn. */
export interface Chance {
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  /** One of the values, each as likely. Throws RangeError where there is none. */
  readonly oneOf: <Value>(values: readonly Value[]) => Value;
  /** Returns true with this percentage. */
  readonly inHundred: (share: number) => boolean;
  /** One of the values by its share of a hundred; the last takes what is left. */
  readonly byShare: <Value>(shares: readonly (readonly [share: number, value: Value])[]) => Value;
}

/** FNV-1a with 32 bits. */
const numberOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
};

/** Chance for whatever the key names, drawn from the seed of the plan. */
export const chanceFor = (seed: number, key: string): Chance => {
  const source = xoroshiro128plus(numberOf(`${seed} ${key}`));
  const between = (from: number, to: number): number => uniformInt(source, from, to);
  const oneOf: Chance["oneOf"] = (values) => {
    const at = between(0, Math.max(0, values.length - 1));
    const [value] = values.slice(at, at + 1);
    if (value === undefined) throw new RangeError("There is nothing to choose from");
    return value;
  };
  return {
    between,
    oneOf,
    inHundred: (share) => between(1, 100) <= share,
    byShare: (shares) => {
      let left = between(1, 100);
      const found = shares.find(([share]) => {
        left -= share;
        return left <= 0;
      });
      const [, value] = found ?? shares.at(-1) ?? [];
      if (value === undefined) throw new RangeError("There is nothing to choose from");
      return value;
    },
  };
};

/** The keys in an order that the seed gives, which the order given has no part in. */
export const inLotsOrder = <Thing>(seed: number, things: readonly Thing[], key: (thing: Thing) => string): Thing[] =>
  things
    .map((thing) => ({ thing, name: key(thing), lot: numberOf(`${seed} lot ${key(thing)}`) }))
    .toSorted((one, other) => one.lot - other.lot || one.name.localeCompare(other.name))
    .map(({ thing }) => thing);
