import * as z from "zod";

export const AggregateKind = z.enum(["party", "group", "review", "user", "bulletin", "text", "contact-log"]);
export type AggregateKind = z.infer<typeof AggregateKind>;
