import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import type { Clock } from "../../../lambdas/io/ports/time.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { dynamoProjection } from "../../../lambdas/io/store/projection.ts";
import { readingItems } from "../../../lambdas/io/store/item-reader.ts";
import type { Access, DynamoDb } from "../../../lambdas/io/store/tables.ts";
import { readProjection } from "../../../lambdas/use-cases/oversight/read-projection.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { StatisticsScope } from "../../../schemas/model/statistics.ts";
import { focalPoint, texts } from "../../domain/review/play.ts";
import { change, factsOf } from "../../fixtures/changes.ts";

/** Returns the dependencies of the functions that count a store. */
export const countingIo = (access: Access, store: Store, clock: Clock) => ({
  store,
  counts: dynamoProjection(access, readingItems(access, "records")),
  clock,
});

/** Submits the answers of a review that waits for them; returns the id of the actor. */
export const handInAnswers = async (store: Store, now: Instant): Promise<string> => {
  const { items } = await store.reviewsInStage("questionnaire", { limit: 1 });
  const [aggregate] = items;
  if (aggregate === undefined) throw new Error("No review waits for answers");
  const decided = submitAnswers(aggregate.state, focalPoint(aggregate.state.party), texts, now);
  await store.commit({ changes: [change("review", aggregate.id, aggregate, factsOf(decided))], by: "bench", at: now });
  return aggregateKey("review", aggregate.id);
};

/** The cost of a report, as the database accounts for it. */
export interface ReportCost {
  readonly calls: number;
  readonly readUnits: number;
}

/** Returns a client that requests the consumed capacity of each read. */
const accountingClient = (client: DynamoDB): { readonly client: DynamoDb; readonly cost: () => ReportCost } => {
  const taken = { calls: 0, readUnits: 0 };
  const reading = async <
    Answer extends { readonly ConsumedCapacity?: { readonly CapacityUnits?: number | undefined } | undefined },
  >(
    answer: Promise<Answer>,
  ): Promise<Answer> => {
    const found = await answer;
    taken.calls += 1;
    if (found.ConsumedCapacity?.CapacityUnits === undefined) throw new Error("The engine accounts for nothing");
    taken.readUnits += found.ConsumedCapacity.CapacityUnits;
    return found;
  };
  return {
    client: {
      getItem: (input) => reading(client.getItem({ ...input, ReturnConsumedCapacity: "TOTAL" })),
      query: (input) => reading(client.query({ ...input, ReturnConsumedCapacity: "TOTAL" })),
      batchGetItem: () => Promise.reject(new Error("a report reads no batch")),
      putItem: () => Promise.reject(new Error("A report writes nothing")),
      updateItem: () => Promise.reject(new Error("A report writes nothing")),
      deleteItem: () => Promise.reject(new Error("A report writes nothing")),
      scan: () => Promise.reject(new Error("A report scans nothing")),
      transactWriteItems: () => Promise.reject(new Error("A report writes nothing")),
    },
    cost: () => taken,
  };
};

/** Returns the cost of a report as at a day, for a part of the Mechanism. Throws if the counts are incomplete. */
export const costOfReport = async (
  storeOf: (client: DynamoDb) => Store,
  client: DynamoDB,
  scope: StatisticsScope,
  day: CalendarDate,
): Promise<ReportCost> => {
  const accounted = accountingClient(client);
  const kept = await readProjection(storeOf(accounted.client));
  const totals = await kept?.totals(scope, day);
  if (totals === undefined || totals.size === 0) throw new Error(`Nothing is counted on ${day}`);
  return accounted.cost();
};
