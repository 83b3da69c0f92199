import { expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { at, onePage } from "../../fixtures/changes.ts";
import { earlierReminder } from "../../fixtures/earlier-reminder.ts";
import { given, secretariat, startOf, subOf } from "../../fixtures/group.ts";
import { apiOf } from "../../harness/app-requests.ts";

const longAgo = at("2018-01-01T08:00:00.000Z");

test("the proof of notice reads no letter from before the drawing of the review", async () => {
  const app = await given.group({ reviews: { FR: ["DE"] } });
  for (let number = 0; number < 5; number++)
    await app.ledger.plan(earlierReminder(later(longAgo, { hours: 24 * number })));
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  const read: Letter[] = [];
  const ofParty: Ledger["ofParty"] = async (code, paging) => {
    const page = await app.ledger.ofParty(code, paging);
    read.push(...page.items);
    return page;
  };
  const request = apiOf({ ...app, ledger: { ...app.ledger, ofParty } });
  const { status, body } = await request({
    as: subOf(secretariat),
    route: "GET /v1/reviews/{reviewId}/notices",
    params: { reviewId: "c1-FR" },
  });
  const [drawn] = (await app.store.journalOf("review", "c1-FR", onePage)).items;
  expect([status, read.filter(({ plannedAt }) => plannedAt < (drawn?.recordedAt ?? ""))]).toEqual([200, []]);
  expect(read.length).toBeGreaterThan(0);
  expect(body["items"]).toHaveLength(read.length);
});
