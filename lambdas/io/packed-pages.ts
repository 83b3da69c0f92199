import { gunzipSync, gzipSync } from "node:zlib";

/** So many characters, of a byte each, make a page: with its key it stays below the 400 KB that one item holds. */
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

/** The text of pages in their order. Throws where one is missing or is none. */
export const unpackPages = (pages: readonly string[]): string =>
  gunzipSync(Buffer.from(pages.join(""), "base64")).toString("utf8");
