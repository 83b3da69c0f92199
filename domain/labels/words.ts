import type { Labels } from "../../schemas/views/labels.ts";

/** The labels of one language but those of problems, which stand in files of their own. */
export type Words = Omit<Labels, "problems">;

/** Title and detail of every problem in one language. */
export type ProblemTexts = Labels["problems"];
