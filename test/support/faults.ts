import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** What a fault does to one call: `go` lets it through. */
export type Fault = (call: string, go: () => Promise<unknown>) => Promise<unknown>;

/** Lets faults happen inside the client's own loop of tries. */
export const injecting = (client: DynamoDBClient, fault: Fault): DynamoDBClient => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answered = await fault(String(context.commandName), () => next(args));
      return answered as Awaited<ReturnType<typeof next>>;
    },
    { step: "deserialize", priority: "high" },
  );
  return client;
};

/** As an engine that forgets the tokens of requests: every repeat is a request of its own. */
export const forgetful = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body?: unknown };
      if (typeof request.body === "string") {
        const { ClientRequestToken: _, ...body } = JSON.parse(request.body) as Record<string, unknown>;
        request.body = JSON.stringify(body);
      }
      return next(args);
    },
    { step: "build", priority: "high" },
  );
  return client;
};

/** The first call of a kind does its work, but its answer is lost on the way. */
export const losingTheAnswerOf = (kind: string): Fault => {
  let lost = false;
  return async (call, go) => {
    const answered = await go();
    if (call !== kind || lost) return answered;
    lost = true;
    throw Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
  };
};

/** Every transaction is refused for these reasons, one for each of its items. */
export const cancelled = (...codes: readonly string[]): Fault => {
  const error = new TransactionCanceledException({
    message: "Transaction cancelled",
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
  return (call, go) => (call === "TransactWriteItemsCommand" ? Promise.reject(error) : go());
};

/** Looks again and again, letting everything else happen in between. */
export const waitUntil = (isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (isSo()) resolve();
      else setImmediate(look);
    };
    look();
  });
