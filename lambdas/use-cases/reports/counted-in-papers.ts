import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import { counted } from "../oversight/history-as-known.ts";

/** The kinds that a paper counts: those of measures and registers, and contacts with parties. */
export const countedInPapers: ReadonlySet<AggregateKind> = new Set<AggregateKind>([
  ...counted,
  "register-entry",
  "contact-log",
]);
