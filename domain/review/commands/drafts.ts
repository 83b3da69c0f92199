import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Draft, DraftKind } from "../../../schemas/model/draft.ts";
import { type Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Refused, refuse } from "../../base/decision.ts";
import { instrumentsToWorkOn } from "../division.ts";
import { instrumentsDue } from "../instruments-due.ts";
import { openObligationOf } from "../obligations.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { sideOf } from "../services.ts";

export interface DraftSubject {
  readonly kind: DraftKind;
  readonly party: PartyId;
  readonly instrument: Instrument;
}

/**
 * Returns whether a review has a place for a draft: answers of the party under review, feedback of each reviewing
 * party. There is no feedback of the party under review, so a request for it is answered as if it named nothing.
 */
export const hasDraftPlace = ({ seats }: Review, { kind, party }: Pick<DraftSubject, "kind" | "party">): boolean => {
  const seat = seats[party];
  return seat !== undefined && sideOf(seat) === (kind === "answers" ? "under-review" : "reviewing");
};

/**
 * Returns why a user may not write a draft; undefined where the user may. Answers are drafted by the focal point and
 * the experts of the party under review. Feedback is drafted by those of each reviewing party for itself, while the
 * obligation is open and for its instruments; by an expert for those that the expert was named for.
 */
export const draftRefused = (
  review: Review,
  by: Actor,
  { kind, party, instrument }: DraftSubject,
  now: Instant,
): Refused | undefined => {
  if (!hasDraftPlace(review, { kind, party })) return refuse("not-found");
  const action = `${kind}.draft` as const;
  const refused = deniedTo(by, action, { review, party }, now) ?? refuseWrongStage(action, review);
  if (refused !== undefined) return refused;
  const obligation = kind === "answers" ? "questionnaire" : "feedback";
  if (openObligationOf(review, obligation, party) === undefined) return refuse("not-owed");
  const work = instrumentsToWorkOn(review, party, by, now);
  return work.includes(instrument) ? undefined : refuse("instrument-not-reviewed", { instruments: [...work] });
};

/** A draft that is cleared, in the version that was read. */
export interface ReadDraft {
  readonly instrument: Instrument;
  readonly version: number;
}

/** Returns the drafts that a party clears, in their current version: found by what was read, at any version since. */
export const draftsRead = (
  drafts: readonly Draft[],
  kind: DraftKind,
  party: PartyId,
  read: readonly ReadDraft[],
): readonly Draft[] =>
  drafts.filter(
    (draft) =>
      draft.kind === kind && draft.party === party && read.some(({ instrument }) => instrument === draft.instrument),
  );

/**
 * Returns why drafts cannot be submitted; undefined where they can. A draft is in another version than the one that was
 * read, or is for an instrument that the party has no text for, or is empty.
 */
export const handoverRefused = (
  review: Review,
  party: PartyId,
  drafts: readonly Draft[],
  read: readonly ReadDraft[],
): Refused | undefined => {
  const pending = instrumentsDue(review, party);
  const foreign = read.filter(({ instrument }) => !pending.includes(instrument));
  if (foreign.length > 0) return refuse("instrument-not-reviewed", { instruments: [...pending] });
  const changed = Instrument.options.filter((instrument) => {
    const now = drafts.find((draft) => draft.instrument === instrument);
    const then = read.find((each) => each.instrument === instrument);
    return then !== undefined && now?.version !== then.version;
  });
  if (changed.length > 0) return refuse("draft-changed", { instruments: changed });
  const missing = drafts.filter(({ text }) => text === "").map(({ instrument }) => instrument);
  return missing.length > 0 ? refuse("incomplete", { missing }) : undefined;
};
