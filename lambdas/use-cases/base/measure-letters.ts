import { queueOf } from "../../../domain/letters/letter-kinds.ts";
import { hasLeftNow, punctualityOf } from "../../../domain/letters/punctuality.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { PostponementReason } from "../../io/ports/mail.ts";
import type { Metrics } from "../../io/ports/metrics.ts";

/** Measures the delivery of letters from the change of a row, after it is written. */
export const measureMove = (metrics: Metrics, before: Letter, next: Letter): void => {
  if (hasLeftNow(before, next)) metrics.record("lettersAccepted", 1, queueOf(next));
  const punctuality = punctualityOf(before, next);
  if (punctuality === undefined) return;
  metrics.record("lettersWithinHour", punctuality === "within-hour" ? 1 : 0);
};

/** These end after a wait; a quota has its own alarm, and so have letters that wait for long. */
const mendedByWaiting: ReadonlySet<PostponementReason> = new Set(["throttled", "quota", "no-slot", "outdated"]);

/** Measures that a letter was put back, and whether a person has to do something about it. */
export const measurePostponed = (metrics: Metrics, reason: PostponementReason): void => {
  metrics.record("lettersPostponed", 1, reason);
  if (!mendedByWaiting.has(reason)) metrics.record("lettersBlocked", 1);
};
