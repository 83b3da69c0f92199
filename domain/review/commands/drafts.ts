import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Draft, DraftKind } from "../../../schemas/model/draft.ts";
import { type Instant, Instrument } from "../../../schemas/base/values.ts";
import type { Actor } from "../../base/actor.ts";
import { type Refused, refuse } from "../../base/decision.ts";
import { instrumentsOwed, instrumentsToWorkOn } from "../division.ts";
import { openObligationOf } from "../obligations.ts";
import { deniedTo, refuseWrongStage } from "../permissions.ts";
import { sideOf } from "../services.ts";

export interface DraftSubject {
  readonly kind: DraftKind;
  readonly party: PartyId;
  readonly instrument: Instrument;
}

/**
 * Whether a review has a place for a draft: answers of the party under review, feedback of each reviewing party. There is
 * no feedback of the party under review, so a request for it is answered as if it named nothing.
 */
export const hasDraftPlace = ({ seats }: Review, { kind, party }: Pick<DraftSubject, "kind" | "party">): boolean => {
  const seat = seats[party];
  return seat !== undefined && sideOf(seat) === (kind === "answers" ? "under-review" : "reviewing");
};

/**
 * Why somebody may not write a draft: answers are drafted by the focal point and the experts of the party under
 * review, feedback by those of each reviewing party for itself, while the party owes it and for the instruments that
 * it owes it on, by an expert for those that they were named for. Undefined where they may.
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

/** The drafts that a party clears, as they stand now: found by what was read, whatever their version has become. */
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
 * Why drafts cannot be handed over: one stands in another version than the one that was read, or is for an instrument
 * that the party has no text for, or one was emptied. Undefined where they can.
 */
export const handoverRefused = (
  review: Review,
  party: PartyId,
  drafts: readonly Draft[],
  read: readonly ReadDraft[],
): Refused | undefined => {
  const pending = instrumentsOwed(review, party);
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
