import type { Hash, PartyId } from "../../../schemas/base/ids.ts";
import type { PublishedPart, Review } from "../../../schemas/model/review.ts";
import type { ObservationItem } from "../../../schemas/model/observation-items.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, type Refused, refuse, noChange } from "../../base/decision.ts";
import {
  meetObligation,
  obligationIdOf,
  openObligationOf,
  refuseBeforeDelay,
  reopenObligation,
} from "../obligations.ts";
import type { OutsideDay } from "../../../schemas/model/source.ts";
import { actedAt, happenedAt, sourceOf } from "../outside-acts.ts";
import { refuseItems } from "../observation-items.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { decisionWithout } from "../decisions.ts";
import { agreementAwaitedFrom, feedbackAwaitedFrom } from "../missing-acts.ts";
import { withSteps } from "../stage-progress.ts";
import { latest } from "../../base/time.ts";

export interface NewVersion {
  readonly document: Hash;
  readonly items?: readonly ObservationItem[] | undefined;
  /** The day on which the secretariat presented it outside the system. */
  readonly outside?: OutsideDay | undefined;
}

/**
 * Presents a version of the list of observations and its summary (paragraph 35): by a reviewing party or the
 * secretariat, which drafts and never clears. The agreement of each party that agreed to the version before is due
 * again. The same text is no new version. The secretariat may have presented it outside the system, on an earlier day.
 */
export const draftObservations = (
  review: Review,
  by: Actor,
  { document, items, outside }: NewVersion,
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "observations.draft", { review }, now);
  if (denied !== undefined) return denied;
  if (outside !== undefined && by.role !== "secretariat") return refuse("not-yours");
  const place = refuseWrongStage("observations.draft", review);
  if (place !== undefined) return place;
  if (review.observations?.document === document) return noChange;
  const unknown = refuseItems(review, items);
  if (unknown !== undefined) return unknown;
  const { stageSince, observations: { draftedAt = stageSince, latestAgreementAt = stageSince } = {} } = review;
  const drafted = happenedAt(outside, now, latest(stageSince, draftedAt, latestAgreementAt));
  if (!drafted.ok) return drafted;
  const { at } = drafted;
  const announced = { at: now, to: "focal-points" } as const;
  const agreed = Object.values(review.seats).flatMap(({ party }) => {
    const obligation = review.obligations[obligationIdOf("agreement", party)];
    return obligation?.state === "met" ? [reopenObligation(review, obligation, at, announced)] : [];
  });
  const version = (review.observations?.version ?? 0) + 1;
  return accept([
    {
      kind: "observations-drafted",
      happenedAt: at,
      review: review.id,
      version,
      document,
      ...(items === undefined ? {} : { items: [...items] }),
      ...sourceOf(outside),
    },
    ...agreed,
  ]);
};

/** Refuses a decision on any version but the current one, or while feedback of a reviewing party is pending. */
const onTheTable = (review: Review, version: number): Refused | undefined => {
  const { observations } = review;
  if (observations === undefined) return refuse("list-missing");
  if (observations.version !== version) return refuse("old-version", { version: observations.version });
  const parties = feedbackAwaitedFrom(review);
  return parties.length > 0 ? refuse("feedback-open", { parties }) : undefined;
};

/**
 * Records a party's agreement to the current version, by its focal point. A second agreement returns no fact. A party
 * without whose agreement the review continues by decision agrees no more.
 */
export const agreeToObservations = (
  review: Review,
  by: Actor,
  { party, version }: { readonly party: PartyId; readonly version: number },
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "observations.agree", { review, party }, now);
  if (denied !== undefined) return denied;
  if (review.observations?.version === version && review.observations.agreed[party] === version) return noChange;
  const refused = refuseWrongStage("observations.agree", review) ?? onTheTable(review, version);
  if (refused !== undefined) return refused;
  if (decisionWithout(review, "agreement", party) !== undefined) return refuse("not-owed");
  const acted = actedAt(by, now, latest(review.stageSince, review.observations?.draftedAt ?? review.stageSince));
  if (!acted.ok) return acted;
  const { at } = acted;
  const obligation = openObligationOf(review, "agreement", party);
  const tooEarly = obligation && refuseBeforeDelay(obligation, at);
  if (tooEarly !== undefined) return tooEarly;
  return accept([
    { kind: "observations-agreed", happenedAt: at, review: review.id, party, version },
    ...(obligation === undefined ? [] : [meetObligation(review, obligation, at)]),
  ]);
};

/**
 * Publishes list and summary (paragraph 35): by the secretariat, after every party has agreed to this version. The
 * review has then concluded and has no open obligations. A publication outside the system has its own day, not before
 * the last agreement.
 */
export const publishObservations = (
  review: Review,
  by: Actor,
  { version, outside }: { readonly version: number; readonly outside?: OutsideDay | undefined },
  now: Instant,
): Decision => {
  const denied = deniedTo(by, "observations.publish", { review }, now);
  if (denied !== undefined) return denied;
  if (review.observations?.publishedAt !== undefined && review.observations.version === version) return noChange;
  const refused = refuseWrongStage("observations.publish", review) ?? onTheTable(review, version);
  if (refused !== undefined) return refused;
  const awaited = agreementAwaitedFrom(review);
  if (awaited.length > 0) return refuse("not-agreed", { parties: awaited });
  const published = happenedAt(
    outside,
    now,
    latest(review.stageSince, review.observations?.agreedAt ?? review.stageSince),
  );
  if (!published.ok) return published;
  return withSteps(
    review,
    [
      {
        kind: "observations-published",
        happenedAt: published.at,
        review: review.id,
        version,
        ...sourceOf(outside),
      },
    ],
    now,
  );
};

/**
 * Records the consent of the party under review to the publication of its answers, the dialogue, or both (paragraph 32,
 * paragraph 41 of the rules): only after its review of the cluster has concluded, and only for itself.
 */
export const consentToPublication = (
  review: Review,
  by: Actor,
  { parts }: { readonly parts: readonly PublishedPart[] },
  now: Instant,
): Decision => {
  const { party } = review;
  const denied = deniedTo(by, "publication.consent", { review, party }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("publication.consent", review);
  if (place !== undefined) return place;
  const fresh = [...new Set(parts)].filter((part) => review.consents?.includes(part) !== true);
  if (fresh.length === 0) return noChange;
  const acted = actedAt(by, now, review.stageSince);
  if (!acted.ok) return acted;
  return accept([
    { kind: "publication-consented", happenedAt: acted.at, review: review.id, party, parts: fresh.toSorted() },
  ]);
};
