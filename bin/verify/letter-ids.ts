import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { RecordedEntry } from "./course.ts";

type Marks = (review: string, recorded: RecordedEntry) => readonly unknown[] | undefined;

const byReview: Marks = (review) => [review];
const byNumber: Marks = (review, { fact }) => ("number" in fact ? [review, fact.number] : undefined);
const byDay: Marks = (review, { fact }) => [review, fact.happenedAt];
const byGeneration: Marks = (review, { fact }) =>
  "obligation" in fact && "generation" in fact ? [review, fact.obligation, fact.generation] : undefined;
const byVersion: Marks = (review, { fact }) => ("version" in fact ? [review, fact.version] : undefined);

/**
 * The values in the journal that make a letter about a fact the one it is, by its kind; life-of-a-letter.md: its id is a
 * hash of them. Kinds whose values the journal does not state are matched by their order.
 */
const marksByKind: ReadonlyMap<string, Marks> = new Map<string, Marks>([
  ["consultation-opened", byReview],
  ["feedback-complete", byReview],
  ["list-published", byReview],
  ["review-entered", byReview],
  ["clarification-asked", byNumber],
  ["clarification-answered", byNumber],
  ["list-to-agree", byVersion],
  ["erratum-published", byVersion],
  ["work-divided", byNumber],
  ["answers-received", byDay],
  ["answers-returned", byDay],
  ["delay-notified", byGeneration],
  ["delay-reversed", byGeneration],
  ["consultation-agreed", (review, { recordedAt }) => [review, recordedAt]],
  ["decision-recorded", (review, { fact }) => ("obligation" in fact ? [review, fact.obligation] : undefined)],
]);

/** Returns the id of the first letter of a kind about a fact of a review; undefined for kinds that are matched by their order. */
export const letterIdOf = (
  letter: string,
  review: string,
  recorded: RecordedEntry,
  recipient: string,
): string | undefined => {
  const marks = marksByKind.get(letter)?.(review, recorded);
  if (marks === undefined) return undefined;
  const text = canonicalize([letter, ...marks, recipient, 1]) ?? "";
  return createHash("sha256").update(text).digest("hex").slice(0, 40);
};
