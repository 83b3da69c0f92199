import type { Group } from "../../schemas/model/group.ts";
import type { Hash, PartyId, UserId } from "../../schemas/base/ids.ts";
import type { Letter, Recipient } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { newsAge } from "../policy/letters.ts";
import { earlier, nextMorning } from "../base/time.ts";
import { mandatesOf, outlasts } from "../review/mandates.ts";
import { cameByLot, isVacated } from "../review/seat-turns.ts";
import { plannedLetter } from "./lifecycle.ts";
import { missionAndFocalPoints } from "./start-letters.ts";

const otherRoles = ["expert", "observer"] as const;

/** Users who serve in some reviews, now or later. */
const usersServing = (reviews: readonly Review[], now: Instant): ReadonlySet<UserId> =>
  new Set(
    reviews
      .flatMap(({ mandates }) => Object.values(mandates))
      .filter((mandate) => outlasts(mandate, now))
      .map(({ user }) => user),
  );

/**
 * Returns experts and observers of some reviews who were invited before, or whom a resumption in progress invites
 * (`resuming` are its reviews). Such an invitation may leave before these reviews follow, and then does not name them.
 * The invitation of all others names them.
 */
const peopleToNotify = (
  reviews: readonly Review[],
  users: readonly User[],
  resuming: readonly Review[],
  now: Instant,
): readonly UserId[] => {
  const invitedElsewhere = usersServing(resuming, now);
  const serving = new Set(
    reviews
      .filter(({ import: id, discontinued }) => id !== undefined && discontinued === undefined)
      .flatMap(({ mandates }) => Object.values(mandates))
      .filter((mandate) => otherRoles.some((role) => role === mandate.role) && outlasts(mandate, now))
      .map(({ user }) => user),
  );
  return users
    .filter(({ id }) => serving.has(id))
    .filter(({ id, invitationPaused }) => invitationPaused !== true || invitedElsewhere.has(id))
    .map(({ id }) => id)
    .toSorted();
};

/** Returns the users who serve a party in some of its reviews at a moment. */
const othersServing = (
  reviews: readonly Review[],
  party: PartyId,
  at: Instant,
  toNotify: readonly UserId[],
): readonly Recipient[] => {
  const users = reviews.flatMap((review) =>
    otherRoles.flatMap((role) => mandatesOf(review, party, role, at).map(({ user }) => user)),
  );
  return [...new Set(users)].filter((user) => toNotify.includes(user)).map((user) => ({ kind: "user", user }));
};

const rule =
  "Each party is notified by one letter of the status of its reviews when the reminders of a group that was taken over are released.";

/**
 * Returns the reviews whose status at their resumption a party is notified of. They were taken over and not given up,
 * and the party took part in them by then. A party that joined by lots later is notified of that.
 */
export const reviewsToReport = (reviews: readonly Review[], party: PartyId, resumedAt: Instant): readonly Review[] =>
  reviews.filter((review) => {
    const takesPart = review.seats[party] !== undefined && !isVacated(review, party);
    const since = cameByLot(review, party);
    const isTakenOver = review.import !== undefined && review.discontinued === undefined;
    return takesPart && isTakenOver && (since === undefined || since <= resumedAt);
  });

/**
 * Returns the letters that report the status of a group's reviews that were taken over to each party, once their time
 * has come. One goes to its mission, one to each focal point, and one to each expert and observer who was invited
 * before. Other groups, and resumptions too old to be news, have none.
 */
export const stateOfReviewsLetters = (
  { id: group, reminders, resumed }: Group,
  reviews: readonly Review[],
  now: Instant,
): readonly Letter[] => {
  if (reminders !== undefined || resumed === undefined) return [];
  const { at: resumedAt, lettersAt: at, toNotify } = resumed;
  if (at > now || at < earlier(now, newsAge)) return [];
  const parties = new Set(reviews.flatMap((review) => Object.values(review.seats).map(({ party }) => party)));
  return [...parties].flatMap((party) => {
    const own = reviewsToReport(reviews, party, resumedAt);
    if (own.length === 0) return [];
    const ids = own.map(({ id }) => id).toSorted();
    const content = { kind: "state-of-reviews" as const, group, party, at, reviews: ids };
    const recipients = missionAndFocalPoints(own, party, at);
    const focalPoints = new Set(recipients.flatMap((one) => (one.kind === "user" ? [one.user] : [])));
    const others = othersServing(
      own,
      party,
      at,
      toNotify.filter((user) => !focalPoints.has(user)),
    );
    return [...recipients, ...others].map((recipient) =>
      plannedLetter({ content, recipient, party, plannedFor: at, rule }, now),
    );
  });
};

/** Returns the given users who serve in a review, now or later, and whose invitation is paused by an import. */
export const pausedInvitations = (review: Review, users: readonly User[], now: Instant): readonly UserId[] => {
  const serving = usersServing([review], now);
  return users.filter(({ id, invitationPaused }) => invitationPaused === true && serving.has(id)).map(({ id }) => id);
};

/** The letters that the resumption of a group would send. */
export interface ResumptionPreview {
  /**
   * The hash that the resumption quotes: of the parties that the group concerns, and of the persons who serve in its
   * reviews.
   */
  readonly hash: Hash;
  readonly lettersAt: Instant;
  /** Letters to missions that have left an address and to people, without invitations. */
  readonly letters: number;
  readonly missions: readonly PartyId[];
  /** Parties that would get a letter, and whose missions have no address. */
  readonly withoutAddress: readonly PartyId[];
  readonly focalPoints: number;
  /** The persons who were invited before, and do not serve as focal points in these reviews. */
  readonly expertsAndObservers: number;
  /** Their ids, as the resumption stores them. */
  readonly toNotify: readonly UserId[];
  readonly invitations: number;
}

/** The data from which a preview of a resumption counts. */
export interface ResumptionSources {
  readonly reviews: readonly Review[];
  readonly users: readonly User[];
  /** Parties whose missions have an address. */
  readonly reachable: ReadonlySet<PartyId>;
  /** Reviews of other groups whose resumption is in progress. */
  readonly resuming: readonly Review[];
}

/**
 * Counts the letters that the resumption of a group now would send at the next 09:00 in Vienna. They report the status
 * of its reviews, and invite persons who serve. The hash excludes earlier invitations, which the resumption of another
 * group changes while it is under way. Refused if no review of the group is on hold.
 */
export const previewResumption = (
  { reminders, ...group }: Group,
  { reviews, users, reachable, resuming }: ResumptionSources,
  now: Instant,
): { readonly ok: true; readonly preview: ResumptionPreview } | Refused => {
  if (reminders !== "paused") return refuse("nothing-paused");
  const lettersAt = nextMorning(now);
  const toNotify = peopleToNotify(reviews, users, resuming, now);
  const lettersTo = (others: readonly UserId[]) =>
    stateOfReviewsLetters({ ...group, resumed: { at: now, lettersAt, toNotify: [...others] } }, reviews, lettersAt);
  const letters = lettersTo(toNotify);
  const toMissions = letters.flatMap(({ recipient }) => (recipient.kind === "mission" ? [recipient.party] : []));
  const usersIn = (those: readonly Letter[]) =>
    those.flatMap(({ recipient }) => (recipient.kind === "user" ? [recipient.user] : [])).toSorted();
  const toPeople = usersIn(letters);
  const toFocalPoints = usersIn(lettersTo([]));
  const focalPoints = new Set(toFocalPoints);
  const missions = toMissions.filter((party) => reachable.has(party)).toSorted();
  const withoutAddress = toMissions.filter((party) => !reachable.has(party)).toSorted();
  const serving = [...usersServing(reviews, now)].toSorted();
  return {
    ok: true,
    preview: {
      hash: hashOf({ group: group.id, missions, withoutAddress, focalPoints: toFocalPoints, serving }),
      lettersAt,
      letters: missions.length + toPeople.length,
      missions,
      withoutAddress,
      focalPoints: focalPoints.size,
      expertsAndObservers: new Set(toPeople.filter((user) => !focalPoints.has(user))).size,
      toNotify,
      invitations: new Set(reviews.flatMap((review) => pausedInvitations(review, users, now))).size,
    },
  };
};
