import { defined } from "../../../schemas/base/defined.ts";
import * as z from "zod";
import { type WireItem, fromItem } from "./attributes.ts";
import type { IdempotencyRecord } from "../ports/commit.ts";
import { type PackedReply, unpackReply } from "./replies.ts";
import { parseRow } from "./row.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { ReadItem } from "./item-reader.ts";
import { requestKey, replyPartKey } from "./keys/requests.ts";
import { epochOf } from "../../../domain/base/time.ts";

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
const readRequest = (
  item: WireItem,
): Omit<IdempotencyRecord, "reply"> & { readonly reply: PackedReply; readonly expiresAt: number } => {
  const { key, bodyHash, reply, replyHash, expiresAt } = parseRow(RequestRow, fromItem(item), "request");
  return { key, bodyHash, reply, expiresAt, ...defined({ replyHash }) };
};

const ReplyRow = z.object({ reply: ReplyShape });

/** The reply alone, as the record of a request keeps it. */
export const readReply = (item: WireItem): PackedReply => parseRow(ReplyRow, fromItem(item), "request").reply;

const PartRow = z.object({ part: z.string() });

/** Returns the content of an item next to a record with a long reply. */
export const readReplyPart = (item: WireItem): string => parseRow(PartRow, fromItem(item), "part of a reply").part;

/** Replies to earlier requests. */
export interface RequestStore {
  /** An unexpired record of an earlier request with this key. */
  repeated(key: string, now: Instant): Promise<IdempotencyRecord | undefined>;
}

/** Stored replies on DynamoDB. */
export const dynamoRequests = (read: ReadItem): RequestStore => ({
  repeated: async (key, now) => {
    const found = await read(requestKey(key), readRequest);
    if (found === undefined || found.expiresAt * 1000 <= epochOf(now)) return undefined;
    const { expiresAt: _, reply, ...record } = found;
    const places = Array.from({ length: reply.parts ?? 0 }, (_part, at) => replyPartKey(key, at + 1));
    const parts = await Promise.all(places.map((place) => read(place, readReplyPart)));
    return { ...record, reply: unpackReply(reply, parts.map(String)) };
  },
});
