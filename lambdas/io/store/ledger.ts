import { onDemand } from "../on-demand.ts";
import type { Access } from "./tables.ts";
import type { Ledger } from "../ports/outbox.ts";
import { readingItems } from "./item-reader.ts";
import { dynamoLetters } from "./letters.ts";
import { letterLists } from "./letter-lists.ts";
import { dynamoLetterTexts } from "./letter-texts.ts";
import { dynamoReach } from "./reach.ts";
import { dynamoTallies } from "./tallies.ts";
import { dynamoAwaitedLetters } from "./awaited-letters.ts";
import { dynamoRestorations } from "./restorations.ts";
import { pastLetters } from "./past-rows.ts";

/** The letter ledger on DynamoDB. */
export const dynamoLedger = (access: Access): Ledger => {
  const read = readingItems(access, "letters");
  return {
    ...dynamoLetters(access, read),
    ...letterLists(access),
    ...dynamoLetterTexts(access, read),
    ...dynamoReach(access, read),
    ...dynamoTallies(access, read),
    ...dynamoAwaitedLetters(access, read),
    ...dynamoRestorations(access, read),
    ...pastLetters(access),
    ...onDemand(["work"], async () => (await import("./work.ts")).letterWork(access)),
  };
};
