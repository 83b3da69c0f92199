import * as z from "zod";
import { Language } from "./values.ts";

const size = "must be a whole number from 1 to 200";

/**
 * Parameters of paged lists: `cursor` is the `next` of the previous page, signed, valid for this list and these
 * filters.
 */
export const PageQuery = z.strictObject({
  limit: z.coerce
    .number(size)
    .int(size)
    .min(1, size)
    .max(200, size)
    .default(50)
    .meta({ description: "Items in a page, 1 to 200" }),
  cursor: z.string().max(2000).optional().meta({ description: "`next` of the page before" }),
});

/** For what the shell reads of a query: handlers do not get it, so that no reply repeats it. */
const readByShell = () => undefined;

/** A list as JSON or as a table: `?format=` is what `Accept` says, in a link. */
const ListFormat = z.enum(["json", "csv"]).meta({ id: "ListFormat" });
export const listFormat = { format: ListFormat.optional().transform(readByShell) } as const;

/** A figure as data, as a drawing, or as a table, in a language. */
const FigureFormat = z.enum(["json", "svg", "csv"]).meta({ id: "FigureFormat" });
export const figureFormat = {
  format: FigureFormat.optional().transform(readByShell),
  language: Language.optional().transform(readByShell),
} as const;
