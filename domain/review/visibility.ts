import type { Action } from "../../schemas/base/actions.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Clarification, Mandate, MandateRole, Review } from "../../schemas/model/review.ts";
import type { CountedThing } from "../../schemas/model/statistics.ts";
import { type Instant, Instrument } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { partiesOfUser } from "../parties/users.ts";
import { isInStage, may, type Relation, relationsTo } from "./permissions.ts";
import { servedInstruments, servedParty } from "./services.ts";

const inside: readonly Relation[] = ["secretariat", "focal-point", "expert", "observer", "successor"];
const withMission: readonly Relation[] = [...inside, "mission"];

/**
 * The parts of a view of a review, and the users who see each part. A permanent mission sees the stage, what blocks it,
 * and its own party's people and obligations; users who serve in the review see the whole. Documents have rights of
 * their own.
 */
export const reviewParts = {
  summary: withMission,
  blockers: withMission,
  seats: withMission,
  "own-mandates": withMission,
  "own-obligations": withMission,
  mandates: inside,
  obligations: inside,
  consultation: withMission,
  division: withMission,
  decisions: withMission,
  answers: inside,
  feedback: inside,
  clarifications: inside,
  observations: inside,
  redraws: inside,
  "reviewer-limit": withMission,
  consents: inside,
  officer: ["secretariat"],
  actions: withMission,
} as const satisfies Record<string, readonly Relation[]>;
export type ReviewPart = keyof typeof reviewParts;

/** Returns whether a user sees a part of a review. */
export const seesPart = (actor: Actor, review: Review, part: ReviewPart, now: Instant): boolean => {
  const relations = relationsTo(actor, { review }, now);
  return reviewParts[part].some((relation) => relations.has(relation));
};

/**
 * The part of a review that holds the data in the rows of a measure, so that rows show no more of another party than
 * the review does; undefined for measures of parties and people in any review.
 */
export const partOfCounted: { readonly [Thing in CountedThing]: ReviewPart | undefined } = {
  reviews: "summary",
  rounds: "summary",
  blockers: "blockers",
  seats: "obligations",
  duties: "obligations",
  delays: "obligations",
  drawings: "redraws",
  parties: undefined,
  people: undefined,
  meetings: undefined,
  accessions: undefined,
  changes: undefined,
};

/**
 * Returns whether a user sees the mandates and obligations of a party in a review: a mission that serves no further
 * sees those of its own party, the others all.
 */
export const seesParty = (actor: Actor, review: Review, party: PartyId, now: Instant): boolean =>
  actor.party === party ||
  !relationsTo(actor, { review }, now).has("mission") ||
  seesPart(actor, review, "obligations", now);

/**
 * Returns whether a user sees an observer's mandate. Observers are shown to the secretariat and to their own party
 * (paragraph 19 grants them reading, no publicity). A person whom two parties named counts for the party that they
 * serve in the review, where they serve in it.
 */
export const seesMandate = (
  actor: Actor,
  review: Review,
  { role, party }: Pick<Mandate, "role" | "party">,
  now: Instant,
): boolean => {
  if (role !== "observer" || actor.role === "secretariat") return true;
  const served = servedParty(actor, review, now);
  return served === undefined ? partiesOfUser(actor).includes(party) : served === party;
};

/** Something in a part of a review, with the limits that apply to it. */
export interface ThingInPart {
  readonly part: ReviewPart;
  /** The party of the act, obligation or mandate. */
  readonly party?: PartyId;
  /** For a request for clarification: its instruments decide who sees it. */
  readonly clarification?: Clarification;
  /** For a mandate: observers are shown to their own party. */
  readonly role?: MandateRole;
}

/**
 * Returns whether a user sees something in a part of a review: the user sees the part, and for obligations and mandates
 * those of the party.
 */
export const seesInPart = (
  actor: Actor,
  review: Review,
  { part, party, role, clarification }: ThingInPart,
  now: Instant,
): boolean => {
  if (!seesPart(actor, review, part, now)) return false;
  if (clarification !== undefined) return seesClarification(clarification, review, actor, now);
  if (party === undefined || !(part === "own-obligations" || part === "own-mandates")) return true;
  return (
    seesParty(actor, review, party, now) && (role === undefined || seesMandate(actor, review, { role, party }, now))
  );
};

/** A text kept by instrument: what was submitted, or is being drafted. */
export type Text = "answers" | "answers-draft" | "feedback" | "feedback-draft";

const readActionOf = {
  answers: "answers.read",
  "answers-draft": "answers.read-draft",
  feedback: "feedback.read",
  "feedback-draft": "feedback.read-draft",
} as const satisfies Record<Text, Action>;

/**
 * Returns the instruments of which someone may read a text in a review, in their usual order; none where the text is
 * not theirs to see. Drafts of answers are read by the party under review, drafts of feedback by the reviewing parties.
 * Answers that were opened are read in full by the focal points and experts of all participating parties.
 */
export const visibleInstruments = (text: Text, review: Review, actor: Actor, now: Instant): readonly Instrument[] => {
  if (!may(actor, readActionOf[text], { review }, now)) return [];
  const relations = relationsTo(actor, { review }, now);
  const isOpened = text === "answers" && review.answersOpenedAt !== undefined && relations.has("participant");
  if (!isOpened && !relations.has("secretariat")) return servedInstruments(actor, review, now);
  const held = review.seats[review.party]?.instruments ?? [];
  return Instrument.options.filter((instrument) => held.includes(instrument));
};

/** Returns whether a user may read a request for clarification: one who serves for an instrument of it. */
export const seesClarification = (
  clarification: Clarification,
  review: Review,
  actor: Actor,
  now: Instant,
): boolean => {
  if (!may(actor, "clarifications.read", { review }, now)) return false;
  if (actor.role === "secretariat") return true;
  const own = servedInstruments(actor, review, now);
  return clarification.instruments.some((instrument) => own.includes(instrument));
};

/**
 * Returns the parts of a concluded review that every caller may read: those that the party under review consented to
 * publish.
 */
export const publishedParts = (review: Review): readonly ("answers" | "dialogue" | "observations")[] =>
  isInStage("published.read", review) ? ["observations", ...(review.consents ?? [])] : [];
