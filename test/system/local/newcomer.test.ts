import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastLabel } from "../../../local/pages/welcome.ts";
import { temporaryFolder } from "../../harness/prepared-data.ts";
import { descendants, runs, type StartedProcess, startProcess } from "./child-processes.ts";

/** A newcomer who types `npm start`, runs what it prints, presses the buttons of its start page, and ends it. */

interface Seen extends StartedProcess {
  readonly url: string;
  /** The commands that it prints. */
  readonly commands: readonly string[];
  readonly get: (path: string, email?: string) => Promise<{ status: number; body: any }>;
  /** Presses a button of the start page, and returns the page of its result. */
  readonly press: (path: string, fields?: Readonly<Record<string, string>>) => Promise<string>;
}

const folder = temporaryFolder();
const apps: StartedProcess[] = [];
afterAll(async () => {
  for (const { child } of apps) child.kill("SIGINT");
  await Promise.all(apps.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a printed command as npm does; returns its output. Throws if it ends with another code than 0. */
const runCommand = async (command: string): Promise<string> => {
  const [, script = "", given = ""] = /^npm run ([a-z]+)(?: -- (.*))?$/u.exec(command) ?? [];
  const args = given.split(" ").filter((arg) => arg !== "");
  const { stdout } = await promisify(execFile)(process.execPath, ["bin/run.mjs", script, ...args]);
  return stdout;
};

const npmStart = async (...options: readonly string[]): Promise<Seen> => {
  const started = await startProcess(["bin/start.ts", "--port", "0", ...options], lastLabel);
  apps.push(started);
  const said = started.said();
  const lines = said.split("\n");
  const [url] = /http:\/\/localhost:\d+/u.exec(said) ?? [];
  if (url === undefined) throw new Error(`npm start did not start:\n${said}`);
  const tokenOf = async (email: string): Promise<string> => {
    const reply = await fetch(`${url}/_local/tokens`, { method: "POST", body: JSON.stringify({ email }) });
    return ((await reply.json()) as { token: string }).token;
  };
  const get: Seen["get"] = async (path, email) => {
    const headers = email === undefined ? {} : { authorization: `Bearer ${await tokenOf(email)}` };
    const answer = await fetch(`${url}${path}`, { headers: { accept: "text/html, */*", ...headers } });
    const text = await answer.text();
    return {
      status: answer.status,
      body: /json/u.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : text,
    };
  };
  return {
    ...started,
    url,
    commands: lines.filter((line) => line.startsWith("  npm run ")).map((line) => line.trim()),
    get,
    press: async (path, fields = {}) => {
      const sent = await fetch(`${url}${path}`, {
        method: "POST",
        body: new URLSearchParams(fields),
        redirect: "manual",
      });
      expect(sent.status).toBe(303);
      let page = "";
      const isBusy = async () => {
        page = String((await get(sent.headers.get("location") ?? "")).body);
        return page.includes("<progress");
      };
      await expect.poll(isBusy, { timeout: 120_000 }).toBe(false);
      return page;
    },
  };
};

const secretariat = "secretariat@example.org";
const mission = "mission@fr.example.org";
const focalPoint = "focal.point@fr.example.org";

const all = async ({ get }: Seen, path: string): Promise<any[]> => {
  const items: any[] = [];
  for (let rest = ""; ;) {
    const { body } = await get(`${path}?limit=100${rest}`, secretariat);
    items.push(...body.items);
    if (body.next === undefined) return items;
    rest = `&cursor=${body.next}`;
  }
};

/** Names a focal point of France as its mission, by the command that sends one request. */
const nameFocalPoint = ({ url }: Seen, person: unknown): Promise<unknown> => {
  const body = JSON.stringify({ role: "focal-point", person });
  const args = ["bin/run.mjs", "as", mission, "POST", "/v1/parties/FR/mandates", body, "--url", url];
  return promisify(execFile)(process.execPath, args);
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

  test("prints addresses that answer, and the start page leads to the others", async () => {
    const addresses = [
      ...app.said().matchAll(/^ {2}(API reference|Mailbox|Clock|Start here) +http:\/\/localhost:\d+(\S+)/gmu),
    ];
    expect(addresses.map(([, name, path]) => [name, path])).toEqual([
      ["API reference", "/docs"],
      ["Mailbox", "/_local/mailbox"],
      ["Clock", "/_local/clock"],
      ["Start here", "/"],
    ]);
    const [reference, mailbox, clock, start] = await Promise.all(addresses.map(([, , path = ""]) => app.get(path)));
    expect(reference).toMatchObject({ status: 200, body: expect.stringContaining("API reference") });
    expect(mailbox).toMatchObject({ status: 200, body: expect.stringContaining("No mails yet.") });
    expect(clock).toMatchObject({ status: 200, body: expect.stringContaining("1 Dec 2020, 08:5") });
    expect(start).toMatchObject({ status: 200, body: expect.stringContaining("Start group 1") });
    const links = [...String(start?.body).matchAll(/href="(\/[^"]*)"/gu)].map(([, path = ""]) => path);
    expect(links).toEqual(expect.arrayContaining(["/v1/pages/en", "/_local/view/presidents-list", "/_local/example/"]));
    const statuses = await Promise.all(links.map(async (path) => [path, (await app.get(path)).status]));
    // No status paper is written yet.
    expect(statuses.filter(([path, status]) => status !== (path === "/_local/view/status-paper" ? 404 : 200))).toEqual(
      [],
    );
  });

  test("has accounts for each kind of user; those that are yet to be named have none", async () => {
    const people = [secretariat, mission, "president@example.org", focalPoint, "observer@fr.example.org"];
    const answers = await Promise.all(people.map((email) => app.get("/v1/me", email)));
    expect(answers.map(({ status, body }) => [status, body.role ?? body.type, body.party])).toEqual([
      [200, "secretariat", undefined],
      [200, "permanent-mission", "FR"],
      [200, "president", undefined],
      [403, "urn:review-mechanism:problem:no-account", undefined],
      [403, "urn:review-mechanism:problem:no-account", undefined],
    ]);
  });

  test("holds 189 parties that take part, and no person is nominated", async () => {
    const parties = await all(app, "/v1/parties");
    expect(parties.filter(({ participation }) => participation === "takes-part")).toHaveLength(189);
    const reviews = await all(app, "/v1/reviews");
    expect([...new Set(reviews.map(({ stage }) => stage))]).toEqual(["scheduled"]);
    const seen = await app.get("/v1/reviews/c1-FR", secretariat);
    expect(seen.body.seats.flatMap(({ mandates }: { mandates: unknown[] }) => mandates)).toEqual([]);
  });

  test("prints commands that work", async () => {
    expect(app.commands).toHaveLength(3);
    for (const command of app.commands) expect(await runCommand(command)).toMatch(/"secretariat"|"c1-FR"|0 findings/u);
  });

  test("has buttons whose effect is that late missions are reminded, and France's not after its naming", async () => {
    expect(await app.press("/_local/start/group-1")).toContain("The 62 reviews of group 1 have started.");
    const person = {
      name: "Claire Martin",
      email: focalPoint,
      institution: "Ministry of Justice",
      institutionKind: "justice",
      gender: "female",
      language: "en",
    };
    await nameFocalPoint(app, person);
    expect(await app.press("/_local/clock/move", { days: "14" })).toContain("The clock has arrived");
    expect(await app.press("/_local/clock/move", { days: "2" })).toContain("The clock has arrived");
    expect(await app.press("/_local/start/group-1")).toContain("Group 1 was started before, on 2020-12-01.");
    expect(await app.press("/_local/start/status-paper")).toContain("The status paper of 2020-12-17 is written.");
    expect(await app.get("/_local/view/status-paper")).toMatchObject({
      status: 200,
      body: expect.stringContaining("<h1"),
    });
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
    expect(await app.get("/v1/me", focalPoint)).toMatchObject({ status: 200, body: { party: "FR" } });
  });

  test("ends with Ctrl-C, and with it every process that it had started", async () => {
    const below = descendants(app.child.pid ?? 0);
    expect(below.length).toBeGreaterThan(0);
    expect(await end(app)).toBe(0);
    await expect.poll(() => below.filter(runs)).toEqual([]);
    await expect(fetch(app.url)).rejects.toThrow("fetch failed");
  });
});

test("a second start prints commands that work, and has the acts of a newcomer; --fresh deletes them", async () => {
  const data = join(folder, "kept");
  const first = await npmStart("--data", data);
  expect(await first.press("/_local/start/group-1")).toContain("have started");
  expect(await end(first)).toBe(0);

  const second = await npmStart("--data", data);
  expect(second.commands).toHaveLength(3);
  for (const command of second.commands) expect(await runCommand(command)).toMatch(/"secretariat"|"c1-FR"|0 findings/u);
  expect((await second.get("/v1/groups/c1-g1", secretariat)).body).toMatchObject({ state: "started" });
  expect(await end(second)).toBe(0);

  const third = await npmStart("--data", data, "--fresh");
  expect((await third.get("/v1/groups/c1-g1", secretariat)).body).toMatchObject({ state: "planned" });
  expect(await end(third)).toBe(0);
});
