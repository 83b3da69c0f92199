import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { mayMove, type Move, moveLetter, requestNewAttempt, withHistory, type MoveDetails } from "./lifecycle.ts";

/** The kinds of reports of the mail service about a letter. */
export type Receipt = "send" | "delay" | "delivery" | "bounce" | "transient-bounce" | "complaint" | "reject";

const moveOf = (receipt: Receipt, written: MoveDetails & { readonly messageId: string }): Move => {
  switch (receipt) {
    case "send":
    case "delay":
      return ["accepted", written];
    case "delivery":
      return ["delivered", written];
    case "bounce":
      return ["bounced", written];
    case "transient-bounce":
      return ["bounced", { ...written, transient: true }];
    case "complaint":
      return ["complained", written];
    case "reject":
      return ["failed", { ...written, reason: "rejected by the mail service" }];
  }
};

/**
 * Returns whether a report adds nothing. A transient bounce is the last report on a letter that never arrived, or an
 * automatic reply to one that did. It counts only while there is no other report.
 */
const isOutweighed = (letter: Letter, receipt: Receipt): boolean => {
  // A rejected letter was accepted before; a refused letter never was.
  if (letter.state === "failed" && (receipt === "send" || receipt === "delay" || receipt === "reject"))
    return letter.reason !== requestNewAttempt;
  if (receipt === "transient-bounce") return letter.state === "delivered" || letter.state === "bounced";
  const weak = receipt === "delivery" || receipt === "bounce";
  return weak && letter.state === "bounced" && letter.bounceIsTransient !== true;
};

/** Returns the row with a report in its history that changes no state; undefined if the history has it already. */
const withRemark = (letter: Letter, at: Instant, why: string): Letter | undefined => {
  if (letter.history.some((entry) => entry.at === at && entry.why === why)) return undefined;
  const history = withHistory(letter.history, { at, state: letter.state, why });
  return history === letter.history ? undefined : { ...letter, revision: letter.revision + 1, history };
};

/**
 * Returns the row after a report of the mail service, or undefined if it adds nothing. Reports repeat, arrive in any
 * order and may precede our own record. The strongest decides the state: complained, bounced, delivered, bounced
 * transiently, rejected, accepted. A delay means that the mail service still tries: it is only added to the history.
 */
export const receive = (
  letter: Letter,
  receipt: Receipt,
  at: Instant,
  messageId: string,
  why?: string,
): Letter | undefined => {
  const remark = why ?? `reported by the mail service: ${receipt}`;
  if (receipt === "delay" && letter.state === "accepted") return withRemark(letter, at, remark);
  const move = moveOf(receipt, { at, messageId, why: remark });
  const [to] = move;
  return mayMove(letter.state, to) && !isOutweighed(letter, receipt) ? moveLetter(letter, ...move) : undefined;
};
