import type { Letter } from "../../schemas/model/letter.ts";

/** Lists by which a bulletin speaks of missing nominations. */
const ofNominations: ReadonlySet<string> = new Set([
  "focal-points-missing",
  "experts-missing",
  "missing-focal-point",
  "presidents-list",
]);

/**
 * Returns whether a letter reminds a mission of missing nominations. That is a reminder, or a bulletin to parties with
 * an open nomination. Letters to persons never count, because their subject may contain a name.
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
