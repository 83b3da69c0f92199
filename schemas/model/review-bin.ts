import * as z from "zod";
import { Stage } from "./review.ts";

/** The one category in which a review is counted: its stage, or the denunciation of its party. */
export const ReviewBin = z.enum([...Stage.options, "discontinued"]).meta({ id: "ReviewBin" });
export type ReviewBin = z.infer<typeof ReviewBin>;
