import * as z from "zod";
import { Hash } from "../base/ids.ts";
import { Instant } from "../base/values.ts";
import { Fact } from "./fact.ts";
import { OutsideAct } from "./source.ts";

/** One accepted command's effect on one subject: a link of that subject's chain. */
export const JournalEntry = z.object({
  schema: z.literal(1),
  subject: z
    .string()
    .regex(
      /^(party|group|review|user|bulletin|text|contact-log|phase|import|register-entry|status-paper)#[A-Za-z0-9-]+$/,
    ),
  version: z.int().min(1),
  recordedAt: Instant,
  /** Author of the entry: a user's id, or the function that acted. */
  by: z.string(),
  /** For which party it was recorded, where that acted outside the system, and from what that is known. */
  onBehalfOf: OutsideAct.optional(),
  facts: z.array(Fact).min(1),
  /** Hash of the entry before it, empty for the first. */
  previous: z.union([Hash, z.literal("")]),
  /** SHA-256 over the canonical JSON (RFC 8785) of this entry without this field. */
  hash: Hash,
});
export type JournalEntry = z.infer<typeof JournalEntry>;
