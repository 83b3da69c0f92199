import type { GateProjectionView } from "../../schemas/model/gate-projection.ts";
import type { Wording } from "../labels/words.ts";
import type { Count } from "../statistics/count.ts";
import { gateProjection, projectionSources } from "../statistics/gate-projection.ts";

/** The gate and its projection as they are read: how it is projected, and what that takes for granted, in words. */
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
