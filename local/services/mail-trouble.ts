import { textOf, fieldsOf, parseJson } from "../base/json.ts";
import type { AwsAnswer, AwsRequest } from "./aws-service.ts";

/** Records whether the mail service refuses mails of functions. Letters wait meanwhile; nothing else is impaired. */
export interface MailTrouble {
  /** Hears how a call of any service ended. */
  readonly observe: (request: Pick<AwsRequest, "method" | "path">, answer: AwsAnswer) => void;
  /** Returns why mail is refused, in one line, or undefined while it is accepted. */
  readonly problem: () => string | undefined;
}

/** Callers that send too fast wait for a moment and are accepted: the rate is a limit of each account, and no trouble. */
const rateExceeded = "TooManyRequestsException";

const reasonOf = ({ headers, body }: AwsAnswer): string => {
  const type = headers?.["x-amzn-errortype"] ?? "";
  const message = textOf(fieldsOf(parseJson(String(body ?? "{}")))["message"]) ?? "";
  return [type, message].filter((part) => part !== "").join(": ");
};

const sends = ({ method, path }: Pick<AwsRequest, "method" | "path">): boolean =>
  method === "POST" && path === "/v2/email/outbound-emails";

/** Nothing is refused at first. The first refusal, and the first mail that is accepted after it, are reported in a line. */
export const newMailTrouble = (report: (line: string) => void): MailTrouble => {
  let reason: string | undefined;
  let refused = 0;
  return {
    observe: (request, answer) => {
      if (!sends(request) || answer.headers?.["x-amzn-errortype"] === rateExceeded) return;
      if (answer.status < 300) {
        if (reason !== undefined) report(`The mail service accepts mail again, after ${refused} refused attempts`);
        reason = undefined;
        refused = 0;
        return;
      }
      const isNew = reason === undefined;
      reason = reasonOf(answer);
      refused += 1;
      if (isNew) report(`The mail service refuses mail (${reason}): letters wait, /_local/mailbox shows the switches`);
    },
    problem: () => (reason === undefined ? undefined : `${refused} attempts to send were refused: ${reason}`),
  };
};
