import { globSync, readFileSync } from "node:fs";
import { type CommandClass, commandClasses } from "../fixtures/documented-commands.ts";

/** A command as a document shows it. */
export interface DocumentedCommand {
  readonly page: string;
  readonly command: string;
}

const isCommand = /^(?:npm (?:run|start|test|ci)|npx|node (?:bin|test)\/|curl )/u;

/** Splits lines of a shell into their commands, without comments and continued lines. */
const commandsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\\\n\s*/gu, " ")
    .split("\n")
    .flatMap((line) => line.replace(/\s+#\s.*$/u, "").split(" && "))
    .map((command) => command.replace(/^(?:[A-Z_]+=\S+ )+/u, "").trim())
    .filter((command) => isCommand.test(command));

/** The commands of a page: those of its blocks for a shell, and those that its text names. */
const commandsIn = (page: string): readonly string[] => {
  const text = readFileSync(page, "utf8");
  const blocks = [...text.matchAll(/```(?:sh|bash|shell)\n(?<block>[^]*?)```/gu)].map(
    ({ groups }) => groups?.["block"] ?? "",
  );
  const inline = [...text.replaceAll(/```[^]*?```/gu, "").matchAll(/`(?<code>[^`\n]+)`/gu)].map(
    ({ groups }) => groups?.["code"] ?? "",
  );
  return [...blocks, ...inline].flatMap(commandsOf);
};

/** Every command of README.md, docs and the runbooks, once per page. */
export const documentedCommands = (): readonly DocumentedCommand[] =>
  ["README.md", ...globSync("docs/{*,runbooks/*}.md")].flatMap((page) =>
    [...new Set(commandsIn(page))].map((command) => ({ page, command })),
  );

/** Returns the class of a command; undefined if it has none. */
export const classOf = (command: string): CommandClass | undefined =>
  commandClasses.find(({ pattern }) => pattern.test(command));
