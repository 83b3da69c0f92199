import type { Course, Mandate } from "./course.ts";

/** Returns the last record by an instant. */
const known = <Item extends { readonly recordedAt: string }>(items: readonly Item[], by: string): Item | undefined =>
  items.findLast(({ recordedAt }) => recordedAt <= by);

/** Returns whether a person's service is over at an instant, as far as was recorded by another instant. */
export const isOver = ({ ends }: Mandate, at: string, knownBy: string = at): boolean => {
  const end = known(ends, knownBy);
  return end !== undefined && end.until <= at;
};

/** Returns whether a person serves at an instant, as far as was recorded by another instant. */
export const isServing = (mandate: Mandate, at: string, knownBy: string = at): boolean => {
  const begin = known(mandate.begins, knownBy);
  return begin !== undefined && begin.since <= at && !isOver(mandate, at, knownBy);
};

/** Those who serve a party in a role at an instant. */
export const servingAt = (course: Course, party: string, role: string, at: string): readonly Mandate[] =>
  [...course.mandates.values()].filter(
    (mandate) => mandate.party === party && mandate.role === role && isServing(mandate, at),
  );
