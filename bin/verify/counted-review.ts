import { dayOf } from "./calendar.ts";
import type { Course } from "./course.ts";
import { type CountedObligation, countObligations } from "./counted-obligations.ts";
import {
  type DatedFact,
  datedFactsOf,
  type Entered,
  type CountedSeat,
  type CountedService,
  isHeld,
  lastOf,
  latestDay,
  type Stage,
} from "./dated-facts.ts";
import { isOf, type KnownFact } from "./facts.ts";
import { stages } from "./rules.ts";

/** A review with the days on which everything in it was so, as is known now. */
export interface CountedReview {
  readonly id: string;
  readonly party: string;
  readonly group: string;
  readonly drawnOn: string;
  /** In the order of days; of one day in that of recording. */
  readonly facts: readonly DatedFact[];
  readonly seats: readonly CountedSeat[];
  readonly services: readonly CountedService[];
  readonly obligations: readonly CountedObligation[];
  /** On which day it came to each stage that it has reached. */
  readonly entered: Entered;
  /** Since when it goes no further, because its party left. */
  readonly leftOn?: string;
}

const seatsOf = (facts: readonly DatedFact[], drawnOn: string): readonly CountedSeat[] => {
  const seats: CountedSeat[] = [];
  const add = (those: readonly { readonly party: string; readonly role: string }[], from: string, place: number) => {
    for (const { party, role } of those) seats.push({ party, role, from, place });
  };
  for (const { fact, day, place } of facts) {
    if (fact.kind === "review-drawn") add(fact.seats, drawnOn, place);
    if (fact.kind === "instruments-added") add(fact.drawn ?? [], day, place);
    if (fact.kind !== "seat-redrawn") continue;
    const gone = [fact.from, ...(fact.leaving ?? [])];
    for (const seat of seats)
      if (gone.includes(seat.party) && seat.to === undefined) Object.assign(seat, { to: day, endPlace: place });
    add([fact.seat, ...(fact.additional ?? [])], day, place);
  }
  return seats;
};

const servicesOf = (facts: readonly DatedFact[]): readonly CountedService[] => {
  const services = new Map<string, CountedService>();
  const begins = new Map<string, string>();
  for (const { fact, day, place } of facts) {
    if (fact.kind === "mandate-began" || fact.kind === "mandate-advanced") begins.set(fact.mandate, fact.since);
    if (fact.kind === "mandate-began")
      services.set(fact.mandate, { party: fact.party, role: fact.role, user: fact.user, from: day, place });
    if (fact.kind === "mandates-continued")
      for (const { id, party, role, user, since, until } of fact.mandates)
        services.set(id, {
          party,
          role,
          user,
          from: dayOf(since),
          place,
          ...(until === undefined ? {} : { to: dayOf(until), endPlace: place }),
        });
    if (fact.kind === "mandate-reversed") {
      const service = services.get(fact.mandate);
      if (service !== undefined) Object.assign(service, { to: service.from, endPlace: service.place });
      for (const id of fact.mandates) {
        const { to: _to, endPlace: _place, endReason: _reason, ...kept } = services.get(id) ?? {};
        if ("party" in kept) services.set(id, kept);
      }
    }
    if (fact.kind !== "mandate-ended" && fact.kind !== "mandate-advanced") continue;
    const service = services.get(fact.mandate);
    if (service === undefined) continue;
    if (fact.kind === "mandate-advanced") service.from = day;
    // A person named and replaced on one day served in between.
    else {
      Object.assign(service, { to: day, endPlace: place, served: fact.until > (begins.get(fact.mandate) ?? "") });
      // An earlier day for an end keeps the reason that was stated with the later one.
      if (fact.reason !== undefined) service.endReason = fact.reason;
    }
  }
  return [...services.values()];
};

/** The first day from one on at which a focal point of every party serves, as was known at a place in the journal. */
const filledFrom = (
  from: string,
  place: number,
  { seats, services }: Pick<CountedReview, "seats" | "services">,
): string | undefined => {
  const parties = seats
    .filter((seat) => seat.place < place && !((seat.endPlace ?? place) < place))
    .map(({ party }) => party);
  const known = services
    .filter((one) => one.role === "focal-point" && one.place < place)
    .map(({ to, endPlace = place, ...kept }) => (to === undefined || endPlace >= place ? kept : { ...kept, to }));
  return [from, ...known.map((one) => one.from)]
    .toSorted()
    .find(
      (day) => day >= from && parties.every((party) => known.some((one) => one.party === party && isHeld(one, day))),
    );
};

const endsQuestion: ReadonlySet<KnownFact["kind"]> = new Set([
  "clarification-answered",
  "clarification-closed",
  "clarification-withdrawn",
]);

/** On which day the last of what a stage waits for had happened: "enter when" of the table of stages. */
const readyOn = (to: string, facts: readonly DatedFact[], seats: readonly CountedSeat[], place: number) => {
  const decided = lastOf(facts, "decision-recorded", place)?.day;
  switch (to) {
    case "nomination":
      return lastOf(facts, "review-started", place)?.day;
    case "questionnaire":
      return lastOf(facts, "consultation-concluded", place)?.day;
    case "feedback":
      return lastOf(facts, "answers-submitted", place)?.day ?? decided;
    case "observations": {
      const reviewers = seats.filter(
        (seat) => seat.role !== "under-review" && seat.place < place && !((seat.endPlace ?? place) < place),
      );
      const cleared = reviewers.map(
        ({ party }) => lastOf(facts, "feedback-cleared", place, (fact) => fact.party === party)?.day ?? decided,
      );
      const ended = facts.filter((one) => one.place < place && endsQuestion.has(one.fact.kind)).map(({ day }) => day);
      const redrawn = seats.flatMap(({ to: day, endPlace = place }) => (endPlace < place ? [day] : []));
      return latestDay(...cleared, ...ended, ...redrawn);
    }
    case "concluded":
      return lastOf(facts, "observations-published", place)?.day;
    default:
      return undefined;
  }
};

/** The day on which the review came to each stage: "a stage is entered when", and never over a missing focal point. */
const enteredOn = (facts: readonly DatedFact[], held: Pick<CountedReview, "seats" | "services">): Entered => {
  const entered = new Map<Stage, string>();
  let before = "";
  for (const { fact, day, place } of facts) {
    if (fact.kind !== "stage-changed") continue;
    const stage = stages.find((one) => one === fact.to);
    if (stage === undefined) continue;
    const ready = latestDay(before, readyOn(stage, facts, held.seats, place));
    const isFree = stage === "nomination" || stage === "concluded";
    before = isFree ? ready : (filledFrom(ready, place, held) ?? latestDay(ready, day));
    entered.set(stage, before);
  }
  return entered;
};

/** A review as it is counted, from its journal. */
export const countedReviewOf = (course: Course): CountedReview => {
  const dated = datedFactsOf(course);
  const drawnOn = dated[0]?.day ?? "";
  const held = { seats: seatsOf(dated, drawnOn), services: servicesOf(dated) };
  const entered = enteredOn(dated, held);
  const left = dated.map(({ fact }) => fact).find((fact) => isOf("review-discontinued", fact));
  return {
    id: course.id,
    party: course.party,
    group: course.group,
    drawnOn,
    ...held,
    entered,
    facts: dated.toSorted((one, other) => one.day.localeCompare(other.day) || one.place - other.place),
    obligations: countObligations(dated, { entered, services: held.services }),
    ...(left === undefined ? {} : { leftOn: left.leftOn }),
  };
};

/** The stage at the end of a day; undefined before the drawing. */
export const stageOn = ({ drawnOn, entered }: CountedReview, day: string): Stage | undefined =>
  drawnOn > day ? undefined : (stages.findLast((stage) => (entered.get(stage) ?? "9999") <= day) ?? "scheduled");
