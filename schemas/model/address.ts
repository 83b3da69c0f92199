import * as z from "zod";
import { Hash, LetterId, PartyId } from "../base/ids.ts";
import { Contact, PartyRecipient } from "./letter.ts";
import { Instant } from "../base/values.ts";

/** Report of the mail service because of which no letter is sent to an address any more. */
export const MarkReason = z.enum(["bounced", "complained", "rejected"]).meta({ id: "SuppressionReason" });
export type MarkReason = z.infer<typeof MarkReason>;

/** An address to which letters failed permanently. It is kept by its hash; only the letter holds the address. */
export const SuppressedAddress = z.object({
  schema: z.literal(1),
  /** SHA-256 of the address. */
  hash: Hash,
  why: MarkReason,
  /** The letter that failed there, by which the mark is listed and unsuppressed. */
  letter: LetterId,
  recipient: PartyRecipient,
  /** The instant that the mail service reports. */
  at: Instant,
  /** From then on the address is used again; reports of what happened before say nothing any more. */
  unsuppressedAt: Instant.optional(),
  /** Rises with every change; a change names the revision it was decided on. */
  revision: z.int().min(1),
});
export type SuppressedAddress = z.infer<typeof SuppressedAddress>;

/** A recipient without a usable address: no address is recorded, or every one is marked. */
export const UnreachableRecipient = z.object({
  schema: z.literal(1),
  recipient: PartyRecipient,
  party: PartyId.optional(),
  why: z.enum(["no-address", "suppressed"]),
  /** The letter that could not be sent, or that failed at the last address there was. */
  letter: LetterId,
  since: Instant,
  /** The time at which a usable address was recorded again. */
  until: Instant.optional(),
});
export type UnreachableRecipient = z.infer<typeof UnreachableRecipient>;

/** An address of a recipient from which letters come back: the last letter to it bounced, permanently or not. */
export const BouncingAddress = z.object({
  schema: z.literal(1),
  recipient: PartyRecipient,
  party: PartyId.optional(),
  /** The address of the recipient; a person has only one. */
  contact: Contact,
  /** SHA-256 of the address. */
  hash: Hash,
  /** The first letter that came back. */
  letter: LetterId,
  since: Instant,
  /** The time at which a letter arrived there again, or the address was unsuppressed or given up. */
  until: Instant.optional(),
});
export type BouncingAddress = z.infer<typeof BouncingAddress>;
