import { ReviewId } from "../../../schemas/base/ids.ts";

/** Returns the review of a row, by the key of the row (`review#c1-FR#aggregate`); none for a row of another kind. */
export const reviewOfRow = (row: string): readonly ReviewId[] => {
  const [kind, id] = row.split("#");
  const parsed = ReviewId.safeParse(kind === "review" ? id : undefined);
  return parsed.success ? [parsed.data] : [];
};
