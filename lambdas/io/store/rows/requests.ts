import * as z from "zod";
import type { SlotLine } from "../../../../domain/letters/send-rate.ts";
import type { IdempotencyRecord } from "../../ports/store.ts";
import { fromItem, type WireItem } from "../attributes.ts";
import { asStored, parseRow, recordOf, withoutSchema } from "./row.ts";

const RequestRow = z.object({
  key: z.string(),
  bodyHash: z.string(),
  reply: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() }),
  expiresAt: z.int(),
});
/** The record of an earlier request with its expiry in epoch seconds. */
export const readRequest = (item: WireItem): IdempotencyRecord & { readonly expiresAt: number } => {
  const { key, bodyHash, reply, expiresAt } = parseRow(RequestRow, fromItem(item), "request");
  return { key, bodyHash, reply, expiresAt };
};

const SlotRow = z.object({
  revision: z.int().min(1),
  next: z.number(),
  awaitedUntil: z.number(),
  bulletinsFrom: z.number(),
  perSecond: z.number().positive().optional(),
});
/** The line of slots out of its item. Throws a TypeError on a row that is none. */
export const readSlotLine = (item: WireItem): SlotLine =>
  asStored(SlotRow, withoutSchema(recordOf("letters", item)), "line of slots");

const SecretRow = z.object({ secret: z.string().min(1) });
/** The secret out of its item. Throws a TypeError on a row that is none. */
export const readSecret = (item: WireItem): string => parseRow(SecretRow, fromItem(item), "secret").secret;
