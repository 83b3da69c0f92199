import * as z from "zod";
import type { ImportedStep, ImportRow } from "../../schemas/model/import-rows.ts";
import { LanguagesOpen, PublishedPart } from "../../schemas/model/review.ts";
import { issueWords } from "../base/issue-words.ts";
import { type ImportMessage, say } from "./messages.ts";
import { columnsOf, type ImportError, type Placed } from "./sheets.ts";

export type StepRow = Placed<ImportRow<"steps">>;

type StepColumn = Exclude<keyof ImportRow<"steps">, "review" | "step" | "day">;

/** The required columns of a step, and the optional ones; every other stays empty. */
const columnsOfStep: {
  readonly [Step in ImportedStep]: { readonly needs?: readonly StepColumn[]; readonly takes?: readonly StepColumn[] };
} = {
  meeting: { takes: ["mode"] },
  round: { needs: ["mode"] },
  languages: { needs: ["languages"], takes: ["reason"] },
  "languages-open": { needs: ["reason"], takes: ["languages"] },
  outcome: { takes: ["reason", "clock_starts_on", "answers_due_on"] },
  answers: { takes: ["party", "instrument", "text", "reference"] },
  "answers-opened": {},
  feedback: { needs: ["party"], takes: ["instrument", "text", "reference"] },
  list: { takes: ["text", "summary", "reference"] },
  agreement: { needs: ["party"] },
  published: {},
  consent: { needs: ["reason"], takes: ["party"] },
};

/** Columns of one step that are filled together or not at all, with what is given where the other is missing. */
const together: { readonly [Step in ImportedStep]?: readonly (readonly [StepColumn, StepColumn])[] } = {
  answers: [["instrument", "text"]],
  feedback: [["instrument", "text"]],
  list: [["text", "summary"]],
};

const valuesOfReason: { readonly [Step in ImportedStep]?: z.ZodType } = {
  "languages-open": LanguagesOpen,
  consent: z
    .string()
    .transform((cell) => cell.split(/\s+/u))
    .pipe(z.array(PublishedPart)),
};

/** Returns the cells of a row that are wrong for its step, by column. */
const wrongCells = (row: StepRow): readonly (readonly [column: string, message: ImportMessage])[] => {
  const { step } = row;
  const { needs = [], takes = [] } = columnsOfStep[step];
  const used: readonly string[] = ["review", "step", "day", ...needs, ...takes];
  const given = new Set(Object.entries(row).flatMap(([column, cell]) => (cell === undefined ? [] : [column])));
  const reason = valuesOfReason[step]?.safeParse(row.reason, { error: issueWords });
  const halves = (together[step] ?? []).flatMap(([one, other]) => [
    { empty: one, filled: other },
    { empty: other, filled: one },
  ]);
  return [
    ...needs.filter((column) => !given.has(column)).map((column) => [column, say("needed-by-step", { step })] as const),
    ...columnsOf("steps")
      .filter((column) => given.has(column) && !used.includes(column))
      .map((column) => [column, say("unused-by-step", { step })] as const),
    ...(!given.has("reason") || reason?.success !== false
      ? []
      : [["reason", { text: reason.error.issues[0]?.message ?? "is none of those" }] as const]),
    ...halves
      .filter(({ empty, filled }) => given.has(filled) && !given.has(empty))
      .map(({ empty, filled }) => [empty, say("needed-with", { column: filled })] as const),
  ];
};

/** Returns the errors of single rows of steps: cells that their step needs or does not use, or with other values. */
export const stepErrors = (rows: readonly StepRow[]): readonly ImportError[] =>
  rows.flatMap((row) =>
    wrongCells(row).map(([column, message]) => ({ sheet: "steps", row: row.row, column, message })),
  );
