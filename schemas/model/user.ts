import * as z from "zod";
import { Hash, PartyId, UserId } from "../base/ids.ts";
import { WaitingOffer } from "./mandate-offer.ts";
import {
  EmailAddress,
  Gender,
  InstitutionKind,
  Instant,
  Language,
  NameText,
  PlainText,
  ShortText,
} from "../base/values.ts";

/**
 * What an account is for. A delegate acts through mandates (focal point, governmental expert, observer);
 * the mandates stand in the reviews, not here.
 */
export const UserRole = z.enum(["secretariat", "president", "permanent-mission", "delegate"]).meta({ id: "UserRole" });
export type UserRole = z.infer<typeof UserRole>;

/**
 * What is counted of a person (paragraphs 12 to 14 and 18). It stands in facts, under the id alone, so that it can be
 * counted as at any day; after an erasure that id leads to nobody. Letters to the person name a role as their gender wants it.
 */
export const CountedDetails = z.object({ gender: Gender.optional(), institutionKind: InstitutionKind.optional() });
export type CountedDetails = z.infer<typeof CountedDetails>;

/** Why a person was erased: codes, as with closing. */
export const ErasureReason = z
  .enum(["asked-by-person", "asked-by-party", "retention-over", "registered-by-mistake", "other"])
  .meta({ id: "ErasureReason" });
export type ErasureReason = z.infer<typeof ErasureReason>;

/** How the wish to erase a person reached the secretariat. */
export const ErasureSource = z
  .enum(["note-verbale", "letter", "e-mail", "telephone", "meeting", "own-motion"])
  .meta({ id: "ErasureSource" });
export type ErasureSource = z.infer<typeof ErasureSource>;

export const User = z.object({
  id: UserId,
  role: UserRole,
  party: PartyId.optional(),
  /** Further parties that named a delegate: what they may do for which follows from their mandates. */
  otherParties: z.array(PartyId).optional(),
  /** Mandates of other parties that wait for the answer of a delegate. */
  offers: z.array(WaitingOffer).optional(),
  ...CountedDetails.shape,
  /** Subject of the access tokens of this user's account; absent until the account exists. */
  sub: z.string().optional(),
  /** The account was made here, so its owner is invited; one that existed before is not. */
  accountMade: z.boolean().optional(),
  /** An import registered the person: no account is made, and no invitation sent, until that is released. */
  invitationHeld: z.literal(true).optional(),
  /** When an invitation was last sent, and how many were. */
  invitedAt: Instant.optional(),
  invitations: z.int().optional(),
  /** When somebody who was invited first asked the API for something. */
  firstSeenAt: Instant.optional(),
  /** When the account was first seen to have a second factor, as long as it has it; not asked of every role. */
  secondFactorSince: Instant.optional(),
  /** The link to the calendar of the user that is in force: the hash of its secret, and since when. */
  calendarLink: z.object({ hash: Hash, issuedAt: Instant }).optional(),
  /** Since when the user reads and writes nothing. */
  closedAt: Instant.optional(),
  /** Until when the user reads and writes nothing, by order of an officer; it ends then without a command. */
  suspendedUntil: Instant.optional(),
  /** The erasure that an officer ordered, and that waits for a second person. */
  erasureOrdered: z
    .object({
      orderedBy: UserId,
      orderedAt: Instant,
      reason: ErasureReason,
      source: ErasureSource,
    })
    .optional(),
  /** Since when nobody knows who the user was. */
  erasedAt: Instant.optional(),
  /**
   * Of a user of the secretariat whom nobody has confirmed: on whose word the access was opened, or its address set, and
   * on whose word those were let in, as long as nobody had confirmed them either.
   */
  sponsors: z.array(UserId).optional(),
  /** Since when a user of the secretariat counts as new: registered, reopened or readdressed by another than the operator. */
  newSince: Instant.optional(),
  /** How often the user was given another address; rows of old count those of the secretariat alone. */
  addressChanges: z.int().optional(),
  /** When another user of the secretariat, or the operator, confirmed this one. */
  confirmedAt: Instant.optional(),
});
export type User = z.infer<typeof User>;

/** Whether a user may use the system at all; of an erased one nothing but the id, the role and the party is known. */
export const UserAccess = z.enum(["open", "closed", "erased"]).meta({ id: "UserAccess" });
export type UserAccess = z.infer<typeof UserAccess>;

/**
 * How it stands with a second factor: `not-required` of this role; `missing`, so that one is to be set up; `unused`, so
 * that one is to sign in again, with it; `used`. While it is missing or unused, nothing but this is answered.
 */
export const SecondFactorState = z
  .enum(["not-required", "missing", "unused", "used"])
  .meta({ id: "SecondFactorState" });
export type SecondFactorState = z.infer<typeof SecondFactorState>;

/** Why somebody's access ended: codes, because the journal keeps them for good and they name nobody. */
export const ClosingReason = z
  .enum(["left-service", "compromised", "registered-by-mistake", "other"])
  .meta({ id: "ClosingReason" });
export type ClosingReason = z.infer<typeof ClosingReason>;

/** Who the user is. Personal data: kept beside the user, never in the journal and never in a log. */
export const Person = z.strictObject({
  name: ShortText,
  email: EmailAddress,
  title: ShortText.optional(),
  institution: ShortText.optional(),
  phone: ShortText.optional(),
  language: Language,
  ...CountedDetails.shape,
});
export type Person = z.infer<typeof Person>;

/** The same as it is handed in: letters greet by name and title, so neither may hold a link. */
export const NewPerson = Person.extend({
  name: NameText,
  title: PlainText.optional(),
  institution: NameText.optional(),
  phone: PlainText.optional(),
}).meta({ id: "PersonDetails" });

/** What may be corrected of a person. */
export const PersonDetail = z
  .enum(["name", "email", "title", "institution", "phone", "language", "gender", "institutionKind"])
  .meta({ id: "PersonDetail" });
export type PersonDetail = z.infer<typeof PersonDetail>;

/** What the journal tells of a correction: which details, by name, and of their values those alone that are counted. */
export const CorrectedDetails = {
  details: z.array(PersonDetail).min(1).optional(),
  gender: Gender.nullable().optional(),
  institutionKind: InstitutionKind.nullable().optional(),
};

/** What is to be recorded of a person from now on: what is left out stays, null takes away. */
export const PersonCorrection = z
  .strictObject({
    name: NameText,
    email: EmailAddress,
    title: PlainText.nullable(),
    institution: NameText.nullable(),
    phone: PlainText.nullable(),
    language: Language,
    gender: Gender.nullable(),
    institutionKind: InstitutionKind.nullable(),
  })
  .partial()
  .meta({ id: "PersonCorrection" });
export type PersonCorrection = z.infer<typeof PersonCorrection>;

/** Who is named: a new person, or one that the party named before. */
export const Nominee = z
  .union([NewPerson, z.strictObject({ id: UserId }).meta({ id: "NomineeBefore" })])
  .meta({ id: "Nominee" });
export type Nominee = z.infer<typeof Nominee>;
