import { dayOf } from "./calendar.ts";
import type { Course } from "./course.ts";
import { type FactKind, type FactOf, isOf, type KnownFact } from "./facts.ts";
import type { stages } from "./rules.ts";

export type Stage = (typeof stages)[number];

/** On which day a review came to each stage that it has reached. */
export type Entered = ReadonlyMap<Stage, string>;

/** From a day on, up to another on which it is no more. */
export interface Held {
  from: string;
  to?: string;
}

/** A seat or a service, with the places of its beginning and its end in the journal. */
interface Placed extends Held {
  readonly place: number;
  endPlace?: number;
}

export interface CountedSeat extends Placed {
  readonly party: string;
  readonly role: string;
}

export interface CountedService extends Placed {
  readonly party: string;
  readonly role: string;
  readonly user: string;
  /** True if a service that ended began before, by the instants of both, even on one day. */
  served?: boolean;
  /** The reason of the end, if its party stated one. */
  endReason?: string;
}

/** A fact on the day on which it was so, whatever was corrected since. */
export interface DatedFact {
  readonly fact: KnownFact;
  day: string;
  /** Its place in the journal: of two facts of one day the later one applies. */
  readonly place: number;
}

/** "Facts carry two dates": the day that a fact names, or else that on which it happened. */
const dayNamed = (fact: KnownFact, recordedAt: string): string => {
  switch (fact.kind) {
    case "review-started":
      return fact.startedOn;
    case "consultation-held":
    case "consultation-round-held":
      return fact.heldOn;
    case "consultation-concluded":
      return fact.concludedOn;
    case "answers-submitted":
      return fact.receivedOn;
    case "mandate-began":
    case "mandate-advanced":
      return dayOf(fact.since);
    case "mandate-ended":
      return dayOf(fact.until);
    default:
      return dayOf("happenedAt" in fact && typeof fact.happenedAt === "string" ? fact.happenedAt : recordedAt);
  }
};

type IsMeant = (corrected: FactOf<"date-corrected">, fact: KnownFact) => boolean;

const isKind =
  (...kinds: readonly string[]): IsMeant =>
  (_corrected, { kind }) =>
    kinds.includes(kind);

/**
 * Predicates for the fact that a corrected date belongs to; dates of obligations alone, like that of a clock, belong
 * to none.
 */
const meantBy: Readonly<Record<string, IsMeant>> = {
  start: isKind("review-started"),
  meeting: isKind("consultation-held"),
  round: ({ round }, fact) => fact.kind === "consultation-round-held" && fact.number === round,
  languages: isKind("languages-agreed", "languages-left-open"),
  consultation: isKind("consultation-concluded"),
  division: isKind("work-divided"),
  submission: isKind("answers-submitted"),
  opening: isKind("answers-opened"),
  clarification: (corrected, fact) => fact.kind === "clarification-asked" && fact.number === corrected.clarification,
  "clarification-settlement": (corrected, fact) =>
    (fact.kind === "clarification-answered" ||
      fact.kind === "clarification-closed" ||
      fact.kind === "clarification-withdrawn") &&
    fact.number === corrected.clarification,
  feedback: ({ party }, fact) => fact.kind === "feedback-cleared" && fact.party === party,
  list: ({ version }, fact) => fact.kind === "observations-drafted" && fact.version === version,
  agreement: ({ party }, fact) => fact.kind === "observations-agreed" && fact.party === party,
  publication: isKind("observations-published"),
  erratum: ({ version }, fact) => fact.kind === "erratum-published" && fact.version === version,
  consent: ({ part = "" }, fact) => fact.kind === "publication-consented" && fact.parts.includes(part),
  nomination: ({ mandate }, fact) => fact.kind === "mandate-began" && fact.mandate === mandate,
  removal: ({ mandate }, fact) => fact.kind === "mandate-ended" && fact.mandate === mandate,
  "redraw-request": ({ party, seat }, fact) =>
    fact.kind === "redraw-requested" && fact.party === party && fact.seat === seat,
  redraw: ({ party }, fact) => fact.kind === "seat-redrawn" && fact.seat.party === party,
  "reviewer-limit-waiver": isKind("reviewer-limit-waived"),
  "delay-notification": ({ obligation }, fact) => fact.kind === "delay-notified" && fact.obligation === obligation,
  decision: ({ obligation }, fact) =>
    fact.kind === "decision-recorded" && `${fact.obligationKind}:${fact.party}` === obligation,
};

const isMeant: IsMeant = (corrected, fact) => meantBy[corrected.what]?.(corrected, fact) === true;

/** Acts in consequence of which open obligations are void. */
const voiding: ReadonlySet<string> = new Set(["observations-published", "decision-recorded", "clarification-closed"]);

/** Moves the end of obligations voided by an act to its corrected day. */
const correctVoided = (before: readonly DatedFact[], meant: DatedFact, to: string, { facts }: Course): void => {
  if (!voiding.has(meant.fact.kind)) return;
  const version = facts[meant.place]?.version;
  for (const dated of before)
    if (dated.fact.kind === "obligation-voided" && facts[dated.place]?.version === version) dated.day = to;
};

/** Moves the end of the previous person's service to the corrected day of the nomination. */
const correctEnds = (
  before: readonly DatedFact[],
  { fact: named, day: from }: DatedFact,
  to: string,
  { mandates }: Course,
): void => {
  if (named.kind !== "mandate-began") return;
  for (const dated of before) {
    if (dated.fact.kind !== "mandate-ended" || dated.day !== from) continue;
    const ended = mandates.get(dated.fact.mandate);
    if (ended?.party === named.party && ended.role === named.role) dated.day = to;
  }
};

/** Returns whether a fact is void after its start was undone; nominations stay valid. */
const isOfStart = ({ kind }: KnownFact): boolean =>
  kind === "review-started" || kind === "stage-changed" || kind.startsWith("obligation-");

/** Removes the effects of a denunciation on a review after it was undone: the last fact of each kind. */
const withoutDenunciation = (
  dated: readonly DatedFact[],
  undone: FactOf<"review-denunciation-undone">,
): DatedFact[] => {
  const gone = new Set<DatedFact>();
  const forget = (fits: (fact: KnownFact) => boolean): void => {
    const last = dated.findLast((one) => fits(one.fact));
    if (last !== undefined) gone.add(last);
  };
  for (const { obligation } of undone.obligations)
    forget((fact) => fact.kind === "obligation-voided" && fact.obligation === obligation);
  for (const { mandate } of undone.mandates)
    forget((fact) => fact.kind === "mandate-ended" && fact.mandate === mandate);
  const isOwn = dated.some(({ fact }) => fact.kind === "review-drawn" && fact.party === undone.party);
  forget((fact) =>
    isOwn ? fact.kind === "review-discontinued" : fact.kind === "seat-vacated" && fact.party === undone.party,
  );
  return dated.filter((one) => !gone.has(one));
};

/** Moves the ends caused by a denunciation to the corrected day, for the reviews that the fact names. */
const correctDenunciation = (dated: DatedFact[], fact: FactOf<"review-denunciation-corrected">): void => {
  const move = (day: string, fits: (fact: KnownFact) => boolean): void => {
    const last = dated.findLast((one) => fits(one.fact));
    if (last !== undefined) last.day = dayOf(day);
  };
  for (const { mandate, until } of fact.mandates)
    move(until, (one) => one.kind === "mandate-ended" && one.mandate === mandate);
  for (const { obligation, settledAt } of fact.obligations)
    move(settledAt, (one) => one.kind === "obligation-voided" && one.obligation === obligation);
  const index = dated.findLastIndex((one) => one.fact.kind === "review-discontinued");
  const left = dated[index];
  if (left?.fact.kind === "review-discontinued")
    dated[index] = { ...left, fact: { ...left.fact, leftOn: fact.leftOn } };
};

/**
 * The facts of a review, each on its day: a correction gives the fact that it is of another day, and nothing is left of
 * a start that was undone. In the order of recording.
 */
export const datedFactsOf = (course: Course): readonly DatedFact[] => {
  let dated: DatedFact[] = [];
  for (const [place, { fact, recordedAt }] of course.facts.entries()) {
    if (fact.kind === "review-start-undone") dated = dated.filter((one) => !isOfStart(one.fact));
    if (fact.kind === "review-denunciation-undone") dated = withoutDenunciation(dated, fact);
    if (fact.kind === "review-denunciation-corrected") correctDenunciation(dated, fact);
    if (fact.kind === "date-corrected") {
      const meant = dated.findLast((one) => isMeant(fact, one.fact));
      if (meant !== undefined) {
        correctEnds(dated, meant, fact.to, course);
        correctVoided(dated, meant, fact.to, course);
        meant.day = fact.to;
      }
    }
    if (fact.kind === "languages-corrected") {
      const index = dated.findLastIndex((one) => one.fact.kind === "languages-agreed");
      const agreed = dated[index];
      if (agreed?.fact.kind === "languages-agreed")
        dated[index] = { ...agreed, fact: { ...agreed.fact, languages: fact.languages } };
    }
    const isBackwards = fact.kind === "stage-changed" && fact.to === "scheduled";
    if (!isBackwards) dated.push({ fact, day: dayNamed(fact, recordedAt), place });
  }
  return dated;
};

export const latestDay = (...days: readonly (string | undefined)[]): string =>
  days.reduce<string>((one, other = "") => (one > other ? one : other), "");

/** Returns whether a span covers the end of a day. */
export const isHeld = ({ from, to }: Held, day: string): boolean => from <= day && (to === undefined || to > day);

/** The last fact of a kind before a place in the journal. */
export const lastOf = <Kind extends FactKind>(
  facts: readonly DatedFact[],
  kind: Kind,
  before: number,
  fits: (fact: FactOf<Kind>) => boolean = () => true,
): DatedFact | undefined => facts.findLast(({ fact, place }) => place < before && isOf(kind, fact) && fits(fact));
