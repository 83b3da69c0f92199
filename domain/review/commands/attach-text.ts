import type { Hash, PartyId } from "../../../schemas/base/ids.ts";
import { type Instant, Instrument } from "../../../schemas/base/values.ts";
import type { DocumentText } from "../../../schemas/model/draft.ts";
import type { ObservationItem } from "../../../schemas/model/observation-items.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Source } from "../../../schemas/model/source.ts";
import type { Actor } from "../../base/actor.ts";
import { accept, type Decision, noChange, type Refused, refuse } from "../../base/decision.ts";
import { dayOf } from "../../base/time.ts";
import { refuseItems } from "../observation-items.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import type { Documents } from "./questionnaire.ts";

/** Texts of a submission that was recorded without them. */
export interface LateSubmission {
  readonly of: "answers" | "feedback";
  /** The reviewing party, of feedback. */
  readonly party?: PartyId | undefined;
  readonly documents: Documents;
  readonly source: Source;
}

/** The text of a version of the list that was recorded without it. */
export interface LateList {
  readonly of: "list";
  readonly version: number;
  readonly document: Hash;
  readonly items?: readonly ObservationItem[] | undefined;
  readonly source: Source;
}

/** Returns the stored submission of a party; this includes feedback of a former reviewer. */
const submissionOf = (review: Review, { of, party }: Pick<LateSubmission, "of" | "party">) => {
  if (of === "answers") return review.answers;
  if (party === undefined) return undefined;
  return review.feedback?.[party] ?? review.formerFeedback?.find((former) => former.party === party);
};

const versionOf = ({ observations }: Review, version: number) =>
  observations?.version === version
    ? observations
    : observations?.replaced?.find((replaced) => replaced.version === version);

/** Returns the hashes that a late text would replace: their texts decide whether it may. */
export const hashesToReplace = (
  review: Review,
  late: Pick<LateSubmission, "of" | "party"> | Pick<LateList, "of" | "version">,
): readonly Hash[] => {
  if (late.of !== "list") return Object.values(submissionOf(review, late)?.documents ?? {});
  const version = versionOf(review, late.version);
  return version === undefined ? [] : [version.document];
};

/** Returns whether only the fact was recorded, and the text is elsewhere. */
const hasNoText = (document: DocumentText | undefined): boolean => document === undefined || document.text === "";

const refuseSource = ({ date }: Source, now: Instant): Refused | undefined =>
  date > dayOf(now) ? refuse("source-in-the-future", { latest: dayOf(now) }) : undefined;

/**
 * Attaches texts that arrived after the fact, from their source, to responses or feedback that were recorded without
 * them: by the secretariat, also after an import, and while reviewers work on the responses. No date moves. A text that
 * is in is never replaced: the same text is no fact, another one is refused.
 */
export const attachTexts = (
  review: Review,
  by: Actor,
  late: LateSubmission,
  stored: ReadonlyMap<Hash, DocumentText>,
  now: Instant,
): Decision => {
  const refused =
    deniedTo(by, "text.attach", { review }, now) ??
    refuseWrongStage("text.attach", review) ??
    refuseSource(late.source, now);
  if (refused !== undefined) return refused;
  const { of, party, documents, source } = late;
  const submission = submissionOf(review, late);
  if (submission === undefined) return refuse(of === "answers" ? "answers-missing" : "not-owed");
  const given = Instrument.options.filter((instrument) => documents[instrument] !== undefined);
  const strange = given.filter((instrument) => submission.documents[instrument] === undefined);
  if (strange.length > 0) return refuse("instrument-not-reviewed", { instruments: strange });
  const others = given.filter((instrument) => submission.documents[instrument] !== documents[instrument]);
  if (others.length === 0) return noChange;
  const isReplaced = others.some((instrument) => {
    const hash = submission.documents[instrument];
    return hash !== undefined && !hasNoText(stored.get(hash));
  });
  if (isReplaced) return refuse("already-cleared", { clearedAt: submission.at });
  const texts: Record<string, Hash> = {};
  for (const instrument of others) {
    const hash = documents[instrument];
    if (hash !== undefined) texts[instrument] = hash;
  }
  return accept([
    {
      kind: "text-attached",
      happenedAt: now,
      review: review.id,
      of,
      ...(of === "feedback" && party !== undefined ? { party } : {}),
      documents: texts,
      source,
    },
  ]);
};

/** Attaches the text of a version of the list that was recorded without it; agreements to the version remain valid. */
export const attachList = (
  review: Review,
  by: Actor,
  { version, document, items, source }: LateList,
  stored: ReadonlyMap<Hash, DocumentText>,
  now: Instant,
): Decision => {
  const refused =
    deniedTo(by, "text.attach", { review }, now) ??
    refuseWrongStage("text.attach", review) ??
    refuseSource(source, now) ??
    refuseItems(review, items);
  if (refused !== undefined) return refused;
  const found = versionOf(review, version);
  if (found === undefined) return refuse("list-missing");
  if (found.document === document) return noChange;
  if (!hasNoText(stored.get(found.document)))
    return refuse("already-cleared", { clearedAt: "draftedAt" in found ? found.draftedAt : found.publishedAt });
  return accept([
    {
      kind: "text-attached",
      happenedAt: now,
      review: review.id,
      of: "list",
      version,
      documents: {},
      document,
      ...(items === undefined ? {} : { items: [...items] }),
      source,
    },
  ]);
};
