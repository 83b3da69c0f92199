import { describe, expect, test } from "vitest";
import { loadParties } from "../../../bin/load/subjects.ts";
import { paperOrdered } from "../../../domain/papers/status-papers.ts";
import { changeOf, executeCommand } from "../../../lambdas/commands/execute-command.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { paperNumbers, paperText } from "../../../lambdas/use-cases/reports/paper-text.ts";
import { writePaper } from "../../../lambdas/use-cases/reports/write-paper.ts";
import type { StatusPaper } from "../../../schemas/model/status-paper.ts";
import { CalendarDate, Language } from "../../../schemas/base/values.ts";
import { statusPaperId } from "../../fixtures/changes.ts";
import { registerTestUser, secretariat } from "../../fixtures/group.ts";
import { parties } from "../../domain/lots/few-parties.ts";
import { brokenAtRest } from "../../harness/invariants.ts";
import { makeApp, type TestApp } from "../../harness/test-app.ts";

const id = statusPaperId(1);
const [early, late] = [parties.slice(0, 40), parties.slice(40)];

/**
 * Returns an app with an ordered paper, before any work on it. Some parties were registered before the order, the
 * others after it.
 */
const openWithOrder = async (languages: readonly Language[] = ["en"]): Promise<TestApp> => {
  const app = makeApp({ now: "2023-06-09T10:00:00.000Z" });
  app.accounts.open = true;
  await registerTestUser(app, { id: secretariat, role: "secretariat" }, "secretariat@example.org");
  await loadParties({ store: app.store, now: app.clock.now(), by: "load" }, early);
  await app.settle();
  const now = app.clock.now();
  const fact = paperOrdered({ id, asAt: CalendarDate.parse("2023-06-08"), orderedBy: secretariat, languages }, now);
  const change = changeOf("status-paper", id, undefined, [fact]);
  await executeCommand(app.store)<undefined>({
    by: secretariat,
    now,
    decide: async () => ({ ok: true, changes: [change], outcome: undefined }),
  });
  app.sleepUntil("2023-06-09T11:00:00.000Z");
  await loadParties({ store: app.store, now: app.clock.now(), by: "load" }, late);
  return app;
};

const paperIn = async ({ store }: TestApp): Promise<StatusPaper> => {
  const aggregate = await store.load("status-paper", id);
  if (aggregate === undefined) throw new Error("There is no paper");
  return aggregate.state;
};

/** Returns a store in which one format cannot be kept. */
const withoutDocuments = (store: Store): Store => ({
  ...store,
  savePaper: async (place, pages) => {
    if (place.format === "docx") throw new Error("The table does not answer");
    await store.savePaper(place, pages);
  },
});

describe("a status paper in several languages", () => {
  test("is written from the same numbers in each, and continues where it was interrupted", async () => {
    const app = await openWithOrder(["ar", "en"]);
    const failing = { store: withoutDocuments(app.store), clock: app.clock };
    await expect(writePaper(failing, id)).rejects.toThrow("does not answer");
    expect((await paperIn(app)).documents.map(({ format, language }) => [format, language])).toEqual([
      ["json", undefined],
      ["html", "ar"],
      ["html", "en"],
    ]);
    await writePaper(app, id);
    const paper = await paperIn(app);
    expect([paper.state, paper.documents.length]).toEqual(["ready", 7]);
    const [arabic, english, markdown] = await Promise.all([
      paperText(app.store, paper, { format: "html", language: "ar" }),
      paperText(app.store, paper, { format: "html", language: "en" }),
      paperText(app.store, paper, { format: "markdown", language: "ar" }),
    ]);
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(english).toContain('<html lang="en" dir="ltr">');
    expect(markdown).toMatch(/^<div dir="rtl" lang="ar">\n\n# /u);
  });

  test("in six languages is recorded in four entries after its order: the numbers, then one for each format", async () => {
    const app = await openWithOrder(Language.options);
    await writePaper(app, id);
    expect((await paperIn(app)).documents).toHaveLength(19);
    const { items } = await app.store.journalOf("status-paper", id, { limit: 100 });
    const formats = items.slice(1).map(({ facts }) => facts.map((fact) => "format" in fact && fact.format));
    expect(formats).toEqual([["json"], ...["html", "docx", "markdown"].map((format) => Array(6).fill(format))]);
  });
});

describe("a status paper that is being written", () => {
  test("counts what was recorded up to its order, and nothing that came after", async () => {
    const app = await openWithOrder();
    await app.settle();
    const paper = await paperIn(app);
    expect(paper.state).toBe("ready");
    const numbers = await paperNumbers(app.store, paper);
    const total = numbers?.measures.find(({ measure }) => measure === "parties-taking-part")?.total;
    expect([total, numbers?.knownAt]).toEqual([early.length, "2023-06-09T10:00:00.000Z"]);
    expect(await brokenAtRest(app)).toEqual([]);
  });

  test("continues where it was interrupted, from the numbers that it has", async () => {
    const app = await openWithOrder();
    const failing = { store: withoutDocuments(app.store), clock: app.clock };
    await expect(writePaper(failing, id)).rejects.toThrow("does not answer");
    const halfWritten = await paperIn(app);
    expect([halfWritten.state, halfWritten.documents.map(({ format }) => format)]).toEqual([
      "being-written",
      ["json", "html"],
    ]);
    const { papersResumed, failed } = await app.sweep("hourly");
    expect([papersResumed, failed]).toEqual([1, []]);
    const { state, documents } = await paperIn(app);
    expect([state, documents.slice(0, 2)]).toEqual(["ready", halfWritten.documents]);
    const hashes = (await paperIn(app)).documents;
    await writePaper(app, id);
    expect((await paperIn(app)).documents).toEqual(hashes);
    expect((await app.sweep("hourly")).papersResumed).toBe(0);
  });
});
