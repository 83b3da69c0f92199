import * as z from "zod";

export const AggregateKind = z
  .enum([
    "party",
    "group",
    "review",
    "user",
    "bulletin",
    "text",
    "contact-log",
    "phase",
    "import",
    "register-entry",
    "status-paper",
  ])
  .meta({ id: "AggregateKind" });
export type AggregateKind = z.infer<typeof AggregateKind>;
