import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { MandateRole, ObligationKind } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { NamedParty } from "../messages/letter-wording.ts";

/** Whom a letter speaks to: a party's permanent mission, by note verbale, or one person. */
export type Reader =
  | { readonly kind: "mission"; readonly party: NamedParty }
  | {
      readonly kind: "person";
      readonly name: string;
      readonly party: NamedParty;
      readonly role: MandateRole;
    };

/** The review that a letter is about. */
export interface ReviewNamed {
  readonly id: ReviewId;
  readonly group: GroupId;
  readonly underReview: NamedParty;
}

/** What every letter about a review is written with. */
export interface Frame {
  readonly reader: Reader;
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/** Duties of work in a review: all but the nominations, which have letters of their own. */
export type WorkKind = Exclude<ObligationKind, "focal-point" | "experts">;
