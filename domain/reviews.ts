import type { Fact, FactOf } from "../schemas/fact.ts";
import { type MandateId, ObligationId, type PartyId, type UserId } from "../schemas/ids.ts";
import type { Mandate, MandateRole, Obligation, ObligationKind, Review, Seat, Stage } from "../schemas/review.ts";
import type { CalendarDate, Instant } from "../schemas/values.ts";
import { type Decision, decided, refuse, unchanged } from "./decision.ts";
import { nominationPeriodOn } from "./policy.ts";
import { transitions } from "./stages.ts";
import { dueAfter, startOfDay } from "./time.ts";

/** A review as its journal tells it. Throws on a fact that cannot follow. */
export const evolveReview = (review: Review | undefined, fact: Fact): Review => {
  if (fact.kind === "review-drawn" && review === undefined) return drawn(fact);
  if (review === undefined) throw new Error(`A review cannot begin with the fact ${fact.kind}`);
  switch (fact.kind) {
    case "review-started":
      if (review.startedOn !== undefined) throw new Error(`${review.id} has started on ${review.startedOn}`);
      return { ...review, startedOn: fact.startedOn };
    case "stage-changed":
      return enterStage(review, fact);
    case "obligation-opened":
      return withObligation(review, opened(review, fact));
    case "obligation-met":
      return withObligation(review, met(review, fact));
    case "mandate-began":
      return { ...review, mandates: { ...review.mandates, [fact.mandate]: mandateOf(review, fact) } };
    default:
      throw new Error(`A review cannot take in the fact ${fact.kind}`);
  }
};

const drawn = (fact: FactOf<"review-drawn">): Review => ({
  id: fact.review,
  cluster: fact.cluster,
  group: fact.group,
  party: fact.party,
  stage: "scheduled",
  stageSince: fact.happenedAt,
  seats: Object.fromEntries(fact.seats.map((seat) => [seat.party, seat])),
  mandates: {},
  obligations: {},
});

const enterStage = (review: Review, { from, to, happenedAt }: FactOf<"stage-changed">): Review => {
  const ways: readonly Stage[] = Object.values(transitions[from]);
  if (review.stage !== from || !ways.includes(to)) throw new Error(`No way from ${review.stage} by ${from} to ${to}`);
  return { ...review, stage: to, stageSince: happenedAt };
};

const withObligation = (review: Review, obligation: Obligation): Review => ({
  ...review,
  obligations: { ...review.obligations, [obligation.id]: obligation },
});

const opened = (review: Review, fact: FactOf<"obligation-opened">): Obligation => {
  const before = review.obligations[fact.obligation];
  if (fact.generation !== (before?.generation ?? 0) + 1)
    throw new Error(
      `${fact.obligation} of generation ${fact.generation} cannot follow ${before?.generation ?? "none"}`,
    );
  return {
    id: fact.obligation,
    kind: fact.obligationKind,
    party: fact.party,
    generation: fact.generation,
    state: "open",
    openedOn: fact.openedOn,
    dueAt: fact.dueAt,
    originalDueAt: before?.originalDueAt ?? fact.dueAt,
  };
};

const met = (review: Review, fact: FactOf<"obligation-met">): Obligation => {
  const obligation = review.obligations[fact.obligation];
  if (obligation?.state !== "open" || obligation.generation !== fact.generation)
    throw new Error(`${review.id} has no open ${fact.obligation} of generation ${fact.generation}`);
  return { ...obligation, state: "met", settledAt: fact.happenedAt };
};

const mandateOf = (review: Review, { mandate: id, role, party, user, since }: FactOf<"mandate-began">): Mandate => {
  if (review.mandates[id] !== undefined) throw new Error(`The mandate ${id} began in ${review.id} before`);
  if (review.seats[party] === undefined) throw new Error(`${party} holds no seat in ${review.id}`);
  return { id, role, party, user, since };
};

/** The fact that lots were drawn for a party under review: who reviews it, for which instruments. */
export const drawReview = (
  drawing: Pick<Review, "id" | "cluster" | "group" | "party"> & { readonly seats: readonly Seat[] },
  at: Instant,
): Decision =>
  decided([
    {
      kind: "review-drawn",
      happenedAt: at,
      review: drawing.id,
      cluster: drawing.cluster,
      group: drawing.group,
      party: drawing.party,
      seats: [...drawing.seats],
    },
  ]);

/** Mandates of a role that are in force for a party at an instant. */
export const mandatesOf = (review: Review, party: PartyId, role: MandateRole): readonly Mandate[] =>
  Object.values(review.mandates).filter(
    (mandate) => mandate.party === party && mandate.role === role && mandate.until === undefined,
  );

/** Parties of the review that have named no focal point: the ones that hold it up (paragraphs 15 and 26). */
export const partiesWithoutFocalPoint = (review: Review): readonly PartyId[] =>
  Object.values(review.seats)
    .filter((seat) => mandatesOf(review, seat.party, "focal-point").length === 0)
    .map((seat) => seat.party);

/** The role whose naming meets a duty. */
const dutyOfRole = { "focal-point": "focal-point", expert: "experts", observer: undefined } as const satisfies Record<
  MandateRole,
  ObligationKind | undefined
>;
const roleOfDuty = { "focal-point": "focal-point", experts: "expert" } as const satisfies Record<
  ObligationKind,
  MandateRole
>;

const nominationKinds: readonly ObligationKind[] = ["focal-point", "experts"];

export const obligationIdOf = (kind: ObligationKind, party: PartyId): ObligationId =>
  ObligationId.parse(`${kind}:${party}`);

/**
 * Starts a review on the day its group started. Every party of it owes a focal point within two weeks
 * (procedures and rules 18, guidelines 5) and governmental experts within four (guidelines 6), to the end of the
 * day in Vienna; what was named before is met at once.
 */
export const startReview = (review: Review, startedOn: CalendarDate): Decision => {
  if (review.stage !== "scheduled")
    return review.startedOn === startedOn ? unchanged : refuse("wrong-stage", { stage: review.stage });
  const happenedAt = startOfDay(startedOn);
  const duties = Object.values(review.seats).flatMap((seat) =>
    nominationKinds.flatMap((kind): Fact[] => {
      const obligation = obligationIdOf(kind, seat.party);
      const opening = {
        kind: "obligation-opened",
        happenedAt,
        review: review.id,
        obligation,
        obligationKind: kind,
        party: seat.party,
        generation: 1,
        openedOn: startedOn,
        dueAt: dueAfter(startedOn, nominationPeriodOn(kind, startedOn)),
      } as const;
      const named = mandatesOf(review, seat.party, roleOfDuty[kind]).length > 0;
      return named
        ? [opening, { kind: "obligation-met", happenedAt, review: review.id, obligation, generation: 1 }]
        : [opening];
    }),
  );
  const facts: Fact[] = [
    { kind: "review-started", happenedAt, review: review.id, startedOn },
    { kind: "stage-changed", happenedAt, review: review.id, from: "scheduled", to: "nomination" },
    ...duties,
  ];
  return decided([...facts, ...completion(facts.reduce(evolveReview, review))]);
};

/**
 * The step to the consultation, due once every party has a focal point (paragraph 26). It happens when the last of
 * them was named, which need not be the one recorded last.
 */
const completion = (review: Review): readonly Fact[] => {
  if (review.stage !== "nomination" || partiesWithoutFocalPoint(review).length > 0) return [];
  const named = Object.values(review.mandates)
    .filter(({ role, until }) => role === "focal-point" && until === undefined)
    .map(({ since }) => since);
  const happenedAt = named.reduce(latest, review.stageSince);
  return [{ kind: "stage-changed", happenedAt, review: review.id, from: "nomination", to: "consultation" }];
};

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other);

export interface Nomination {
  readonly mandate: MandateId;
  readonly role: MandateRole;
  readonly party: PartyId;
  readonly user: UserId;
  /** When the party named the person: the date of its note verbale. */
  readonly at: Instant;
}

/**
 * Names a person for a party in one review. One focal point per party and review at a time; a person named
 * again for the same is no fact. The duty that this meets is met; the last missing focal point opens the
 * consultation. Nothing in a review that has not started is due, so naming ahead of it is welcome.
 */
export const nominate = (review: Review, nomination: Nomination): Decision => {
  const { party, role, user, at } = nomination;
  if (review.seats[party] === undefined) return refuse("not-in-this-review", { review: review.id, party });
  if (review.stage === "concluded") return refuse("wrong-stage", { review: review.id, stage: review.stage });
  const holders = mandatesOf(review, party, role);
  if (holders.some((mandate) => mandate.user === user)) return unchanged;
  if (role === "focal-point" && holders.length > 0)
    return refuse("focal-point-exists", { reviews: [review.id], mandate: holders[0]?.id });

  const began: Fact = {
    kind: "mandate-began",
    happenedAt: at,
    review: review.id,
    mandate: nomination.mandate,
    role,
    party,
    user,
    since: at,
  };
  const duty = dutyOfRole[role];
  const owed = duty === undefined ? undefined : review.obligations[obligationIdOf(duty, party)];
  const meets: readonly Fact[] =
    owed?.state === "open"
      ? [
          {
            kind: "obligation-met",
            happenedAt: latest(at, startOfDay(owed.openedOn)),
            review: review.id,
            obligation: owed.id,
            generation: owed.generation,
          },
        ]
      : [];
  const facts = [began, ...meets];
  return decided([...facts, ...completion(facts.reduce(evolveReview, review))]);
};

/** Obligations that are still open, earliest due first. */
export const openObligations = (review: Review): readonly Obligation[] =>
  Object.values(review.obligations)
    .filter((obligation) => obligation.state === "open")
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt) || one.id.localeCompare(other.id));
