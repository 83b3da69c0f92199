import type { Letter } from "../../../../schemas/model/letter.ts";
import type { Campaign } from "./campaign.ts";
import { matchLetters } from "./reconciliation.ts";

const endOf = ({ state }: Letter): "sent" | "skipped" | "failed" | "unknown" | "waiting" => {
  switch (state) {
    case "accepted":
    case "delivered":
    case "bounced":
    case "complained":
      return "sent";
    case "skipped":
    case "failed":
    case "unknown":
      return state;
    case "settled":
      return "unknown";
    case "planned":
    case "claimed":
      return "waiting";
  }
};

/** Returns the number of letters with each end: the sum that the guarantees require. */
export const endings = ({ letters }: Campaign): Readonly<Record<ReturnType<typeof endOf>, number>> => {
  const count = (end: ReturnType<typeof endOf>) => letters.filter((letter) => endOf(letter) === end).length;
  return {
    sent: count("sent"),
    skipped: count("skipped"),
    failed: count("failed"),
    unknown: count("unknown"),
    waiting: count("waiting"),
  };
};

/** Returns the letters that were mailed more than once. */
export const mailedTwice = (campaign: Campaign): readonly Letter[] =>
  matchLetters(campaign).flatMap(({ letter, mails }) => (mails.length > 1 ? [letter] : []));

/** Returns the letters that were written again, after their mission's first address failed. */
export const writtenAnew = ({ letters }: Campaign): readonly Letter[] => letters.filter(({ attempt }) => attempt > 1);

/** Kinds of trouble that a campaign is to meet. */
export const troubles = [
  "throttled",
  "refused",
  "lost-call",
  "timeout-after-acceptance",
  "lost-reply",
  "a sender dies",
  "an order comes late",
  "an order comes twice",
  "a report comes late",
  "a report comes twice",
  "a call of the store is refused",
  "a call of the store is lost",
  "a call of the store is busy",
  "bounces",
  "bounces-for-now",
  "out-of-office",
  "complaint",
  "delay",
  "reject",
  "unreported",
] as const;
