import * as z from "zod";
import { Instant } from "../base/values.ts";

/**
 * What happened. Facts hold ids and what counters need, never a person's name, contact data or the text of a
 * document: people and documents stay correctable and erasable, the chain does not change.
 * `happenedAt` is when it happened; when it was recorded stands on the journal entry.
 */
export const fact = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), happenedAt: Instant, ...shape });
