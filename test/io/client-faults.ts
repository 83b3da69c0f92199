import { type DynamoDB, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { RetryStrategyV2 } from "@smithy/types";

/** The effect of a fault on one attempt of a call: `go` lets it through. All attempts of one call share an invocation. */
export type Fault = (call: string, go: () => Promise<unknown>, invocation: string) => Promise<unknown>;

/** Injects faults into the client's own loop of attempts. */
export const injectFaults = (client: DynamoDB, fault: Fault): DynamoDB => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { headers } = args.request as { headers: Readonly<Record<string, string>> };
      const invocation = headers["amz-sdk-invocation-id"] ?? "";
      const answered = await fault(String(context.commandName), () => next(args), invocation);
      return answered as Awaited<ReturnType<typeof next>>;
    },
    { step: "deserialize", priority: "high" },
  );
  return client;
};

/** Makes the engine forget the tokens of requests, so that every repeat is a request of its own. */
export const forgetTokens = (client: DynamoDB): DynamoDB => {
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body: Uint8Array };
      const sent = JSON.parse(new TextDecoder().decode(request.body)) as Record<string, unknown>;
      const { ClientRequestToken: _, ...body } = sent;
      request.body = new TextEncoder().encode(JSON.stringify(body));
      return next(args);
    },
    { step: "build", priority: "high" },
  );
  return client;
};

/** The first call of a kind does its work, but its answer is lost on the way. */
export const loseAnswerOf = (kind: string): Fault => {
  let lost = false;
  return async (call, go) => {
    const answered = await go();
    if (call !== kind || lost) return answered;
    lost = true;
    throw Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
  };
};

/** Returns true if a call writes. */
const writes = (call: string): boolean => call === "PutItemCommand" || call === "TransactWriteItemsCommand";

/** The result of one attempt of a write: the reply arrives, the write never arrives, or the reply is lost. */
export type Fate = "heard" | "never-arrives" | "not-heard-of";

/** Gives each attempt of a write the fate for its number of earlier attempts; reads always succeed. */
export const applyFates = (fateOf: (before: number) => Fate): Fault => {
  const tries = new Map<string, number>();
  const trouble = () =>
    Object.assign(new Error("Internal server error"), {
      name: "InternalServerError",
      $metadata: { httpStatusCode: 500 },
    });
  return async (call, go, invocation) => {
    if (!writes(call)) return go();
    const before = tries.get(invocation) ?? 0;
    tries.set(invocation, before + 1);
    const fate = fateOf(before);
    if (fate === "heard") return go();
    if (fate === "not-heard-of") await go().catch(() => undefined);
    throw trouble();
  };
};

/** Gives the first attempt of each write this fate; the second succeeds. */
export const firstTries = (fate: Fate): Fault => applyFates((before) => (before === 0 ? fate : "heard"));

/** The service's clock is a day ahead: the SDK takes each refusal for one of its own clock, and tries again. */
export const clockADayAhead: Fault = (_call, go) =>
  go().catch((error: unknown) => {
    const { $response: response } = error as { $response?: { headers: Record<string, string> } };
    if (response !== undefined) response.headers["date"] = new Date(Date.now() + 86_400_000).toUTCString();
    throw error;
  });

/** Tries again at once and as often as is allowed, whatever happened before: the SDK's own way saves up its tries. */
export const retryAtOnce = (most: number): RetryStrategyV2 => {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 });
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0)),
    refreshRetryTokenForRetry: (last, { errorType }) => {
      const count = last.getRetryCount() + 1;
      if (errorType === "CLIENT_ERROR" || count >= most) throw new Error("No more tries");
      return Promise.resolve(token(count));
    },
    recordSuccess: () => undefined,
  };
};

/** Every transaction is refused for these reasons, one for each of its items. */
export const cancelTransactions = (...codes: readonly string[]): Fault => {
  const error = new TransactionCanceledException({
    message: "Transaction cancelled",
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
  return (call, go) => (call === "TransactWriteItemsCommand" ? Promise.reject(error) : go());
};

/** Waits until a condition is true, and lets other work run in between. */
export const waitUntil = (isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (isSo()) resolve();
      else setImmediate(look);
    };
    look();
  });
