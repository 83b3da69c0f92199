import { requiredVariable } from "../env.ts";
import { onDemand } from "../on-demand.ts";
import type { Timers } from "../ports/schedules.ts";

const url = requiredVariable("TIMERS_QUEUE_URL");

/** The timers queue. Most letters and requests tell nobody, so the client of Amazon SQS is loaded with the first message. */
export const timers: Timers = onDemand(["fire"], async () => {
  const [{ SQSClient }, { sqsTimers }] = await Promise.all([
    import("@aws-sdk/client-sqs"),
    import("../aws/timer-queue.ts"),
  ]);
  return sqsTimers(new SQSClient({}), url);
});
