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
 * Purpose of an account. A delegate acts through mandates (focal point, governmental expert, observer), which are
 * stored in the reviews, not here.
 */
export const UserRole = z.enum(["secretariat", "president", "permanent-mission", "delegate"]).meta({ id: "UserRole" });
export type UserRole = z.infer<typeof UserRole>;

/**
 * Counted data of a person (paragraphs 12 to 14 and 18). Facts hold them under the id alone, so that they can be
 * counted as at any day; after an erasure that id identifies no person. Letters to the person name a role in the form
 * of their gender.
 */
export const CountedDetails = z.object({ gender: Gender.optional(), institutionKind: InstitutionKind.optional() });
export type CountedDetails = z.infer<typeof CountedDetails>;

/** Reason of the erasure of a person, as a code like that of closing. */
export const ErasureReason = z
  .enum(["asked-by-person", "asked-by-party", "retention-over", "registered-by-mistake", "other"])
  .meta({ id: "ErasureReason" });
export type ErasureReason = z.infer<typeof ErasureReason>;

/** Way in which the wish to erase a person reached the secretariat. */
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
  /** An import registered the person: no account is made, and no invitation sent, until its group is resumed. */
  invitationPaused: z.literal(true).optional(),
  /** The time of the last invitation, and the number of invitations. */
  invitedAt: Instant.optional(),
  invitations: z.int().optional(),
  /** The time of an invited user's first request to the API. */
  firstSeenAt: Instant.optional(),
  /**
   * The time at which the account was first seen with a second factor, as long as it has one; not required of every
   * role.
   */
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
  /** The time since which the user's identity is erased. */
  erasedAt: Instant.optional(),
  /**
   * Of an unconfirmed user of the secretariat: the members who opened the access or set its address, and those who
   * admitted these members, as long as they were unconfirmed too.
   */
  sponsors: z.array(UserId).optional(),
  /** Since when a user of the secretariat counts as new: registered, reopened or readdressed by another than the operator. */
  newSince: Instant.optional(),
  /** The number of changes of the user's address; rows of an earlier version count only those of the secretariat. */
  addressChanges: z.int().optional(),
  /** The time of the confirmation by another user of the secretariat, or by the operator. */
  confirmedAt: Instant.optional(),
});
export type User = z.infer<typeof User>;

/** Access of a user to the system; for an erased one only the id, the role and the party are stored. */
export const UserAccess = z.enum(["open", "closed", "erased"]).meta({ id: "UserAccess" });
export type UserAccess = z.infer<typeof UserAccess>;

/**
 * Status of the second factor: `not-required` of this role; `missing`: to be set up; `unused`: a sign-in with it is
 * needed; `used`. While it is missing or unused, only this is answered.
 */
export const SecondFactorState = z
  .enum(["not-required", "missing", "unused", "used"])
  .meta({ id: "SecondFactorState" });
export type SecondFactorState = z.infer<typeof SecondFactorState>;

/** Reason of the end of a user's access: a code, because the journal keeps it permanently and codes name no person. */
export const ClosingReason = z
  .enum(["left-service", "compromised", "registered-by-mistake", "other"])
  .meta({ id: "ClosingReason" });
export type ClosingReason = z.infer<typeof ClosingReason>;

/** Identity of the user. Personal data: kept with the user, never in the journal and never in a log. */
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

/** The person in a request: letters greet by name and title, so neither may hold a link. */
export const NewPerson = Person.extend({
  name: NameText,
  title: PlainText.optional(),
  institution: NameText.optional(),
  phone: PlainText.optional(),
}).meta({ id: "PersonDetails" });

/** Details of a person that may be corrected. */
export const PersonDetail = z
  .enum(["name", "email", "title", "institution", "phone", "language", "gender", "institutionKind"])
  .meta({ id: "PersonDetail" });
export type PersonDetail = z.infer<typeof PersonDetail>;

/** The record of a correction in the journal: names of the details, and only the counted values. */
export const CorrectedDetails = {
  details: z.array(PersonDetail).min(1).optional(),
  gender: Gender.nullable().optional(),
  institutionKind: InstitutionKind.nullable().optional(),
};

/** The new details of a person: what is left out stays, null removes it. */
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

/** The person named: a new person, or one that the party named before. */
export const Nominee = z
  .union([NewPerson, z.strictObject({ id: UserId }).meta({ id: "NomineeBefore" })])
  .meta({ id: "Nominee" });
export type Nominee = z.infer<typeof Nominee>;
