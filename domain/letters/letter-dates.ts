import type { Instant } from "../../schemas/base/values.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import { type OwnObligation, ownObligations } from "../calendar/own-obligations.ts";
import { kindPageOf } from "./content/letter-pages.ts";

/**
 * Returns the reader's obligations whose dates a letter about some reviews states, at present; none for most letters.
 */
export const datesOfLetter = (
  { content, recipient }: Pick<Letter, "content" | "recipient">,
  reviews: readonly Review[],
  now: Instant,
): readonly OwnObligation[] => {
  if (content.kind === "bulletin" || recipient.kind === "office") return [];
  const page = kindPageOf(content);
  return page.statesDateOf === undefined
    ? []
    : ownObligations(recipient, reviews, now).filter(({ obligation }) => page.statesDateOf?.(content, obligation));
};
