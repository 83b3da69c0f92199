import type { FigureName } from "./figures.ts";
import type { Measure } from "./statistics.ts";

/** The measure that a figure is, counted at this moment: it has the definition, the figure a name that was given before. */
export const measureOfFigure = {
  reviews: "reviews-by-stage",
  "reviews-blocked": "reviews-blocked",
  "reviews-missing-somebody": "reviews-missing-focal-point",
  blockers: "blockers",
  "focal-points-missing": "seats-without-focal-point",
  "experts-missing": "seats-without-expert",
  "duties-overdue": "duties-overdue",
  "duties-late": "duties-late",
  "duties-delayed": "duties-delayed",
  "duties-returned": "duties-returned",
} as const satisfies { readonly [F in FigureName]: Measure };
