import type { GateProjectionView } from "../../schemas/model/gate-projection.ts";
import type { Wording } from "../labels/words.ts";
import type { Count } from "../statistics/count.ts";
import { gateProjection, projectionSources } from "../statistics/gate-projection.ts";

/** Returns the gate and its projection for readers: the method and its assumptions, in words. */
export const gateProjectionView = (count: Count, words: Wording["words"]): GateProjectionView => {
  const { gateMethod, gateAssumesPace, gateAssumesPassed, gateAssumesStuck, gateAssumesSame } =
    words.ownFigureSentences;
  return {
    ...gateProjection(count),
    method: gateMethod,
    assumptions: [gateAssumesPace, gateAssumesPassed, gateAssumesStuck, gateAssumesSame],
    sources: [...projectionSources],
  };
};
