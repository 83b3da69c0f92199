import type { MandateRole, NominationKind, Obligation, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { vacantFrom } from "./mandates.ts";
import { cameByLot } from "./seat-turns.ts";
import { dayOf, startOfDay } from "../base/time.ts";

/**
 * The reason why a nomination by a party is due in a review, and its day. The review started, a redraw or an additional
 * draw for later instruments brought the party into it, or its last mandate ended. `other` where the records have none
 * of these.
 */
export interface NominationGrounds {
  readonly why: "start" | "drawn" | "added" | "ended" | "other";
  readonly since: CalendarDate;
}

const roles = { "focal-point": "focal-point", experts: "expert" } as const satisfies Record<
  NominationKind,
  MandateRole
>;

type Event = readonly [why: NominationGrounds["why"], at: Instant];

const eventsOf = (review: Review, kind: NominationKind, { party }: Obligation): readonly Event[] => {
  const { startedOn } = review;
  const drawnAt = cameByLot(review, party);
  const isAdded = (review.additions ?? []).some(({ at, drawn }) => at === drawnAt && drawn.includes(party));
  const ended = vacantFrom(review, party, roles[kind]);
  return [
    ...(startedOn === undefined ? [] : [["start", startOfDay(startedOn)] as const]),
    ...(drawnAt === undefined ? [] : [[isAdded ? "added" : "drawn", drawnAt] as const]),
    ...(ended === undefined ? [] : [["ended", ended] as const]),
  ];
};

/** Returns the grounds of a pending nomination: of those on the day from which it counts, the latest. */
export const groundsOf = (review: Review, kind: NominationKind, obligation: Obligation): NominationGrounds => {
  const since = obligation.openedOn;
  const [latest] = eventsOf(review, kind, obligation)
    .filter(([, at]) => dayOf(at) === since)
    .toSorted(([, one], [, other]) => other.localeCompare(one));
  return { why: latest?.[0] ?? "other", since };
};
