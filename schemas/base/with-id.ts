import type * as z from "zod";

/** Returns the schema under the name by which the API document refers to it. */
export const withId = <S extends z.ZodType>(id: string, schema: S): S => schema.meta({ id });
