import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { clearData } from "../../../local/base/data-folder.ts";
import { withSettings } from "../../../local/open-runtime.ts";
import type { FunctionPlan } from "../../../local/template/resource-plans.ts";
import { openStateDb } from "../../../local/base/state-db.ts";
import { openInBrowser } from "../../../bin/open-in-browser.ts";
import { lastLabel, welcome } from "../../../local/pages/welcome.ts";

const folder = mkdtempSync(join(tmpdir(), "start-test-"));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm start` unchanged, and returns its output until it ended or printed `until`. */
const start = async (options: readonly string[], until?: string) => {
  const child = spawn(process.execPath, ["bin/start.ts", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let said = "";
  const exit = once(child, "exit").then(([code]: unknown[]) => code);
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (until !== undefined && said.includes(until)) resolve();
      });
    }
    void exit.then(() => resolve());
  });
  return { child, exit, said: () => said };
};

describe("npm start", () => {
  test("fills a fresh system, says where things are, ends with Ctrl-C, and continues where it was", async () => {
    const data = join(folder, "kept");
    const first = await start(["--port", "0", "--data", data], lastLabel);
    const said = first.said();
    const [url = ""] = /http:\/\/localhost:\d+/u.exec(said) ?? [];
    expect(said).toContain(`${url}/docs`);
    expect(said).toContain("are being counted");
    const tokens = join(data, "tokens.env");
    expect(said).toContain(tokens);
    expect(statSync(tokens).mode & 0o777).toBe(0o600);
    const [, token = ""] = /export SECRETARIAT=(\S+)/u.exec(readFileSync(tokens, "utf8")) ?? [];
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${url}/v1/reviews`, { headers })).status).toBe(200);
    const moved = await fetch(`${url}/_local/clock`, { method: "POST", body: '{"by":"P1D"}' });
    expect(moved.status).toBe(200);
    first.child.kill("SIGINT");
    expect(await first.exit).toBe(0);

    // Tokens are of the address at which they were signed.
    const second = await start(["--port", new URL(url).port, "--data", data], lastLabel);
    expect(second.said()).toContain("Time           2020-12-02 07:5");
    expect(second.said()).not.toContain("Loading");
    expect(second.said()).not.toContain("are being counted");
    const [again = ""] = /http:\/\/localhost:\d+/u.exec(second.said()) ?? [];
    expect((await fetch(`${again}/v1/reviews`, { headers })).status).toBe(200);
    second.child.kill("SIGTERM");
    expect(await second.exit).toBe(0);
  });

  test("says in one line that the port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const { exit, said } = await start(["--memory", "--port", String(port)]);
    expect([await exit, said().trim().split("\n").at(-1)]).toEqual([
      1,
      `Port ${port} is in use: end what uses it, or choose another with --port N`,
    ]);
    server.close();
  });

  test.each([
    [["--port", "many"], "--port many is no port: choose a number up to 65535"],
    [["--front-end", "here"], "--front-end here is no address: write it as http://localhost:3000/"],
    [["--colour"], "Unknown option '--colour'"],
    [["--data", "package.json"], "package.json is no folder: choose another with --data"],
    [["--data", "package.json/data"], "package.json/data is no folder: choose another with --data"],
    [["--data", "/no/such/parent"], "/no/such does not exist: create it, or choose another folder with --data"],
    [["--data", "/proc/sys"], "/proc/sys cannot be written: make its folder writable for you"],
    [["--data", ""], "--data names no folder: write it as --data .data"],
  ])("refuses %j", async (options, why) => {
    const { exit, said } = await start(options);
    expect(await exit).toBe(1);
    expect(said()).toContain(why);
    if (options.includes("--data")) expect(said().trim().split("\n")).toHaveLength(1);
  });

  test.each([
    ["linux", "x64", '"npm ci --include=optional" brings its own'],
    ["darwin", "arm64", "install Node 24 from https://nodejs.org"],
  ])("with an old Node on %s %s states in one line the required version", async (platform, arch, advice) => {
    const check = `const now = (name, value) => Object.defineProperty(process, name, { value });
      now("versions", { node: "20.1.0" }); now("version", "v20.1.0"); now("platform", "${platform}"); now("arch", "${arch}");
      await import(${JSON.stringify(join(process.cwd(), "bin/check-node.mjs"))});`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", check], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(1);
    expect(said.trim()).toBe(`This runs on Node 24, not on v20.1.0: ${advice}.`);
  });
});

describe("starting afresh", () => {
  test("deletes the data of a system, and nothing else in its folder", () => {
    const data = join(folder, "cleared");
    mkdirSync(join(data, "logs"), { recursive: true });
    openStateDb(join(data, "state.sqlite")).close();
    for (const file of ["tables.sqlite", "tables.sqlite-wal", "mine.txt"]) writeFileSync(join(data, file), "x");
    clearData(data);
    const left = ["state.sqlite", "tables.sqlite", "tables.sqlite-wal", "logs", "mine.txt"];
    expect(left.filter((file) => existsSync(join(data, file)))).toEqual(["mine.txt"]);
  });

  test("leaves a folder without a system unchanged, and files of others next to a system's logs", () => {
    const [strange, shared] = [join(folder, "strange"), join(folder, "shared")];
    for (const data of [strange, shared]) {
      mkdirSync(join(data, "logs"), { recursive: true });
      for (const file of ["mine.txt", "react.log"]) writeFileSync(join(data, "logs", file), "x");
    }
    openStateDb(join(shared, "state.sqlite")).close();
    for (const data of [strange, shared]) clearData(data);
    const left = (data: string) => ["mine.txt", "react.log"].filter((file) => existsSync(join(data, "logs", file)));
    expect([left(strange), left(shared)]).toEqual([["mine.txt", "react.log"], ["mine.txt"]]);
  });

  test("does not happen under a system that runs", () => {
    const data = join(folder, "used");
    mkdirSync(data);
    const stateDb = openStateDb(join(data, "state.sqlite"));
    expect(() => clearData(data)).toThrow("is in use by another process");
    stateDb.close();
  });
});

test("letters lead to the front end of the system, and no other setting of a function changes", () => {
  const plan = {
    environment: { FRONT_END_URL: "https://reviews.example.org", STAGE: "dev" },
  } as unknown as FunctionPlan;
  const other = { environment: { STAGE: "dev" } } as unknown as FunctionPlan;
  expect(
    withSettings([plan, other], { FRONT_END_URL: "http://localhost:3000/", SECOND_FACTOR_ROLES: undefined }),
  ).toEqual([{ environment: { FRONT_END_URL: "http://localhost:3000/", STAGE: "dev" } }, other]);
});

describe("the printed screen", () => {
  const seen = {
    url: "http://localhost:8787",
    now: "2020-12-01T08:00:00.000Z",
    isCounting: true,
    dataDir: ".data",
    tokens: ".data/tokens.env",
  };

  test("has at most 24 lines of 100 columns with those of npm and of a build, and its addresses last", () => {
    // npm prints four lines; the preparation prints two.
    for (const dynamodb of [undefined, "http://localhost:4566"]) {
      const lines = welcome({ ...seen, dynamodb }).split("\n");
      expect(lines.length + 6).toBeLessThanOrEqual(24 + (dynamodb === undefined ? 0 : 1));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(lines.slice(-5, -1)).toEqual([
        "  API reference  http://localhost:8787/docs",
        "  Mailbox        http://localhost:8787/_local/mailbox",
        "  Clock          http://localhost:8787/_local/clock",
        "  Start here     http://localhost:8787/",
      ]);
    }
  });

  test("names the address in its commands if it is not the usual one, and no file if nothing is stored", () => {
    const text = welcome({
      ...seen,
      url: "http://localhost:1",
      dataDir: undefined,
      tokens: undefined,
      dynamodb: undefined,
    });
    expect(text).toContain("GET /v1/me --url http://localhost:1\n");
    expect(text).toContain("npm run verify -- http://localhost:1\n");
    expect(text).toContain("not stored: all is lost when it ends");
    expect(text).not.toContain("tokens.env");
  });
});

describe("a browser that is opened", () => {
  test("is the one that the machine prefers; one line says that there is none", async () => {
    const lines: string[] = [];
    const report = (line: string) => lines.push(line);
    openInBrowser("http://localhost:1/", report, [process.execPath, "-e", "process.exit(0)", "--"]);
    openInBrowser("http://localhost:1/", report, ["no-such-opener"]);
    openInBrowser("http://localhost:1/", report, [process.execPath, "-e", "process.exit(3)", "--"]);
    await expect.poll(() => lines.length).toBe(2);
    expect(lines.toSorted()).toEqual([
      `No browser was opened (${process.execPath}: code 3): open http://localhost:1/`,
      "No browser was opened (no-such-opener: not installed): open http://localhost:1/",
    ]);
  });
});
