import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressOf, type TestSystem, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";
import type { Item } from "../harness/database.ts";

const review = "c1-IE";
const subject = `review#${review}`;
let api: TestSystem;
let entries: any[] = [];
beforeAll(async () => {
  api = await startTestSystem();
  await api.startGroup();
  for (const party of ["FR", "IE", "TD"])
    for (const role of ["focal-point", "expert", "observer"] as const)
      expect((await api.name(party, role, { reviews: [review] })).status).toBe(201);
  await api.app.rest();
  ({ items: entries } = await api.pages(`/v1/journal/review/${review}`, secretariat, 3));
});
afterAll(() => api.close());

const verification = async (): Promise<any> => {
  const { body } = await api.get(`/v1/journal/review/${review}/verification`, secretariat);
  return body;
};

/** Runs the checker as a command; returns its exit code and its output lines. */
const verifyOutside = async (...journals: readonly string[]) => {
  const options = [api.app.url, "--only", "journal", ...journals.map((id) => `review#${id}`)];
  const child = spawn(process.execPath, ["bin/verify.ts", ...options], { stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, lines: said.trim().split("\n") };
};

describe("the journal of a review", () => {
  test("records the event and its actor, without a name, an address or a number", async () => {
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_, at) => at + 1));
    const kinds = entries.map(({ facts }) => facts.map(({ kind }: any) => kind));
    expect(kinds[0]).toEqual(["review-drawn"]);
    expect(kinds[1]?.slice(0, 2)).toEqual(["review-started", "stage-changed"]);
    expect(kinds.flat().filter((kind) => kind === "mandate-began")).toHaveLength(9);
    expect(kinds.flat().at(-1)).toBe("mandate-began");
    expect(JSON.stringify(entries)).not.toMatch(
      /@|The (?:focal-point|expert|observer) of|Institution|Counsellor|\+43/u,
    );
  });

  test("of no subject identifies a person", async () => {
    const journal = [...(await api.storedRows())].filter(([key]) => key.startsWith("journal "));
    expect(journal.some(([key]) => key.startsWith("journal user#"))).toBe(true);
    expect(
      journal.filter(([, item]) => /@|The (?:focal-point|expert|observer) of|Institution|\+43/u.test(item)),
    ).toEqual([]);
  });

  test("verifies inside, and outside for all reviews", async () => {
    expect(await verification()).toEqual({
      subject,
      entries: entries.length,
      intact: true,
      lastHash: entries.at(-1).hash,
    });
    const { code, lines } = await verifyOutside();
    expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: "0 findings" });
    const [, journals, links] = /^Looked at: (\d+) journals, (\d+) journal entries\.$/u.exec(lines[0] ?? "") ?? [];
    expect(Number(journals)).toBeGreaterThan(200);
    expect(Number(links)).toBeGreaterThan(Number(journals));
  });
});

describe("every journal", () => {
  test("is read by month, with its subject, in the order of recording", async () => {
    const { items } = await api.pages("/v1/journal?month=2020-12", secretariat, 50);
    const times = items.map(({ recordedAt }: any) => recordedAt);
    expect(times).toEqual(times.toSorted());
    const own = items.filter((entry: any) => entry.subject === subject).map(({ subject: _, ...entry }: any) => entry);
    expect(own).toEqual(entries);
    expect(new Set(items.map((entry: any) => entry.subject.split("#")[0]))).toEqual(
      new Set(["party", "group", "review", "user"]),
    );
  });

  test.each(["party", "group", "review", "user"])("of a %s ends where its aggregate says", async (kind) => {
    const { items } = await api.pages(`/v1/journal/${kind}`, secretariat, 100);
    const { id, version, hash } = items[0];
    const { items: whole } = await api.pages(`/v1/journal/${kind}/${id}`, secretariat, 2);
    expect(whole.at(-1)).toMatchObject({ version, hash });
  });

  test("that is none is not found, of each kind, and a month that is none is refused", async () => {
    const missing = ["party/XX", "group/c9-g1", "review/c1-XX", "user/nobody", "bulletin/b-none", "text/none"];
    for (const journal of [...missing, "contact-log/XX"])
      await api.expectRefusal(["GET", `/v1/journal/${journal}`, { as: secretariat }], {
        status: 404,
        problem: "not-found",
      });
    expect((await api.get("/v1/journal?month=2020-13", secretariat)).status).toBe(400);
  });
});

describe("a journal that was changed behind the system's back", () => {
  const entryKey = (version: number) => ({ subject, version: String(version).padStart(10, "0") });
  const aggregateRowKey = { pk: subject, sk: "aggregate" };

  /** Changes one attribute of one item in the database, and returns a function to undo it. */
  const changed = async (table: "journal" | "records", key: Record<string, string>, change: (item: Item) => Item) => {
    const item = await api.read(table, key);
    await api.write(table, change(structuredClone(item)));
    return () => api.write(table, item);
  };
  const otherwise = "0".repeat(64);

  test.each<[string, number, (item: Item) => Item]>([
    ["when it was recorded", 2, (item) => ({ ...item, recordedAt: { S: "2020-12-01T08:00:00.001Z" } })],
    ["who did it", 3, (item) => ({ ...item, by: { S: "an intruder" } })],
    [
      "a fact of it",
      4,
      (item) => {
        const [first] = item["facts"]?.L ?? [];
        if (first?.M !== undefined) first.M["happenedAt"] = { S: "2020-11-30T23:00:00.000Z" };
        return item;
      },
    ],
    [
      "a fact more",
      5,
      (item) => ({ ...item, facts: { L: [...(item["facts"]?.L ?? []), ...(item["facts"]?.L ?? [])] } }),
    ],
    ["the hash before it", 6, (item) => ({ ...item, previous: { S: otherwise } })],
    ["its own hash", 3, (item) => ({ ...item, hash: { S: otherwise } })],
  ])("%s: entry %i is named as the first broken link", async (_, version, change) => {
    const undo = await changed("journal", entryKey(version), change);
    const report = await verification();
    expect(report).toMatchObject({
      intact: false,
      firstBroken: { version, why: expect.stringContaining(`${version}`) },
    });
    expect(report.lastHash).toBe(entries[version - 2].hash);
    await undo();
    expect(await verification()).toMatchObject({ intact: true });
  });

  test("the command names the same link, with its review, and ends with 1", async () => {
    const undo = await changed("journal", entryKey(4), (item) => ({ ...item, by: { S: addressOf("FR", "observer") } }));
    const { firstBroken } = await verification();
    expect(firstBroken).toMatchObject({ version: 4 });
    expect(await verifyOutside("c1-DE", review, "c1-GR")).toEqual({
      code: 1,
      lines: [
        expect.stringMatching(/^Looked at: 3 journals/u),
        "chain-broken: 1",
        expect.stringContaining(`  review#${review}: ${firstBroken.why}`),
        "1 finding",
      ],
    });
    await undo();
  });

  test("an end that the review's own aggregate does not know is named", async () => {
    const undo = await changed("records", aggregateRowKey, (item) => ({ ...item, hash: { S: otherwise } }));
    expect(await verification()).toMatchObject({ intact: false, firstBroken: { version: entries.length } });
    await undo();
    expect(await verification()).toMatchObject({ intact: true });
  });

  test("entries of a missing aggregate are shown, and are not called whole", async () => {
    const aggregate = await api.read("records", aggregateRowKey);
    await api.remove("records", aggregateRowKey);
    expect(await verification()).toMatchObject({
      entries: entries.length,
      intact: false,
      firstBroken: { version: 1, why: `there are entries of ${subject}, and no aggregate` },
    });
    expect((await api.pages(`/v1/journal/review/${review}`, secretariat, 3)).items).toEqual(entries);
    expect((await api.get("/v1/journal/review/c1-XX/verification", secretariat)).status).toBe(404);
    expect((await api.get("/v1/journal/review/c1-XX", secretariat)).status).toBe(404);
    expect((await verifyOutside(review)).code).not.toBe(0);
    await api.write("records", aggregate);
    expect(await verification()).toMatchObject({ intact: true });
  });

  test("an older aggregate that was put back does not hide the entries after it", async () => {
    const undo = await changed("records", aggregateRowKey, (item) => ({ ...item, version: { N: "3" } }));
    expect(await verification()).toMatchObject({ intact: false, firstBroken: { version: 4 } });
    await undo();
  });
});
