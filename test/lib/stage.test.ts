import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { describe, expect, test } from "vitest";
import { readStageFile, settingsOf } from "../../bin/stage-file.ts";
import { parseSettings, reservedShare, rolesWithSecondFactor, StageSettings } from "../../lib/stage-settings.ts";
import { signInReturns, signOutReturns, stageOf } from "../../lib/stage.ts";
import { production } from "./synthesized.ts";

const { stage: _name, ...filled } = production;
const prod = (more: Record<string, unknown> = {}) =>
  parseSettings("prod", { ...Object(readStageFile("prod")), ...filled, ...more });
const dev = (more: Record<string, unknown> = {}) => parseSettings("dev", { ...settingsOf("dev"), ...more });
/** Runs a command; returns its exit code and error output. */
const run = (script: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<{ code: unknown; said: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...more };
    execFile(process.execPath, [...script], { env }, (error, _, said) => resolve({ code: error?.code ?? 0, said }));
  });

describe("a stage", () => {
  const stage = (context: Record<string, unknown>, said?: unknown) =>
    stageOf(new App({ context }), (name) => said ?? readStageFile(name));

  test("is development unless another is requested", () => {
    expect(stage({})).toMatchObject({ name: "dev", retain: false, emulator: false });
  });

  test("of an unknown name is refused", () => {
    expect(() => stage({ stage: "staging" })).toThrow("stage staging: there are dev, test and prod");
  });

  test("a setting on the command line, which would have no effect, is refused with where it belongs", () => {
    expect(() => stage({ stage: "test", alarmEmail: "duty@example.org" })).toThrow(
      "-c alarmEmail=: write it in data/stages/test.json instead",
    );
  });

  test("has the sign-in return to /signed-in of its front ends, or to the configured address, and over https", () => {
    expect(signInReturns(stage({ stage: "test" }))).toEqual(["https://test.reviews.example.org/signed-in"]);
    expect(signOutReturns(stage({ stage: "test" }))).toEqual(["https://test.reviews.example.org/signed-out"]);
    const devStage = stage(
      {},
      dev({
        callbackUrls: ["https://a.example.org/", "http://localhost:9/x"],
        logoutUrls: ["https://b.example.org/"],
      }),
    );
    expect(signInReturns(devStage)).toEqual(["https://a.example.org/", "http://localhost:9/x"]);
    expect(signOutReturns(devStage)).toEqual(["https://b.example.org/"]);
    expect(() => dev({ callbackUrls: ["http://a.example.org/"] })).toThrow("the sign-in returns to https");
  });
});

describe("the file of a stage", () => {
  test("of production begins empty, and names the file and fields to fill in", () => {
    expect(() => settingsOf("prod")).toThrow(
      /^data\/stages\/prod\.json: frontEndUrl: is missing[^]*corsOrigins[^]*mailDomain[^]*alarmEmail[^]*secretariatEmail[^]*alarmWebhook/,
    );
  });

  test.each(["account", "region", "alarmEmail", "mailDomain", "secretariatEmail", "letterSender"])(
    "production is refused without %s",
    (field) => {
      expect(() => prod({ [field]: undefined })).toThrow(
        new RegExp(`^data/stages/prod\\.json: ${field}: (?:say|name) [^\n]*$`, "mu"),
      );
      expect(() => prod({ [field]: "" })).toThrow(`data/stages/prod.json: ${field}: `);
    },
  );

  test("production has a way for alarms besides e-mail, or is refused with the next step", () => {
    const byMailAlone = { alarmWebhook: undefined };
    expect(() => prod(byMailAlone)).toThrow("alarmWebhook or alarmPhone: give an https address or a telephone number");
    expect(prod({ ...byMailAlone, alarmPhone: "+4312605060" }).alarmPhone).toBe("+4312605060");
    expect(prod().alarmWebhook).toBe(filled.alarmWebhook);
  });

  test("alarms go to an https address, or to a number that can be called from anywhere", () => {
    expect(() => prod({ alarmWebhook: "http://duty.example.org/" })).toThrow("an https address");
    expect(() => prod({ alarmPhone: "2605060" })).toThrow("begins with +");
  });

  test.each([
    ["frontEndUrl", "http://reviews.example.org/", "frontEndUrl"],
    ["reviewPage", "http://reviews.example.org/{review}", "reviewPage"],
    ["corsOrigins", ["https://a.example.org", "http://localhost:3000"], "corsOrigins.1"],
    ["callbackUrls", ["http://localhost:3000/signed-in"], "callbackUrls.0"],
    ["logoutUrls", ["http://localhost:3000/signed-out"], "logoutUrls.0"],
  ])("production takes no %s without https", (field, value, place) => {
    expect(() => prod({ [field]: value })).toThrow(
      `data/stages/prod.json: ${place}: production is reached over https only`,
    );
    expect(dev({ [field]: value })).toMatchObject({ [field]: value });
  });

  test.each([
    ["frontEndUrl", "https://*.example.org/"],
    ["corsOrigins", ["https://*"]],
    ["corsOrigins", ["*"]],
    ["callbackUrls", ["https://*.example.org/signed-in"]],
    ["logoutUrls", ["https://*.example.org/signed-out"]],
    ["mailDomain", "*.example.org"],
  ])("no stage takes a wildcard as a host of %s", (field, value) => {
    expect(() => prod({ [field]: value })).toThrow(`prod.json: ${field}`);
    expect(() => dev({ [field]: value })).toThrow(`dev.json: ${field}`);
  });

  test("names no amount of money without an address for alarms", () => {
    expect(() => dev({ monthlyBudget: 50 })).toThrow("dev.json: monthlyBudget: needs alarmEmail");
    expect(dev({ monthlyBudget: 50, alarmEmail: "duty@example.org" }).monthlyBudget).toBe(50);
  });

  test("states the roles that need a second factor; production's secretariat and President always do", () => {
    expect(prod({ secondFactor: undefined }).secondFactor).toEqual(["secretariat", "president"]);
    const more = ["secretariat", "president", "delegate"];
    expect(rolesWithSecondFactor(prod({ secondFactor: more }))).toEqual(more);
    // The pool lets no user sign in without one.
    expect(rolesWithSecondFactor(prod({ secondFactor: "everybody" }))).toEqual([]);
    for (const secondFactor of ["nobody", ["secretariat"], ["president", "delegate"]])
      expect(() => prod({ secondFactor })).toThrow(
        "prod.json: secondFactor: production requires one of secretariat and president",
      );
    expect(rolesWithSecondFactor(dev({ secondFactor: "nobody" }))).toEqual([]);
    for (const secondFactor of ["secretariat", ["clerk"], []])
      expect(() => dev({ secondFactor })).toThrow(/dev\.json: secondFactor[.0]*: /u);
  });

  test("production keeps its data", () => {
    expect(() => prod({ retain: false })).toThrow("prod.json: retain: production keeps its data");
  });

  test("with an unknown field is refused", () => {
    expect(() => dev({ alarmMail: "duty@example.org" })).toThrow("dev.json: alarmMail: there is no such setting");
  });

  test("with an origin that has a path is refused", () => {
    expect(() => dev({ corsOrigins: ["https://reviews.example.org/app"] })).toThrow("an origin is scheme and host");
  });

  test("that is no object is refused", () => {
    expect(() => parseSettings("dev", [])).toThrow("data/stages/dev.json: is not an object of settings");
  });

  test("sets apart no more executions than Lambda would let it", () => {
    expect(reservedShare(dev())).toBeUndefined();
    expect(() => dev({ publicReservedConcurrency: 20 })).toThrow("quota must be at least 120 and is 10");
    expect(reservedShare(dev({ publicReservedConcurrency: 20, accountConcurrency: 120 }))).toEqual({
      share: 20,
      least: 120,
    });
  });

  test("of production is refused where queues and streams could take the concurrency that the API needs", () => {
    expect(() => prod({ accountConcurrency: 30 })).toThrow(
      "prod.json: accountConcurrency: queues and streams may take 21 executions at a time, and the API keeps 10: production needs 31, and not 30",
    );
    expect(prod({ accountConcurrency: 31 }).accountConcurrency).toBe(31);
    expect(() => prod({ accountConcurrency: 119, publicReservedConcurrency: 100 })).toThrow("production needs 131");
    expect(dev({ accountConcurrency: 10 }).accountConcurrency).toBe(10);
  });

  test("is explained field by field in the runbook", () => {
    const page = readFileSync("docs/runbooks/deploying.md", "utf8");
    expect(Object.keys(StageSettings.shape).filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });
});

describe("the user of an invalid stage", () => {
  test("is reported in lines of file and field by the synthesis, without a stack trace", async () => {
    const { code, said } = await run(["bin/app.ts"], { CDK_CONTEXT_JSON: JSON.stringify({ stage: "prod" }) });
    expect(code).toBe(1);
    const lines = said.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(line).toMatch(/^data\/stages\/prod\.json: [\w. ]+: \S/);
  });

  test("is reported by the commands that work on a deployment", async () => {
    const { code, said } = await run(["bin/bootstrap.ts", "--email", "a@example.org", "--stage", "live"]);
    expect(code).toBe(2);
    expect(said).toMatch(/^stage live: there are dev, test and prod\n/);
  });
});
