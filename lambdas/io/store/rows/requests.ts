import * as z from "zod";
import type { CursorSecrets } from "../../cursor-secrets.ts";
import type { SlotLine } from "../../../../domain/letters/send-rate.ts";
import { Instant } from "../../../../schemas/base/values.ts";
import type { IdempotencyRecord } from "../../ports/store.ts";
import type { PackedReply } from "../replies.ts";
import { fromItem, type WireItem } from "../attributes.ts";
import { asStored, parseRow, recordOf, withoutSchema } from "./row.ts";

const ReplyShape = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  encoding: z.literal("gzip").optional(),
  parts: z.int().optional(),
});
const RequestRow = z.object({
  key: z.string(),
  bodyHash: z.string(),
  reply: ReplyShape,
  replyHash: z.string().optional(),
  expiresAt: z.int(),
});
/** The record of an earlier request with its expiry in epoch seconds. */
export const readRequest = (
  item: WireItem,
): Omit<IdempotencyRecord, "reply"> & { readonly reply: PackedReply; readonly expiresAt: number } => {
  const { key, bodyHash, reply, replyHash, expiresAt } = parseRow(RequestRow, fromItem(item), "request");
  return { key, bodyHash, reply, expiresAt, ...(replyHash === undefined ? {} : { replyHash }) };
};

const ReplyRow = z.object({ reply: ReplyShape });
/** The reply alone, as the record of a request keeps it. */
export const readReply = (item: WireItem): PackedReply => parseRow(ReplyRow, fromItem(item), "request").reply;

const PartRow = z.object({ part: z.string() });
/** Returns the content of an item next to a record with a long reply. */
export const readReplyPart = (item: WireItem): string => parseRow(PartRow, fromItem(item), "part of a reply").part;

const SlotRow = z.object({
  revision: z.int().min(1),
  next: z.number(),
  awaitedUntil: z.number(),
  bulletinsFrom: z.number(),
  perSecond: z.number().positive().optional(),
});
/** Returns the line of slots from its item. Throws a TypeError on a row of another kind. */
export const readSlotLine = (item: WireItem): SlotLine =>
  asStored(SlotRow, withoutSchema(recordOf("letters", item)), "line of slots");

const SecretRow = z.object({
  secret: z.string().min(1),
  signsFrom: Instant.optional(),
  previous: z.string().min(1).optional(),
});
/** Returns the secrets of cursors from their item. Throws an UnreadableRow on a row of another kind. */
export const readSecrets = (item: WireItem): CursorSecrets => {
  const { secret, signsFrom, previous } = parseRow(SecretRow, fromItem(item), "secret");
  return { newest: secret, signsFrom, previous };
};
