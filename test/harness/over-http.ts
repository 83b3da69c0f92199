import { defined } from "../../schemas/base/defined.ts";
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { inject } from "vitest";
import { openLetterRecords } from "../../bin/letter-records.ts";
import { allows } from "../../local/template/iam-grants.ts";
import { startLocalStack } from "../../local/local-stack.ts";
import type { LocalStack } from "../../local/stack-options.ts";
import { contentsOf } from "./stack-contents.ts";
import { copyOf, type ProvidedData } from "./prepared-data.ts";
import { openSnapshots } from "./snapshots.ts";
import { type ApiHost, testApiOn, type TestSystem, type SystemOptions } from "./test-api.ts";
import { openDatabase } from "./database.ts";

/** The stage of the template requires no second factor; test/lib/permissions.test.ts holds the policies of those that do. */
const ofSecondFactor = "cognito-idp:AdminGetUser";

/** Returns the calls of functions that their policies do not permit: in the cloud they would have failed. */
const notGranted = (app: LocalStack, { secondFactorOf }: SystemOptions): readonly string[] => {
  const grants = app.plan.grants();
  const names = new Set(app.plan.functions.map(({ name }) => name));
  return app
    .recordedActions()
    .filter(({ caller }) => names.has(caller))
    .filter(({ action }) => secondFactorOf === undefined || action !== ofSecondFactor)
    .filter((use) => !grants.some((grant) => grant.caller === use.caller && allows(grant, use)))
    .map(({ caller, action, resource }) => `${caller} ${action} ${resource}`);
};

const sweepOf =
  (app: LocalStack): ApiHost["sweep"] =>
  async (depth) => {
    const sqs = new SQSClient({
      endpoint: app.services,
      region: "eu-central-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    const queue = app.queues.all.find(({ name }) => /SweepQueue(?!DeadLetters)/u.test(name));
    const QueueUrl = `${app.services}/${queue?.name}`;
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ depth }) }));
    sqs.destroy();
    await app.rest();
  };

/** Starts a system on data that are there. End it with `close`, which leaves them. */
export const startSystemOn = async (
  { templateDir, dataDir: folder }: ProvidedData,
  options: SystemOptions = {},
): Promise<TestSystem> => {
  const app = await startLocalStack({
    templateDir,
    dataDir: folder,
    retryDelay: 1,
    letterRecords: openLetterRecords,
    ...options,
  });
  const database = openDatabase(app, folder);
  const { read, write, remove, storedRows, writeCount } = database;
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (caller: string): Promise<string> => {
    const token = tokens.get(caller) ?? (caller.includes("@") ? app.token(caller) : Promise.resolve(caller));
    tokens.set(caller, token);
    return token;
  };
  const host: ApiHost<LocalStack> = {
    app,
    fetch: async (method, path, { as, body, raw, type, key, match, headers }) => {
      const sent = body === undefined ? raw : JSON.stringify(body);
      const contentType = type ?? (body === undefined ? undefined : "application/json");
      return fetch(`${app.url}${path}`, {
        method,
        headers: {
          ...(as === undefined ? {} : { authorization: `Bearer ${await tokenFor(as)}` }),
          ...defined({ "content-type": contentType, "idempotency-key": key, "if-match": match }),
          ...headers,
        },
        ...defined({ body: sent }),
      });
    },
    storedRows,
    rows: async () => [...(await storedRows())].map((row) => row.join(" ")),
    writeCount,
    contents: () => contentsOf(app),
    openSnapshots: () => openSnapshots(app),
    sweep: sweepOf(app),
    close: async () => {
      database.close();
      const wrong = notGranted(app, options);
      await app.close();
      if (wrong.length > 0) throw new Error(`Functions did what no policy allows:\n${wrong.join("\n")}`);
    },
  };
  return { ...testApiOn(host), read, write, remove, token: app.token };
};

/** Records the operations that succeeded on a system, if the run of the tests collects them. */
const noteSuccesses = ({ succeededOperations }: TestSystem): void => {
  const folder = inject("succeededOperations");
  if (folder !== undefined) writeFileSync(join(folder, randomUUID()), [...succeededOperations].join("\n"));
};

/** Starts a system on a copy of the prepared data, its clock at the first morning. End it with `close`. */
export const startTestSystem = async (options: SystemOptions = {}): Promise<TestSystem> => {
  const prepared = inject("prepared");
  const dataDir = copyOf(prepared);
  const system = await startSystemOn({ templateDir: prepared.templateDir, dataDir }, options);
  return {
    ...system,
    close: async () => {
      noteSuccesses(system);
      try {
        await system.close();
      } finally {
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  };
};
