import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** `npm test` tries a part of what a search can try; `npm run test:system` tries all of it. */
    depth: "part" | "whole";
  }
}

/** Returns the number that the present run tries: of everything, or of the part in `npm test`. */
export const triesOf = (whole: number, part: number): number => (inject("depth") === "whole" ? whole : part);

/**
 * Returns the runs of a property. The part in `npm test` has a seed of its own, so that few runs always reach what the
 * property must have seen.
 */
export const runsOf = (whole: number, part: number, seed = 1): { readonly numRuns: number; readonly seed?: number } =>
  inject("depth") === "whole" ? { numRuns: whole } : { numRuns: part, seed };
