import { defineConfig } from "vitest/config";

const elsewhere = ["test/deployed/**", "node_modules/**"];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: "house", include: ["test/**/*.test.ts"], exclude: ["test/lib/**", ...elsewhere] },
      },
      // The CDK takes two seconds to load and three to synthesize the app: once for all files, not once for each.
      { extends: true, test: { name: "lib", include: ["test/lib/**/*.test.ts"], isolate: false } },
    ],
  },
});
