import { afterAll, beforeAll, expect, test } from "vitest";
import { wrongAnswersOverHttp } from "../permissions/cells-over-http.ts";
import { type Cell, readGrid } from "../permissions/grid.ts";
import { scenes } from "../permissions/people.ts";
import { scenesOf } from "../permissions/places.ts";
import { openTestApi, type TestApi } from "../harness/test-api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

/** Returns one cell of every row; all scenes and all callers occur. */
const oneOfEachRow = (grid: readonly Cell[]): readonly Cell[] =>
  [...Map.groupBy(grid, ({ line }) => line)].flatMap(([line, cells]) =>
    cells.slice((line * 7) % cells.length).slice(0, 1),
  );

test("over HTTP, one cell of every row of the grid is answered as it says, and changes nothing; the slow tests cover all", async () => {
  const cells = oneOfEachRow(readGrid());
  const reached: string[] = [];
  for await (const place of scenesOf(api)) {
    const { wrong } = await wrongAnswersOverHttp(
      api,
      place,
      cells.filter(({ scene }) => scene === place.scene),
    );
    expect.soft(wrong).toEqual([]);
    reached.push(place.scene);
  }
  expect(reached).toEqual(scenes);
  expect(new Set(cells.map(({ who }) => who)).size).toBeGreaterThan(15);
});
