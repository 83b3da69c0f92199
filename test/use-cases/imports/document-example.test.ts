import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readParties } from "../../../bin/load/files.ts";
import { loadParties } from "../../../bin/load/subjects.ts";
import { checkImport, readImport } from "../../../lambdas/use-cases/imports/order-import.ts";
import { OrderImport } from "../../../schemas/api/endpoints/imports.ts";
import { secretariat } from "../../fixtures/group.ts";
import { makeApp } from "../../harness/test-app.ts";

test("the example of the document is sound", async () => {
  const app = makeApp({ now: "2023-06-09T10:00:00.000Z" });
  await loadParties({ store: app.store, now: app.clock.now(), by: "load" }, await readParties());
  const page = await readFile("docs/imports.md", "utf8");
  const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/u.exec(page)?.[1] ?? "");
  const body = OrderImport.body.parse(example);
  const { errors, reviews } = await checkImport(app.store, readImport(body, secretariat, app.clock.now()));
  expect(errors).toEqual([]);
  expect(reviews.map(({ review }) => [review.id, review.stage])).toEqual([["c1-DE", "feedback"]]);
});
