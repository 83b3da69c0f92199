import { beforeAll, describe, expect, test } from "vitest";
import { Action } from "../../schemas/actions.ts";
import { endpoints } from "../../schemas/endpoints.ts";
import { Stage } from "../../schemas/review.ts";
import { type Cell, gapsOf, readGrid } from "./grid.ts";
import { everyStand, misjudged, type Stand } from "./judging.ts";
import { operations } from "./operations.ts";
import { type Scene, scenes } from "./people.ts";
import { abouts } from "./requests.ts";

const grid = readGrid();

describe("the grid of who may do what, and when", () => {
  test("says of everybody, every action and every scene one thing and no more", () => {
    expect(gapsOf(grid, abouts)).toEqual([]);
  });

  test("is asked by every operation of the API that answers with data or does something", () => {
    const aside = new Set(["getOpenApi", "getReferencePage", "getReferenceAsset"]);
    const asked = new Set(Action.options.flatMap((action) => operations[action].on.map(({ id }) => id)));
    expect(endpoints.map(({ id }) => id).filter((id) => !asked.has(id) && !aside.has(id))).toEqual([]);
  });
});

describe("in-process, with nothing written, the API answers as the grid says", () => {
  let stands: ReadonlyMap<Scene, Stand>;
  beforeAll(async () => {
    stands = await everyStand();
  }, 120_000);

  test.each(scenes)("in the scene %s", async (scene) => {
    const stand = stands.get(scene);
    if (stand === undefined) throw new Error(`Nothing stands in ${scene}`);
    const wrong: string[] = [];
    for (const cell of grid.filter((one: Cell) => one.scene === scene)) wrong.push(...(await misjudged(stand, cell)));
    expect(wrong).toEqual([]);
  });

  test("and the scenes are of all stages", async () => {
    const stages = await Promise.all(
      [...stands.values()].map(async ({ place: { life } }) => (await life.read()).stage as Stage),
    );
    expect(new Set(stages)).toEqual(new Set(Stage.options));
  });
});
