import { bulletinTransitions } from "../domain/bulletins/bulletin.ts";
import { letterTransitions, overtakingReports } from "../domain/letters/lifecycle.ts";
import { transitions } from "../domain/review/stages.ts";

interface Way {
  readonly from: string;
  readonly to: string;
  /** What the arrow says. */
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
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((head, column) => Math.max(3, head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
};

/** The text of docs/states.md: the stages of a review, the states of a letter and of a bulletin, from their transition tables. */
export const statesPage = (): string => `# States

Printed from \`domain/review/stages.ts\`, \`domain/letters/lifecycle.ts\` and \`domain/bulletins/bulletin.ts\` by \`npm run docs:states\`; a test compares.

## A country review

The stage moves one step at a time and never back. What is missing again becomes a new obligation beside it.

${diagram(Object.keys(transitions), ["scheduled"], stageWays, true)}

${table(
  ["From", "Step", "To"],
  stageWays.map(({ from, label, to }) => [from, label, to]),
)}

## A letter

A letter is a row: it is planned before anything is sent, and ends in a state that says why.

${diagram(Object.keys(letterTransitions), ["planned"], letterWays, false)}

${table(
  ["From", "To", "When"],
  letterWays.map(({ from, to, label }) => [from, to, label]),
)}

What the mail service reports is evidence. It may repeat itself, come in any order and overtake our own record; the
strongest report stands: complained, bounced, delivered, bounced transiently, rejected, accepted. A transient bounce comes
when the mail service has given up trying, or as the answer of somebody out of office to a letter that was delivered: it
never moves a delivered letter, and a delivery or a lasting bounce outweighs it. So a report alone also leads

${table(
  ["From", "To"],
  Object.entries(overtakingReports).map(([from, states]) => [from, states.join(", ")]),
)}

A letter is claimed when the slot of the permitted rate has come in which it leaves, so that a sender that dies while letters
wait for their slots leaves them \`planned\`.

A letter that is \`unknown\` is sent once more at most, when the settling time has passed without a report; one of a
bulletin is not. Then it waits for a person. What is superseded (its duty was met, its date moved, a later letter says the
same, its bulletin was given up: it would not be sent now) is \`settled\` by itself; it counts as unknown for good, since
nobody learnt whether it left. Of the rest a person of the secretariat says that it went out, and it counts as sent, or that
it is sent again: it ends as \`failed\`, and a new letter with the next attempt takes its place. Who said so stands on the
row. The only duplicate left: a crash or timeout after the mail service accepted, and its report lost, or later than a quarter of an
hour.

## A bulletin

A notification to many is ordered by the hash of what was previewed. Above a number of recipients it waits for a second
person; below it begins as \`scheduled\`, and what is due at once goes on to \`sending\` with the order.

${diagram(Object.keys(bulletinTransitions), ["scheduled", "awaiting-approval"], bulletinWays, false)}

${table(
  ["From", "To", "When"],
  bulletinWays.map(({ from, to, label }) => [from, to, label]),
)}

What became of it is counted from its letters: sent, skipped, failed, unknown and waiting are together the recipients that
it was frozen for. A letter of which nobody knows whether it left is never sent again by itself: the bulletin is
\`unsettled\`, not \`sent\`, until a person settles them all in one act, or the mail service reports on them.
`;
