import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Entry, Aggregate } from "./read.ts";
import type { Tally } from "./finding.ts";

const rule = "guarantees.md 3: an accepted command is an entry, without holes, and the chain of hashes verifies";

/**
 * Returns the SHA-256 over the canonical JSON (RFC 8785) of an entry without its hash, and without the name that a
 * reply adds for the author: a name may change, an entry may not.
 */
const hashOf = (subject: string, { hash: _, byName: __, ...content }: Entry): string =>
  createHash("sha256")
    .update(canonicalize({ ...content, schema: 1, subject }) ?? "")
    .digest("hex");

/** The first broken link of a chain in words, or undefined. */
const brokenLink = (
  subject: string,
  entries: readonly Entry[],
  aggregate: Aggregate | undefined,
): string | undefined => {
  let previous = "";
  for (const [place, entry] of entries.entries()) {
    const version = place + 1;
    if (entry.version !== version) return `entry ${version} is missing: ${entry.version} is in its place`;
    if (entry.previous !== previous) return `entry ${version} does not name the hash of the entry before it`;
    if (entry.hash !== hashOf(subject, entry)) return `the content of entry ${version} does not give its hash`;
    previous = entry.hash;
  }
  if (aggregate === undefined) return undefined;
  if (aggregate.version > entries.length)
    return `entry ${entries.length + 1} is missing: its aggregate is at version ${aggregate.version}`;
  if (aggregate.version < entries.length)
    return `its aggregate is at version ${aggregate.version}, the journal at ${entries.length}`;
  return aggregate.hash === previous ? undefined : "its aggregate carries another hash than its last entry";
};

export interface Journals {
  /** Entries by journal, from the feed. */
  readonly feed: ReadonlyMap<string, readonly Entry[]>;
  readonly aggregates: ReadonlyMap<string, Aggregate>;
  /** Reads one journal on its own. */
  readonly read: (subject: string) => Promise<readonly Entry[]>;
}

/**
 * Verifies every journal that the feed or the lists of aggregates contain, and returns each. A journal that is
 * incomplete in the feed is read on its own before any report, because the feed lags a moment behind.
 */
export const verifyChains = async (
  { feed, aggregates, read }: Journals,
  tally: Tally,
): Promise<ReadonlyMap<string, readonly Entry[]>> => {
  const journals = new Map<string, readonly Entry[]>();
  for (const subject of new Set([...feed.keys(), ...aggregates.keys()])) {
    const inFeed = (feed.get(subject) ?? []).toSorted((one, other) => one.version - other.version);
    const aggregate = aggregates.get(subject);
    let entries: readonly Entry[] = inFeed;
    if (brokenLink(subject, inFeed, aggregate) !== undefined || inFeed.length === 0) {
      entries = await read(subject);
      const why = brokenLink(subject, entries, aggregate);
      if (why !== undefined) tally.report("chain-broken", subject, why, rule);
      else if (entries.length !== inFeed.length)
        tally.report(
          "feed-incomplete",
          subject,
          `the feed holds ${inFeed.length} entries of ${entries.length}`,
          "guarantees.md: the tables are the only truth; the feed is read from them",
        );
      else if (entries.some(({ hash }, place) => hash !== inFeed[place]?.hash))
        tally.report("feed-incomplete", subject, "the feed has other entries than the journal", rule);
    }
    if (aggregate === undefined)
      tally.report(
        "aggregate-missing",
        subject,
        "there are entries and no aggregate: no user can read it any more",
        rule,
      );
    journals.set(subject, entries);
    tally.count("journals");
    tally.count("journal entries", entries.length);
  }
  return journals;
};
