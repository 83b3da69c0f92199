import { defined } from "../../schemas/base/defined.ts";
import { AggregateKind } from "../../schemas/model/aggregate-kind.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import { Hash } from "../../schemas/base/ids.ts";
import { hashOf } from "./hash.ts";

/** Returns the name that a journal has for the aggregate whose chain it holds: review#c1-FR. */
export const aggregateKey = (kind: AggregateKind, id: string): string => `${kind}#${id}`;

export interface AggregateRef {
  readonly kind: AggregateKind;
  readonly id: string;
}

/** Returns kind and id of a journal's subject. Throws on a text that names none. */
export const parseAggregateKey = (subject: string): AggregateRef => {
  const [kind, id, ...rest] = subject.split("#");
  if (id === undefined || id === "" || rest.length > 0) throw new TypeError(`${subject} names no subject`);
  return { kind: AggregateKind.parse(kind), id };
};

/** The part of an entry that a chain is checked by: also entries whose facts only a later version knows. */
export interface Link {
  readonly subject: string;
  readonly version: number;
  readonly previous: string;
  readonly hash: string;
}

/** Returns the hash that an entry should carry: SHA-256 over its canonical JSON (RFC 8785) without the field `hash`. */
export const linkHash = (entry: Omit<Link, "hash"> & { readonly hash?: string }): Hash => {
  const { hash: _, ...content } = entry;
  return hashOf(content);
};

/** The end of a chain: the version and hash of its last entry, 0 and empty before the first. */
export interface ChainEnd {
  readonly version: number;
  readonly hash: string;
}
const emptyChain: ChainEnd = { version: 0, hash: "" };

/** Returns the entry that follows the end of a chain, with its hash. */
export const nextEntry = (
  end: ChainEnd | undefined,
  what: Pick<JournalEntry, "subject" | "recordedAt" | "by" | "onBehalfOf" | "facts">,
): JournalEntry => {
  const { version, hash } = end ?? emptyChain;
  const entry = {
    schema: 1,
    subject: what.subject,
    version: version + 1,
    recordedAt: what.recordedAt,
    by: what.by,
    ...defined({ onBehalfOf: what.onBehalfOf }),
    facts: what.facts,
    previous: hash === "" ? "" : Hash.parse(hash),
  } as const;
  return { ...entry, hash: linkHash(entry) };
};

export type ChainFault = "wrong-subject" | "gap" | "wrong-previous" | "wrong-hash" | "wrong-end" | "no-aggregate";

export type ChainReport =
  | { readonly intact: true; readonly entries: number; readonly end: ChainEnd }
  | {
      readonly intact: false;
      readonly entries: number;
      /** The last entry that is still good. */
      readonly end: ChainEnd;
      readonly firstBroken: { readonly version: number; readonly fault: ChainFault; readonly why: string };
    };

/** The values against which a chain is checked, in addition to itself. */
export interface ChainExpectation {
  /** The end of the entries before these, when a long chain is checked page by page. */
  readonly from?: ChainEnd;
  /** The subject's aggregate, or that there is none: without it, entries missing at the end cannot be noticed. */
  readonly aggregate?: ChainEnd | "missing";
}

/**
 * Checks a subject's entries, in the order of versions, and names the first broken link: an entry of another
 * subject, a gap in the versions, a previous hash that is not the one before, content that does not give its hash,
 * an end that is not the aggregate's, or entries of a subject that has no aggregate.
 */
export const verifyChain = (
  subject: string,
  entries: readonly Link[],
  { from = emptyChain, aggregate }: ChainExpectation = {},
): ChainReport => {
  let end = from;
  for (const entry of entries) {
    const found = brokenLink(subject, end, entry);
    if (found !== undefined) return { intact: false, entries: entries.length, end, firstBroken: found };
    end = { version: entry.version, hash: entry.hash };
  }
  if (aggregate === "missing") return withoutAggregate(subject, entries, end);
  if (aggregate !== undefined && (aggregate.version !== end.version || aggregate.hash !== end.hash)) {
    const why =
      aggregate.version === end.version
        ? `the aggregate of ${subject} carries another hash than its last entry`
        : `the aggregate of ${subject} is at version ${aggregate.version}, the journal ends with ${end.version}`;
    const version = Math.min(aggregate.version, end.version) + (aggregate.version === end.version ? 0 : 1);
    return { intact: false, entries: entries.length, end, firstBroken: { version, fault: "wrong-end", why } };
  }
  return { intact: true, entries: entries.length, end };
};

const withoutAggregate = (subject: string, entries: readonly Link[], end: ChainEnd): ChainReport => {
  const [first] = entries;
  if (first === undefined) return { intact: true, entries: 0, end };
  const why = `there are entries of ${subject}, and no aggregate`;
  return {
    intact: false,
    entries: entries.length,
    end,
    firstBroken: { version: first.version, fault: "no-aggregate", why },
  };
};

const brokenLink = (subject: string, end: ChainEnd, entry: Link) => {
  const broken = (version: number, fault: ChainFault, why: string) => ({ version, fault, why });
  const expected = end.version + 1;
  if (entry.subject !== subject)
    return broken(expected, "wrong-subject", `entry ${entry.version} belongs to ${entry.subject}, not to ${subject}`);
  if (entry.version !== expected)
    return broken(expected, "gap", `entry ${expected} is missing: ${entry.version} is in its place`);
  if (entry.previous !== end.hash)
    return broken(expected, "wrong-previous", `entry ${expected} does not name the hash of the entry before it`);
  if (entry.hash !== linkHash(entry))
    return broken(expected, "wrong-hash", `the content of entry ${expected} does not give its hash`);
  return undefined;
};
