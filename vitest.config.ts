import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/harness/longest-first.ts";

/** These replace a module for a policy, or for lots, of their own, which needs modules of their own. */
const withModulesOfTheirOwn = ["test/story/{additional-draw,editions}.test.ts"];

/** What `npm run test:system` runs over HTTP. `npm test` does not repeat it in its own process: others are like it. */
const onlyOverHttp = [
  "test/api/{grid,imports}.test.ts",
  "test/api/lives/{arabic-and-french,by-note-verbale,division,erratum,taken-back,wrong-days}.test.ts",
];

/**
 * Of the API's tests as few as let every operation succeed over HTTP once, with the tests of whole systems; a run of
 * all of them names an operation that no test succeeded with (test/harness/operations-over-http.ts). What is refused,
 * listed, filtered and shown comes from the same handlers in the process of the test.
 */
const overHttp = [
  "test/api/{bulletins,calendars,corrections,erasure,group-start-correction,operations,own-figures,paper-texts,phase-corrections,phases,problem-types,registers,status-papers,suspension,two-parties,users}.test.ts",
  ...onlyOverHttp,
];

/**
 * What takes minutes in the process of the test: the checker held to each defect that is planted, weeks in which
 * anything may happen, and properties of every operation. `npm test` leaves it out for `npm run test:system`.
 */
const thorough = [
  "test/verify/**/*.test.ts",
  "test/story/{answers-and-keys,digest-weeks,first-group,largest-replies}.test.ts",
  "local/test/clock-under-load.test.ts",
  "test/io/store/rebuild.test.ts",
  "test/api/start.test.ts",
  "test/api/properties/**/*.test.ts",
  "test/use-cases/imports/second-resumption.test.ts",
];

/** Searches of which `npm test` makes a part, and `npm run test:system` the whole (test/harness/search-runs.ts). */
const searches = [
  "test/domain/statistics/{lived-histories,projection}.test.ts",
  "test/domain/reports/populations.test.ts",
  "test/domain/oversight/{figures,figures-and-measures}.test.ts",
  "test/permissions/grid.test.ts",
  "test/story/races-of-commands.test.ts",
  "test/use-cases/bulletins/killed-senders.test.ts",
  "test/use-cases/sending/many-letters.test.ts",
];

export default defineConfig({
  test: {
    // A system waits for itself half of the time, so two share two processors well; one is what vitest takes there.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // What a function logs is printed for a test that fails, and for no other.
    silent: "passed-only",
    // Only what hangs may end so, in whichever test: other work on the machine makes everything ten times slower.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    provide: { harness: "in-process", depth: "part" },
    projects: [
      // Nothing here changes what it shares, so modules are loaded once for each worker: half the time.
      {
        extends: true,
        test: {
          name: "parts",
          include: ["test/{domain,conventions,use-cases}/**/*.test.ts"],
          exclude: thorough,
          isolate: false,
        },
      },
      // These start engines. A process starts another one the faster the less memory it holds.
      {
        extends: true,
        test: {
          name: "engines",
          include: ["local/test/**/*.test.ts", "test/{local,io}/**/*.test.ts"],
          exclude: thorough,
          isolate: false,
          env: { STAGE: "test" },
        },
      },
      {
        extends: true,
        test: {
          name: "running",
          include: ["test/{permissions,story}/**/*.test.ts"],
          exclude: [...withModulesOfTheirOwn, ...thorough],
          isolate: false,
          env: { STAGE: "test" },
        },
      },
      // Part of `npm run test:system`: each of the two loads every module again.
      { extends: true, test: { name: "policies", include: withModulesOfTheirOwn, env: { STAGE: "test" } } },
      // The API's handlers in the process of the test, on a store in memory.
      {
        extends: true,
        test: {
          name: "api",
          include: ["test/api/**/*.test.ts"],
          exclude: [...thorough, ...onlyOverHttp],
          isolate: false,
          env: { STAGE: "dev" },
        },
      },
      // The CDK takes two seconds to load and three to synthesize the app: once for all files, not once for each.
      { extends: true, test: { name: "lib", include: ["test/lib/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "thorough",
          include: [...thorough, ...searches],
          isolate: false,
          env: { STAGE: "test" },
          provide: { depth: "whole" },
        },
      },
      // What `npm test` leaves out as well: whole systems that run, and some of the API's tests once more over HTTP,
      // each file on a copy of the data that is loaded once.
      {
        extends: true,
        test: {
          name: "system",
          include: ["test/system/**/*.test.ts", ...overHttp],
          env: { STAGE: "test" },
          provide: { harness: "http" },
          globalSetup: ["test/harness/prepared-data.ts", "test/harness/operations-over-http.ts"],
        },
      },
      // Minutes, so `npm test` leaves it out: `npm run test:slow`, and with it `npm run check`.
      {
        extends: true,
        test: {
          name: "slow",
          include: ["test/slow/**/*.test.ts"],
          env: { STAGE: "test" },
          provide: { harness: "http" },
          globalSetup: "test/harness/prepared-data.ts",
        },
      },
    ],
  },
});
