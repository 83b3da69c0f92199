import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { mayMove, type Move, moveLetter, requestNewAttempt, withHistory, type MoveDetails } from "./lifecycle.ts";

/** What the mail service reports about a letter. */
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
 * Whether a report says no more than what is known. A transient bounce is the mail service's last word on a letter that
 * never arrived, or the answer of somebody out of office to one that did: it counts only while nothing else tells.
 */
const isOutweighed = (letter: Letter, receipt: Receipt): boolean => {
  // Of a letter that the mail service rejected, or refused, it is known that it was taken before, or never.
  if (letter.state === "failed" && (receipt === "send" || receipt === "delay" || receipt === "reject"))
    return letter.reason !== requestNewAttempt;
  if (receipt === "transient-bounce") return letter.state === "delivered" || letter.state === "bounced";
  const weak = receipt === "delivery" || receipt === "bounce";
  return weak && letter.state === "bounced" && letter.bounceIsTransient !== true;
};

/** The row with something told of it that moves it nowhere; undefined where it is told already. */
const withRemark = (letter: Letter, at: Instant, why: string): Letter | undefined => {
  if (letter.history.some((entry) => entry.at === at && entry.why === why)) return undefined;
  const history = withHistory(letter.history, { at, state: letter.state, why });
  return history === letter.history ? undefined : { ...letter, revision: letter.revision + 1, history };
};

/**
 * The row after a report of the mail service, or undefined when it says nothing new. Reports repeat, come out of
 * order and can come before our own record: whatever their order, the state ends as the strongest of them says,
 * complained before bounced before delivered before bounced transiently before rejected before accepted. A
 * delay says that the mail service has the mail and is still trying: it is told in the history, and moves nothing back.
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
