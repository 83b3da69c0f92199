import { expect, test } from "vitest";
import { makeApp } from "../../harness/test-app.ts";
import { given, nameDelegate } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";

/** Returns what a sweep reports of a mail account whose domain is not verified. */
const reportedBy = async (app: TestApp) => {
  app.mail.usually = "unverified";
  await app.sweep("hourly");
  await app.settle();
  return app.logged("MAIL_ACCOUNT_CLOSED").length;
};

test("a new stage reports no closed mail account before it has a user for a letter", async () => {
  expect(await reportedBy(makeApp({ now: "2020-12-01T10:00:00.000Z" }))).toBe(0);
});

test("a stage with users reports it in the next sweep", async () => {
  const app = await given.group({ reviews: { FR: [] } });
  await nameDelegate(app, "expert", "FR");
  expect(await reportedBy(app)).toBeGreaterThan(0);
});
