import * as z from "zod";
import { Stage } from "./review.ts";

/** What a review is counted as in exactly one of: its stage, or that its party left. */
export const ReviewBin = z.enum([...Stage.options, "discontinued"]).meta({ id: "ReviewBin" });
export type ReviewBin = z.infer<typeof ReviewBin>;
