import type { SQSEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { onMessages, type Working } from "../../lambdas/shell/batch.ts";
import { quietly } from "../support/mailing/quietly.ts";

const Said = z.object({ about: z.string(), word: z.string(), fails: z.boolean().optional() });
type Said = z.infer<typeof Said>;

/** Gives a batch of bodies, numbered from 1, to a function; says what was given back and how the work went. */
const batch = async (bodies: readonly string[], working?: Working<Said>) => {
  quietly();
  const story: string[] = [];
  let busy = 0;
  let busiest = 0;
  const handler = onMessages(
    "test",
    Said,
    async ({ word, fails }) => {
      busy += 1;
      busiest = Math.max(busiest, busy);
      story.push(`${word} begins`);
      await new Promise(setImmediate);
      busy -= 1;
      story.push(`${word} ends`);
      if (fails === true) throw new Error("This one fails");
      return "done";
    },
    working,
  );
  const Records = bodies.map((body, at) => ({ messageId: String(at + 1), body }));
  const { batchItemFailures } = await handler({ Records } as unknown as SQSEvent);
  return { givenBack: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), story, busiest };
};

const said = (about: string, word: string, fails = false) => JSON.stringify({ about, word, fails });

describe("a function on a queue", () => {
  test("gives back what failed and what is no message, and nothing else", async () => {
    const { givenBack, story } = await batch([said("A", "one"), "{", said("A", "two", true), "{}", said("B", "three")]);
    expect(givenBack.toSorted()).toEqual(["2", "3", "4"]);
    expect(story.filter((line) => line.endsWith("ends")).toSorted()).toEqual(["one ends", "three ends", "two ends"]);
  });

  test("works on as many at once as is said, five where nothing is said", async () => {
    const many = Array.from({ length: 12 }, (_, at) => said("A", String(at)));
    expect((await batch(many)).busiest).toBe(5);
    expect((await batch(many, { atOnce: 2 })).busiest).toBe(2);
  });

  test("works on what is about the same thing one after the other, as they came, and on other things meanwhile", async () => {
    const { story } = await batch([said("A", "old"), said("A", "new"), said("B", "other")], {
      about: ({ about }) => about,
    });
    expect(story.filter((line) => !line.startsWith("other"))).toEqual([
      "old begins",
      "old ends",
      "new begins",
      "new ends",
    ]);
    expect(story.indexOf("other begins")).toBeLessThan(story.indexOf("old ends"));
  });

  test("goes on with the rest about a thing where one of it fails", async () => {
    const { givenBack, story } = await batch([said("A", "old", true), said("A", "new")], {
      about: ({ about }) => about,
    });
    expect(givenBack).toEqual(["1"]);
    expect(story).toContain("new ends");
  });
});
