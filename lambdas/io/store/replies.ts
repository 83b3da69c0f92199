import { gunzipSync, gzipSync } from "node:zlib";
import type { StoredReply } from "../ports/commit.ts";

/** Below this many characters compressing makes a reply no smaller. */
const worthCompressing = 512;
/** The characters in one item, which may have 400 KB with its key and the other fields. */
const mostInItem = 300_000;

/** A reply as the record of its request keeps it: a long body compressed, and what one item cannot hold in parts. */
export interface PackedReply extends StoredReply {
  readonly encoding?: "gzip" | undefined;
  /** The number of items with the rest of the body. */
  readonly parts?: number | undefined;
}

/** Returns a reply as its record stores it, with the rest of its body for items next to the record. */
export const packReply = (reply: StoredReply): { readonly packed: PackedReply; readonly parts: readonly string[] } => {
  if (reply.body.length < worthCompressing) return { packed: reply, parts: [] };
  const whole = gzipSync(reply.body).toString("base64");
  const pieces: string[] = [];
  for (let from = 0; from < whole.length; from += mostInItem) pieces.push(whole.slice(from, from + mostInItem));
  const [body = "", ...parts] = pieces;
  const partCount = parts.length === 0 ? {} : { parts: parts.length };
  return { packed: { ...reply, body, encoding: "gzip", ...partCount }, parts };
};

/** Returns the reply from its record and its parts in order. */
export const unpackReply = (packed: PackedReply, parts: readonly string[]): StoredReply => {
  const { encoding, parts: _, ...reply } = packed;
  if (encoding === undefined) return reply;
  return { ...reply, body: gunzipSync(Buffer.from([reply.body, ...parts].join(""), "base64")).toString("utf8") };
};
