import { addDays, dayAfter } from "../domain/base/time.ts";
import type { PartyId } from "../schemas/base/ids.ts";
import type { CalendarDate } from "../schemas/base/values.ts";
import type { Draft } from "./timeline.ts";
import { keptOn, latestDay, notBefore, type Pace, paceOf, type Script, secretariat } from "./script.ts";
import { tuesdayFrom, type SeatView } from "./population.ts";

interface ReceivedFeedback {
  /** The day on which the reviewers received the answers. */
  readonly received: CalendarDate;
  /** The first day of the stage. */
  readonly beganOn: CalendarDate;
}

const draftsOf = ({ instruments }: SeatView, version: number): readonly Draft[] =>
  instruments.map((instrument) => ({ instrument, version }));

/** A reviewing party's feedback is drafted and cleared on one day; gives it. */
const clearFrom = (script: Script, seat: SeatView, from: CalendarDate, version = 1): CalendarDate | undefined => {
  const { focalPoint, review, drafter, write } = script;
  const { party } = seat;
  const drafts = draftsOf(seat, version);
  const on = focalPoint(party, from, { kind: "clear", review: review.id, party, drafts });
  if (on !== undefined) write(on, drafter(party, on), { kind: "draft-feedback", review: review.id, party, drafts });
  return on;
};

/** Returns the day on which a reviewing party clears its feedback, or undefined for never. */
const clearance = (
  script: Script,
  seat: SeatView,
  { received, beganOn }: ReceivedFeedback,
  usual: Pace | undefined,
): CalendarDate | undefined => {
  const { chance, traits } = script;
  const { party } = seat;
  const { redraw } = traits;
  const joined = redraw?.to.party === party ? notBefore(received, redraw.on) : received;
  if (redraw?.from === party) return undefined;
  const pace: Pace = traits.model !== undefined ? "in-time" : (usual ?? paceOf(chance, "feedback"));
  const dueOn = dayAfter(joined, { months: 6 });
  const opened = latestDay(joined, beganOn);
  const kept = keptOn(script, party, `feedback:${party}`, { pace, openedOn: opened, dueOn });
  return kept === undefined ? undefined : clearFrom(script, seat, notBefore(addDays(opened, 14), kept));
};

/**
 * Plans a request for clarification before a party clears its feedback; returns the day of its settlement, or never.
 */
const clarify = (
  script: Script,
  seat: SeatView,
  {
    beganOn,
    number,
    before,
  }: { readonly beganOn: CalendarDate; readonly number: number; readonly before?: CalendarDate },
): { readonly hasAsked: boolean; readonly settled?: CalendarDate } => {
  const { chance, drafter, focalPoint, review, servingOf, traits, write } = script;
  const { party } = seat;
  const requests = tuesdayFrom(addDays(beganOn, chance.between(10, 60)));
  const serves = servingOf(party).focalPoints.some(
    ({ from, until }) => from <= requests && (until === undefined || requests < until),
  );
  if (!serves || (before !== undefined && requests >= before)) return { hasAsked: false };
  write(requests, drafter(party, requests), { kind: "request", review: review.id, number });
  const does = { review: review.id, number };
  const inTime = traits.model !== undefined || chance.inHundred(70);
  const answers = chance.inHundred(75) || traits.model !== undefined;
  const settled = answers
    ? focalPoint(review.party, addDays(requests, inTime ? chance.between(10, 24) : chance.between(35, 90)), {
        kind: "answer",
        ...does,
      })
    : chance.inHundred(60)
      ? focalPoint(party, addDays(requests, chance.between(30, 70)), { kind: "close", ...does })
      : undefined;
  return settled === undefined ? { hasAsked: true } : { hasAsked: true, settled };
};

/** The first feedback to come in is returned at its party's request, and cleared again. */
const returnFirst = (script: Script, cleared: ReadonlyMap<PartyId, CalendarDate>): CalendarDate | undefined => {
  const { review, seatsOn, write } = script;
  const [first] = [...cleared].toSorted(([, one], [, other]) => one.localeCompare(other));
  if (first === undefined) return undefined;
  const [party, on] = first;
  const seat = seatsOn(on).find((one) => one.party === party);
  if (seat === undefined) return undefined;
  const back = tuesdayFrom(addDays(on, 7));
  const reason = "At the party's request: a chapter of another review was sent";
  write(back, secretariat, { kind: "return-feedback", review: review.id, party, reason });
  return clearFrom(script, seat, addDays(back, 21), 2);
};

/**
 * Plans the feedback: the reviewing parties read the answers, request clarification, and clear. Returns the day of the
 * last act, or undefined if some never happens.
 */
export const reviewAnswers = (script: Script, stage: ReceivedFeedback): CalendarDate | undefined => {
  const { chance, review, seatsOn, traits, write } = script;
  const { beganOn } = stage;
  const seats = seatsOn(traits.redraw?.on ?? beganOn).filter(({ role }) => role !== "under-review");
  const usual = chance.inHundred(12) ? "in-time" : undefined;
  const cleared = new Map<PartyId, CalendarDate>();
  for (const seat of seats) {
    const on = clearance(script, seat, stage, usual);
    if (on !== undefined) cleared.set(seat.party, on);
  }
  const days = [...cleared.values()];
  if (chance.inHundred(20))
    write(tuesdayFrom(addDays(beganOn, 30)), secretariat, { kind: "open-answers", review: review.id });
  let allSettled = true;
  if (
    traits.redraw === undefined &&
    traits.answersReturned !== true &&
    (traits.model !== undefined || chance.inHundred(40))
  ) {
    const seat = chance.oneOf(seats);
    const before = cleared.get(seat.party);
    const { hasAsked, settled } = clarify(script, seat, {
      beganOn,
      number: 1,
      ...(before === undefined ? {} : { before }),
    });
    if (settled !== undefined) days.push(settled);
    allSettled = !hasAsked || settled !== undefined;
  }
  if (traits.feedbackReturned === true) {
    const again = returnFirst(script, cleared);
    if (again === undefined) return undefined;
    days.push(again);
  }
  const [first, ...others] = days;
  return first === undefined || cleared.size < seats.length || !allSettled ? undefined : latestDay(first, ...others);
};
