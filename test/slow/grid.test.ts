import { afterAll, beforeAll, expect, test } from "vitest";
import { wrongAnswersOverHttp } from "../permissions/cells-over-http.ts";
import { readFields, watchReplies } from "../permissions/fields.ts";
import { readGrid } from "../permissions/grid.ts";
import { scenes } from "../permissions/people.ts";
import { scenesOf } from "../permissions/places.ts";
import { openTestApi, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test("over HTTP, a review answers all callers in every stage as the grid says, shows no caller a field that is not theirs, and no request changes it", async () => {
  const grid = readGrid();
  const watch = watchReplies(readFields());
  const reached: string[] = [];
  for await (const place of scenesOf(api)) {
    const cells = grid.filter(({ scene }) => scene === place.scene);
    const { wrong, requestCount } = await wrongAnswersOverHttp(
      api,
      place,
      cells,
      ({ operation }, { who, scene }, answer) => watch.see(operation, who, scene, answer),
    );
    // Said past the console, which is listened to here.
    process.stderr.write(`  ${place.scene}: ${requestCount} requests\n`);
    expect.soft(wrong).toEqual([]);
    reached.push(place.scene);
  }
  expect(watch.leaks()).toEqual([]);
  expect(reached).toEqual(scenes);
}, 1_800_000);
