import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { ChainEnd } from "../../../domain/base/hash-chain.ts";

/** A condition under which an item is written or checked, in the terms of the SDK. */
export interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
}

/** The item has no attribute of this name, or there is no item. */
export const lacks = (name: string): Condition => ({
  ConditionExpression: "attribute_not_exists(#name)",
  ExpressionAttributeNames: { "#name": name },
});

/** There is no such item yet; `key` is the table's partition key. */
export const isNew = (key: string): Condition => lacks(key);

/** The item carries this number. */
export const carries = (name: string, number: number): Condition => ({
  ConditionExpression: "#number = :number",
  ExpressionAttributeNames: { "#number": name },
  ExpressionAttributeValues: { ":number": { N: String(number) } },
});

/** The aggregate is of this version, and carries the hash of this entry. */
export const isAggregateAt = ({ version, hash }: ChainEnd): Condition => ({
  ConditionExpression: "#version = :version AND #hash = :hash",
  ExpressionAttributeNames: { "#version": "version", "#hash": "hash" },
  ExpressionAttributeValues: { ":version": { N: String(version) }, ":hash": { S: hash } },
});

/** There is no such item yet, or its instant (epoch seconds) has come. */
export const isNewOrExpired = (key: string, name: string, now: number): Condition => ({
  ConditionExpression: "attribute_not_exists(#key) OR #expires <= :now",
  ExpressionAttributeNames: { "#key": key, "#expires": name },
  ExpressionAttributeValues: { ":now": { N: String(now) } },
});

/** Returns the condition that an attribute still has this value. */
export const says = (name: string, text: string): Condition => ({
  ConditionExpression: "#text = :text",
  ExpressionAttributeNames: { "#text": name },
  ExpressionAttributeValues: { ":text": { S: text } },
});

/** Returns the condition that the item has no owner, or this one. */
export const isFreeFor = (name: string, owner: string): Condition => ({
  ConditionExpression: "attribute_not_exists(#owner) OR #owner = :owner",
  ExpressionAttributeNames: { "#owner": name },
  ExpressionAttributeValues: { ":owner": { S: owner } },
});

/** This owner has it. */
export const belongsTo = (name: string, owner: string): Condition => ({
  ConditionExpression: "#owner = :owner",
  ExpressionAttributeNames: { "#owner": name },
  ExpressionAttributeValues: { ":owner": { S: owner } },
});

/** In the map at this path, each of these entries is in the state `open` and of its generation. */
export const areOpen = (
  path: readonly string[],
  entries: readonly { readonly id: string; readonly generation: number }[],
): Condition => {
  const names = path.map((name, place): [string, string] => [`#p${place}`, name]);
  const map = names.map(([alias]) => alias).join(".");
  return {
    ConditionExpression: entries
      .map((_, place) => `${map}.#e${place}.#state = :open AND ${map}.#e${place}.#generation = :g${place}`)
      .join(" AND "),
    ExpressionAttributeNames: {
      ...Object.fromEntries(names),
      ...Object.fromEntries(entries.map(({ id }, place) => [`#e${place}`, id])),
      "#state": "state",
      "#generation": "generation",
    },
    ExpressionAttributeValues: {
      ":open": { S: "open" },
      ...Object.fromEntries(entries.map(({ generation }, place) => [`:g${place}`, { N: String(generation) }])),
    },
  };
};
