import { addDays } from "../domain/base/time.ts";
import type { PartyId } from "../schemas/base/ids.ts";
import type { CalendarDate } from "../schemas/base/values.ts";
import type { DemoStep, Caller, DemoCommand } from "./timeline.ts";
import type { Chance } from "./chance.ts";
import { firstServed, type Service, servingOn } from "./people.ts";
import { lastDay, tuesdayFrom, type ReviewView, type SeatView } from "./population.ts";

/** The persons who serve for a party in one review. */
export interface ServicePlan {
  readonly focalPoints: readonly Service[];
  readonly experts: readonly Service[];
}

/** A seat of a review that goes to another party on a day. */
export interface SeatChange {
  readonly from: PartyId;
  readonly to: SeatView;
  readonly on: CalendarDate;
}

/** Special traits of one review's course, added to those by chance. */
export interface Traits {
  /**
   * The review is concluded: all parties act, if not always in time. `published` is false if it waits for publication.
   */
  readonly model?: { readonly published: boolean };
  readonly prompt?: boolean;
  readonly withoutMeeting?: boolean;
  readonly threeLanguages?: boolean;
  readonly answersReturned?: boolean;
  readonly feedbackReturned?: boolean;
  readonly corrected?: "consultation" | "submission";
  readonly redraw?: SeatChange;
}

/** The play of one review as it is written down, act by act. */
export interface Script {
  readonly review: ReviewView;
  readonly traits: Traits;
  readonly chance: Chance;
  readonly acts: DemoStep[];
  readonly servingOf: (party: PartyId) => ServicePlan;
  /** The seats as they are on a day. */
  readonly seatsOn: (day: CalendarDate) => readonly SeatView[];
  /** The first day, not before the one given, on which every seat has a focal point; undefined for none. */
  readonly allServed: (day: CalendarDate) => CalendarDate | undefined;
  /**
   * Has a party's focal point do something on the first Tuesday from a day on which it has one; gives that day, or
   * undefined where it would lie after the end of the play, or not before `before`.
   */
  readonly focalPoint: (
    party: PartyId,
    from: CalendarDate,
    deed: DemoCommand | ((on: CalendarDate) => DemoCommand),
    before?: CalendarDate,
  ) => CalendarDate | undefined;
  readonly write: (on: CalendarDate, by: Caller, does: DemoCommand) => void;
  /**
   * Returns the author of a party's drafts on a day: an expert, or the focal point if there is none. At least one
   * person serves.
   */
  readonly drafter: (party: PartyId, day: CalendarDate) => Caller;
}

export const secretariat: Caller = { role: "secretariat" };

/** An empty script for a review. */
export const scriptFor = (
  review: ReviewView,
  traits: Traits,
  chance: Chance,
  servingOf: (party: PartyId) => ServicePlan,
): Script => {
  const acts: DemoStep[] = [];
  const { redraw } = traits;
  const seatsOn: Script["seatsOn"] = (day) =>
    redraw === undefined || day < redraw.on
      ? review.seats
      : review.seats.map((seat) => (seat.party === redraw.from ? redraw.to : seat));
  const allServed: Script["allServed"] = (day) => {
    const days = seatsOn(day).map(({ party }) => firstServed(servingOf(party).focalPoints, day));
    const known = days.filter((one) => one !== undefined);
    const [last = day] = known.toSorted().toReversed();
    if (known.length < days.length || last > lastDay)
      return redraw !== undefined && day < redraw.on ? allServed(redraw.on) : undefined;
    return last === day ? day : allServed(last);
  };
  const write: Script["write"] = (on, by, does) => {
    if (on <= lastDay) acts.push({ on, by, does });
  };
  const focalPoint: Script["focalPoint"] = (party, from, deed, before) => {
    const { focalPoints } = servingOf(party);
    let on = tuesdayFrom(from);
    for (let served = firstServed(focalPoints, on); served !== on; served = firstServed(focalPoints, on)) {
      if (served === undefined || served > lastDay) return undefined;
      on = tuesdayFrom(served);
    }
    const serving = servingOn(focalPoints, on);
    if (serving === undefined || on > lastDay || (before !== undefined && on >= before)) return undefined;
    write(on, { role: "focal-point", party, number: serving.number }, typeof deed === "function" ? deed(on) : deed);
    return on;
  };
  const drafter: Script["drafter"] = (party, day) => {
    const { focalPoints, experts } = servingOf(party);
    const expert = servingOn(experts, day);
    if (expert !== undefined) return { role: "expert", party, number: expert.number };
    return { role: "focal-point", party, number: servingOn(focalPoints, day)?.number ?? 1 };
  };
  return { review, traits, chance, acts, servingOf, seatsOn, allServed, focalPoint, write, drafter };
};

/** The later of days. */
export const latestDay = (first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate =>
  others.reduce((one, other) => (one > other ? one : other), first);

/** A day that many days after another, or `fallback` where that is before it. */
export const notBefore = (earliest: CalendarDate, day: CalendarDate): CalendarDate => (day < earliest ? earliest : day);

/** Pace of a party with a date of months. */
export type Pace = "in-time" | "delayed" | "late" | "never" | "delayed-and-never";

/** Draws the pace of a party with its answers, or its feedback, which is more often late or missing. */
export const paceOf = (chance: Chance, obligation: "answers" | "feedback"): Pace =>
  chance.byShare<Pace>([
    [obligation === "answers" ? 36 : 36, "in-time"],
    [obligation === "answers" ? 30 : 30, "delayed"],
    [14, "late"],
    [obligation === "answers" ? 8 : 10, "delayed-and-never"],
    [obligation === "answers" ? 14 : 10, "never"],
  ]);

const reasons = [
  "coordination",
  "coordination",
  "information-gathering",
  "information-gathering",
  "clearance",
  "translation",
  "digital-gap",
] as const;

/**
 * Plans when an obligation of months is done, by its party's pace, with the delay notified before, by the focal point
 * of the party. Returns the day, from which on the focal point acts, or undefined for never.
 */
export const keptOn = (
  { chance, focalPoint, review, servingOf }: Script,
  party: PartyId,
  obligation: string,
  { pace, openedOn, dueOn }: { readonly pace: Pace; readonly openedOn: CalendarDate; readonly dueOn: CalendarDate },
): CalendarDate | undefined => {
  switch (pace) {
    case "in-time":
      return notBefore(addDays(openedOn, 14), addDays(dueOn, -chance.between(5, 70)));
    case "late":
      return addDays(dueOn, chance.between(7, 110));
    case "never":
      return undefined;
    case "delayed":
    case "delayed-and-never": {
      const notifiedOn = notBefore(addDays(openedOn, 7), addDays(dueOn, chance.oneOf([-28, -14, -10, 6, 20])));
      const later = addDays(notBefore(notifiedOn, dueOn), chance.oneOf([45, 60, 90, 120]));
      const changed = servingOf(party).focalPoints.length > 1;
      const reason = changed && chance.inHundred(60) ? "change-of-focal-point" : chance.oneOf(reasons);
      const on = focalPoint(
        party,
        notifiedOn,
        { kind: "delay", review: review.id, obligation, dueOn: later, reason },
        addDays(later, -1),
      );
      if (pace === "delayed-and-never") return undefined;
      return notBefore(addDays(on ?? dueOn, 7), addDays(later, chance.between(-25, 30)));
    }
  }
};
