import type { Hash, PartyId } from "../../schemas/base/ids.ts";
import type { DocumentText } from "../../schemas/model/draft.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { instrumentsDue } from "./instruments-due.ts";
import type { Documents } from "./commands/questionnaire.ts";

/** A text as it is submitted, under the hash that facts hold. */
export interface FrozenText {
  readonly hash: Hash;
  readonly document: DocumentText;
}

/** Returns a text under its hash, the SHA-256 of its canonical JSON (RFC 8785). */
export const freezeText = (document: DocumentText): FrozenText => ({ hash: hashOf(document), document });

/**
 * A submission that a party made outside the system: texts by instrument, and the location of those that are not given.
 */
export interface OutsideSubmission {
  readonly texts: readonly { readonly instrument: Instrument; readonly text: string }[];
  readonly reference?: string | undefined;
}

/**
 * Returns the texts of a submission for the instruments of a party: as they were given, or where they are. Refuses a
 * text for another instrument.
 */
export const textsHandedIn = (
  review: Review,
  party: PartyId,
  { texts, reference }: OutsideSubmission,
): { readonly ok: true; readonly documents: Documents; readonly frozen: readonly FrozenText[] } | Refused => {
  const own = instrumentsDue(review, party);
  if (texts.some(({ instrument }) => !own.includes(instrument)))
    return refuse("instrument-not-reviewed", { instruments: [...own] });
  const byInstrument = own.flatMap((instrument): readonly (readonly [Instrument, FrozenText])[] => {
    const text = texts.find((each) => each.instrument === instrument)?.text;
    if (text !== undefined) return [[instrument, freezeText({ text })]];
    return reference === undefined ? [] : [[instrument, freezeText({ text: "", reference })]];
  });
  return {
    ok: true,
    documents: Object.fromEntries(byInstrument.map(([instrument, { hash }]) => [instrument, hash])),
    frozen: byInstrument.map(([, frozen]) => frozen),
  };
};
