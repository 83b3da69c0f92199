import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that a seed decides. */
export interface Chance {
  /** Returns a whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  /** Returns true for the given share of the calls. */
  readonly share: (share: number) => boolean;
  /** One of the values by its share; undefined for what is left. */
  readonly oneOf: <Value>(shares: readonly (readonly [share: number, value: Value])[]) => Value | undefined;
}

const million = 1_000_000;

/** Returns a source of chance whose numbers depend on the seed alone. */
export const seededChance = (seed: number): Chance => {
  const source = xoroshiro128plus(seed);
  const between = (from: number, to: number): number => uniformInt(source, from, to);
  return {
    between,
    share: (share) => between(1, million) <= share * million,
    oneOf: (shares) => {
      let left = between(1, million);
      return shares.find(([share]) => {
        left -= share * million;
        return left <= 0;
      })?.[1];
    },
  };
};
