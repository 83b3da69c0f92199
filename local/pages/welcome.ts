/** Data of the text printed when a system runs. */
export interface Welcome {
  readonly url: string;
  /** The time of the clock, UTC. */
  readonly now: string;
  /** True if the first data were just loaded, and what follows from them is still being counted. */
  readonly isCounting: boolean;
  /** The folder of stored data; undefined if nothing is stored. */
  readonly dataDir: string | undefined;
  /** The address of the DynamoDB that has the rows; undefined if they are stored with the rest. */
  readonly dynamodb: string | undefined;
  /** The file of the tokens; undefined if nothing is stored. */
  readonly tokens: string | undefined;
}

/** The last line of the text starts with it: what follows it is complete once this is printed. */
export const lastLabel = "Start here";

const minute = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

/** The text that a started system prints: one screen, with its addresses last. */
export const welcome = ({ url, now, isCounting, dataDir, dynamodb, tokens }: Welcome): string => {
  const there = url.endsWith(":8787") ? "" : ` --url ${url}`;
  return [
    "",
    "The review mechanism runs. Ctrl-C ends it. Commands to try, in another terminal:",
    "",
    `  npm run as -- secretariat@example.org GET /v1/me${there}`,
    `  npm run as -- mission@fr.example.org GET /v1/reviews${there}`,
    `  npm run verify${there === "" ? "" : ` -- ${url}`}`,
    "",
    `  Data           ${dataDir === undefined ? "not stored: all is lost when it ends" : `${dataDir} (--fresh deletes it)`}`,
    ...(dynamodb === undefined ? [] : [`  Rows           in ${dynamodb} only`]),
    `  Tokens         ${tokens ?? "npm run as sends one with each request"}`,
    `  Time           ${minute(now)}`,
    ...(isCounting ? ["  Figures        are being counted, for some seconds"] : []),
    "",
    `  API reference  ${url}/docs`,
    `  Mailbox        ${url}/_local/mailbox`,
    `  Clock          ${url}/_local/clock`,
    `  ${lastLabel}     ${url}/`,
    "",
  ].join("\n");
};
