import * as z from "zod";
import { BulletinWords } from "./bulletin-text.ts";
import { Hash, TextId, UserId } from "../base/ids.ts";
import { Instant } from "../base/values.ts";

/** Counts the versions of a stored text; 0 is the one that comes with the system. */
export const TextVersion = z.int().min(0).max(999_999).meta({ id: "TextVersion" });
export type TextVersion = z.infer<typeof TextVersion>;

/** A text that is kept to be sent more than once, as its journal records it; its content is stored separately. */
export const StoredText = z.object({
  id: TextId,
  /** The latest. */
  version: TextVersion.min(1),
  hash: Hash,
  writtenBy: UserId,
  writtenAt: Instant,
});
export type StoredText = z.infer<typeof StoredText>;

/** The text and version that was used. */
export const TextUsed = z.object({ id: TextId, version: TextVersion });
export type TextUsed = z.infer<typeof TextUsed>;

/** A version of a stored text, in its separate row. */
export const WrittenText = z.object({ ...BulletinWords.shape, writtenBy: UserId, writtenAt: Instant });
export type WrittenText = z.infer<typeof WrittenText>;
