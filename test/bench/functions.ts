import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { build } from "esbuild";
import { dynamoLedger } from "../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import { bundle, bundleFolder, loadingEnvironment } from "../../bin/bundle.ts";
import { compileBundle } from "../../bin/compiled.ts";
import { startEngine } from "../io/store/engine.ts";
import { Instant } from "../../schemas/base/values.ts";
import { planTestGroup, secretariat, subOf } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { seededChance } from "../use-cases/sending/campaign/chance.ts";

/** Compares review-api with alternative frameworks, on one read from one engine: npm run bench -- start-up. */
const usage = `npm run bench -- start-up | warm [--processes N] [--requests N]

  --processes N  processes of each function, started in random order; 21 where left out, 7 for warm
  --requests N   requests to each process after the first, for warm; 200 where left out`;

const { values, positionals } = parseArgs({
  options: { processes: { type: "string" }, requests: { type: "string" }, help: { type: "boolean" } },
  allowPositionals: true,
});
const which = positionals[0] === "warm" ? "warm" : "start-up";
if (values.help === true) {
  console.log(usage);
  process.exit();
}
const processes = Number(values.processes ?? (which === "warm" ? 7 : 21));
const requests = which === "warm" ? Number(values.requests ?? 200) : 0;

const peers = {
  "cdk-default": "(a) CDK's default build",
  hono: "(b) Hono",
  express: "(c) Express",
  nest: "(d) NestJS",
} as const;
type Peer = keyof typeof peers;
const names = Object.keys(peers) as Peer[];
type Name = Peer | "ours" | "compiling";
/** At most so much of a peer's median. */
const goals: Readonly<Record<typeof which, Partial<Record<Peer, number>>>> = {
  "start-up": { "cdk-default": 0.72, nest: 0.3 },
  warm: { hono: 0.5 },
};
/** At most so much of a peer's median without compiled code, which peers could have too. */
const goalWithoutCompiledCode = { name: "cdk-default", most: 0.85 } as const;

const oursFile = resolve(bundleFolder, "review-api", "review-api.mjs");
const peerFolder = resolve(import.meta.dirname, "peers");

const installPeers = async (): Promise<void> => {
  if (existsSync(join(peerFolder, "node_modules"))) return;
  console.log("Installing what the functions are measured against (test/bench/peers), half a minute");
  const child = spawn("npm", ["ci", "--ignore-scripts"], { cwd: peerFolder, stdio: "inherit" });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("The peers could not be installed");
};

/** Builds a function with the defaults of NodejsFunction: one file of CommonJS, not minified, without the SDK. */
const buildPeer = (name: Peer) =>
  build({
    entryPoints: [join(peerFolder, `${name}.mjs`)],
    outfile: join(peerFolder, "dist", `${name}.cjs`),
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node24",
    // Nest requires these only if they are installed.
    external: ["@aws-sdk/*", "@smithy/*", "@nestjs/websockets", "@nestjs/microservices", "class-*"],
    logLevel: "error",
  });

interface Sample {
  readonly startUp: number;
  readonly processor: number;
  readonly warm: readonly number[];
  readonly body: number;
}

const medianOf = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Runs one process to its end. Throws where it answers anything but 200. */
const runOnce = async (file: string, eventFile: string, env: Readonly<Record<string, string>>): Promise<Sample> => {
  const script = resolve(import.meta.dirname, "one-process.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [script, file, eventFile, String(requests)], { env });
  return JSON.parse(stdout) as Sample;
};

const eventOf = (review: string) => {
  const path = `/v1/reviews/${review}`;
  return {
    version: "2.0",
    routeKey: "GET /v1/reviews/{reviewId}",
    rawPath: path,
    rawQueryString: "",
    headers: { accept: "application/json", host: "api.example.org" },
    pathParameters: { reviewId: review },
    requestContext: {
      requestId: "request",
      stage: "$default",
      domainName: "api.example.org",
      http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "bench" },
      authorizer: { jwt: { claims: { sub: subOf(secretariat), token_use: "access" }, scopes: [] } },
    },
    isBase64Encoded: false,
  };
};

const shuffled = <T>(items: readonly T[], chance: ReturnType<typeof seededChance>): readonly T[] =>
  items
    .map((item) => ({ item, place: chance.between(0, 1_000_000) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);

/** Measures every function on one engine with one review. */
const measureAll = async (folder: string): Promise<ReadonlyMap<Name, readonly Sample[]>> => {
  const engine = await startEngine();
  try {
    const client = engine.client({ maxAttempts: 3 });
    const tables = await engine.tables();
    const access = { client, tables };
    const kept = { store: dynamoStore(access), ledger: dynamoLedger(access) };
    const clock = { now: () => Instant.parse("2020-11-30T12:00:00.000Z") };
    const app = { ...kept, clock, settle: () => Promise.resolve() };
    await planTestGroup(app as unknown as TestApp, { reviews: { FR: ["DE", "IT"] } });
    const eventFile = join(folder, "event.json");
    await writeFile(eventFile, JSON.stringify(eventOf("c1-FR")));
    const endpoint = await client.config.endpoint?.();
    if (endpoint === undefined) throw new Error("The engine has no endpoint");
    const env = {
      STAGE: "bench",
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "bench",
      AWS_SECRET_ACCESS_KEY: "bench",
      AWS_ENDPOINT_URL_DYNAMODB: `http://${endpoint.hostname}:${endpoint.port}`,
      AWS_CONFIG_FILE: "/dev/null",
      AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
      RECORDS_TABLE: tables.records,
      JOURNAL_TABLE: tables.journal,
      LETTERS_TABLE: tables.letters,
      SECOND_FACTOR_ROLES: "none",
      USER_POOL_ID: "none",
      NODE_ENV: "production",
    };
    const files = new Map<Name, string>([
      ["ours", oursFile],
      ["compiling", oursFile],
      ...names.map((name) => [name, join(peerFolder, "dist", `${name}.cjs`)] as const),
    ]);
    // Lambda sets it; without it, the function compiles its code itself.
    const envOf = (name: Name) => (name === "ours" ? { ...env, AWS_EXECUTION_ENV: "bench" } : env);
    // The first request of a user is recorded; that is paid before anything is measured, and files are read once.
    for (const [name, file] of files) await runOnce(file, eventFile, envOf(name));
    const chance = seededChance(13);
    const samples = new Map<Name, Sample[]>([...files.keys()].map((name) => [name, []]));
    for (let round = 0; round < processes; round += 1) {
      for (const [name, file] of shuffled([...files], chance))
        samples.get(name)?.push(await runOnce(file, eventFile, envOf(name)));
      if (process.stdout.isTTY) process.stdout.write(`\r${round + 1} of ${processes} rounds`);
    }
    if (process.stdout.isTTY) process.stdout.write("\n");
    return samples;
  } finally {
    await engine.stop();
  }
};

const timeOf = (samples: readonly Sample[]): number =>
  medianOf(samples.map(({ startUp, warm }) => (which === "warm" ? medianOf(warm) : startUp)));

const report = (samples: ReadonlyMap<Name, readonly Sample[]>): boolean => {
  const ours = samples.get("ours") ?? [];
  const processor = (one: readonly Sample[]) => medianOf(one.map((sample) => sample.processor));
  console.log(
    `${"".padEnd(26)}${"ms".padStart(8)}${"ours".padStart(8)}${"processor ms".padStart(14)}   goal   without compiled code`,
  );
  console.log(
    `${"ours: review-api".padEnd(26)}${timeOf(ours).toFixed(1).padStart(8)}${"".padStart(8)}${processor(ours).toFixed(0).padStart(14)}`,
  );
  const compiling = samples.get("compiling") ?? [];
  console.log(
    `${"without compiled code".padEnd(26)}${timeOf(compiling).toFixed(1).padStart(8)}${"".padStart(8)}${processor(compiling).toFixed(0).padStart(14)}`,
  );
  let isGood = true;
  for (const name of names) {
    const theirs = samples.get(name) ?? [];
    const ratio = timeOf(ours) / timeOf(theirs);
    const goal = goals[which][name];
    const isMet = goal === undefined || ratio <= goal;
    const without = timeOf(compiling) / timeOf(theirs);
    const isMetWithout =
      which === "warm" || name !== goalWithoutCompiledCode.name || without <= goalWithoutCompiledCode.most;
    isGood &&= isMet && isMetWithout;
    console.log(
      `${peers[name].padEnd(26)}${timeOf(theirs).toFixed(1).padStart(8)}${ratio.toFixed(2).padStart(8)}${processor(theirs).toFixed(0).padStart(14)}   ${(goal === undefined ? "" : `${goal}${isMet ? "" : ", not met"}`).padEnd(16)}${without.toFixed(2)}${isMetWithout ? "" : ", not met"}`,
    );
  }
  return isGood;
};

await installPeers();
await Promise.all([bundle("lambdas/review-api.ts", true), ...names.map(buildPeer)]);
await compileBundle(join(bundleFolder, "review-api"), "review-api", loadingEnvironment());
const folder = await mkdtemp(join(tmpdir(), "review-mechanism-bench-"));
try {
  console.log(
    `${processes} processes of each, in random order; one review read by an officer, account, user and review`,
  );
  const what = which === "warm" ? `the ${requests} requests that follow the first` : "loading and the first request";
  console.log(`Medians of ${what}, and how much of each peer's ours is\n`);
  process.exitCode = report(await measureAll(folder)) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
