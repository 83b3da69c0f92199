import type { Letter } from "../schemas/letter.ts";
import type { Instant } from "../schemas/values.ts";

/**
 * Since when the mail service is known to have a letter. A report of it may be of before its answer was written down, or
 * instead of it.
 */
export const leftAt = ({ history }: Letter): Instant | undefined =>
  history
    .filter(({ state }) => ["accepted", "delivered", "bounced", "complained"].includes(state))
    .map(({ at }) => at)
    .toSorted()[0];
