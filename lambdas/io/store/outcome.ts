import type { Put, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { newWriteId } from "../random.ts";
import { type WireItem, writeIdOf, writtenBy } from "./attributes.ts";
import type { Condition } from "./conditions.ts";
import { isConditionalCheckFailed, isTransactionCanceled } from "./refusals.ts";
import type { DynamoDb } from "./tables.ts";

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
const isBusy = (error: unknown): boolean => error instanceof Error && busyCodes.has(error.name);

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
  if (!isTransactionCanceled(error)) return undefined;
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

/** A put under a condition, bearing the id of its write; what stands there comes back with a refusal. */
const withWriteId = <Input extends Put>(put: Input, writeId: string) => ({
  ...put,
  Item: writtenBy(put.Item ?? {}, writeId),
  ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
});

/** What stands where a refused write was to go, as far as the refusal shows it. */
const shownBy = (error: unknown): readonly WireItem[] => {
  if (isConditionalCheckFailed(error)) return error.Item === undefined ? [] : [error.Item];
  if (!isTransactionCanceled(error)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Item: item }) => (item === undefined ? [] : [item]));
};

/** Reads, of one of the rows that a write puts, which write put what stands there now. */
type ReadWriteId = () => Promise<string | undefined>;

/**
 * Whether a write that ended in an error took place all the same. The SDK tries again after a lost answer, and where it
 * takes the clocks for skewed; if an earlier try was accepted, the next one meets its own conditions. What stands there
 * may be equal to the last letter and still be another's: it is one's own if it bears the id of this very write.
 */
const tookPlace = async (error: unknown, writeId: string, readWriteId: ReadWriteId): Promise<boolean> => {
  const shown = shownBy(error);
  if (shown.length > 0) return shown.some((item) => writeIdOf(item) === writeId);
  return mayHaveBeenAccepted(error) && (await readWriteId()) === writeId;
};

/**
 * Writes all items or none. Gives "done", or what the refusal means. Each item that is put under a condition bears the
 * id of this write. The same id is the token by which the
 * service recognizes a repeat, so that one which meets the first try still under way waits for it; that lives for minutes and
 * not in every engine, so the store recognizes its own write by itself, too.
 * Throws what is no refusal.
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

/** What became of one write under a condition; when it was refused, what stands there instead. */
export type WriteOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "busy" }
  | { readonly kind: "refused"; readonly current: WireItem | undefined };

/** The same for one item. */
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
