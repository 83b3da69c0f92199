import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../harness/prepared-data.ts";
import { descendants, runs, type StartedProcess, startProcess } from "./child-processes.ts";

/** A newcomer who types `npm start`, pastes what it prints, and ends it. */

interface Seen extends StartedProcess {
  readonly url: string;
  /** The lines that are to be pasted into a shell. */
  readonly exports: readonly string[];
  readonly curls: readonly string[];
  readonly get: (path: string, variable?: string) => Promise<{ status: number; body: any }>;
}

const folder = temporaryFolder();
const apps: StartedProcess[] = [];
afterAll(async () => {
  for (const { child } of apps) child.kill("SIGINT");
  await Promise.all(apps.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the requests of the printed lines, on a machine without curl. */
const likeCurl = `const { values, positionals } = require("node:util").parseArgs({ allowPositionals: true, options: {
  silent: { type: "boolean", short: "s" }, header: { type: "string", short: "H", multiple: true }, data: { type: "string", short: "d" } } });
const headers = (values.header ?? []).map((line) => line.split(/: (.*)/s).slice(0, 2));
fetch(positionals[0], { method: "POST", headers, body: values.data }).then((answer) => answer.text()).then((text) => process.stdout.write(text));`;

/** Pastes lines into a shell; returns their output. */
const paste = async (lines: readonly string[]): Promise<string> => {
  const current = 'command -v curl > /dev/null || curl() { "$NODE" -e "$LIKE_CURL" -- "$@"; }';
  const env = { PATH: process.env["PATH"], NODE: process.execPath, LIKE_CURL: likeCurl };
  const { stdout } = await promisify(execFile)("bash", ["-c", [current, ...lines].join("\n")], { env });
  return stdout;
};

const npmStart = async (...options: readonly string[]): Promise<Seen> => {
  const started = await startProcess(["bin/start.ts", "--port", "0", ...options], "Ctrl-C");
  apps.push(started);
  const said = started.said();
  const lines = said.split("\n");
  const [url] = /http:\/\/localhost:\d+/u.exec(said) ?? [];
  if (url === undefined) throw new Error(`npm start did not start:\n${said}`);
  const exports = lines.filter((line) => line.startsWith("export "));
  return {
    ...started,
    url,
    exports,
    curls: lines.filter((line) => line.startsWith("  curl ")),
    get: async (path, variable) => {
      const token = exports.find((line) => line.startsWith(`export ${variable}=`))?.split("=")[1];
      const headers = variable === undefined ? {} : { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}${path}`, { headers });
      const text = await answer.text();
      return {
        status: answer.status,
        body: /json/u.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : text,
      };
    },
  };
};

const all = async ({ get }: Seen, path: string): Promise<any[]> => {
  const items: any[] = [];
  for (let rest = ""; ;) {
    const { body } = await get(`${path}?limit=100${rest}`, "SECRETARIAT");
    items.push(...body.items);
    if (body.next === undefined) return items;
    rest = `&cursor=${body.next}`;
  }
};

const end = async ({ child, ended }: StartedProcess): Promise<number | null> => {
  child.kill("SIGINT");
  return ended;
};

describe("a newcomer's start", () => {
  let app: Seen;
  beforeAll(async () => {
    app = await npmStart("--memory");
  });

  test("prints addresses that answer", async () => {
    const addresses = [
      ...app.said().matchAll(/^ {2}(API reference|Mailbox|Example page|Clock) +http:\/\/localhost:\d+(\S+)/gmu),
    ];
    expect(addresses.map(([, name, path]) => [name, path])).toEqual([
      ["API reference", "/docs"],
      ["Mailbox", "/_local/mailbox"],
      ["Example page", "/_local/example/"],
      ["Clock", "/_local/clock"],
    ]);
    const [reference, mailbox, example, clock] = await Promise.all(addresses.map(([, , path = ""]) => app.get(path)));
    expect(reference).toMatchObject({ status: 200, body: expect.stringContaining("API reference") });
    expect(mailbox).toMatchObject({ status: 200, body: expect.stringContaining("No mails yet.") });
    expect(example).toMatchObject({ status: 200, body: expect.stringContaining("Sign in") });
    expect(clock).toMatchObject({ status: 200, body: { now: expect.stringMatching(/^2020-12-01T07:50/u) } });
  });

  test("prints a token for each kind of user; those that are yet to be named have no account", async () => {
    const variables = app.exports.map((line) => line.split(/[ =]/u)[1]);
    const answers = await Promise.all(variables.map((variable) => app.get("/v1/me", variable)));
    expect(answers.map(({ status, body }, at) => [variables[at], status, body.role ?? body.type, body.party])).toEqual([
      ["SECRETARIAT", 200, "secretariat", undefined],
      ["SECOND_SECRETARIAT", 200, "secretariat", undefined],
      ["MISSION", 200, "permanent-mission", "FR"],
      ["FOCAL_POINT", 403, "urn:review-mechanism:problem:no-account", undefined],
      ["OBSERVER", 403, "urn:review-mechanism:problem:no-account", undefined],
      ["PRESIDENT", 200, "president", undefined],
    ]);
  });

  test("holds 189 parties that take part, and no person is nominated", async () => {
    const parties = await all(app, "/v1/parties");
    expect(parties.filter(({ participation }) => participation === "takes-part")).toHaveLength(189);
    const reviews = await all(app, "/v1/reviews");
    expect([...new Set(reviews.map(({ stage }) => stage))]).toEqual(["scheduled"]);
    const seen = await app.get("/v1/reviews/c1-FR", "SECRETARIAT");
    expect(seen.body.seats.flatMap(({ mandates }: { mandates: unknown[] }) => mandates)).toEqual([]);
  });

  test("prints lines that, pasted into a shell, have late missions reminded, and France's not after its naming", async () => {
    expect(app.curls).toHaveLength(3);
    const stdout = await paste([...app.exports, ...app.curls]);
    expect(stdout).toContain('"now": "2020-12-16T');
    const { body } = await app.get("/_local/mailbox/messages?limit=5000");
    const mails = (body.messages as { at: string; to: string[]; subject: string }[]).map(({ at, to, subject }) => ({
      day: at.slice(0, 10),
      to: to.join(),
      // Missions are written to in several languages; the reference identifies the subject of a letter.
      about: /RM\/c1-g1\/[A-Z]{2}\/([a-z-]+)/u.exec(subject)?.[1],
    }));
    const toMissions = (kind: string, day: string) =>
      mails.filter((mail) => mail.day === day && mail.about === kind).map(({ to }) => to);
    const reminders = ["2020-12-08", "2020-12-14", "2020-12-16"].map((day) =>
      toMissions("focal-point", day).toSorted(),
    );
    // One letter names both nominations; it names that of experts alone where a focal point was named before it left.
    const missions = ["nominations", "experts"].flatMap((kind) => toMissions(kind, "2020-12-01"));
    expect(missions).toContain("mission@fr.example.org");
    const silent = missions.filter((to) => to !== "mission@fr.example.org").toSorted();
    expect(silent.length).toBeGreaterThan(100);
    expect(reminders).toEqual([silent, silent, silent]);
    const toFrance = mails.filter(({ to }) => to === "mission@fr.example.org");
    expect(toFrance.map(({ day }) => day)).toEqual(["2020-12-01"]);
    expect(await app.get("/v1/me", "FOCAL_POINT")).toMatchObject({ status: 200, body: { party: "FR" } });
  });

  test("ends with Ctrl-C, and with it every process that it had started", async () => {
    const below = descendants(app.child.pid ?? 0);
    expect(below.length).toBeGreaterThan(0);
    expect(await end(app)).toBe(0);
    await expect.poll(() => below.filter(runs)).toEqual([]);
    await expect(fetch(app.url)).rejects.toThrow("fetch failed");
  });
});

test("the acts of a newcomer are there after a restart, and not after --fresh", async () => {
  const data = join(folder, "kept");
  const first = await npmStart("--data", data);
  const [, naming = ""] = first.curls;
  const stdout = await paste([...first.exports, naming]);
  expect(JSON.parse(stdout)).toMatchObject({ role: "focal-point", party: "FR" });
  expect(await end(first)).toBe(0);

  const second = await npmStart("--data", data);
  // The effects of the nomination that were pending at the end of the system are done now.
  await fetch(`${second.url}/_local/rest`, { method: "POST" });
  expect((await second.get("/v1/me", "FOCAL_POINT")).body).toMatchObject({ party: "FR" });
  expect(await end(second)).toBe(0);

  const third = await npmStart("--data", data, "--fresh");
  expect((await third.get("/v1/me", "SECRETARIAT")).status).toBe(200);
  expect((await third.get("/v1/me", "FOCAL_POINT")).status).toBe(403);
  expect(await end(third)).toBe(0);
});
