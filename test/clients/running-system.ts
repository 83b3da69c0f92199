import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { demoPeople } from "../../bin/load-data.ts";
import { addressIn } from "../harness/printed-address.ts";
import { PartyId } from "../../schemas/base/ids.ts";

/** A local system that runs as `npm start` runs it, with its first group started. */
export interface RunningSystem {
  readonly url: string;
  /** Parties under review in the stage of nomination without nominations, with their reviews. */
  readonly places: readonly { readonly party: string; readonly review: string }[];
  readonly token: (email: string) => Promise<string>;
  /** Returns the reply of the API to the secretariat; throws if it is no success. */
  readonly read: (path: string) => Promise<any>;
  readonly close: () => Promise<void>;
}

export const secretariat = demoPeople.secretariat;
export const missionOf = (party: string): string => demoPeople.mission(PartyId.parse(party));

/** The time limit for a system to start, in milliseconds. */
const patience = 120_000;

const addressOf = async (child: ChildProcess): Promise<string> => {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "close").then(() => undefined);
  const late = wait(patience, undefined, { ref: false });
  for (;;) {
    const url = addressIn(said);
    if (url !== undefined) return url;
    const going = await Promise.race([ended, late, once(child.stdout!, "data"), once(child.stderr!, "data")]);
    if (going === undefined) throw new Error(`The system did not start in ${patience / 1000} s:\n${said}`);
  }
};

const Reviews = z.object({ items: z.array(z.object({ id: z.string(), party: z.string(), stage: z.string() })) });

const answerOf = async (response: Response): Promise<any> => {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

/** Starts a system on a port of its own in an empty folder, and its first group. End it with `close`. */
export const startSystem = async (folder: string): Promise<RunningSystem> => {
  const child = spawn(process.execPath, ["bin/start.ts", "--port", "0", "--data", folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    const url = await addressOf(child);
    const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      }).then(answerOf);
    const token = async (email: string): Promise<string> => (await send("/_local/tokens", { email })).token;
    const authorization = `Bearer ${await token(secretariat)}`;
    const read = (path: string) => fetch(`${url}${path}`, { headers: { authorization } }).then(answerOf);
    const key = { authorization, "idempotency-key": "start-first-group" };
    const started = { startedOn: "2020-12-01" };
    const { hash: preview } = await send("/v1/groups/c1-g1/start/previews", started, { authorization });
    await send("/v1/groups/c1-g1/start", { ...started, preview }, key);
    await send("/_local/rest", {});
    const places = Reviews.parse(await read("/v1/reviews?stage=nomination&limit=200")).items.map(({ id, party }) => ({
      party,
      review: id,
    }));
    return { url, places, token, read, close };
  } catch (error) {
    await close();
    throw error;
  }
};
