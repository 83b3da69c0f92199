import * as z from "zod";
import { Hash, LetterId, PartyId } from "../base/ids.ts";
import { Contact, PartyRecipient } from "./letter.ts";
import { Instant } from "../base/values.ts";

/** Why nothing is sent to an address any more: what the mail service reported of a letter to it. */
export const MarkReason = z.enum(["bounced", "complained", "rejected"]).meta({ id: "SuppressionReason" });
export type MarkReason = z.infer<typeof MarkReason>;

/** An address at which letters failed for good. It is kept by its hash; the address stands on the letter alone. */
export const SuppressedAddress = z.object({
  schema: z.literal(1),
  /** SHA-256 of the address. */
  hash: Hash,
  why: MarkReason,
  /** The letter that failed there, by which the mark is listed and released. */
  letter: LetterId,
  recipient: PartyRecipient,
  /** When the mail service says that it happened. */
  at: Instant,
  /** From then on the address is used again; reports of what happened before say nothing any more. */
  released: Instant.optional(),
  /** Rises with every change; a change names the revision it was decided on. */
  revision: z.int().min(1),
});
export type SuppressedAddress = z.infer<typeof SuppressedAddress>;

/** A recipient whom no letter can reach: no address is known, or every one is marked. */
export const UnreachableRecipient = z.object({
  schema: z.literal(1),
  recipient: PartyRecipient,
  party: PartyId.optional(),
  why: z.enum(["no-address", "suppressed"]),
  /** The letter that could not be sent, or that failed at the last address there was. */
  letter: LetterId,
  since: Instant,
  /** When an address was found again. */
  until: Instant.optional(),
});
export type UnreachableRecipient = z.infer<typeof UnreachableRecipient>;

/** That letters to one of a recipient's addresses come back: the last that went there bounced, for good or not. */
export const BouncingAddress = z.object({
  schema: z.literal(1),
  recipient: PartyRecipient,
  party: PartyId.optional(),
  /** Which of the recipient's addresses; a person has one. */
  contact: Contact,
  /** SHA-256 of the address. */
  hash: Hash,
  /** The first letter that came back. */
  letter: LetterId,
  since: Instant,
  /** When a letter arrived there again, or the address was released or given up. */
  until: Instant.optional(),
});
export type BouncingAddress = z.infer<typeof BouncingAddress>;
