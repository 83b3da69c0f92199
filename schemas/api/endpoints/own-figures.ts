import * as z from "zod";
import { AsAtDay, asAtDayInWords } from "../../base/as-at-day.ts";
import { ClusterQuery } from "../../base/clusters.ts";
import { GateProjectionView } from "../../model/gate-projection.ts";
import { StalledReviewsView } from "../../model/stalled-reviews.ts";
import { StatisticsScope } from "../../model/statistics.ts";
import { endpoint, plain } from "../endpoint.ts";

/** Members shared by the figures that are not in the paper. */
const ownFigure = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "GET",
  tag: "Figures",
  action: "statistics.read",
} as const;

export const GetStalledReviews = endpoint({
  ...ownFigure,
  query: z.strictObject({ ...AsAtDay, ...ClusterQuery, group: StatisticsScope.shape.group }),
  id: "getStalledReviews",
  path: "/v1/figures/stalled-reviews",
  summary: "What stalled reviews wait for as at a day, and which single acts would free most of them",
  description: `${asAtDayInWords} A review is stalled where something that it waits for is past its date, or has none. It is freed by an act where it waits for nothing else; naming a focal point is one act in all reviews of a party, every other act is one in one review. Each review that one act frees is freed by exactly one, so that \`frees\` of \`acts\` and \`furtherActs\` sum to \`freedByOneAct\`. Acts that free as many have the same \`rank\`. Whose an act is and which reviews it frees is shown to the secretariat, for missing focal points to the President, and to a party for its own acts. The drawing (\`format=svg\`) is made like those of the status paper.`,
  csv: {
    name: "stalled-reviews",
    columns: ["rank", "tied", "act", "party", "partyName", "frees", "neededIn", "reviews", "clusters"],
    rows: "acts",
  },
  reply: () => Promise.resolve(StalledReviewsView),
  otherReplyTypes: { "image/svg+xml": z.string() },
});

export const GetGateProjection = endpoint({
  ...ownFigure,
  query: z.strictObject({ ...AsAtDay, ...ClusterQuery }),
  id: "getGateProjection",
  path: "/v1/figures/gate-projection",
  summary: "When as many reviews of the first group may be concluded as the next phase needs",
  description: `${asAtDayInWords} Of the cluster whose first group started last, where none is given. \`method\` and \`assumptions\` say in words how it is projected: from the lower quartile, the median and the upper quartile of the days that steps took. Where fewer than four reviews passed a step that is ahead, there is too little to project from. The drawing (\`format=svg\`) is made like those of the status paper.`,
  csv: { name: "gate-projection", columns: ["series", "day", "concluded"], rows: "points" },
  reply: () => Promise.resolve(GateProjectionView),
  otherReplyTypes: { "image/svg+xml": z.string() },
});
