import { defined } from "../../../schemas/base/defined.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { MandateId, PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { LotsDeviation } from "../../../schemas/model/lots.ts";
import type { MandateRole, Obligation, ObligationKind, Review, Seat } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant, Instrument } from "../../../schemas/base/values.ts";
import { type Decision, accept, refuse, noChange } from "../../base/decision.ts";
import { mandatesBeyond, servesOtherParty } from "../mandates.ts";
import {
  obligationOfRole,
  meetObligation,
  type ObligationOpening,
  openObligation,
  openObligationOf,
} from "../obligations.ts";
import { isInStage, namingActions } from "../permissions.ts";
import { isVacated } from "../seat-turns.ts";
import { withSteps } from "../stage-progress.ts";
import { latest, startOfDay } from "../../base/time.ts";

/**
 * Returns the fact that lots were drawn for a party under review: its reviewers, their instruments, and whether it had
 * waived the limit of reviewers.
 */
export const drawReview = (
  drawing: Pick<Review, "id" | "cluster" | "group" | "party"> & {
    readonly seats: readonly Seat[];
    readonly limitWaived?: boolean | undefined;
    /**
     * For a draw held outside: the document that records it, and why it is valid although it breaks rules for the
     * party.
     */
    readonly document?: string | undefined;
    readonly deviations?: readonly LotsDeviation[];
    /** For a review that came after the lots of its group. */
    readonly later?: Pick<FactOf<"review-drawn">, "entry" | "countedOn" | "draw"> | undefined;
  },
  at: Instant,
): Decision =>
  accept([
    {
      kind: "review-drawn",
      happenedAt: at,
      review: drawing.id,
      cluster: drawing.cluster,
      group: drawing.group,
      party: drawing.party,
      seats: [...drawing.seats],
      ...(drawing.limitWaived === true ? { limitWaived: true } : {}),
      ...drawing.later,
      ...defined({ document: drawing.document }),
      ...(drawing.deviations === undefined || drawing.deviations.length === 0
        ? {}
        : { deviations: [...drawing.deviations] }),
    },
  ]);

const nominations = [
  { kind: "focal-point", role: "focal-point" },
  { kind: "experts", role: "expert" },
] as const satisfies readonly { kind: ObligationKind; role: MandateRole }[];

/**
 * Returns the obligations of a party that enters a review on a day: a focal point within two weeks (procedures and
 * rules 18, guidelines 5) and governmental experts within four (guidelines 6), to the end of the day in Vienna. Earlier
 * nominations meet them at once. `announcement`: the letter that names them in the place of the reminders due until
 * then.
 */
export const nominationObligations = (
  review: Review,
  party: PartyId,
  openedOn: CalendarDate,
  at: Instant,
  announcement: Pick<ObligationOpening, "datedAt" | "announced"> = {},
): readonly Fact[] =>
  nominations.flatMap(({ kind, role }): Fact[] => {
    const opening = openObligation(review, { kind, party, openedOn, at, ...announcement });
    const [named] = mandatesBeyond(review, party, role, at).toSorted((one, other) =>
      one.since < other.since ? -1 : 1,
    );
    if (named === undefined) return [opening];
    const { obligation: id, generation } = opening;
    const met = { kind: "obligation-met", happenedAt: latest(at, named.since), review: review.id } as const;
    return [opening, { ...met, obligation: id, generation }];
  });

/**
 * Starts a review on the day its group started: the nominations of every party of it are due (see
 * `nominationObligations`). Letters name a start that was recorded late, and a review that entered later, at an
 * instant.
 */
export const startReview = (
  review: Review,
  startedOn: CalendarDate,
  announcement: Pick<ObligationOpening, "datedAt" | "announced"> = {},
): Decision => {
  // A party that left before the group started is not reviewed.
  if (review.discontinued !== undefined) return noChange;
  if (review.stage !== "scheduled")
    return review.startedOn === startedOn ? noChange : refuse("wrong-stage", { stage: review.stage });
  const happenedAt = startOfDay(startedOn);
  const facts: Fact[] = [
    { kind: "review-started", happenedAt, review: review.id, startedOn },
    { kind: "stage-changed", happenedAt, review: review.id, from: "scheduled", to: "nomination" },
    ...Object.values(review.seats).flatMap(({ party }) =>
      // A party that has left has no obligations; the party drawn for its seat has.
      isVacated(review, party) ? [] : nominationObligations(review, party, startedOn, happenedAt, announcement),
    ),
  ];
  const named = Object.values(review.mandates).map(({ since }) => since);
  return withSteps(review, facts, latest(happenedAt, ...named));
};

export interface Nomination {
  readonly mandate: MandateId;
  readonly role: MandateRole;
  readonly party: PartyId;
  readonly user: UserId;
  /** For which instruments of the seat an expert is named; for all where left out. */
  readonly instruments?: readonly Instrument[] | undefined;
  /** The instant of the nomination: the date of its note verbale. */
  readonly at: Instant;
}

const latestKnown = ({ stageSince, mandates }: Review, at: Instant): Instant =>
  latest(at, stageSince, ...Object.values(mandates).map(({ since }) => since));

/** Returns when an obligation is met: when the person was named, and not before it opened, unless that lies ahead. */
export const metAt = ({ openedOn }: Obligation, at: Instant, now: Instant): Instant =>
  startOfDay(openedOn) > now ? at : latest(at, startOfDay(openedOn));

/** Returns whether two nominations are for the same instruments, in any order. */
const isForSame = (one: readonly Instrument[] | undefined, other: readonly Instrument[] | undefined): boolean =>
  one?.toSorted().join() === other?.toSorted().join();

/**
 * Names a person for a party in one review. There is one focal point per party and review at a time: a successor named
 * while the predecessor still serves begins when that mandate ends. A person already named for these instruments
 * returns no fact. The nomination meets its obligation. The last missing focal point opens the consultation, and a
 * review that waited for it proceeds. No obligation is due in a review that has not started, so that an early
 * nomination is welcome. `recordedAt` is when this is recorded; where left out, the latest instant of the review and
 * the nomination.
 */
export const nominate = (review: Review, nomination: Nomination, recordedAt?: Instant): Decision => {
  const { party, role, user, at, instruments } = nomination;
  const now = recordedAt ?? latestKnown(review, at);
  const seat = review.seats[party];
  if (seat === undefined) return refuse("not-in-this-review", { review: review.id, party });
  if (!isInStage(namingActions[role], review)) return refuse("wrong-stage", { review: review.id, stage: review.stage });
  if (instruments?.some((each) => !seat.instruments.includes(each)) === true)
    return refuse("instrument-not-of-seat", { reviews: [review.id] });
  if (servesOtherParty(review, nomination, at) !== undefined)
    return refuse("serves-other-party", { reviews: [review.id] });
  const holders = mandatesBeyond(review, party, role, at);
  const staying = holders.filter(({ until }) => until === undefined);
  const same = staying.find((mandate) => mandate.user === user);
  if (same !== undefined)
    return isForSame(same.instruments, instruments) ? noChange : refuse("named-otherwise", { reviews: [review.id] });
  if (role === "focal-point" && staying.length > 0)
    return refuse("focal-point-exists", { reviews: [review.id], mandate: staying[0]?.id });

  const since = role === "focal-point" ? latest(at, ...holders.flatMap(({ until }) => until ?? [])) : at;
  const began: Fact = {
    kind: "mandate-began",
    happenedAt: at,
    review: review.id,
    mandate: nomination.mandate,
    role,
    party,
    user,
    since,
    ...(instruments === undefined ? {} : { instruments: [...instruments] }),
  };
  const obligation = obligationOfRole[role];
  const pending = obligation === undefined ? undefined : openObligationOf(review, obligation, party);
  const facts: Fact[] =
    pending === undefined ? [began] : [began, meetObligation(review, pending, metAt(pending, at, now))];
  return withSteps(review, facts, now);
};
