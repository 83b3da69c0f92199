import { type Api, answerOf, itemsOf, makeIdempotencyKey } from "../client/client.ts";
import type { components } from "../client/api-types.ts";
import type { CalendarDate } from "../schemas/base/values.ts";
import { PaperFigure } from "../schemas/model/paper-figures.ts";

type Schemas = components["schemas"];
type PaperNumbers = Schemas["PaperData"];

/** A number in the written paper, next to the API's count. */
export interface WrittenNumber {
  readonly what: string;
  readonly written: number;
  readonly counted: number;
}

/** Orders the status paper as at a day, waits until it is written, and reads its numbers. Throws where it is not written. */
export const writePaper = async (
  secretariat: Api,
  asAt: CalendarDate,
  rest: () => Promise<void>,
): Promise<PaperNumbers> => {
  const order = await answerOf(
    secretariat.POST("/v1/reports/status", {
      params: { header: makeIdempotencyKey(`status-paper-${asAt}`) },
      body: { asAt },
    }),
  );
  await rest();
  const path = { paperId: order.body.id };
  const { body: paper } = await answerOf(secretariat.GET("/v1/reports/status/{paperId}", { params: { path } }));
  if (paper.state === "being-written")
    throw new Error(`The status paper is not written: ${JSON.stringify(paper.work.progress)}`);
  const { body } = await answerOf(
    secretariat.GET("/v1/reports/status/{paperId}/content", { params: { path, query: { format: "json" } } }),
  );
  if (typeof body === "string") throw new Error("The numbers of the status paper are a text");
  return body;
};

/** Returns the numbers in a reply of the API, by their paths; items of a list are named by their texts. */
const numbersIn = (value: unknown, path = ""): readonly (readonly [path: string, number: number])[] => {
  if (typeof value === "number") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => numbersIn(one, `${path} ${nameOf(one)}`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => numbersIn(part, `${path} ${name}`));
};

/** Returns the name that distinguishes one item of a list from the others: its texts. */
const nameOf = (item: unknown): string =>
  typeof item === "object" && item !== null
    ? Object.entries(item)
        .flatMap(([name, value]) => (typeof value === "string" && name !== "definition" ? [value] : []))
        .join(" ")
    : "";

/** Both sides by path, those that one side lacks among them. */
const sideBySide = (what: string, written: unknown, counted: unknown): readonly WrittenNumber[] => {
  const [one, other] = [new Map(numbersIn(written)), new Map(numbersIn(counted))];
  return [...new Set([...one.keys(), ...other.keys()])].map((path) => ({
    what: `${what}${path}`,
    written: one.get(path) ?? Number.NaN,
    counted: other.get(path) ?? Number.NaN,
  }));
};

/** Returns the paper's counts of the registers, by their names. */
const registerNumbers = ({ registers }: PaperNumbers): Readonly<Record<Schemas["RegisterCount"], number>> => {
  const { training, dialogues, stakeholders, hub, pilots, contributions, translations } = registers;
  const sum = (numbers: readonly number[]): number => numbers.reduce((before, number) => before + number, 0);
  return {
    "training-sessions": training.sessions,
    "officials-trained": training.officials.sum,
    "states-trained": training.states.atLeast,
    "training-languages": training.languages.length,
    "constructive-dialogues": sum(dialogues.map(({ held }) => held)),
    "dialogue-participants": sum(dialogues.flatMap(({ attendance }) => attendance.map((one) => one.sum))),
    "stakeholder-trainings": stakeholders.trainings,
    "stakeholders-trained": stakeholders.people.sum,
    "stakeholder-countries": stakeholders.countries.atLeast,
    "pilot-initiatives": pilots.initiatives,
    "voluntary-contributions": contributions.number,
    "translation-needs": translations.needs,
    "hub-members": hub?.members ?? 0,
    "hub-countries": hub?.countries ?? 0,
  };
};

/** Every number that the paper and the API both have: measures, figures and registers as at its day. */
export const compareWithStatistics = async (api: Api, paper: PaperNumbers): Promise<readonly WrittenNumber[]> => {
  const query = { asAt: paper.asAt };
  const { body: statistics } = await answerOf(api.GET("/v1/statistics", { params: { query } }));
  const { body: registers } = await answerOf(api.GET("/v1/statistics/registers", { params: { query } }));
  const figures = await Promise.all(
    PaperFigure.options.map(async (figure) => {
      const params = { path: { figure }, query };
      const { body } = await answerOf(api.GET("/v1/figures/paper/{figure}", { params }));
      return sideBySide(`figure ${figure}`, paper.figures.find((one) => one.figure === figure)?.rows, body.rows);
    }),
  );
  const counts = Object.fromEntries(registers.counts.map(({ name, total }) => [name, total]));
  return [
    ...statistics.measures.flatMap((measure) => {
      const written = paper.measures.find((one) => one.measure === measure.measure);
      // Counts by party are shown only to the secretariat, and not in a public paper.
      const parts = measure.parts.filter(({ party }) => party === undefined);
      return sideBySide(measure.measure, written, { ...measure, parts });
    }),
    ...figures.flat(),
    ...sideBySide("registers", registerNumbers(paper), counts),
  ];
};

/** Returns whether a written number differs from the API's count, or the count is missing. */
export const isOtherwise = ({ written, counted }: WrittenNumber): boolean => written !== counted;

/** In one line whether the paper as it was written says what the API counts, and every number that it does not. */
export const writtenLines = (numbers: readonly WrittenNumber[]): string => {
  const others = numbers.filter(isOtherwise);
  return [
    `The paper as written and GET /v1/statistics: ${numbers.length} numbers compared, ${others.length} differ`,
    ...others.map(({ what, written, counted }) => `  ${what}: ${written} is written, ${counted} is counted`),
    "",
  ].join("\n");
};

/** Has a paper that is written published, as two people of the secretariat do. */
export const publishPaper = async (
  { secretariat, second }: { readonly secretariat: Api; readonly second: Api },
  asAt: CalendarDate,
): Promise<void> => {
  const papers = await itemsOf((page) =>
    secretariat.GET("/v1/reports/status", { params: { query: { asAt, ...page } } }),
  );
  for (const { id: paperId } of papers.slice(-1)) {
    const params = { path: { paperId } };
    await answerOf(secretariat.POST("/v1/reports/status/{paperId}/publication", { params }));
    await answerOf(second.POST("/v1/reports/status/{paperId}/publication/approval", { params }));
  }
};
