import type { InProcess } from "./in-process.ts";
import type { Scene, Who } from "./people.ts";

/** Situations outside the scenes of the grid: exceptions, delays, a late redraw. */
export interface SideScene {
  readonly api: InProcess;
  /** The scene that it is nearest to. */
  readonly scene: Scene;
}

export type OnAnswer = (
  operation: string,
  who: Who,
  scene: Scene,
  answer: Awaited<ReturnType<InProcess["request"]>>,
) => void;
