import type { Fact } from "../../../../schemas/model/fact.ts";
import { PaperFormat } from "../../../../schemas/model/status-paper.ts";
import { day, statusPaperId, userId } from "../../../fixtures/changes.ts";
import { hash, when } from "./review-facts.ts";

const paper = statusPaperId(1);
const previous = statusPaperId(2);
const document = (format: PaperFormat, place: number) => ({
  format,
  ...(format === "json" ? {} : { language: "en" as const }),
  hash: hash(String(place)),
  bytes: 1_000,
});

/** A status paper that was written, and published by a second person. */
const ofPaper: readonly Fact[] = [
  {
    kind: "status-paper-ordered",
    happenedAt: when("2021-04-01"),
    paper,
    asAt: day("2021-03-31"),
    orderedBy: userId(1),
    previous,
    languages: ["en"],
  },
  ...PaperFormat.options.map((format, place) => ({
    kind: "status-paper-written" as const,
    happenedAt: when("2021-04-01"),
    paper,
    ...document(format, place),
    pages: 1,
  })),
  {
    kind: "status-paper-completed",
    happenedAt: when("2021-04-02"),
    paper,
    texts: { paper, hash: hash("9"), pages: 1 },
  },
  ...PaperFormat.options.flatMap((format, place) =>
    format === "json"
      ? []
      : [
          {
            kind: "status-paper-written" as const,
            happenedAt: when("2021-04-02"),
            paper,
            ...document(format, place),
            pages: 1,
          },
        ],
  ),
  { kind: "status-paper-publication-ordered", happenedAt: when("2021-04-02"), paper, orderedBy: userId(1) },
  {
    kind: "status-paper-published",
    happenedAt: when("2021-04-03"),
    paper,
    approvedBy: userId(2),
    documents: PaperFormat.options.map(document),
  },
];
export const recordedPaper = { kind: "status-paper", id: paper, facts: ofPaper } as const;
