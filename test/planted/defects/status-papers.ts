import type { Defect } from "../defect.ts";

/** What a status paper counts and prints. */
export const statusPapers: readonly Defect[] = [
  {
    name: "status papers: the table of groups tells of each what there is of all",
    file: "domain/reports/tables.ts",
    from: "...measures.map((measure) => part(measure, { group })),",
    to: "...measures.map((measure) => total(measure)),",
    suites: ["test/verify/papers.test.ts"],
  },
  {
    name: "status papers: what the day before counts now is what was published",
    file: "domain/reports/paper-data.ts",
    from: "counted: countedBy(measure, then).size,",
    to: "counted: total,",
    suites: ["test/verify/papers.test.ts"],
  },
  {
    name: "status papers: a half-year counts what changed before it as well",
    file: "domain/reports/paper-data.ts",
    from: "now.difference(before).size",
    to: "now.size",
    suites: ["test/verify/papers.test.ts"],
  },
  {
    name: "status papers: one that is written in a language counts as written in all",
    file: "domain/papers/status-papers.ts",
    from: `(one.language ?? "en") === (other.language ?? "en")`,
    to: "true",
    suites: ["test/domain/papers/status-papers.test.ts"],
  },
];
