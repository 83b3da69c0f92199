import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { MandateRole, ObligationKind } from "../../../schemas/model/review.ts";
import type { Gender, Instant } from "../../../schemas/base/values.ts";
import type { NamedParty } from "../messages/letter-wording.ts";

/** The reader of a letter: a party's permanent mission, by note verbale, or one person. */
export type Reader =
  | { readonly kind: "mission"; readonly party: NamedParty }
  | {
      readonly kind: "person";
      readonly name: string;
      /** The gender, if it is on record: roles have a form for women in some languages. */
      readonly gender?: Gender | undefined;
      readonly party: NamedParty;
      readonly role: MandateRole;
    };

/** Returns the gender of the person who reads a letter, if it is on record; undefined for a mission. */
export const genderOf = (reader: Reader): Gender | undefined => (reader.kind === "person" ? reader.gender : undefined);

/** The review that a letter is about. */
export interface ReviewNamed {
  readonly id: ReviewId;
  readonly group: GroupId;
  readonly underReview: NamedParty;
}

/** The data that every letter about a review contains. */
export interface Frame {
  readonly reader: Reader;
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/** Obligations of work in a review: all but the nominations, which have letters of their own. */
export type WorkKind = Exclude<ObligationKind, "focal-point" | "experts">;
