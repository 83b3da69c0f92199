import { parseArgs } from "node:util";
import * as z from "zod";
import { argumentsOr } from "./arguments.ts";
import { progressBar } from "./progress.ts";
import { readMailbox } from "./verify/mailbox.ts";
import { sendTo } from "./verify/read.ts";
import { reportOf } from "./verify/report.ts";
import { verifyJournals, verifySystem } from "./verify/verify.ts";

const usage = `Verifies a running system from outside: its journals, dates, reminders, notices, mails, texts and figures.

  npm run verify -- [http://localhost:8787] [--token TOKEN] [--only journal [review#c1-FR …]]

TOKEN is an access token of the secretariat; a local system gives one by itself. Mails are read where there is a
mailbox: on a local system. The system should be at rest. Ends with 1 when something was found, with 2 when it could not
be verified.`;

const { values, positionals } = argumentsOr(usage, () =>
  parseArgs({
    options: {
      token: { type: "string" },
      account: { type: "string", default: "secretariat@example.org" },
      only: { type: "string" },
    },
    allowPositionals: true,
  }),
);
const [url = "http://localhost:8787", ...named] = positionals;
if (!URL.canParse(url) || (values.only !== undefined && values.only !== "journal")) {
  console.error(usage);
  process.exit(2);
}

/** A local system's token for an account; undefined where the system is no local one. */
const localToken = async (email: string): Promise<string | undefined> => {
  const reply = await fetch(new URL("/_local/tokens", url), { method: "POST", body: JSON.stringify({ email }) });
  return reply.ok ? z.object({ token: z.string() }).parse(await reply.json()).token : undefined;
};

const verify = async (): Promise<void> => {
  const own = await localToken(values.account);
  const token = values.token ?? own;
  if (token === undefined) throw new Error("this is no local system: say --token TOKEN");
  const bar = progressBar("Verifying", 100);
  const progress = (done: number, what: string): void => bar.set(Math.round(done * 100), what);
  const about = { request: sendTo(url), token, progress };
  const verified =
    values.only === "journal"
      ? await verifyJournals(about, named)
      : await verifySystem({ ...about, ...(own === undefined ? {} : { mails: () => readMailbox(url) }) });
  bar.stop();
  console.log(reportOf(verified));
  process.exitCode = verified.findings.length === 0 ? 0 : 1;
};

try {
  await verify();
} catch (error) {
  const why = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error;
  console.error(`Not verified: ${String(why)}`);
  process.exit(2);
}
