import type { Letter } from "../../schemas/model/letter.ts";

/** Lists by which a bulletin speaks of missing nominations. */
const ofNominations: ReadonlySet<string> = new Set([
  "focal-points-missing",
  "experts-missing",
  "missing-focal-point",
  "presidents-list",
]);

/**
 * Whether a letter tells a mission of nominations that are missing: a reminder, or a bulletin to those who owe them. The
 * subject of a letter to a person may hold a name, so none of those is one.
 */
export const concernsNominations = ({
  recipient,
  content,
  coveredBy,
}: Pick<Letter, "recipient" | "content" | "coveredBy">): boolean =>
  recipient.kind === "mission" &&
  coveredBy === undefined &&
  (content.kind === "nomination-reminder" ||
    content.kind === "late-start" ||
    (content.kind === "bulletin" && content.reason.code === "listed" && ofNominations.has(content.reason.list)));
