import { parseArgs } from "node:util";
import { argumentsOr } from "./arguments.ts";
import { progressBar } from "./load/progress.ts";
import { localSystem, localToken } from "./verify/local.ts";
import { readRequestLog } from "./verify/request-log.ts";
import { sendTo } from "./verify/read.ts";
import { reportOf } from "./verify/report.ts";
import { verifyJournals, verifySystem } from "./verify/verify.ts";

const usage = `Verifies a running system from outside: its journals, dates, reminders, notices, mails, texts and figures.

  npm run verify -- [http://localhost:8787] [--token TOKEN] [--log FILE] [--disturbed] [--every-morning]
                 [--judged-from INSTANT] [--only journal [review#c1-FR …]]

TOKEN is an access token of the secretariat; a local system gives one automatically. Mails are read where there is a
mailbox: on a local system. FILE holds requests with their replies, one in each line of JSON: method, path, as, key, body,
status, reply; what was acknowledged must be there. With --disturbed lateness is no finding: for a system parts of which
were away. With --every-morning the daily list of each day is demanded: for a system whose clock was never set past a
morning. INSTANT is when the system was upgraded to this version: letters that left before are judged only by what holds
in every version. The system should be at rest. Ends with 1 when something was found, with 2 when it could not be verified.`;

const { values, positionals } = argumentsOr(usage, () =>
  parseArgs({
    options: {
      token: { type: "string" },
      account: { type: "string", default: "secretariat@example.org" },
      only: { type: "string" },
      log: { type: "string" },
      disturbed: { type: "boolean", default: false },
      "every-morning": { type: "boolean", default: false },
      "judged-from": { type: "string" },
    },
    allowPositionals: true,
  }),
);
const [url = "http://localhost:8787", ...named] = positionals;
if (!URL.canParse(url) || (values.only !== undefined && values.only !== "journal")) {
  console.error(usage);
  process.exit(2);
}

const verify = async (): Promise<void> => {
  const own = await localToken(url, values.account).catch((error: unknown) => {
    throw new Error(`nothing answers at ${url}: start a system there (npm start), or name another`, { cause: error });
  });
  const token = values.token ?? own;
  if (token === undefined) throw new Error("this is no local system: say --token TOKEN");
  const bar = progressBar("Verifying", 100);
  const progress = (done: number, what: string): void => bar.set(Math.round(done * 100), what);
  const about = { request: sendTo(url), token, progress };
  const logged = values.log === undefined ? {} : { requestLog: readRequestLog(values.log) };
  const verified =
    values.only === "journal"
      ? await verifyJournals(about, named)
      : await verifySystem({
          ...about,
          ...logged,
          disturbed: values.disturbed,
          everyMorning: values["every-morning"],
          ...(values["judged-from"] === undefined ? {} : { judgedFrom: values["judged-from"] }),
          ...(own === undefined ? {} : localSystem(url)),
        });
  bar.stop();
  console.log(reportOf(verified));
  process.exitCode = verified.findings.length === 0 ? 0 : 1;
};

try {
  await verify();
} catch (error) {
  const why = error instanceof Error ? error.message : error;
  console.error(`Not verified: ${String(why)}`);
  process.exit(2);
}
