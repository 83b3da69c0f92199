import { defined } from "../../schemas/base/defined.ts";
import type { Instant } from "../../schemas/base/values.ts";

/** A time from an instant on up to another, which is not of it any more; for good where there is none. */
export interface Span {
  readonly from: Instant;
  readonly to?: Instant | undefined;
}

/** Returns whether something was so at an instant. */
export const holdsAt = ({ from, to }: Span, at: Instant): boolean => from <= at && (to === undefined || at < to);

/** Returns the part of a span that lies in another one; none where they do not meet. */
export const within = <Part extends Span>(part: Part, whole: Span): readonly Part[] => {
  const from = part.from < whole.from ? whole.from : part.from;
  const ends = [part.to, whole.to].filter((end) => end !== undefined).toSorted();
  const to = ends[0];
  return to !== undefined && to <= from ? [] : [{ ...part, from, ...defined({ to }) }];
};

/** Returns successive steps as spans: each up to the next, the last without an end or up to a given one. */
export const inTurn = <Step extends { readonly from: Instant }>(
  steps: readonly Step[],
  end?: Instant,
): readonly (Step & Span)[] =>
  steps.flatMap((step, place) => {
    const to = steps[place + 1]?.from ?? end;
    return to !== undefined && to <= step.from ? [] : [{ ...step, ...defined({ to }) }];
  });
