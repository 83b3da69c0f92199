import * as z from "zod";
import { ClusterQuery } from "../../base/clusters.ts";
import { endpoint, plain } from "../endpoint.ts";
import { CurrentFigures, FigureDimensions, FigureMemberPage, FigureName } from "../../model/figures.ts";
import { PageQuery } from "../../base/paging.ts";

const common = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "GET",
  tag: "Figures",
  refusals: ["not-yours"],
} as const;

export const GetCurrentFigures = endpoint({
  ...common,
  id: "getCurrentFigures",
  action: "figures.read",
  path: "/v1/figures/current",
  summary: "The current status of the reviews: stages, blockers, missing people, obligations overdue",
  description:
    "Every number has a list: that of its figure, filtered by the values of its part. `total` is the list without a filter. With `cluster`, `cycle` or `group` all is counted within it, parts by party included. A part that counts nothing is left out. Parts by party are the secretariat's.",
  query: FigureDimensions.pick({ group: true }).extend(ClusterQuery),
  csv: {
    name: "figures",
    columns: ["figure", "counts", "total", "cluster", "group", "stage", "kind", "party", "partyName", "count", "cycle"],
    rows: "figures.parts",
  },
  reply: () => Promise.resolve(CurrentFigures),
});

export const ListFigureMembers = endpoint({
  ...common,
  id: "listFigureMembers",
  action: "figure-members.read",
  path: "/v1/figures/current/{figure}",
  summary: "What a figure counts, one by one, those that have waited longest first",
  description:
    "Dates are judged as of `asOf`, on every page as of the first. `count` is how many the whole list has; what happens while one pages shows where it is still ahead.",
  params: z.strictObject({ figure: FigureName }),
  namesInPath: true,
  query: z.strictObject({ ...PageQuery.shape, ...FigureDimensions.shape, ...ClusterQuery }),
  csv: {
    name: "figure-members",
    columns: [
      "review",
      "cluster",
      "group",
      "stage",
      "party",
      "partyName",
      "kind",
      "blockedBy",
      "obligation",
      "dueOn",
      "originalDueOn",
      "since",
      "cycle",
    ],
  },
  reply: () => Promise.resolve(FigureMemberPage),
  refusals: ["not-yours"],
});
