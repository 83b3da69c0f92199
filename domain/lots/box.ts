import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A box to draw from: the same seed draws the same, and every lot in it has the same chance. */
export interface Box {
  /** Returns one of the lots; undefined if there is none. */
  readonly oneOf: <Lot>(lots: readonly Lot[]) => Lot | undefined;
  /** All of them in a drawn order. */
  readonly allOf: <Lot>(lots: readonly Lot[]) => Lot[];
}

/** Returns a box for a seed, a whole number of 32 bits. */
export const boxFor = (seed: number): Box => {
  const generator = xoroshiro128plus(seed);
  const oneOf = <Lot>(lots: readonly Lot[]): Lot | undefined =>
    lots.length === 0 ? undefined : lots[uniformInt(generator, 0, lots.length - 1)];
  const allOf = <Lot>(lots: readonly Lot[]): Lot[] => {
    const left = [...lots];
    const drawn: Lot[] = [];
    while (left.length > 0) drawn.push(...left.splice(uniformInt(generator, 0, left.length - 1), 1));
    return drawn;
  };
  return { oneOf, allOf };
};
