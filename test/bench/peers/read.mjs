import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";

/** The read that every peer answers: the caller's account, their user, and the review, one after the other. */
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const get = async (key) =>
  (await client.send(new GetCommand({ TableName: process.env.RECORDS_TABLE, Key: key, ConsistentRead: true }))).Item;

export const readReview = async (sub, id) => {
  const account = await get({ pk: `account#${sub}`, sk: "account" });
  if (account === undefined) return undefined;
  const user = await get({ pk: `user#${account.user}`, sk: "aggregate" });
  if (user?.state.role !== "secretariat") return undefined;
  const review = await get({ pk: `review#${id}`, sk: "aggregate" });
  return review === undefined ? undefined : { ...review.state, version: review.version };
};

export const subOf = (event) => event.requestContext.authorizer.jwt.claims.sub;
