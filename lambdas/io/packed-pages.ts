import { gunzipSync, gzipSync } from "node:zlib";

/** The characters in one page, of one byte each: with its key it remains below the 400 KB of an item. */
const pageLength = 350_000;

/**
 * A text, compressed and cut into pages that one item holds each. Rows of an import name their columns over and over, so
 * that a CSV of several MB would become some hundred items as it is.
 */
export const packPages = (text: string): readonly string[] => {
  const whole = gzipSync(text).toString("base64");
  return Array.from({ length: Math.ceil(whole.length / pageLength) }, (_, page) =>
    whole.slice(page * pageLength, (page + 1) * pageLength),
  );
};

/** Returns the text of pages in order. Throws if one is missing or malformed. */
export const unpackPages = (pages: readonly string[]): string =>
  gunzipSync(Buffer.from(pages.join(""), "base64")).toString("utf8");
