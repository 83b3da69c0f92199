import { requiredVariable } from "../env.ts";
import { onDemand } from "../on-demand.ts";
import type { Timers } from "../ports/schedules.ts";

const url = requiredVariable("TIMERS_QUEUE_URL");

/** The timers queue. Most letters and requests fire no timer, so the first message loads the client of Amazon SQS. */
export const timers: Timers = onDemand(["fire"], async () => {
  const [{ SQSClient }, { sqsTimers }] = await Promise.all([
    import("@aws-sdk/client-sqs"),
    import("../aws/timer-queue.ts"),
  ]);
  return sqsTimers(new SQSClient({}), url);
});
