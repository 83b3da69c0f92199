import { describe, expect, test } from "vitest";
import { sha256 } from "../../../domain/base/hash.ts";
import { publicAccess } from "../../../lambdas/io/store/leading-keys.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import type { DynamoDb } from "../../../lambdas/io/store/tables.ts";
import { StatusPaperId } from "../../../schemas/base/ids.ts";
import { EmailAddress } from "../../../schemas/base/values.ts";
import { at, party, reviewId, userId } from "../../fixtures/changes.ts";

/** Returns a database without rows that counts its requests. */
const counting = () => {
  const reached: string[] = [];
  const empty = (operation: string) => async () => {
    reached.push(operation);
    return { Items: [], Responses: {} };
  };
  const operations = ["getItem", "batchGetItem", "putItem", "updateItem", "deleteItem", "query", "scan"];
  const client = Object.fromEntries([...operations, "transactWriteItems"].map((name) => [name, empty(name)]));
  const tables = { records: "records", journal: "journal", letters: "letters" };
  return { reached, store: dynamoStore(publicAccess({ client: client as unknown as DynamoDb, tables })) };
};

const paging = { limit: 10 };
const review = reviewId("FR");
const { store: theirs, reached } = counting();

describe("the store of the function for the public", () => {
  test.each([
    ["a person", () => theirs.person(userId(1))],
    ["several persons", () => theirs.persons([userId(1), userId(2)])],
    ["a user", () => theirs.load("user", userId(1))],
    ["the contacts of a mission", () => theirs.mission(party("FR"))],
    ["whose an address is", () => theirs.userOfAddress(EmailAddress.parse("a@example.org"))],
    ["whose an account is", () => theirs.userOfAccount("sub-1")],
    ["whose a calendar link is", () => theirs.userOfCalendarLink(sha256("link"))],
    ["a former address", () => theirs.formerAddress({ kind: "user", id: userId(1) }, 1)],
    ["who is being erased", () => theirs.erasing(userId(1))],
    ["a draft", () => theirs.draft({ review, party: party("FR"), kind: "answers", instrument: "UNTOC" })],
    ["the drafts of a review", () => theirs.draftsOf(review)],
    ["what was handed over in a review", () => theirs.documents(review, [sha256("text")])],
    ["a contact with a party", () => theirs.contact(party("FR"), 1)],
    ["contacts with a party", () => theirs.contactsWith(party("FR"), paging)],
    ["contacts with all parties", () => theirs.contacts(paging)],
    ["a stored reply", () => theirs.repeated("key", at("2020-12-01T10:00:00.000Z"))],
    ["a list of users", () => theirs.usersInRole("secretariat", paging)],
    ["what is overdue", () => theirs.due(paging)],
    ["reviews that are under way", () => theirs.reviewsInStage("feedback", paging)],
    ["the journal of a user", () => theirs.journalOf("user", userId(1), paging)],
    ["the feed of the journal", () => theirs.feed("2020-12", paging)],
    ["an erasure of past rows", () => theirs.erasePastNotes(at("2020-12-01T10:00:00.000Z"))],
  ])("refuses %s, before the database is queried", async (_, read) => {
    const before = reached.length;
    await expect(Promise.resolve().then(read as () => Promise<unknown>)).rejects.toThrow("the public may not read");
    expect(reached.slice(before)).toEqual([]);
  });

  test("reads public rows", async () => {
    const { store, reached: queried } = counting();
    expect(await store.load("review", review)).toBeUndefined();
    expect(await store.publicOffice(party("FR"))).toBeUndefined();
    expect(await store.loadMany("party", [party("FR"), party("DE")])).toEqual([]);
    expect((await store.partyNames()).size).toBe(0);
    expect((await store.list("group", paging)).items).toEqual([]);
    expect((await store.reviewsInStage("concluded", paging)).items).toEqual([]);
    expect(await store.reviewsOfParty(party("FR"))).toEqual([]);
    expect((await store.journalOf("review", review, paging)).items).toEqual([]);
    expect((await store.publishedDocuments(review, [sha256("text")])).size).toBe(0);
    const paper = StatusPaperId.parse(`p-${"0".repeat(26)}`);
    expect(await store.paperPages({ paper, format: "json" }, 1)).toBeUndefined();
    expect(queried.length).toBeGreaterThanOrEqual(10);
  });
});
