import {
  clusterOf,
  clustersOf,
  cycleOf,
  type GroupId,
  type PhaseId,
  phaseIdOf,
  type ReviewId,
} from "../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../schemas/model/letter.ts";
import { isInPhase, type PhaseFilter } from "../base/cycles.ts";

type LetterAbout = Pick<Letter, "content" | "obligationRefs" | "phases">;

/** Returns the phases of reviews, each once. */
export const phasesOfReviews = (reviews: readonly (ReviewId | GroupId | PhaseId)[]): PhaseId[] => [
  ...new Set(reviews.map((id) => phaseIdOf(clusterOf(id), cycleOf(id)))),
];

/**
 * Returns the reviews of the obligations in a letter, those of its notification, and those that its bulletin is sent
 * for.
 */
export const reviewsOfLetter = ({ obligationRefs = [], content }: LetterAbout): ReviewId[] => [
  ...new Set([
    ...obligationRefs.map(({ review }) => review),
    ...("review" in content && content.review !== undefined ? [content.review] : []),
    ...("reviews" in content ? (content.reviews ?? []) : []),
    ...(content.kind === "bulletin" && content.reason.code !== "registered" ? content.reason.reviews : []),
  ]),
];

/**
 * Returns the group or the phase of a letter that is about the whole of it, also if the letter names none of its
 * reviews.
 */
const wholesOf = (content: LetterContent): readonly (GroupId | PhaseId)[] => {
  if ("phase" in content) return [content.phase];
  if ("reminderSubject" in content) return [content.reminderSubject.group];
  return "group" in content ? [content.group] : [];
};

/**
 * Returns the phases of the reviews of a letter, each once. A digest, the daily list, an invitation and a letter about
 * a mandate over all reviews have none. Their reviews are chosen when they are written.
 */
export const phasesOfLetter = (letter: LetterAbout): readonly PhaseId[] =>
  phasesOfReviews([...reviewsOfLetter(letter), ...wholesOf(letter.content), ...(letter.phases ?? [])]);

/** Returns the known clusters of a letter, in order. */
export const clustersOfLetter = (letter: LetterAbout): number[] => clustersOf(phasesOfLetter(letter));

/** Returns whether a letter is about a review of the cycle or cluster to which a list is narrowed. */
export const isLetterInPhase = (letter: LetterAbout, filter: PhaseFilter): boolean =>
  (filter.cycle === undefined && filter.cluster === undefined) ||
  phasesOfLetter(letter).some((phase) => isInPhase(phase, filter));
