import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { AsAtDay, asAtDayInWords } from "../../base/as-at-day.ts";
import { PageQuery } from "../../base/paging.ts";
import { ClusterQuery } from "../../base/clusters.ts";
import { CalendarDate } from "../../base/values.ts";
import { PaperFigure, PaperFigureView } from "../../model/paper-figures.ts";
import { Measure, MeasureMemberPage, Statistics, StatisticsScope } from "../../model/statistics.ts";

const common = {
  ...plain,
  function: "secretariat-api",
  access: "token",
  method: "GET",
  tag: "Figures",
} as const;

const scope = { ...StatisticsScope.shape, ...ClusterQuery };

export const GetStatistics = endpoint({
  ...common,
  id: "getStatistics",
  action: "statistics.read",
  path: "/v1/statistics",
  summary: "The status of the reviews at the end of any day: every count of the status paper",
  description: `${asAtDayInWords} Before the launch, \`parties-to-instruments\` alone has a count, and is the only measure of the reply. \`since\` is an earlier day with which each total is compared: what it \`was\` then, and how many \`more\` or \`fewer\` it is now; a measure that had no count then has no \`change\`. \`groups\` counts several groups together: a person or party in more than one of them counts once. The others narrow to reviews of a cycle, cluster, group or instrument, and to parties of a regional group; people and parties count there if they serve or sit in such a review, and what is counted of parties alone is left out. Each total is the length of the list of members. A part that counts nothing is left out; under what \`overlapping\` names one may count several times. Parts by party are the secretariat's. Counts may be some seconds behind what was just recorded.`,
  query: z.strictObject({ ...AsAtDay, since: CalendarDate.optional(), ...scope }),
  csv: {
    name: "statistics",
    columns: [
      "measure",
      "counts",
      "total",
      "share.of",
      "share.total",
      "share.percent",
      "change.was",
      "change.more",
      "change.fewer",
      "cluster",
      "group",
      "regionalGroup",
      "instrument",
      "stage",
      "step",
      "gender",
      "institutionKind",
      "languages",
      "languagesOpen",
      "kind",
      "reason",
      "count",
      "cycle",
      "party",
      "partyName",
      "endReason",
    ],
    rows: "measures.parts",
  },
  reply: () => Promise.resolve(Statistics),
});

export const ListMeasureMembers = endpoint({
  ...common,
  id: "listMeasureMembers",
  action: "statistic-members.read",
  path: "/v1/statistics/{measure}/members",
  summary: "What a measure counts at the end of a day, one by one, in the order in which it came to be so",
  description: `${asAtDayInWords} The members of \`parties-to-instruments\` can be read for days before the launch as well. \`count\` is the total of the measure, for every caller. The secretariat is shown all of it, and the President the measures of missing nominations. A user who acts for a party is shown its own rows: its people and its own, and of the reviews that they may read what these show them, the obligations of other parties to those who serve there. Then \`ownRowsOnly\` says that the list is a part.`,
  params: z.strictObject({
    measure: Measure,
  }),
  namesInPath: true,
  query: z.strictObject({ ...PageQuery.shape, ...AsAtDay, ...scope }),
  csv: {
    name: "measure-members",
    columns: [
      "party",
      "partyName",
      "user",
      "personName",
      "review",
      "cluster",
      "group",
      "obligation",
      "stage",
      "step",
      "languages",
      "languagesOpen",
      "kind",
      "reason",
      "sinceDay",
      "cycle",
    ],
  },
  reply: () => Promise.resolve(MeasureMemberPage),
  refusals: ["not-yours"],
});

export const GetPaperFigure = endpoint({
  ...common,
  id: "getPaperFigure",
  action: "statistics.read",
  path: "/v1/figures/paper/{figure}",
  summary: "One of the figures I to VI of the status paper as at a day: its numbers, or drawn",
  description: `${asAtDayInWords} Every review that the figure counts is in one row and one part of it, so that parts sum to totals; groups without reviews and combinations of languages without any agreement have no row. Counts may be some seconds behind what was just recorded. The drawing (\`format=svg\`) is 600 pixels wide and loads nothing; its title and description say in words what it shows, and its parts differ without colour.`,
  params: z.strictObject({ figure: PaperFigure }),
  namesInPath: true,
  query: z.strictObject({ ...AsAtDay, ...ClusterQuery, group: StatisticsScope.shape.group }),
  csv: { name: "paper-figure", columns: ["group", "languages", "total", "series", "count"], rows: "rows.parts" },
  reply: () => Promise.resolve(PaperFigureView),
  otherReplyTypes: { "image/svg+xml": z.string() },
});
