import { describe, expect, test } from "vitest";
import { fold } from "../../../domain/audit/aggregates.ts";
import type { Decision } from "../../../domain/base/decision.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import {
  approvePublication,
  completeParts,
  orderPublication,
  paperOrdered,
  partsOf,
} from "../../../domain/papers/status-papers.ts";
import { PaperFormat, type StatusPaper } from "../../../schemas/model/status-paper.ts";
import { at, day, statusPaperId, userId } from "../../fixtures/changes.ts";

const now = at("2023-06-09T10:00:00.000Z");
const id = statusPaperId(1);
const [orderer, approver] = [{ id: userId(1) }, { id: userId(2) }];

const after = (paper: StatusPaper, decision: Decision): StatusPaper => {
  if (!decision.ok) throw new Error(decision.refusal);
  return fold("status-paper", paper, decision.facts) ?? paper;
};
const newPaper = fold("status-paper", undefined, [
  paperOrdered({ id, asAt: day("2023-06-09"), orderedBy: orderer.id, languages: ["en"] }, now),
])!;
const inEnglish = (format: PaperFormat) => (format === "json" ? {} : { language: "en" as const });
const document = (format: PaperFormat) => ({
  format,
  ...inEnglish(format),
  hash: hashOf(format),
  bytes: 10,
  pages: 1,
});
const write = (paper: StatusPaper, formats: readonly PaperFormat[]): StatusPaper =>
  formats.reduce((before, format) => after(before, completeParts(before, [document(format)], now)), paper);
const ready = write(newPaper, PaperFormat.options);
const awaiting = after(ready, orderPublication(ready, orderer.id, now));

describe("a status paper", () => {
  test("is ready once every format of it is written, each once", () => {
    const halfWritten = write(newPaper, ["json", "html"]);
    expect([halfWritten.state, halfWritten.documents.map(({ format }) => format)]).toEqual([
      "being-written",
      ["json", "html"],
    ]);
    expect(completeParts(halfWritten, [document("html")], now)).toEqual({ ok: true, facts: [] });
    expect(ready.state).toBe("ready");
    expect(completeParts(ready, [document("html")], now)).toEqual({ ok: true, facts: [] });
  });

  test("in several languages is ready once each format is written in each of them, and its numbers once", () => {
    const ordered = fold("status-paper", undefined, [
      paperOrdered({ id, asAt: day("2023-06-09"), orderedBy: orderer.id, languages: ["ar", "en"] }, now),
    ])!;
    expect(partsOf(ordered).map(({ format, language }) => [format, language])).toEqual([
      ["html", "ar"],
      ["html", "en"],
      ["docx", "ar"],
      ["docx", "en"],
      ["markdown", "ar"],
      ["markdown", "en"],
      ["json", undefined],
    ]);
    const states = partsOf(ordered).reduce<StatusPaper[]>(
      (before, part) => [
        ...before,
        after(
          before.at(-1) ?? ordered,
          completeParts(before.at(-1) ?? ordered, [{ ...document(part.format), ...part }], now),
        ),
      ],
      [],
    );
    expect(states.map(({ state }) => state)).toEqual([...Array.from({ length: 6 }, () => "being-written"), "ready"]);
    expect(states.at(-1)?.documents.map(({ format, language }) => ({ format, language }))).toEqual(
      partsOf(ordered).map(({ format, language }) => ({ format, language })),
    );
    const [first] = states;
    expect(completeParts(first!, [{ ...document("html"), language: "ar" }], now)).toEqual({ ok: true, facts: [] });
  });

  test("is not published while it is being written, nor before it is ordered", () => {
    const halfWritten = write(newPaper, ["json"]);
    const notReady = { ok: false, refusal: "paper-not-ready", details: { state: "being-written" } };
    expect(orderPublication(halfWritten, orderer.id, now)).toMatchObject(notReady);
    expect(approvePublication(halfWritten, { approver, orderer }, now)).toMatchObject(notReady);
    expect(approvePublication(ready, { approver, orderer }, now)).toMatchObject({
      refusal: "publication-not-ordered",
    });
  });

  test("is published by a second person, with the hash of each format, and once", () => {
    expect(approvePublication(awaiting, { approver: orderer, orderer }, now)).toMatchObject({
      refusal: "second-person-needed",
    });
    const sponsored = { ...approver, sponsors: [orderer.id] };
    expect(approvePublication(awaiting, { approver: sponsored, orderer }, now)).toMatchObject({
      refusal: "not-confirmed",
    });
    const publicPaper = after(awaiting, approvePublication(awaiting, { approver, orderer }, now));
    expect([publicPaper.state, publicPaper.publishedAt]).toEqual(["published", now]);
    for (const again of [
      orderPublication(awaiting, approver.id, now),
      orderPublication(publicPaper, orderer.id, now),
      approvePublication(publicPaper, { approver, orderer }, now),
    ])
      expect(again).toEqual({ ok: true, facts: [] });
    const decision = approvePublication(awaiting, { approver, orderer }, now);
    expect(decision).toMatchObject({
      facts: [
        {
          kind: "status-paper-published",
          approvedBy: approver.id,
          documents: PaperFormat.options.map((format) => ({
            format,
            ...inEnglish(format),
            hash: hashOf(format),
            bytes: 10,
          })),
        },
      ],
    });
  });

  test("takes in nothing once it is published", () => {
    const publicPaper = after(awaiting, approvePublication(awaiting, { approver, orderer }, now));
    expect(() =>
      fold("status-paper", publicPaper, [
        { kind: "status-paper-written", happenedAt: now, paper: id, ...document("html") },
      ]),
    ).toThrow("cannot take in");
  });
});
