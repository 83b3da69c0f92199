import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { packPages, unpackPages } from "../../lambdas/io/packed-pages.ts";

/** Returns a text that compression does not shorten. */
const noise = (bytes: number): string => `文 ${randomBytes(bytes).toString("base64")}`;

test("a text of several MB is packed in pages that an item holds each, and read as it was", () => {
  const text = noise(3_000_000);
  const pages = packPages(text);
  expect(pages.length).toBeGreaterThan(5);
  expect(Math.max(...pages.map((page) => Buffer.byteLength(page)))).toBeLessThan(390_000);
  expect(unpackPages(pages)).toBe(text);
});

test("a text that repeats itself takes one page", () => {
  expect(packPages("c1-DE,round,2021-02-01,video\n".repeat(200_000))).toHaveLength(1);
});

test("pages of which one is missing are no text", () => {
  expect(() => unpackPages(packPages(noise(1_000_000)).slice(1))).toThrow();
});
