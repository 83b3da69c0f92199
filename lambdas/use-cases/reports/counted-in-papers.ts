import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import { counted } from "../oversight/world-as-known.ts";

/** What a paper counts: what the measures do, and what the registers hold. */
export const countedInPapers: ReadonlySet<AggregateKind> = new Set<AggregateKind>([...counted, "register-entry"]);
