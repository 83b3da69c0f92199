import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { Hash } from "../../schemas/base/ids.ts";

/** Returns the SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export const sha256 = (text: string): Hash => Hash.parse(createHash("sha256").update(text, "utf8").digest("hex"));

/**
 * Returns the SHA-256 over the canonical JSON (RFC 8785) of a value. It depends on the content and not on the order of
 * its keys; keys that are undefined count as absent. Throws a TypeError on a value that has no JSON.
 */
export const hashOf = (value: unknown): Hash => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("A value without JSON has no hash");
  return sha256(text);
};

/** Returns the first forty digits of a hash: as long as names and keys may be, and enough never to meet twice. */
export const fortyDigits = (value: unknown): string => hashOf(value).slice(0, 40);
