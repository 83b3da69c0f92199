import { optionalVariable, requiredVariable } from "../env.ts";
import { onDemand } from "../on-demand.ts";
import type { LetterQueues } from "../ports/outbox.ts";

const urls = {
  "deadline-letters": requiredVariable("DEADLINE_LETTERS_QUEUE_URL"),
  bulletins: optionalVariable("BULLETINS_QUEUE_URL"),
};

/** The queues of letters. Most requests order none, so the client of Amazon SQS is loaded with the first order. */
export const letterQueues: LetterQueues = onDemand(["order"], async () =>
  (await import("../aws/letter-queues.ts")).letterQueuesAt(urls),
);
