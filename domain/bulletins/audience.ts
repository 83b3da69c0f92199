import { defined } from "../../schemas/base/defined.ts";
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

/** The data from which an audience is selected: reviews and parties at present. */
export interface Pool {
  readonly reviews: readonly Review[];
  readonly parties: readonly Party[];
}

/** Returns the figure behind a list, and the kinds of obligations if the list is a part of that figure. */
export const figureOf = (
  list: Exclude<StoredAudienceList, "presidents-list">,
): { readonly figure: FigureName; readonly kind?: FigureKind } => {
  if (list === "missing-focal-point") return { figure: "focal-points-missing" };
  if (list === "overdue-questionnaire") return { figure: "duties-overdue", kind: "questionnaire" };
  return { figure: list };
};

/** A party's place in a review, with what a list counts there. */
interface AudiencePlace {
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

/**
 * Returns the obligations that a list counts, in each seat. Acts that the secretariat itself must take are excluded: no
 * recipient can be written to about them.
 */
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

const placesOf = (audience: StoredAudience, { reviews, parties }: Pool, now: Instant): readonly AudiencePlace[] => {
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

/** Returns whether an audience depends on reviews, so that a party without a seat is excluded. */
const obligationRefsOfReviews = ({ list, cycles, clusters, groups, stages, seats }: StoredAudience): boolean =>
  [list, cycles, clusters, groups, stages, seats].some((each) => each !== undefined);

/**
 * Returns the stages of the reviews that an audience is selected from; none for an audience that does not depend on
 * reviews.
 */
const stagesOf = (audience: StoredAudience): readonly Stage[] => {
  const { list, stages = Stage.options, roles } = audience;
  if (!obligationRefsOfReviews(audience) && roles.every((role) => role === "mission")) return [];
  const isOfSome = list === "presidents-list" || (list !== undefined && figureOf(list).figure !== figureOfAll);
  return isOfSome ? stages.filter((stage) => stagesUnderWay.includes(stage)) : stages;
};

/**
 * Returns the obligations that put a party on a list, and the instant before which one must be due. Undefined if a
 * party without an open obligation may be on it.
 */
const obligationsOfList = (
  list: StoredAudienceList,
  kinds: readonly FigureKind[] | undefined,
  now: Instant,
): { readonly obligations: readonly ObligationKind[]; readonly before?: Instant } | undefined => {
  if (list === "presidents-list") return { obligations: ["focal-point", "experts"] };
  const { figure, kind } = figureOf(list);
  // A party that must make a nomination has the obligation from then on; the seat of a party that left is excluded.
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
 * Returns the reviews to read for an audience, by cycle and cluster. They have one of these obligations open, due
 * before an instant if one is named, or they are in these stages. None for an audience that does not depend on reviews.
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

/** Returns missions of parties, with or without a seat; none of parties that take no part in the Mechanism. */
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
  readonly places: readonly AudiencePlace[];
}

const atPlace = (place: AudiencePlace, as: AudienceRole, now: Instant): readonly Met[] => {
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

/** Returns each recipient once, in the first of their roles, with all their places. */
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
    ...defined({ dueAt }),
  };
};

const orderOf = ({ party, as, recipient }: Met): string => [party, rankOf(as), logicalRecipient(recipient)].join(" ");

/**
 * Returns the audience at an instant: every mission and person once, by party, missions first. A list gives exactly the
 * parties that its figure counts then. Focal points and experts are those who serve at that instant.
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
