import * as z from "zod";

/** ISO 3166 alpha-2 code of a State, or EU for the regional organization. */
export const PartyId = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a party's two-letter code, like FR")
  .meta({ id: "PartyId", examples: ["FR"] })
  .brand<"PartyId">();
export type PartyId = z.infer<typeof PartyId>;

/** One party under review in one thematic cluster: c1-FR. */
export const ReviewId = z
  .string()
  .regex(/^c[1-4]-[A-Z]{2}$/, "must look like c1-FR: cluster and party under review")
  .meta({ id: "ReviewId", examples: ["c1-FR"] })
  .brand<"ReviewId">();
export type ReviewId = z.infer<typeof ReviewId>;

/** One group in one thematic cluster: c1-g2. */
export const GroupId = z
  .string()
  .regex(/^c[1-4]-g[1-3]$/, "must look like c1-g1: cluster and group")
  .meta({ id: "GroupId", examples: ["c1-g1"] })
  .brand<"GroupId">();
export type GroupId = z.infer<typeof GroupId>;

const randomId = (prefix: string) => z.string().regex(new RegExp(`^${prefix}-[0-9a-z]{26}$`), "is no id of this kind");

export const UserId = randomId("u")
  .meta({ id: "UserId", examples: ["u-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"UserId">();
export type UserId = z.infer<typeof UserId>;

export const MandateId = randomId("m")
  .meta({ id: "MandateId", examples: ["m-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"MandateId">();
export type MandateId = z.infer<typeof MandateId>;

export const BulletinId = randomId("b")
  .meta({ id: "BulletinId", examples: ["b-01jd8m3v9tq4w7x2c5e6r8y0ab"] })
  .brand<"BulletinId">();
export type BulletinId = z.infer<typeof BulletinId>;

/** What a stored text is called: president-reminder. */
export const TextId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be words of small letters and digits, joined by hyphens")
  .max(60, "must have at most 60 characters")
  .meta({ id: "TextId", examples: ["president-reminder"] })
  .brand<"TextId">();
export type TextId = z.infer<typeof TextId>;

/** Kind of duty and the party that owes it, unique within one review: focal-point:FR. */
export const ObligationId = z
  .string()
  .regex(/^[a-z-]+(-\d{1,3})?:[A-Z]{2}$/, "must look like focal-point:FR")
  .meta({ id: "ObligationId", examples: ["focal-point:FR"] })
  .brand<"ObligationId">();
export type ObligationId = z.infer<typeof ObligationId>;

/** Forty hex digits of the hash over what makes the letter one letter. */
export const LetterId = z
  .string()
  .regex(/^[0-9a-f]{40}$/, "is no letter's id")
  .meta({ id: "LetterId", examples: ["0f3c1f0e9b8a7d6c5b4a39281706f5e4d3c2b1a0"] })
  .brand<"LetterId">();
export type LetterId = z.infer<typeof LetterId>;

/** Lower-case SHA-256 in hex. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "must be a hash as it was given: 64 hex digits in small letters")
  .meta({ id: "Hash" })
  .brand<"Hash">();
export type Hash = z.infer<typeof Hash>;

/** c1-FR of cluster 1 and the party under review. Throws a ZodError on a cluster that is none. */
export const reviewIdOf = (cluster: number, party: PartyId): ReviewId => ReviewId.parse(`c${cluster}-${party}`);
/** c1-g2 of cluster 1 and group 2. Throws a ZodError on a cluster or group that is none. */
export const groupIdOf = (cluster: number, group: number): GroupId => GroupId.parse(`c${cluster}-g${group}`);
