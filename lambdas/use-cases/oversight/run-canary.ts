import type { ProblemKind } from "../../../schemas/problems/problems.ts";
import { describeError, log } from "../../io/log.ts";
import type { Canary, CanaryAnswer } from "../../io/ports/canary.ts";
import type { Metrics } from "../../io/ports/metrics.ts";

export interface CanaryIo {
  /** Left out where a stage has none. */
  readonly canary?: Canary | undefined;
  readonly metrics: Metrics;
}

/** A literal, because the table of problems with its texts is larger than the rest that a sweep loads for this. */
const noAccount = "urn:review-mechanism:problem:no-account" satisfies `urn:review-mechanism:problem:${ProblemKind}`;

/** The API's reply to an account without a registered user: it searched the table and found none. */
const ofNobody: CanaryAnswer = { status: 403, problem: noAccount };

const isOfNobody = ({ status, problem }: CanaryAnswer): boolean =>
  status === ofNobody.status && problem === ofNobody.problem;

/** Runs one step; throws an error that names the failed step and its cause. */
const step = async <Outcome>(name: string, work: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await work();
  } catch (error) {
    throw new Error(name, { cause: error });
  }
};

const expectAnswer = (answer: CanaryAnswer, isExpected: boolean): void => {
  if (!isExpected) throw new Error(`answered ${answer.status} ${answer.problem ?? "without a problem"}`);
};

/**
 * Tests from outside what every user does: it reaches the API, signs in, and reads with the token through the gateway,
 * a function and the table. It measures the success and logs failures. It never throws, because a failed canary must
 * not fail the sweep.
 */
export const runCanary = async ({ canary, metrics }: CanaryIo): Promise<void> => {
  if (canary === undefined) return;
  try {
    await step("reach the API", async () => {
      const answer = await canary.read("/health");
      expectAnswer(answer, answer.status === 200);
    });
    const token = await step("sign in", () => canary.signIn());
    await step("read with the token", async () => {
      const answer = await canary.read("/v1/me", token);
      expectAnswer(answer, isOfNobody(answer));
    });
    metrics.record("canarySucceeded", 1);
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : { message: "unknown", cause: error };
    log("CANARY_UNSUCCESSFUL", { step: message, ...describeError(cause) });
    metrics.record("canarySucceeded", 0);
  }
};
