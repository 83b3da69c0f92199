import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { outcomeOf } from "./lifecycle.ts";

/**
 * Returns the time since which the mail service is known to have a letter. Its report may precede the record of its
 * reply, or replace it.
 */
export const leftAt = ({ history }: Letter): Instant | undefined =>
  history
    .filter(({ state }) => ["accepted", "delivered", "bounced", "complained"].includes(state))
    .map(({ at }) => at)
    .toSorted()[0];

/**
 * Returns the known sending time of a letter: that of the mail service. If a person found that it went out, that of its
 * last transfer.
 */
export const sentAt = (letter: Letter): Instant | undefined => {
  const known = leftAt(letter);
  if (known !== undefined || letter.state !== "settled" || outcomeOf(letter) !== "sent") return known;
  return letter.history.findLast(({ state }) => state === "claimed")?.at;
};
