import { defineConfig } from "vitest/config";

/** The test that needs a cloud (or an emulator of one); `npm run test:deployed`, never part of `npm test`. */
export default defineConfig({
  test: {
    include: ["test/deployed/**/*.test.ts"],
    root: ".",
    testTimeout: 400_000,
    hookTimeout: 400_000,
    fileParallelism: false,
    bail: 1,
  },
});
