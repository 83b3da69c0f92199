import * as z from "zod";
import { StoredAudience } from "./audience.ts";
import { BulletinWords } from "./bulletin-text.ts";
import { BulletinId, Hash, LetterId, UserId } from "../base/ids.ts";
import { TextUsed } from "./stored-text.ts";
import { Instant } from "../base/values.ts";

/**
 * Status of a bulletin: waiting for a second person, for its time, being sent, paused by the breaker, waiting for a
 * person to settle letters whose delivery is unknown, with every letter finished, or given up.
 */
export const BulletinState = z
  .enum(["awaiting-approval", "scheduled", "sending", "stopped", "unsettled", "sent", "cancelled"])
  .meta({ id: "BulletinState" });
export type BulletinState = z.infer<typeof BulletinState>;

/** A sending: to all recipients at first, afterwards to those whom it had not reached. Counted from 1. */
export const BulletinRound = z.object({ recipients: z.int().min(1), pages: z.int().min(1), at: Instant });
export type BulletinRound = z.infer<typeof BulletinRound>;

/** Letters of which the mail service has said what became of them, and how many of these bounced for good. */
export const BounceCount = z.object({ results: z.int().min(0), bounced: z.int().min(0) });
export type BounceCount = z.infer<typeof BounceCount>;

/** The last count of the breaker for a bulletin, and the number of bounces reported since. */
export const BounceTally = z.object({
  schema: z.literal(1),
  bulletin: BulletinId,
  /** The version that the bulletin had: of another one the count says nothing. */
  version: z.int().min(1),
  counted: BounceCount,
  /** At least once for each letter that bounced after the count, or while it was made. */
  reported: z.int().min(0),
  /** Rises with every change; a change names the revision it was decided on. */
  revision: z.int().min(1),
});
export type BounceTally = z.infer<typeof BounceTally>;

/**
 * A letter of a bulletin that was unfinished at the last check: the handler that finishes it triggers another check of
 * the bulletin.
 */
export const AwaitedLetter = z.object({ schema: z.literal(1), bulletin: BulletinId, letter: LetterId });
export type AwaitedLetter = z.infer<typeof AwaitedLetter>;

/**
 * A notification to many recipients, as its journal records it. Its text and its recipients are stored separately, in
 * pages.
 */
export const Bulletin = z.object({
  id: BulletinId,
  state: BulletinState,
  /** Hash of the preview that was quoted: audience, text and every recipient. */
  preview: Hash,
  text: Hash,
  orderedBy: UserId,
  orderedAt: Instant,
  sendAt: Instant,
  approvedBy: UserId.optional(),
  releasedAt: Instant.optional(),
  rounds: z.array(BulletinRound).min(1),
  /** The count because of which the breaker stopped it. */
  stoppedFor: BounceCount.optional(),
  /** The last time it was stopped. */
  stoppedAt: Instant.optional(),
  /** Since when letters of it wait for a person to settle them. */
  unsettledAt: Instant.optional(),
  /** The bounces at the time of resumption: the breaker counts from there. */
  countedFrom: BounceCount,
});
export type Bulletin = z.infer<typeof Bulletin>;

/** The audience and text of a bulletin, as a preview requests them and as they are stored with a bulletin. */
export const BulletinWording = z.object({
  audience: StoredAudience,
  ...BulletinWords.shape,
  /** The stored text that was taken, where it was one. */
  stored: TextUsed.optional(),
});
export type BulletinWording = z.infer<typeof BulletinWording>;

/** The content of a preview, under the hash that an order quotes. Its recipients are stored separately, in pages. */
export const BulletinPreview = BulletinWording.extend({
  hash: Hash,
  /** The hash of what it lists, where that was ordered before and the preview has one of its own. */
  content: Hash.optional(),
  recipients: z.int().min(1),
  pages: z.int().min(1),
  madeBy: UserId,
  madeAt: Instant,
  expiresAt: Instant,
});
export type BulletinPreview = z.infer<typeof BulletinPreview>;

/**
 * Place of one page of a bulletin's recipients: of the first sending, or of a later one to those not reached. Both
 * count from 1.
 */
export const BulletinPlace = z.object({ bulletin: BulletinId, round: z.int().min(1), page: z.int().min(1) });
export type BulletinPlace = z.infer<typeof BulletinPlace>;
