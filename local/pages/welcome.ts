/** Data of the text printed when a system runs. */
export interface Welcome {
  readonly url: string;
  /** The time of the clock, UTC. */
  readonly now: string;
  /** The folder of stored data; undefined if nothing is stored. */
  readonly dataDir: string | undefined;
  /** The address of the DynamoDB that has the rows; undefined where they are kept with the rest. */
  readonly dynamodb: string | undefined;
  readonly tokens: readonly { readonly name: string; readonly variable: string; readonly token: string }[];
  readonly lines: readonly string[];
}

/** The text that a started system prints: where things are, tokens to copy, and lines worth trying. */
export const welcome = ({ url, now, dataDir, dynamodb, tokens, lines }: Welcome): string =>
  [
    "",
    `The review mechanism runs at ${url}`,
    "",
    `  All pages       ${url}/`,
    `  API reference   ${url}/docs`,
    `  Mailbox         ${url}/_local/mailbox`,
    `  Example page    ${url}/_local/example/ (sign in as any account here, no password)`,
    `  Clock           ${url}/_local/clock (it is ${now})`,
    `  Kept in         ${dataDir === undefined ? "nowhere: all data are lost when it ends" : `${dataDir} (--fresh starts with empty tables)`}`,
    ...(dynamodb === undefined ? [] : [`  Rows in         ${dynamodb}, and there only`]),
    "",
    "Tokens, ready to paste into a shell:",
    "",
    ...tokens.flatMap(({ name, variable, token }) => [`# ${name}`, `export ${variable}=${token}`]),
    "",
    "Worth trying:",
    "",
    ...lines.map((line) => `  ${line}`),
    "",
    "Ctrl-C ends it.",
    "",
  ].join("\n");
