import type { Put, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { newWriteId } from "../random.ts";
import { type WireItem, writeIdOf, writtenBy } from "./attributes.ts";
import type { Condition } from "./conditions.ts";
import { isConditionalCheckFailed, isTransactionCanceled } from "./refusals.ts";
import type { DynamoDb } from "./tables.ts";

/** One item of a transaction, with the meaning of its failed condition. */
export interface Step<Meaning extends string> {
  readonly item: TransactWriteItem;
  readonly means: Meaning;
}

/** Error names after which a retry may succeed. */
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

/** Returns true if the database refused because of parallel or too many requests: the request itself is valid. */
const isBusy = (error: unknown): boolean => error instanceof Error && busyCodes.has(error.name);

/**
 * Returns the meaning of a refused transaction. Its reasons have the order of its items; if several apply, the first in
 * `order` is returned. Returns undefined if it is neither a failed condition nor retryable.
 */
const meaningOf = <Meaning extends string>(
  error: unknown,
  steps: readonly Step<Meaning>[],
  order: readonly Meaning[],
): Meaning | "busy" | undefined => {
  if (isBusy(error)) return "busy";
  if (!isTransactionCanceled(error)) return undefined;
  const failed = new Set<Meaning>();
  for (const [place, { Code: code = "None" }] of (error.CancellationReasons ?? []).entries()) {
    const step = steps[place];
    if (code === "ConditionalCheckFailed" && step !== undefined) failed.add(step.means);
    else if (code !== "None" && !busyCodes.has(code)) return undefined;
  }
  return order.find((meaning) => failed.has(meaning)) ?? "busy";
};

/** Returns true if the SDK made several attempts, so that an earlier one may have been accepted without a reply. */
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

/** Returns a conditional put with the id of its write; a refusal returns the stored item. */
const withWriteId = <Input extends Put>(put: Input, writeId: string) => ({
  ...put,
  Item: writtenBy(put.Item ?? {}, writeId),
  ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
});

/** Returns the stored items of a refused write, as far as the refusal contains them. */
const shownBy = (error: unknown): readonly WireItem[] => {
  if (isConditionalCheckFailed(error)) return error.Item === undefined ? [] : [error.Item];
  if (!isTransactionCanceled(error)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Item: item }) => (item === undefined ? [] : [item]));
};

/** Reads the id of the write that stored the current version of one of the rows. */
type ReadWriteId = () => Promise<string | undefined>;

/**
 * Returns true if a write that ended in an error was nevertheless stored. The SDK retries after a lost reply, and after
 * a clock skew error; if an earlier attempt was accepted, the next one fails on its own conditions. A stored item may
 * be equal and still come from another writer: only the id of this write proves it.
 */
const tookPlace = async (error: unknown, writeId: string, readWriteId: ReadWriteId): Promise<boolean> => {
  const shown = shownBy(error);
  if (shown.length > 0) return shown.some((item) => writeIdOf(item) === writeId);
  return mayHaveBeenAccepted(error) && (await readWriteId()) === writeId;
};

/**
 * Writes all items or none. Returns "done", or the meaning of the refusal. Each conditional put has the id of this
 * write. The service also uses that id as a token to recognize a repeat, which then waits for the first attempt. The
 * token lasts for minutes and not in every engine, so the store recognizes its own write as well. Throws any error that
 * is no refusal.
 */
export const transact = async <Meaning extends string>(
  client: DynamoDb,
  steps: readonly Step<Meaning>[],
  order: readonly Meaning[],
  readWriteId: ReadWriteId,
): Promise<"done" | "busy" | Meaning> => {
  const writeId = newWriteId();
  const items = steps.map(({ item }) =>
    item.Put?.ConditionExpression === undefined ? item : { Put: withWriteId(item.Put, writeId) },
  );
  try {
    await client.transactWriteItems({ TransactItems: items, ClientRequestToken: writeId });
    return "done";
  } catch (error) {
    if (await tookPlace(error, writeId, readWriteId)) return "done";
    const meaning = meaningOf(error, steps, order);
    if (meaning === undefined) throw error;
    return meaning;
  }
};

/** The result of one conditional write; if it was refused, with the stored item. */
export type WriteOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "busy" }
  | { readonly kind: "refused"; readonly current: WireItem | undefined };

/** Writes one item under a condition. */
export const putUnder = async (
  client: DynamoDb,
  put: Put & Condition,
  readWriteId: ReadWriteId,
): Promise<WriteOutcome> => {
  const writeId = newWriteId();
  try {
    await client.putItem(withWriteId(put, writeId));
    return { kind: "done" };
  } catch (error) {
    if (await tookPlace(error, writeId, readWriteId)) return { kind: "done" };
    if (isConditionalCheckFailed(error)) return { kind: "refused", current: error.Item };
    if (isBusy(error)) return { kind: "busy" };
    throw error;
  }
};
