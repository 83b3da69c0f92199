import type { Defect } from "../defect.ts";

/** The counts and the print of a status paper. */
export const statusPapers: readonly Defect[] = [
  {
    name: "status papers: two orders at one moment make two papers",
    file: "lambdas/handlers/status-papers.ts",
    from: `[{ kind: "latest-paper", paper: newId, asAt, before: latest }],`,
    to: "[],",
    suites: ["test/api/status-papers.test.ts"],
  },
  {
    name: "status papers: the table of groups gives each group the total",
    file: "domain/reports/tables.ts",
    from: "...columns.map(({ number }) => number({ group })),",
    to: "...columns.map(({ number }) => number({})),",
    suites: ["test/verify/papers.test.ts"],
  },
  {
    name: "status papers: paragraph 34 counts concluded reviews as parts of those that advance",
    file: "domain/reports/progress-section.ts",
    from: `started: total("reviews-started"),
        reached`,
    to: `started: total("reviews-advancing"),
        reached`,
    suites: ["test/domain/reports/populations.test.ts"],
  },
  {
    name: "status papers: the table of groups has no column for reviews at the preliminary consultation",
    file: "domain/reports/tables.ts",
    from: `    inStage("consultation"),
`,
    to: "",
    suites: ["test/domain/reports/populations.test.ts"],
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
    from: "one.language === other.language",
    to: "true",
    suites: ["test/domain/papers/status-papers.test.ts"],
  },
  {
    name: "status papers: attendance that is not known is printed as zero",
    file: "domain/reports/support-section.ts",
    from: "const known = attendance.filter((one) => one.known > 0);",
    to: "const known = attendance;",
    suites: ["test/domain/reports/unknown-numbers.test.ts"],
  },
  {
    name: "status papers: after a take-over one says that lots were not drawn again",
    file: "domain/reports/pairing-section.ts",
    from: "const isWhole = reviews === 0 && redrawsAsked === 0;",
    to: "const isWhole = true;",
    suites: ["test/domain/reports/status-paper.test.ts"],
  },
  {
    name: "status papers: what a person added is lost when a paper is computed again",
    file: "lambdas/handlers/status-papers.ts",
    from: "const texts = before.at(-1)?.state.texts;",
    to: "const texts = undefined;",
    suites: ["test/api/paper-texts.test.ts"],
  },
];
