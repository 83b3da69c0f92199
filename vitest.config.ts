import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // A system waits for itself half of the time, so two share two processors well; one is what vitest takes there.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      // Nothing here changes what it shares, so modules are loaded once for each worker: half the time.
      {
        extends: true,
        test: { name: "parts", include: ["test/{domain,conventions,io,use-cases}/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: {
          name: "running",
          include: ["local/test/**/*.test.ts", "test/{local,permissions,story,verify}/**/*.test.ts"],
          env: { STAGE: "test" },
        },
      },
      // A running system per file, each on a copy of the data that is loaded once.
      {
        extends: true,
        test: {
          name: "api",
          include: ["test/{api,pages}/**/*.test.ts"],
          globalSetup: "test/support/prepared.ts",
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      // The CDK takes two seconds to load and three to synthesize the app: once for all files, not once for each.
      { extends: true, test: { name: "lib", include: ["test/lib/**/*.test.ts"], isolate: false } },
      // Minutes, so `npm test` leaves it out: `npm run test:slow`, and with it `npm run check`.
      {
        extends: true,
        test: {
          name: "slow",
          include: ["test/slow/**/*.test.ts"],
          env: { STAGE: "test" },
          globalSetup: "test/support/prepared.ts",
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
