import type { Api } from "../../client/client.ts";
import { answerOf } from "../../client/client.ts";
import { addDays } from "../../domain/base/time.ts";
import { CalendarDate } from "../../schemas/base/values.ts";
import { table } from "../table.ts";
import { type Counts, mayDiffer, paperRows } from "./paper-rows.ts";

/** A number of the paper next to that of the system, with the reason of a permitted difference. */
export interface ComparedCount {
  readonly path: string;
  readonly paragraph: string;
  readonly what: string;
  readonly paper: number;
  readonly system: number;
  readonly why: string;
}

/** A number in the file of the paper by its path; of a list it is how many it has. */
const numberAt = (paper: unknown, path: string): number => {
  const found = path
    .split(".")
    .reduce<unknown>(
      (within, name) =>
        typeof within === "object" && within !== null ? new Map(Object.entries(within)).get(name) : undefined,
      paper,
    );
  if (Array.isArray(found)) return found.length;
  if (typeof found !== "number") throw new Error(`The paper has no number at ${path}`);
  return found;
};

/** Every number of the paper that the system counts, side by side. `paper` is the content of its file. */
export const compareWithPaper = (paper: unknown, counts: Counts): readonly ComparedCount[] =>
  paperRows.map(({ path, paragraph, what, system }) => {
    const pair = { paper: numberAt(paper, path), system: system(counts) };
    const why = pair.paper === pair.system ? "" : (mayDiffer[path] ?? "");
    return { path, paragraph, what, ...pair, why };
  });

/** Returns whether two numbers must be equal: there is no reason for a difference. */
export const mustBeEqual = ({ paper, system, why }: ComparedCount): boolean => paper !== system && why === "";

/** Reads what the system counts on the day of the paper. */
export const readCounts = async (api: Api, asAt: CalendarDate): Promise<Counts> => {
  const statistics = async (day: CalendarDate, since: CalendarDate) =>
    (await answerOf(api.GET("/v1/statistics", { params: { query: { asAt: day, since } } }))).body;
  const newYear = CalendarDate.parse(`${asAt.slice(0, 4)}-01-01`);
  const midYear = CalendarDate.parse(`${Number(asAt.slice(0, 4)) - 1}-07-01`);
  const lastYear = addDays(newYear, -1);
  return {
    now: await statistics(asAt, lastYear),
    halfYearBefore: await statistics(lastYear, addDays(midYear, -1)),
    registers: (await answerOf(api.GET("/v1/statistics/registers", { params: { query: { asAt } } }))).body,
  };
};

/** Renders the comparison as a table. */
export const comparisonTable = (counts: readonly ComparedCount[], asAt: string): string =>
  table(
    `The paper and the system on ${asAt}`,
    ["paragraph", "what", "paper", "system", "why they differ"],
    counts.map((one) => {
      const { paragraph, what, paper, system, why } = one;
      return [paragraph, what, paper, system, mustBeEqual(one) ? "they have to be equal" : why];
    }),
  );
