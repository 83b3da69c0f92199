import type { SQSEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { UnreadableRow } from "../../lambdas/io/unreadable-row.ts";
import { onMessages, onMessagesAbout, type BatchOptions } from "../../lambdas/shell/batch.ts";
import { hearLog, linesOf } from "../harness/log-lines.ts";
import { muteLog } from "./sending/campaign/muted-log.ts";

const Said = z.object({ about: z.string(), word: z.string(), fails: z.boolean().optional() });
type Said = z.infer<typeof Said>;

/** Gives a batch of bodies, numbered from 1, to a function; says what was given back and how the work went. */
const batch = async (bodies: readonly string[], how: "one by one" | "by what it is about" | BatchOptions) => {
  muteLog();
  const story: string[] = [];
  let busy = 0;
  let busiest = 0;
  const work = async (messages: readonly Said[]) => {
    const words = messages.map(({ word }) => word).join(" and ");
    busy += 1;
    busiest = Math.max(busiest, busy);
    story.push(`${words} begins`);
    await new Promise(setImmediate);
    busy -= 1;
    story.push(`${words} ends`);
    if (messages.some(({ fails }) => fails === true)) throw new Error("This one fails");
    return "done";
  };
  const handler =
    how === "by what it is about"
      ? onMessagesAbout("test", Said, ({ about }) => about, work)
      : onMessages("test", Said, (message) => work([message]), typeof how === "string" ? undefined : how);
  const Records = bodies.map((body, at) => ({ messageId: String(at + 1), body }));
  const { batchItemFailures } = await handler({ Records } as unknown as SQSEvent);
  return { givenBack: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), story, busiest };
};

const said = (about: string, word: string, fails = false) => JSON.stringify({ about, word, fails });

describe("a function on a queue", () => {
  test("gives back what failed and what is no message, and nothing else", async () => {
    const { givenBack, story } = await batch(
      [said("A", "one"), "{", said("A", "two", true), "{}", said("B", "three")],
      "one by one",
    );
    expect(givenBack.toSorted()).toEqual(["2", "3", "4"]);
    expect(story.filter((line) => line.endsWith("ends")).toSorted()).toEqual(["one ends", "three ends", "two ends"]);
  });

  test("works on as many at once as is said, five where nothing is said", async () => {
    const many = Array.from({ length: 12 }, (_, at) => said("A", String(at)));
    expect((await batch(many, "one by one")).busiest).toBe(5);
    expect((await batch(many, { maxConcurrency: 2 })).busiest).toBe(2);
  });

  test("works on what is about the same thing together, in the order in which it came, and on other things meanwhile", async () => {
    const bodies = [said("A", "old"), said("B", "other"), said("A", "new")];
    const { story, busiest } = await batch(bodies, "by what it is about");
    expect(story.toSorted()).toEqual(["old and new begins", "old and new ends", "other begins", "other ends"]);
    expect(busiest).toBe(2);
  });

  test("gives back what is about a row that it does not know, and says so by the row's key", async () => {
    hearLog();
    const work = onMessages("test", Said, () => Promise.reject(new UnreadableRow("of a later version", "letter-1")));
    const { batchItemFailures } = await work({
      Records: [{ messageId: "1", body: said("A", "one") }],
    } as unknown as SQSEvent);
    expect(batchItemFailures).toEqual([{ itemIdentifier: "1" }]);
    expect(linesOf("FAILED")).toEqual([]);
    expect(linesOf("ROW_UNREADABLE")).toMatchObject([{ function: "test", message: "1", row: "letter-1" }]);
  });

  test("gives back all that is about a thing where one of it fails, and nothing about other things", async () => {
    const bodies = [said("A", "old", true), said("B", "other"), "{", said("A", "new")];
    const { givenBack } = await batch(bodies, "by what it is about");
    expect(givenBack.toSorted()).toEqual(["1", "3", "4"]);
  });
});
