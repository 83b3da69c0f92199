import { beforeEach, expect, test } from "vitest";
import type { Instant } from "../../../schemas/base/values.ts";
import { at } from "../../fixtures/changes.ts";
import { given, missionUser, subOf } from "../../fixtures/group.ts";
import { apiOf } from "../../harness/app-requests.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { readdress } from "../mission-addresses.ts";

/** The address that the account of the mission has. */
const ofAccount = "secretary@fr.example.org";
const as = subOf(missionUser("FR"));

let app: TestApp;
beforeEach(async () => {
  app = await given.group({ reviews: { FR: [] } });
});

/** Seconds later, so that what follows is after what was before. */
const pass = async (): Promise<Instant> => {
  app.sleepUntil(at(new Date(Date.parse(app.clock.now()) + 2000).toISOString()));
  return app.clock.now();
};
const request = async (
  signedInAt?: Instant,
  route = "GET /v1/me",
  secondFactorOf: Parameters<typeof apiOf>[1] = [],
) => {
  const session = signedInAt === undefined ? {} : { signedInAt };
  const { status } = await apiOf(app, secondFactorOf)({ as, route, ...session });
  return [status, (await app.store.load("party", "FR"))?.state.unconfirmedChange === undefined];
};

test("a session from before the address was set confirms nothing, nor does one of unknown beginning; a new one does", async () => {
  const before = await pass();
  await pass();
  await readdress(app, ofAccount);
  await pass();
  expect(await request(before)).toEqual([200, false]);
  expect(await request()).toEqual([200, false]);
  expect(await request(await pass())).toEqual([200, true]);
});

test("of several changes in a row the sign-in follows the last", async () => {
  await readdress(app, ofAccount);
  const between = await pass();
  await readdress(app, "mistyped@fr.example.org");
  await pass();
  await readdress(app, ofAccount);
  await pass();
  expect(await request(between)).toEqual([200, false]);
  expect(await request(await pass())).toEqual([200, true]);
});

test("a session that goes without the second factor which is wanted confirms nothing", async () => {
  await readdress(app, ofAccount);
  const without = await pass();
  expect(await request(without, "GET /v1/parties", ["permanent-mission"])).toEqual([403, false]);
  expect(await request(without, "GET /v1/me", ["permanent-mission"])).toEqual([200, false]);
  app.accounts.withSecondFactor.add(as);
  await pass();
  expect(await request(without, "GET /v1/parties", ["permanent-mission"])).toEqual([403, false]);
  expect(await request(await pass(), "GET /v1/parties", ["permanent-mission"])).toEqual([200, true]);
});
