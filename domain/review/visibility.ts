import type { Action } from "../../schemas/base/actions.ts";
import type { Clarification, Review } from "../../schemas/model/review.ts";
import { type Instant, Instrument } from "../../schemas/base/values.ts";
import type { Actor } from "../base/actor.ts";
import { isInStage, may, type Relation, relationsTo } from "./permissions.ts";
import { servedInstruments } from "./services.ts";

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
