import * as z from "zod";
import { withId } from "../base/with-id.ts";

/** One place that does not fit: a JSON pointer into the body, or the name of a parameter or header. */
export const FieldError = withId(
  "FieldError",
  z.strictObject({
    pointer: z.string().optional(),
    parameter: z.string().optional(),
    header: z.string().optional(),
    /** Line of a file as an editor shows it, and the name of its column. */
    row: z.int().optional(),
    column: z.string().optional(),
    message: z.string(),
  }),
);
export type FieldError = z.infer<typeof FieldError>;

export const Problem = withId(
  "Problem",
  z.looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** What to do. */
    detail: z.string(),
    instance: z.string(),
    errors: z.array(FieldError).optional(),
    /** How many more places do not fit, where not all are named. */
    errorsLeftOut: z.int().optional(),
    /** Of `stale-version`: the latest version. */
    version: z.int().optional(),
  }),
);
export type Problem = z.infer<typeof Problem>;
