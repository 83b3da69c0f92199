import * as z from "zod";
import { Instant } from "../base/values.ts";

/**
 * Returns the schema of a fact. Facts hold ids and what counters need, never a person's name, contact data or the text
 * of a document: people and documents stay correctable and erasable, the chain does not change. `happenedAt` is the
 * time of the event; the journal entry holds the time of recording.
 */
export const fact = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), happenedAt: Instant, ...shape });
