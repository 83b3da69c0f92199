import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { addDays } from "../../domain/time.ts";
import type { PartyId } from "../../schemas/ids.ts";
import type { MandateRole } from "../../schemas/review.ts";
import type { CalendarDate } from "../../schemas/values.ts";

/** Somebody is named by a party on a day. */
export interface PlannedNomination {
  readonly on: CalendarDate;
  readonly party: PartyId;
  readonly role: MandateRole;
  /** First, second … person of this role. */
  readonly number: number;
}

/** On which days after the start parties act, and how many of a hundred do so late or never. */
interface Habits {
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly neverShare: number;
  readonly lateShare: number;
}

const focalPoints: Habits = { early: [1, 6, 10, 14], late: [17, 24, 34], lateShare: 25, neverShare: 15 };
const experts: Habits = { early: [6, 14, 21, 27], late: [30, 34, 45], lateShare: 25, neverShare: 20 };
const observers: readonly number[] = [21, 34, 45];

/**
 * What the parties of a group will do after its start, drawn from a seed: some name in time, some late, some never.
 * The same seed gives the same plan, whatever the order of the parties.
 */
export const planNominations = (
  parties: readonly PartyId[],
  start: CalendarDate,
  seed: number,
): readonly PlannedNomination[] => {
  const chance = xoroshiro128plus(seed);
  const between = (from: number, to: number) => uniformInt(chance, from, to);
  const oneOf = (days: readonly number[]): CalendarDate => addDays(start, days[between(0, days.length - 1)] ?? 0);
  const dayBy = ({ early, late, lateShare, neverShare }: Habits): CalendarDate | undefined => {
    const lot = between(1, 100);
    if (lot <= neverShare) return undefined;
    return oneOf(lot <= neverShare + lateShare ? late : early);
  };
  return parties
    .toSorted()
    .flatMap((party): PlannedNomination[] => {
      const focalPoint = dayBy(focalPoints);
      const expert = dayBy(experts);
      const howMany = between(1, 2);
      const observer = between(1, 100) <= 8;
      return [
        ...(focalPoint === undefined ? [] : [{ on: focalPoint, party, role: "focal-point" as const, number: 1 }]),
        ...(expert === undefined
          ? []
          : Array.from({ length: howMany }, (_, at) => ({
              on: expert,
              party,
              role: "expert" as const,
              number: at + 1,
            }))),
        ...(observer ? [{ on: oneOf(observers), party, role: "observer" as const, number: 1 }] : []),
      ];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.party.localeCompare(other.party));
};
