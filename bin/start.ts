import { defined } from "../schemas/base/defined.ts";
import { rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { clearData, dataFiles, openDataFolder } from "../local/base/data-folder.ts";
import { diskTrouble } from "../local/base/disk-errors.ts";
import { startLocalStack } from "../local/local-stack.ts";
import type { LocalStack } from "../local/stack-options.ts";
import { engineBinary } from "../local/services/engine.ts";
import { messageOf, UserError } from "../local/base/user-error.ts";
import { welcome } from "../local/pages/welcome.ts";
import { PartyId } from "../schemas/base/ids.ts";
import { UserRole } from "../schemas/model/user.ts";
import { fill, firstMorning } from "./fill.ts";
import { openLetterRecords } from "./letter-records.ts";
import { progressBar } from "./load/progress.ts";
import { demoPeople } from "./load-data.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { prepareLocalApp } from "./prepare.ts";
import { startPage } from "./start-page.ts";

const usage = `Runs the whole system on this machine.

  npm start -- [--port N] [--data FOLDER] [--fresh] [--memory] [--front-end URL] [--second-factor ROLES]
               [--dynamodb URL] [--open]

  --port N         of the HTTP API, 8787 where left out
  --data FOLDER    where everything is kept, .data where left out
  --fresh          deletes the stored data and starts with empty tables
  --memory         keeps nothing
  --front-end URL  a front end on this machine: letters lead there instead of to the example page, the sign-in
                   returns to it, to /signed-in and to /signed-out, and its origin may call the API
  --second-factor ROLES
                   refuses users of these roles without a second factor, as secretariat,president
  --dynamodb URL   uses the DynamoDB there instead of the embedded engine, which Linux on x64 alone has
  --open           opens the start page in the browser`;

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "8787" },
        data: { type: "string", default: ".data" },
        fresh: { type: "boolean", default: false },
        memory: { type: "boolean", default: false },
        "front-end": { type: "string" },
        "second-factor": { type: "string" },
        dynamodb: { type: "string" },
        open: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new UserError(`${messageOf(error)}\n\n${usage}`);
  }
};

const portOf = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UserError(`--port ${text} is no port: choose a number up to 65535`);
};

const frontEndOf = (address: string | undefined): string | undefined => {
  if (address === undefined || /^https?:$/u.test(URL.parse(address)?.protocol ?? "")) return address;
  throw new UserError(`--front-end ${address} is no address: write it as http://localhost:3000/`);
};

const secondFactorOf = (text: string | undefined): string | undefined => {
  const unknown = text?.split(",").filter((role) => !UserRole.safeParse(role).success) ?? [];
  if (unknown.length === 0) return text;
  throw new UserError(`--second-factor ${text}: there are the roles ${UserRole.options.join(",")}`);
};

/** Writes the tokens of the made-up people into the data folder, for shells, readable by this user only. Returns the file. */
const writeTokens = async (stack: LocalStack, folder: string): Promise<string> => {
  const france = PartyId.parse("FR");
  const people = [
    ["The secretariat", "SECRETARIAT", demoPeople.secretariat],
    ["A second person of the secretariat", "SECOND_SECRETARIAT", demoPeople.secondSecretariat],
    ["The permanent mission of France", "MISSION", demoPeople.mission(france)],
    ["A focal point of France, once named", "FOCAL_POINT", demoPeople.focalPoint(france)],
    ["An observer of France, once named", "OBSERVER", demoPeople.observer(france)],
    ["The President of the Conference", "PRESIDENT", demoPeople.president],
  ] as const;
  const lines = await Promise.all(
    people.map(async ([name, variable, email]) => `# ${name}\nexport ${variable}=${await stack.token(email)}\n`),
  );
  const { tokens } = dataFiles(folder);
  // The mode of an existing file would stay.
  rmSync(tokens, { force: true });
  writeFileSync(tokens, lines.join(""), { mode: 0o600 });
  return tokens;
};

const start = async (): Promise<void> => {
  const options = readOptions();
  if (options.help) return console.log(usage);
  // Functions run in UTC.
  process.env["TZ"] = "UTC";
  const port = portOf(options.port);
  const frontEnd = frontEndOf(options["front-end"]);
  const roles = secondFactorOf(options["second-factor"]);
  // Missing requirements are reported before the functions are built.
  if (options.dynamodb === undefined) engineBinary();
  const kept = options.memory ? undefined : options.data;
  if (kept !== undefined) openDataFolder(kept);
  const templateDir = await prepareLocalApp(progressBar);
  if (options.fresh && kept !== undefined) clearData(kept);
  const stack = await startLocalStack({
    port,
    templateDir,
    startAt: firstMorning,
    letterRecords: openLetterRecords,
    loads: true,
    startPage,
    report: (line) => console.error(line),
    ...defined({ frontEnd, secondFactorOf: roles, dataDir: kept, dynamodb: options.dynamodb }),
  });
  let ending = false;
  const end = (): void => {
    // The second request stops it immediately.
    if (ending) process.exit(130);
    ending = true;
    void stack.close().then(() => process.exit(0));
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  try {
    const isCounting = await fill(stack, { waits: false });
    console.log(
      welcome({
        url: stack.url,
        now: stack.clock.instant(),
        isCounting,
        dataDir: kept,
        dynamodb: options.dynamodb,
        tokens: kept === undefined ? undefined : await writeTokens(stack, kept),
      }),
    );
    if (isCounting) void stack.rest().then(() => console.error("All figures are counted."));
    if (options.open) openInBrowser(`${stack.url}/`, (line) => console.error(line));
  } catch (error) {
    if (ending) return;
    await stack.close();
    throw error;
  }
};

const endWith = (error: unknown): never => {
  const trouble = error instanceof UserError ? error : diskTrouble(error, "the local data");
  console.error(trouble?.message ?? error);
  process.exit(1);
};
// An unexpected failure of the disk while everything runs also ends in one line.
process.on("uncaughtException", endWith);

try {
  await start();
} catch (error) {
  endWith(error);
}
