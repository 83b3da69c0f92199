import * as z from "zod";

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
