import { defineConfig } from "vitest/config";

/**
 * Two runs in two checkouts that run.ts starts, one after the other; `npm run test:last-release`, never part of `npm test`.
 * The reading one is that of the last release.
 */
export default defineConfig({
  cacheDir: "dist/last-release-cache",
  test: {
    root: ".",
    silent: "passed-only",
    testTimeout: 600_000,
    hookTimeout: 300_000,
    env: { STAGE: "test" },
    projects: [
      {
        extends: true,
        test: {
          name: "write",
          include: ["test/last-release/write-rows.test.ts"],
          provide: { harness: "http" },
          globalSetup: "test/harness/prepared-data.ts",
        },
      },
      { extends: true, test: { name: "read", include: ["test/last-release/read-rows.test.ts"] } },
    ],
  },
});
