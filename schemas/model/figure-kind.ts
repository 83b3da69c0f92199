import * as z from "zod";
import { ObligationKind } from "./review.ts";

/**
 * Subject of an obligation or a blocker: a kind of obligation, a consultation past its target, a publication to come.
 */
export const FigureKind = z
  .enum([...ObligationKind.options, "consultation", "publication"])
  .meta({ id: "FigureKind", description: "A kind of obligation, or `consultation` past its target, or `publication`" });
export type FigureKind = z.infer<typeof FigureKind>;
