import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  DynamoDBServiceException,
  type TransactWriteItem,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";

/** One item of a transaction, with what it means when its condition does not hold. */
export interface Step<Meaning extends string> {
  readonly item: TransactWriteItem;
  readonly means: Meaning;
}

/** What the database says when it is only a matter of trying again. */
const busyCodes: ReadonlySet<string> = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "TransactionConflictException",
  "TransactionInProgressException",
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
]);

/** Whether the database refused because others were at it, or too many: nothing is wrong with the request. */
const isBusy = (error: unknown): boolean => error instanceof DynamoDBServiceException && busyCodes.has(error.name);

/**
 * What a refused transaction means. Its reasons stand in the order of its items; when several apply, the first of
 * `order` is told. Undefined for what is neither a failed condition nor a matter of trying again.
 */
const meaningOf = <Meaning extends string>(
  error: unknown,
  steps: readonly Step<Meaning>[],
  order: readonly Meaning[],
): Meaning | "busy" | undefined => {
  if (isBusy(error)) return "busy";
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const failed = new Set<Meaning>();
  for (const [place, { Code: code = "None" }] of (error.CancellationReasons ?? []).entries()) {
    const step = steps[place];
    if (code === "ConditionalCheckFailed" && step !== undefined) failed.add(step.means);
    else if (code !== "None" && !busyCodes.has(code)) return undefined;
  }
  return order.find((meaning) => failed.has(meaning)) ?? "busy";
};

/** Whether the SDK tried more than once, so that an earlier try may have been accepted without our hearing of it. */
const mayHaveBeenAccepted = (error: unknown): boolean => {
  if (!(error instanceof Error) || !("$metadata" in error)) return false;
  const metadata = error.$metadata;
  return (
    typeof metadata === "object" &&
    metadata !== null &&
    "attempts" in metadata &&
    typeof metadata.attempts === "number" &&
    metadata.attempts > 1
  );
};

/**
 * Writes all items or none. Gives "done", or what the refusal means. The SDK tries again after a lost answer; if the
 * first try was accepted, the second meets its own conditions: then `isOurs` looks whether what stands there is what
 * was to be written. (The token that lets the service recognize a repeat lives for minutes and not in every engine.)
 * Throws what is no refusal.
 */
export const transact = async <Meaning extends string>(
  client: DynamoDBClient,
  steps: readonly Step<Meaning>[],
  order: readonly Meaning[],
  isOurs: () => Promise<boolean>,
): Promise<"done" | "busy" | Meaning> => {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: steps.map(({ item }) => item) }));
    return "done";
  } catch (error) {
    if (mayHaveBeenAccepted(error) && (await isOurs())) return "done";
    const meaning = meaningOf(error, steps, order);
    if (meaning === undefined) throw error;
    return meaning;
  }
};

/** The same for one conditional write: "done", "refused" when its condition did not hold, "busy". */
export const attempt = async (
  write: () => Promise<unknown>,
  isOurs: () => Promise<boolean>,
): Promise<"done" | "refused" | "busy"> => {
  try {
    await write();
    return "done";
  } catch (error) {
    if (mayHaveBeenAccepted(error) && (await isOurs())) return "done";
    if (error instanceof ConditionalCheckFailedException) return "refused";
    if (isBusy(error)) return "busy";
    throw error;
  }
};
