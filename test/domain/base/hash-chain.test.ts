import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Link, nextEntry, parseAggregateKey, aggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { at, party } from "../../fixtures/changes.ts";

const subject = aggregateKey("party", "FR");

/** Returns a chain of `length` entries. */
const chain = (length: number): JournalEntry[] => {
  const entries: JournalEntry[] = [];
  for (let version = 1; version <= length; version++)
    entries.push(
      nextEntry(entries.at(-1), {
        subject,
        recordedAt: at(`2020-12-01T10:00:${String(version).padStart(2, "0")}.000Z`),
        by: "u-1",
        facts: [{ kind: "mission-contacts-set", happenedAt: at("2020-12-01T09:00:00.000Z"), party: party("FR") }],
      }),
    );
  return entries;
};

const broken = (links: readonly Link[], options?: Parameters<typeof verifyChain>[2]) => {
  const report = verifyChain(subject, links, options);
  return report.intact ? "intact" : `${report.firstBroken.version} ${report.firstBroken.fault}`;
};
const changed = (links: readonly Link[], place: number, by: object) =>
  links.map((link, index) => (index === place ? { ...link, ...by } : link));

describe("the chain of a journal", () => {
  test("hashes the canonical JSON of an entry without its hash", () => {
    const [first] = chain(1);
    const canonical =
      '{"by":"u-1","facts":[{"happenedAt":"2020-12-01T09:00:00.000Z","kind":"mission-contacts-set","party":"FR"}],' +
      '"previous":"","recordedAt":"2020-12-01T10:00:01.000Z","schema":1,"subject":"party#FR","version":1}';
    expect(first?.hash).toBe(createHash("sha256").update(canonical).digest("hex"));
  });

  test("holds when nothing was touched, whole or page by page", () => {
    const entries = chain(5);
    expect(verifyChain(subject, entries, { aggregate: entries[4] ?? fail() })).toEqual({
      intact: true,
      entries: 5,
      end: { version: 5, hash: entries[4]?.hash },
    });
    const first = verifyChain(subject, entries.slice(0, 2));
    expect(broken(entries.slice(2), { from: first.end })).toBe("intact");
    expect(broken([])).toBe("intact");
  });

  test("names the first entry whose content was changed", () => {
    expect(broken(changed(chain(5), 2, { by: "u-2" }))).toBe("3 wrong-hash");
    expect(broken(changed(chain(5), 0, { recordedAt: "2020-11-01T00:00:00.000Z" }))).toBe("1 wrong-hash");
    expect(broken(changed(chain(5), 1, { added: true }))).toBe("2 wrong-hash");
  });

  test("names the entry after one that was changed together with its hash", () => {
    const entries = chain(5);
    const forged = nextEntry(entries[1], { ...(entries[2] ?? fail()), by: "u-2" });
    expect(broken(changed(entries, 2, forged))).toBe("4 wrong-previous");
  });

  test("names a gap, an entry at a wrong position, and a duplicate entry", () => {
    const entries = chain(5);
    expect(broken(entries.filter((_, place) => place !== 1))).toBe("2 gap");
    expect(broken(entries.slice(1))).toBe("1 gap");
    expect(broken(entries.toReversed())).toBe("1 gap");
    expect(broken([...entries.slice(0, 3), ...entries.slice(2)])).toBe("4 gap");
  });

  test("names an entry of another subject", () => {
    expect(broken(changed(chain(3), 1, { subject: "party#BR" }))).toBe("2 wrong-subject");
  });

  test("names the end when entries are missing there, or when the aggregate is another", () => {
    const entries = chain(4);
    const aggregate = entries[3] ?? fail();
    expect(broken(entries.slice(0, 3), { aggregate })).toBe("4 wrong-end");
    expect(broken(entries.slice(0, 2), { aggregate })).toBe("3 wrong-end");
    expect(broken(entries, { aggregate: { version: 3, hash: entries[2]?.hash ?? "" } })).toBe("4 wrong-end");
    expect(broken(entries, { aggregate: { version: 4, hash: "0" } })).toBe("4 wrong-end");
    expect(broken([], { aggregate })).toBe("1 wrong-end");
  });

  test("breaks at the place that was touched, whatever was touched", () => {
    const entries = chain(6);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom("by", "recordedAt", "previous", "hash", "facts", "schema"),
        fc.string(),
        (place, field, value) => {
          // The first entry names no hash before it: putting nothing there changes nothing.
          fc.pre(entries[place]?.[field] !== value);
          const report = verifyChain(subject, changed(entries, place, { [field]: value }), {
            aggregate: entries[5] ?? fail(),
          });
          expect(report).toMatchObject({ intact: false, firstBroken: { version: place + 1 } });
        },
      ),
    );
  });
});

test("the subject of a journal states kind and id", () => {
  expect(parseAggregateKey("review#c1-FR")).toEqual({ kind: "review", id: "c1-FR" });
  for (const text of ["review", "review#", "review#a#b", "ghost#1", ""])
    expect(() => parseAggregateKey(text)).toThrow();
});

function fail(): never {
  throw new Error("The chain is shorter than the test thinks");
}
