import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { checkerFindings } from "../harness/api-verification.ts";
import type { StackContents } from "../harness/stack-contents.ts";
import { addressOf, freshKey, missionOf, openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";

/** The focal point of Ireland and the expert of Greece were removed in December 2020, which is recorded in February. */
let api: TestApi;
let kept: StackContents;
const mailsTo = (to: string) => api.app.mailbox.find({ to });
const remove = async (party: string, role: "focal-point" | "expert", effectiveOn: string) => {
  const { items } = (await api.get(`/v1/parties/${party}/mandates`, secretariat)).body;
  const { id } = items.find((item: any) => item.role === role && item.person.email === addressOf(party, role));
  const asking = { as: missionOf(party), key: freshKey(), body: { effectiveOn } };
  expect((await api.request("POST", `/v1/parties/${party}/mandates/${id}/removal`, asking)).status).toBe(200);
  await api.app.rest();
};

beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  for (const party of ["IE", "GR"])
    for (const role of ["focal-point", "expert"] as const) expect((await api.name(party, role)).status).toBe(201);
  await api.app.moveTo("2021-02-10T12:00:00.000Z");
  await api.app.rest();
});
afterAll(async () => {
  kept.close();
  await api.close();
});

test.each([
  ["IE", "focal-point", "a focal point no longer serves"],
  ["GR", "expert", "a governmental expert no longer serves"],
] as const)(
  "The first letter about a late removal is accurate, and leaves at 09:00: %s, %s",
  async (party, role, about) => {
    const to = missionOf(party);
    const before = mailsTo(to).length;
    await remove(party, role, "2020-12-20");
    expect(mailsTo(to)).toHaveLength(before);
    const { length } = mailsTo(to);
    const morning = new Date(Date.parse(api.app.clock.instant()) + 86_400_000).toISOString().slice(0, 10);
    await api.app.moveTo(`${morning}T08:00:30.000Z`);
    await api.app.rest();
    const letters = mailsTo(to).slice(0, mailsTo(to).length - length);
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining(about)]);
    const text = letters[0]?.text.replaceAll(/\s+/gu, " ") ?? "";
    expect(text).toContain("ended on 20 December 2020");
    expect(text).toMatch(/The removal was recorded on \d+ February 2021, and this is the first letter about it\./u);
    expect(text).toMatch(/which was due by the end of \d+ January 2021/u);
    expect(text).not.toContain("Reminder");
    await api.app.moveTo(`${morning}T12:00:00.000Z`);
  },
);

test("Reminders follow on their days, and neither the invariants nor the checker find a fault", async () => {
  const before = mailsTo(missionOf("IE")).length;
  await api.app.moveTo("2021-03-20T12:00:00.000Z");
  await api.sweep("full");
  await api.app.rest();
  const subjects = mailsTo(missionOf("IE")).map(({ subject }) => subject);
  expect(subjects.length).toBeGreaterThan(before);
  expect([...(await brokenNow(kept)), ...(await brokenAtRest(kept))]).toEqual([]);
  expect(await checkerFindings(api)).toEqual([]);
});
