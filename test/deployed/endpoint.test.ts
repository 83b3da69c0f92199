import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, expect, test } from "vitest";

/** The local system on a DynamoDB that somebody else runs, as everywhere but on Linux on x64; here the emulator's. */

const endpoint = process.env["AWS_ENDPOINT_URL"] ?? "none";
let system: ChildProcess | undefined;
afterAll(() => system?.kill("SIGKILL"));

/** Runs `npm start` on the endpoint, and gives what it said once it runs. */
const start = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = ["--memory", "--port", "0", "--dynamodb", endpoint];
    const child = spawn(process.execPath, ["bin/start.ts", ...options], { stdio: ["ignore", "pipe", "pipe"] });
    system = child;
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("Ctrl-C")) resolve(said);
      });
    child.once("exit", () => reject(new Error(said)));
  });

test("a review is begun, and its letters leave, on a DynamoDB that was named", async () => {
  const said = await start();
  expect(said).toContain(`Rows in         ${endpoint}, and there only`);
  const [url = ""] = /http:\/\/localhost:\d+/u.exec(said) ?? [];
  const [, token = ""] = /export SECRETARIAT=(\S+)/u.exec(said) ?? [];
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": "begin-group-1",
  };
  const body = JSON.stringify({ startedOn: "2020-12-01" });
  expect((await fetch(`${url}/v1/groups/c1-g1/start`, { method: "POST", headers, body })).status).toBe(202);
  expect((await fetch(`${url}/_local/rest`, { method: "POST" })).status).toBe(200);
  const mails = (await (await fetch(`${url}/_local/mailbox/messages.json?to=mission@fr.example.org`)).json()) as {
    messages: { subject: string }[];
  };
  expect(mails.messages.map(({ subject }) => subject)).toContainEqual(expect.stringContaining("c1-g1/FR/focal-point"));
  const reviews = (await (await fetch(`${url}/v1/reviews?limit=100`, { headers })).json()) as {
    items: { stage: string }[];
  };
  // A slow database leaves some of the starts to the next round.
  expect(reviews.items.map(({ stage }) => stage)).toContain("nomination");
});
