import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import type { ObservationItem } from "../../../schemas/model/observation-items.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Decision, accept, refuse, noChange } from "../../base/decision.ts";
import { goesOnWithout } from "../missing-acts.ts";
import { notAgreed, refuseAgreements } from "../recorded-agreements.ts";
import { refuseItems } from "../observation-items.ts";
import { latest, startOfDay } from "../../base/time.ts";
import { happenedAt, sourceOf } from "../outside-acts.ts";
import type { OutsideDay } from "../../../schemas/model/source.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";

export interface Erratum {
  /** The corrected list with its summary. */
  readonly document: Hash;
  /** The subjects of its observations; as before where left out. */
  readonly items?: readonly ObservationItem[] | undefined;
  readonly reason: string;
  /** The agreement of each party to this text, from its source: the secretariat agrees for no party. */
  readonly agreements: FactOf<"erratum-published">["agreements"];
  /** The day of a publication outside the system. */
  readonly outside?: OutsideDay | undefined;
}

/**
 * Publishes a corrected version of the list after its publication, with the reason. Every party must have agreed to it,
 * as to any version, except those without whose agreement the review continued by decision. After the conclusion no
 * agreement is due, so each comes with the erratum, from its source, and not before the version that it corrects. The
 * old version stays, as replaced. By the secretariat; the same text returns no fact.
 */
export const publishErratum = (review: Review, by: Actor, erratum: Erratum, now: Instant): Decision => {
  const denied = deniedTo(by, "erratum.publish", { review }, now);
  if (denied !== undefined) return denied;
  const place = refuseWrongStage("erratum.publish", review);
  if (place !== undefined) return place;
  const { observations } = review;
  if (observations?.publishedAt === undefined) return refuse("list-missing");
  const { document, items, reason, agreements, outside } = erratum;
  if (observations.document === document) return noChange;
  const refused = refuseItems(review, items) ?? refuseAgreements(review, by, agreements, now, observations.publishedAt);
  if (refused !== undefined) return refused;
  const parties = notAgreed(review, agreements).filter((party) => !goesOnWithout(review, "agreement", party));
  if (parties.length > 0) return refuse("not-agreed", { parties });
  const agreedOn = agreements.map(({ happenedOn }) => startOfDay(happenedOn));
  const published = happenedAt(outside, now, latest(observations.publishedAt, ...agreedOn));
  if (!published.ok) return published;
  return accept([
    {
      kind: "erratum-published",
      happenedAt: published.at,
      review: review.id,
      version: observations.version + 1,
      document,
      ...(items === undefined ? {} : { items: [...items] }),
      reason,
      agreements,
      ...sourceOf(outside),
    },
  ]);
};
