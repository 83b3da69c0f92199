import type { Addressee } from "../../schemas/model/addressee.ts";
import {
  type AddresseeReason,
  AudienceRole,
  type StoredAudience,
  type StoredAudienceList,
} from "../../schemas/model/audience.ts";
import { FigureKind } from "../../schemas/model/figure-kind.ts";
import type { FigureMember, FigureName } from "../../schemas/model/figures.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { PartyRecipient } from "../../schemas/model/letter.ts";
import type { Party } from "../../schemas/model/party.ts";
import { type MandateRole, ObligationKind, type Review, type Seat, Stage } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { figureOfAll, kindsOf, membersOf, stagesUnderWay } from "../oversight/figures.ts";
import { presidentsList } from "../oversight/presidents-list.ts";
import { idRangesOf, isOfPhase } from "../base/cycles.ts";
import { mandatesOf } from "../review/mandates.ts";
import { logicalRecipient } from "../letters/letter-id.ts";

/** What an audience is picked from: reviews and parties as they stand. */
export interface Pool {
  readonly reviews: readonly Review[];
  readonly parties: readonly Party[];
}

/** The figure that a list stands on, and which of its kinds where the list is a part of it. */
export const figureOf = (
  list: Exclude<StoredAudienceList, "presidents-list">,
): { readonly figure: FigureName; readonly kind?: FigureKind } => {
  if (list === "missing-focal-point") return { figure: "focal-points-missing" };
  if (list === "overdue-questionnaire") return { figure: "duties-overdue", kind: "questionnaire" };
  return { figure: list };
};

/** A party's place in a review, with what a list counts there. */
interface Place {
  readonly review: Review;
  readonly seat: Seat;
  readonly counted: readonly FigureMember[];
}

const among = <Value>(wanted: readonly Value[] | undefined, value: Value): boolean =>
  wanted === undefined || wanted.includes(value);

const someAmong = <Value>(wanted: readonly Value[] | undefined, values: readonly Value[]): boolean =>
  wanted === undefined || values.some((value) => wanted.includes(value));

const membersIn = (list: StoredAudienceList, reviews: readonly Review[], now: Instant): readonly FigureMember[] => {
  if (list === "presidents-list") return presidentsList(reviews, now).map(({ member }) => member);
  const { figure, kind } = figureOf(list);
  return membersOf(figure, reviews, kind === undefined ? {} : { kind }, now).map(({ member }) => member);
};

/** What a list counts, in each seat. Whatever waits for the secretariat itself is nobody's to be written to about. */
const countedIn = (
  { list, kinds }: StoredAudience & { readonly list: StoredAudienceList },
  reviews: readonly Review[],
  now: Instant,
): ReadonlyMap<string, readonly FigureMember[]> => {
  const members = membersIn(list, reviews, now);
  return Map.groupBy(
    members.filter((one) => one.party !== undefined && someAmong(kinds, kindsOf(one))),
    ({ review, party }) => seatKey(review, party),
  );
};

const seatKey = (review: ReviewId, party: PartyId | undefined): string => `${review} ${party}`;

const placesOf = (audience: StoredAudience, { reviews, parties }: Pool, now: Instant): readonly Place[] => {
  const { list, groups, stages, seats, instruments } = audience;
  const counted = list === undefined ? undefined : countedIn({ ...audience, list }, reviews, now);
  const wanted = partiesWanted(audience, parties);
  return reviews
    .filter((review) => isOfPhase(review.id, audience))
    .filter(({ group, stage }) => among(groups, group) && among(stages, stage))
    .flatMap((review) =>
      Object.values(review.seats)
        .filter((seat) => wanted.has(seat.party) && among(seats, seat.role))
        .filter((seat) => someAmong(instruments, seat.instruments))
        .map((seat) => ({ review, seat, counted: counted?.get(seatKey(review.id, seat.party)) ?? [] })),
    )
    .filter((place) => counted === undefined || place.counted.length > 0);
};

const partiesWanted = ({ parties, regionalGroups }: StoredAudience, pool: readonly Party[]): ReadonlySet<PartyId> =>
  new Set(
    pool
      .filter(({ id, regionalGroup }) => {
        const isOfGroup =
          regionalGroups === undefined || (regionalGroup !== null && regionalGroups.includes(regionalGroup));
        return isOfGroup && among(parties, id);
      })
      .map(({ id }) => id),
  );

/** Whether an audience says anything of reviews, so that a party without a seat is not meant. */
const obligationRefsOfReviews = ({ list, cycles, clusters, groups, stages, seats }: StoredAudience): boolean =>
  [list, cycles, clusters, groups, stages, seats].some((each) => each !== undefined);

/** The stages of the reviews that an audience is picked from: none where it is one without regard to reviews. */
const stagesOf = (audience: StoredAudience): readonly Stage[] => {
  const { list, stages = Stage.options, roles } = audience;
  if (!obligationRefsOfReviews(audience) && roles.every((role) => role === "mission")) return [];
  const isOfSome = list === "presidents-list" || (list !== undefined && figureOf(list).figure !== figureOfAll);
  return isOfSome ? stages.filter((stage) => stagesUnderWay.includes(stage)) : stages;
};

/** The obligations without which a party is on a list, and before when one of them is due; undefined where it may owe nothing. */
const obligationsOfList = (
  list: StoredAudienceList,
  kinds: readonly FigureKind[] | undefined,
  now: Instant,
): { readonly obligations: readonly ObligationKind[]; readonly before?: Instant } | undefined => {
  if (list === "presidents-list") return { obligations: ["focal-point", "experts"] };
  const { figure, kind } = figureOf(list);
  // Whoever is to name somebody owes it from then on: the seat of a party that left is none of these.
  if (figure === "focal-points-missing") return { obligations: ["focal-point"] };
  if (figure === "experts-missing") return { obligations: ["experts"] };
  if (figure !== "duties-overdue") return undefined;
  const wanted = kind === undefined ? kinds : [kind];
  return {
    obligations: ObligationKind.options.filter((obligation) => among<FigureKind>(wanted, obligation)),
    before: now,
  };
};

/**
 * Of which reviews an audience is picked: those in which somebody owes one of these obligations, before an instant where one is
 * named, or those in these stages, none where it is one without regard to reviews; and of which cycles and clusters.
 */
export const readingOf = (
  audience: StoredAudience,
  now: Instant,
): {
  readonly pending?: { readonly obligations: readonly ObligationKind[]; readonly before?: Instant };
  readonly stages: readonly Stage[];
  readonly ids: ReturnType<typeof idRangesOf>;
} => {
  const { list, kinds } = audience;
  const pending = list === undefined ? undefined : obligationsOfList(list, kinds, now);
  return { ...(pending && { pending }), stages: stagesOf(audience), ids: idRangesOf(audience) };
};

/** Missions of parties, with a seat or without; of those that take no part in the Mechanism, none. */
const registeredAddressees = (audience: StoredAudience, { parties }: Pool): readonly Met[] => {
  const wanted = partiesWanted(audience, parties);
  return parties
    .filter(({ id, participation }) => wanted.has(id) && participation !== "not-taking-part")
    .filter(({ joined }) => audience.instruments?.some((instrument) => joined[instrument] !== undefined) ?? true)
    .map(({ id }) => ({ recipient: { kind: "mission", party: id }, as: "mission", party: id, places: [] }));
};

/** A recipient as one of the roles meets it. */
interface Met {
  readonly recipient: PartyRecipient;
  readonly as: AudienceRole;
  readonly party: PartyId;
  readonly places: readonly Place[];
}

const atPlace = (place: Place, as: AudienceRole, now: Instant): readonly Met[] => {
  const { party } = place.seat;
  if (as === "mission") return [{ recipient: { kind: "mission", party }, as, party, places: [place] }];
  const role: MandateRole = as;
  return mandatesOf(place.review, party, role, now).map(({ user }) => ({
    recipient: { kind: "user", user },
    as,
    party,
    places: [place],
  }));
};

const rankOf = (as: AudienceRole): number => AudienceRole.options.indexOf(as);

/** Everybody once, as the first of their roles, with all their places. */
const once = (met: readonly Met[]): readonly Met[] => {
  const byRecipient = new Map<string, Met>();
  for (const one of met) {
    const key = logicalRecipient(one.recipient);
    const known = byRecipient.get(key);
    const as = known !== undefined && rankOf(known.as) < rankOf(one.as) ? known.as : one.as;
    byRecipient.set(key, { ...one, as, places: [...(known?.places ?? []), ...one.places] });
  }
  return [...byRecipient.values()];
};

const reasonOf = ({ list }: StoredAudience, { as, party, places }: Met): AddresseeReason => {
  const reviews = [...new Set(places.map(({ review }) => review.id))].toSorted();
  if (reviews.length === 0) return { code: "registered", as, party };
  if (list === undefined) return { code: "seated", as, party, reviews };
  const counted = places.flatMap((place) => place.counted);
  const found = new Set(counted.flatMap(kindsOf));
  const [dueAt] = counted.flatMap((one) => one.dueAt ?? []).toSorted();
  return {
    code: "listed",
    as,
    party,
    list,
    kinds: FigureKind.options.filter((kind) => found.has(kind)),
    reviews,
    ...(dueAt === undefined ? {} : { dueAt }),
  };
};

const orderOf = ({ party, as, recipient }: Met): string => [party, rankOf(as), logicalRecipient(recipient)].join(" ");

/**
 * Who is in an audience at an instant: every mission and person once, by party, missions first. A list gives exactly
 * the parties that the figure of its name counts then; focal points and experts are those who serve at that instant.
 */
export const addresseesOf = (audience: StoredAudience, pool: Pool, now: Instant): readonly Addressee[] => {
  const places = placesOf(audience, pool, now);
  const met = audience.roles.flatMap((as) =>
    as === "mission" && !obligationRefsOfReviews(audience)
      ? registeredAddressees(audience, pool)
      : places.flatMap((place) => atPlace(place, as, now)),
  );
  return once(met)
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
    .map((one) => {
      const reason = reasonOf(audience, one);
      return {
        recipient: one.recipient,
        party: one.party,
        reviews: [...("reviews" in reason ? reason.reviews : [])],
        reason,
      };
    });
};
