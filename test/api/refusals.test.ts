import { afterAll, beforeAll, describe } from "vitest";
import { openTestApi, type TestApi } from "../harness/test-api.ts";
import { refuseBodies } from "./refusals/bodies.ts";
import { refuseBulletins } from "./refusals/bulletins.ts";
import { refuseByRights } from "./refusals/rights.ts";
import { refuseClearances } from "./refusals/clearances.ts";
import { refuseCommands } from "./refusals/commands.ts";
import { refuseValues } from "./refusals/values.ts";

/**
 * One system for all suites, because refusals change nothing. They run in this order: those that let something happen
 * do so to reviews and parties of their own. The clock moves by a day while bulletins are refused, and to 10 December at
 * last.
 */
let api: TestApi;
const opened = (): TestApi => api;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

describe("values that fit nothing:", () => {
  refuseValues(opened);
});

describe("once a group has started:", () => {
  beforeAll(() => api.startGroup());

  describe("bodies that fit nothing:", () => {
    refuseBodies(opened);
  });
  describe("well-formed requests that are not permitted:", () => {
    refuseByRights(opened);
  });
  describe("bulletins:", () => {
    refuseBulletins(opened);
  });
  describe("clearances:", () => {
    refuseClearances(opened);
  });
  describe("commands:", () => {
    refuseCommands(opened);
  });
});
