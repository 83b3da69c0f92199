import type { Answer } from "../support/contract.ts";
import { type Cell, nameOf } from "./grid.ts";
import { type InProcess, inProcess } from "./in-process.ts";
import { outcomeOf, type Request, requestsOf } from "./requests.ts";
import { scenesOf, type Place } from "./world.ts";
import { type Scene, scenes } from "./people.ts";

/** The review in one scene, on an API that writes nothing any more. */
export interface Stand {
  readonly api: InProcess;
  readonly place: Place;
}

/** Lives a review of its own up to a scene, and freezes it there. */
const standIn = async (scene: Scene): Promise<Stand> => {
  const api = await inProcess();
  for await (const place of scenesOf(api)) {
    if (place.scene !== scene) continue;
    const suppressed = await api.suppress();
    api.freeze();
    return { api, place: { ...place, suppressed } };
  }
  throw new Error(`The review never comes to ${scene}`);
};

/** A stand in every scene. */
export const everyStand = async (): Promise<ReadonlyMap<Scene, Stand>> => {
  const stands = new Map<Scene, Stand>();
  for (const scene of scenes) stands.set(scene, await standIn(scene));
  return stands;
};

/**
 * Asks all that a cell stands for, with bodies that are right for the scene, and gives what is not as the grid says:
 * success where it says so, that refusal and no other where it says that; and no refusal writes, nor a repetition.
 */
export const misjudged = async (
  { api, place }: Stand,
  cell: Cell,
  see: (request: Request, answer: Answer) => void = () => {},
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const request of requestsOf(place, cell)) {
    const before = api.withheld();
    const answer = await api.ask(request.method, request.path, request.asking);
    see(request, answer);
    const outcome = outcomeOf(answer, request);
    const writes = api.withheld() > before;
    const said = cell.outcome === "repeated" ? "allowed" : cell.outcome;
    const mayWrite = cell.outcome === "allowed" && request.method !== "GET";
    if (outcome !== said || (writes && !mayWrite))
      wrong.push(
        `${nameOf(cell)}, ${request.operation}: ${outcome}${writes ? " and writes" : ""}, not ${cell.outcome} (line ${cell.line})`,
      );
  }
  return wrong;
};
