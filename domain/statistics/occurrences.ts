import type { GroupId, ObligationId, PartyId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { DelayReason, Instant, Instrument } from "../../schemas/base/values.ts";
import type { MandateEndReason } from "../../schemas/model/mandate-end-reason.ts";
import type { FigureKind } from "../../schemas/model/figure-kind.ts";
import type { LanguagesOpen, MandateRole, Stage } from "../../schemas/model/review.ts";
import type { ReviewBin } from "../../schemas/model/review-bin.ts";
import { obligationOfRole } from "../review/obligations.ts";
import type { ObligationSpan } from "./obligation-spans.ts";
import type { ReviewHistory } from "./review-history.ts";
import type { SeatSpan } from "./seat-spans.ts";
import { type Span, within } from "./spans.ts";
import { reachedAt } from "./stage-spans.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

/** Instruments from an instant on, up to the next of them. */
export interface InstrumentsFrom {
  readonly from: Instant;
  readonly instruments: readonly Instrument[];
}

/** A period in which something was so that a measure counts: once for each key, however often it was so. */
export interface Occurrence extends Span {
  readonly key: string;
  readonly review?: ReviewId | undefined;
  readonly cluster?: number | undefined;
  readonly group?: GroupId | undefined;
  readonly party?: PartyId | undefined;
  readonly user?: UserId | undefined;
  readonly obligation?: ObligationId | undefined;
  /** The instruments that it was about, in the order of time: seats come to review more, and parties join more. */
  readonly instrumentsFrom?: readonly InstrumentsFrom[] | undefined;
  /** The one that was joined. */
  readonly instrument?: Instrument | undefined;
  readonly stage?: ReviewBin | undefined;
  readonly step?: Stage | undefined;
  readonly languages?: string | undefined;
  readonly languagesOpen?: LanguagesOpen | undefined;
  readonly kind?: FigureKind | undefined;
  readonly reason?: DelayReason | undefined;
  readonly endReason?: MandateEndReason | "not-recorded" | undefined;
}

/** Returns the place of an occurrence in a review. */
const placeOf = (history: ReviewHistory, party: PartyId = history.party) => {
  const { id: review, cluster, group } = history;
  return { review, cluster, group, party, instrumentsFrom: instrumentsOf(history, party) };
};

/** Returns the instruments of the seat that a party held, from the beginning of each seat to that of the next. */
const instrumentsOf = ({ seats }: ReviewHistory, party: PartyId): readonly InstrumentsFrom[] =>
  seats
    .filter((seat) => seat.party === party)
    .map(({ from, instruments }) => ({ from, instruments }))
    .toSorted((one, other) => one.from.localeCompare(other.from));

/** Returns the instruments of an occurrence at an instant, or the last before it. */
export const instrumentsAt = ({ instrumentsFrom = [] }: Occurrence, at: Instant): readonly Instrument[] =>
  instrumentsFrom.findLast(({ from }) => from <= at)?.instruments ?? [];

/** Returns an occurrence of a party in a review; once for each key. */
export const ofParty = (review: ReviewHistory, party: PartyId, key: string, { from, to }: Span): Occurrence => ({
  ...placeOf(review, party),
  key,
  from,
  to,
});

/** Returns an occurrence of a review as a whole. */
export const ofReview = (review: ReviewHistory, span: Span, more: Partial<Occurrence> = {}): Occurrence => ({
  ...ofParty(review, review.party, review.id, span),
  ...more,
});

/** Stages that a review was in, up to the day on which its party left, and that it went no further from then on. */
export const stagesOf = (review: ReviewHistory): readonly Occurrence[] => {
  const { discontinuedAt: to, drawnAt: from, stages } = review;
  const spans = stages.flatMap((span) => within(span, { from, to }));
  return [
    ...spans.map(({ stage, ...span }) => ofReview(review, span, { stage })),
    // A review that was drawn after the day of the denunciation is in no stage before its drawing.
    ...(to === undefined ? [] : [ofReview(review, { from: to < from ? from : to }, { stage: "discontinued" })]),
  ];
};

/** Returns the time in which a review was in any of these stages. */
export const inStages = (review: ReviewHistory, stages: readonly Stage[]): readonly Occurrence[] =>
  stagesOf(review).filter(({ stage }) => stages.some((one) => one === stage));

/** Returns since when a review had reached a stage, or one beyond it; none where it has not. */
export const reached = (review: ReviewHistory, stage: Stage): readonly Occurrence[] => {
  const from = reachedAt(review.stages, stage);
  return from === undefined ? [] : [ofReview(review, { from })];
};

/** Returns an occurrence in a review, in each stage of the review during it. */
export const byStage = (review: ReviewHistory, one: Occurrence): readonly Occurrence[] =>
  review.stages.flatMap(({ stage, ...span }) => within(one, span).map((part) => ({ ...part, stage })));

/**
 * Returns the period with open obligations in a review: from its start on, up to its conclusion or the denunciation of
 * its party.
 */
const underWay = (review: ReviewHistory): readonly Span[] => {
  const { startedAt: from, discontinuedAt, stages } = review;
  if (from === undefined) return [];
  const concludedAt = stages.find(({ stage }) => stage === "concluded")?.from;
  return within({ from, to: concludedAt }, { from, to: discontinuedAt });
};

/**
 * Returns the service of people in a role; in a discontinued review it continues, except that of the party that left.
 */
export const servicesIn = (
  review: ReviewHistory,
  role: MandateRole,
  keyOf: (mandate: { readonly party: PartyId; readonly user: UserId }) => string,
): readonly Occurrence[] =>
  review.mandates
    .filter((mandate) => mandate.role === role)
    .map((mandate) => ({ ...ofParty(review, mandate.party, keyOf(mandate), mandate), user: mandate.user }));

/** Returns a time without the parts of it that lie in others. */
export const without = (whole: Span, others: readonly Span[]): readonly Span[] =>
  others.reduce<readonly Span[]>(
    (left, { from, to }) =>
      left.flatMap((span) => [
        ...(from > span.from ? within(span, { from: span.from, to: from }) : []),
        ...(to === undefined ? [] : within(span, { from: to })),
      ]),
    [whole],
  );

/** A role for which every party of a review has to name a person. */
type NominatedRole = Exclude<MandateRole, "observer">;

/** Returns the periods in which a seat of a review in progress had no person in a role. */
export const vacanciesIn = (review: ReviewHistory, role: NominatedRole): readonly Occurrence[] =>
  review.seats.flatMap((seat) =>
    underWay(review)
      .flatMap((span) => within(seat, span))
      .flatMap((span) => without(span, servicesOf(review, role, seat)))
      .map((span) => ({
        ...ofParty(review, seat.party, `${review.id} ${seat.party}`, span),
        kind: obligationOfRole[role],
      })),
  );

const servicesOf = ({ mandates }: ReviewHistory, role: MandateRole, { party }: SeatSpan): readonly Span[] =>
  mandates.filter((mandate) => mandate.role === role && mandate.party === party);

/** Limits an occurrence to the time before the day on which the party of the seat left the Convention. */
const untilDenunciation =
  ({ denouncedAt }: ReviewHistory) =>
  (one: Occurrence): readonly Occurrence[] =>
    within(one, { from: one.from, to: one.party === undefined ? undefined : denouncedAt.get(one.party) });

/** Returns the seats that parties held, each party once. */
export const seatsHeld = (mechanism: MechanismHistory): readonly Occurrence[] =>
  mechanism.reviews.flatMap((review) =>
    review.seats.map((seat) => ofParty(review, seat.party, seat.party, seat)).flatMap(untilDenunciation(review)),
  );

/**
 * Returns the periods in which seats had no person in a role; a seat whose party left waits for lots, and not for a
 * nomination.
 */
export const seatsWithout =
  (role: NominatedRole) =>
  ({ reviews }: MechanismHistory): readonly Occurrence[] =>
    reviews.flatMap((review) => vacanciesIn(review, role).flatMap(untilDenunciation(review)));

/** Returns the obligations of parties in a review, as long as it was in progress. */
export const obligationsOf = (review: ReviewHistory): readonly (Occurrence & { readonly span: ObligationSpan })[] =>
  review.obligations.flatMap((obligation) =>
    underWay(review)
      .flatMap((time) => within({ from: obligation.from, to: obligation.to }, time))
      .map((time) => ({
        ...ofParty(review, obligation.party, `${review.id} ${obligation.id}`, time),
        obligation: obligation.id,
        kind: obligation.kind,
        span: obligation,
      })),
  );
