import { appendFileSync } from "node:fs";

/**
 * Records replies of tests as examples for the API document: RECORD_REPLIES names a file, to which each test process
 * appends the shortest reply of each operation, and `bin/print-replies.ts` chooses among them.
 */
const file = process.env["RECORD_REPLIES"];
const longestTable = 300;
/** The start of a page or a drawing says no more to a reader than what it is. */
const longestMarkup = 120;
const longestText = 120;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Returns a value with one object in each list of objects, two parts of any other list, and the start of long texts. */
const shortened = (value: unknown): unknown => {
  if (typeof value === "string") return value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  if (Array.isArray(value)) return value.slice(0, isObject(value[0]) ? 1 : 2).map(shortened);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "next")
      .map(([name, part]) => [name, shortened(part)]),
  );
};

/** Returns the first lines of a text. */
const firstLines = (text: string): string => {
  const start = text.slice(0, text.startsWith("<") ? longestMarkup : longestTable);
  return start.length < text.length && start.includes("\n") ? start.slice(0, start.lastIndexOf("\n") + 1) : start;
};

/** Returns the length of a reply as text, and more for lists without an item, which show nothing. */
const costOf = (example: unknown): number => {
  const text = JSON.stringify(example);
  return text.length + 1000 * text.split(":[]").length;
};

const cheapest = new Map<string, number>();

/** Records a successful reply if it is shorter than those of its operation before. */
export const recordReply = (operation: string, type: string, body: unknown, text: string): void => {
  if (file === undefined) return;
  const example = body === undefined ? firstLines(text) : shortened(body);
  const [key, cost] = [`${operation} ${type}`, costOf(example)];
  if (cost >= (cheapest.get(key) ?? Number.POSITIVE_INFINITY)) return;
  cheapest.set(key, cost);
  appendFileSync(file, `${JSON.stringify({ operation, type, cost, example })}\n`);
};
