import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PageQuery } from "../../base/paging.ts";
import { CalendarDate } from "../../base/values.ts";
import { Register } from "../../model/register.ts";

const common = { ...plain, function: "secretariat-api", access: "token", method: "GET", tag: "Figures" } as const;
const asAtDay = { asAt: CalendarDate.optional(), knownOn: CalendarDate.optional() };
const days =
  "`asAt` is a day of Vienna's calendar from the launch to today, which it is where it is left out: entries count from the day on which they happened, as last corrected, and one that was withdrawn does not. `knownOn` leaves out what was recorded after that day.";

export const GetRegisterStatistics = endpoint({
  ...common,
  id: "getRegisterStatistics",
  action: "statistics.read",
  path: "/v1/statistics/registers",
  summary: "What the registers count at the end of any day: sections IV and V of the status paper",
  description: `${days} States and countries count once over all entries; where some entries give their number without names, \`total\` is the least that they are and \`atMost\` the most. \`notKnown\` is the number of entries that do not state a number: \`total\` is then the minimum, and there is no maximum. \`years\` counts the entries of each year alone. \`contacts\` counts the contacts of the secretariat with all parties, by way and by the day of each.`,
  query: z.strictObject(asAtDay),
  csv: {
    name: "register-statistics",
    columns: ["name", "register", "total", "atMost", "notKnown", "years.year", "years.total"],
    rows: "counts",
  },
  reply: async () => (await import("../../views/register-statistics.ts")).RegisterStatistics,
});

export const ListRegisterMembers = endpoint({
  ...common,
  id: "listRegisterMembers",
  action: "registers.read",
  path: "/v1/statistics/registers/{register}/members",
  summary: "The entries of a register that count at the end of a day, in the order of their days",
  description: `${days} \`count\` is how many the whole list has.`,
  params: z.strictObject({ register: Register }),
  query: z.strictObject({ ...PageQuery.shape, ...asAtDay }),
  reply: async () => (await import("../../views/register-statistics.ts")).RegisterMemberPage,
  refusals: ["not-yours", "not-found"],
});
