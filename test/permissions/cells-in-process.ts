import type { Answer } from "../harness/contract.ts";
import { type Cell, nameOf } from "./grid.ts";
import { type FrozenApi, openInProcess } from "./in-process.ts";
import { expectedOf, outcomeOf, type Request, requestsOf } from "./requests.ts";
import { scenesOf, type Place } from "./places.ts";
import type { Scene } from "./people.ts";

/** The review in one scene, on an API that writes nothing any more. */
export interface FrozenScene {
  readonly api: FrozenApi;
  readonly place: Place;
}

/** Plays one review, and freezes the system in each scene. */
export const freezeScenes = async (): Promise<ReadonlyMap<Scene, FrozenScene>> => {
  const living = await openInProcess();
  const frozenScenes = new Map<Scene, FrozenScene>();
  for await (const place of scenesOf(living)) {
    const api = living.frozen();
    frozenScenes.set(place.scene, { api, place: { ...place, suppressed: await api.suppress() } });
  }
  return frozenScenes;
};

/**
 * Sends all requests of a cell, with bodies that fit the scene, and returns the replies that differ from the grid. The
 * grid says success, or one refusal and no other. No refusal writes, nor a repetition.
 */
export const wrongAnswersInProcess = async (
  { api, place }: FrozenScene,
  cell: Cell,
  see: (request: Request, answer: Answer) => void = () => {},
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const request of requestsOf(place, cell)) {
    const before = api.withheld();
    const answer = await api.request(request.method, request.path, request.asking);
    see(request, answer);
    const outcome = outcomeOf(answer, request);
    const writes = api.withheld() > before;
    const said = expectedOf(cell, request);
    const mayWrite = said === "allowed" && cell.outcome === "allowed" && request.method !== "GET";
    if (outcome !== said || (writes && !mayWrite))
      wrong.push(
        `${nameOf(cell)}, ${request.operation}: ${outcome}${writes ? " and writes" : ""}, not ${said} (line ${cell.line})`,
      );
  }
  return wrong;
};
