import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import { counted } from "../oversight/world-as-known.ts";

/** What a paper counts: what the measures count, what the registers hold, and contacts with parties. */
export const countedInPapers: ReadonlySet<AggregateKind> = new Set<AggregateKind>([
  ...counted,
  "register-entry",
  "contact-log",
]);
