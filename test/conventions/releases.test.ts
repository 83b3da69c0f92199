import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linkHash, nextEntry } from "../../domain/base/hash-chain.ts";
import { isEarlierRelease } from "../../domain/base/releases.ts";
import { notificationRules } from "../../domain/letters/notification-rules.ts";
import { currentRelease, Release, releases } from "../../schemas/base/releases.ts";
import type { Instant } from "../../schemas/base/values.ts";

test("releases are in order, and the last is the one that package.json names or the next", () => {
  expect(releases.map((release) => Release.parse(release))).toEqual(
    [...releases].toSorted((one, other) => (isEarlierRelease(one, other) ? -1 : 1)),
  );
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
  expect(isEarlierRelease(currentRelease, version)).toBe(false);
});

test("entries name the release that recorded them, within their hash; those of the first name none", () => {
  const what = { subject: "party#FR", recordedAt: "2021-01-01T00:00:00.000Z" as Instant, by: "load", facts: [] };
  const [first, later] = [nextEntry(undefined, what), nextEntry(undefined, what, "1.10.0")];
  expect([first.release, later.release]).toEqual([undefined, "1.10.0"]);
  expect(later.hash).not.toBe(first.hash);
  expect(linkHash(later)).toBe(later.hash);
});

test("each rule of letters states a release of the list from which it holds", () => {
  const unknown = Object.entries(notificationRules).filter(([, { from }]) => !releases.some((one) => one === from));
  expect(unknown).toEqual([]);
});
