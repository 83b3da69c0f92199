import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LifeApi } from "../fixtures/review-life.ts";
import { startSystemOn } from "../harness/over-http.ts";
import { prepareData, type ProvidedData } from "../harness/prepared-data.ts";
import type { TestSystem } from "../harness/test-api.ts";
import type { Scene } from "../permissions/people.ts";
import { type Place, scenesOf } from "../permissions/places.ts";

/** The data of a review in one scene, and the values that requests need. */
export interface KeptScene extends ProvidedData {
  readonly place: Place;
}

/** Sends requests to the system that runs at the time: each scene stops it and starts it again. */
const delegate = (current: () => TestSystem): LifeApi => ({
  request: (...call) => current().request(...call),
  get: (...call) => current().get(...call),
  name: (...call) => current().name(...call),
  app: {
    rest: () => current().app.rest(),
    moveTo: (...move) => current().app.moveTo(...move),
    get clock() {
      return current().app.clock;
    },
  },
});

/** Plays a review over HTTP, and stores the data of the whole system in each of its scenes below a folder. */
export const keepScenes = async (
  folder: string,
  say: (scene: Scene) => void,
): Promise<ReadonlyMap<Scene, KeptScene>> => {
  const { templateDir, dataDir: filled } = await prepareData();
  const dataDir = join(folder, "living");
  cpSync(filled, dataDir, { recursive: true });
  rmSync(filled, { recursive: true, force: true });
  const scenes = new Map<Scene, KeptScene>();
  let system = await startSystemOn({ templateDir, dataDir });
  try {
    for await (const place of scenesOf(delegate(() => system))) {
      say(place.scene);
      // A running system still writes: the files are whole once the system has ended.
      await system.close();
      const kept = join(folder, place.scene);
      cpSync(dataDir, kept, { recursive: true });
      scenes.set(place.scene, { templateDir, dataDir: kept, place });
      system = await startSystemOn({ templateDir, dataDir });
    }
  } finally {
    await system.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return scenes;
};

/** Starts a system on a copy of a scene's data, uses it, and ends it: the scene itself stays unchanged. */
export const withScene = async <Result>(
  folder: string,
  { templateDir, dataDir: kept }: KeptScene,
  use: (system: TestSystem) => Promise<Result>,
): Promise<Result> => {
  const dataDir = join(folder, "data");
  cpSync(kept, dataDir, { recursive: true });
  const system = await startSystemOn({ templateDir, dataDir });
  try {
    return await use(system);
  } finally {
    await system.close();
  }
};
