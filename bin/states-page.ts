import { bulletinTransitions } from "../domain/bulletins/bulletin.ts";
import { letterTransitions, overtakingReports } from "../domain/letters/lifecycle.ts";
import { transitions } from "../domain/review/stages.ts";

interface Way {
  readonly from: string;
  readonly to: string;
  /** The text of the arrow. */
  readonly label: string;
}

const stageWays: readonly Way[] = Object.entries(transitions).flatMap(([from, ways]) =>
  Object.entries(ways).map(([label, to]) => ({ from, to, label })),
);
const letterWays: readonly Way[] = Object.entries(letterTransitions).flatMap(([from, ways]) =>
  Object.entries(ways).map(([to, label]) => ({ from, to, label })),
);
const bulletinWays: readonly Way[] = Object.entries(bulletinTransitions).flatMap(([from, ways]) =>
  Object.entries(ways).map(([to, label]) => ({ from, to, label })),
);

const diagram = (
  states: readonly string[],
  first: readonly string[],
  ways: readonly Way[],
  labelled: boolean,
): string =>
  [
    "```mermaid",
    "stateDiagram-v2",
    "  direction LR",
    ...first.map((state) => `  [*] --> ${state}`),
    ...ways.map(({ from, to, label }) => `  ${from} --> ${to}${labelled ? `: ${label}` : ""}`),
    ...states.filter((state) => ways.every(({ from }) => from !== state)).map((state) => `  ${state} --> [*]`),
    "```",
  ].join("\n");

/** A table with its columns aligned, as the formatter wants it. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = columns.map((name, place) => Math.max(3, name.length, ...rows.map((row) => row[place]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
};

/** Returns the text of docs/states.md: stages of a review, states of a letter and of a bulletin, from their transition tables. */
export const statesPage = (): string => `# States

This page shows every stage of a review, and every state of a letter and of a bulletin. \`npm run docs\` prints it from
\`domain/review/stages.ts\`, \`domain/letters/lifecycle.ts\` and \`domain/bulletins/bulletin.ts\`; a test compares.

## A country review

The stage moves one step at a time and never back. If something is missing again, a new obligation opens in addition.

${diagram(Object.keys(transitions), ["scheduled"], stageWays, true)}

${table(
  ["From", "Step", "To"],
  stageWays.map(({ from, label, to }) => [from, label, to]),
)}

## A letter

A letter is a row. It is planned before anything is sent, and ends in a state with its reason. A sender claims it when its slot of the
permitted rate begins. If the sender dies before that, the letter remains \`planned\`.

${diagram(Object.keys(letterTransitions), ["planned"], letterWays, false)}

${table(
  ["From", "To", "When"],
  letterWays.map(({ from, to, label }) => [from, to, label]),
)}

### Reports of the mail service

A report is evidence. Reports may be repeated, arrive in any order and overtake our own record. The strongest report applies:
complained, bounced, delivered, bounced transiently, rejected, accepted.

A transient bounce means that the mail service has stopped its attempts, or that an absent recipient replied to a delivered letter.
It never moves a delivered letter. A delivery or a permanent bounce outweighs it. A report alone therefore also causes these transitions:

${table(
  ["From", "To"],
  Object.entries(overtakingReports).map(([from, states]) => [from, states.join(", ")]),
)}

### Letters with an unknown result

A letter that is \`unknown\` is sent once more, if no report comes within the settling time. A letter of a bulletin is not. Then it waits
for a person of the secretariat, whose name and time are on the row:

${table(
  ["Case", "Result"],
  [
    [
      "it is superseded: its obligation was met, its date moved, a later letter replaces it, its bulletin was cancelled",
      "`settled` automatically; it counts as unknown permanently",
    ],
    ["a person records that it was sent", "`settled`; it counts as sent"],
    ["a person orders a new attempt", "`failed`; a new letter with the next attempt replaces it"],
  ],
)}

One duplicate is possible: a crash or timeout after the mail service accepted the letter, and its report is lost, or later than a quarter of
an hour.

## A bulletin

The order of a bulletin quotes the hash of its preview. Above a number of recipients it waits for a second person. Below, it begins as
\`scheduled\`. A bulletin that is due immediately becomes \`sending\` with its order.

${diagram(Object.keys(bulletinTransitions), ["scheduled", "awaiting-approval"], bulletinWays, false)}

${table(
  ["From", "To", "When"],
  bulletinWays.map(({ from, to, label }) => [from, to, label]),
)}

Its letters are counted: sent, skipped, failed, unknown and waiting letters are together its frozen recipients. A letter with an unknown
result is never resent automatically. The bulletin is \`unsettled\`, not \`sent\`, until a person settles these letters in one act, or the
mail service reports on them.
`;
