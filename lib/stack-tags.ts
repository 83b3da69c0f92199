import type { StageName } from "./stage-settings.ts";

/** The tags of all resources of a stage, by which its cost and its tables are found. */
export const stackTags = (stage: StageName): Readonly<Record<string, string>> => ({
  application: "review-mechanism",
  stage,
});
