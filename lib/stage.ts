import type { App } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";

const Host = z.hostname();
const Origin = z
  .url({ protocol: /^https?$/ })
  .refine((origin) => new URL(origin).origin === origin, "an origin is scheme and host, without a path");

/** Cognito returns to https only, but for a front end on the machine of whoever works on it. */
const ReturnUrl = z.url({ protocol: /^https?$/ }).refine((url) => {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || hostname === "localhost";
}, "the sign-in returns to https, or to http://localhost");

const StageContext = z.strictObject({
  /** Where the front end of this stage lives; letters link there. */
  frontEndUrl: z.url({ protocol: /^https?$/ }),
  /** Browsers on these origins may call the API. */
  corsOrigins: z.array(Origin).min(1),
  /** Where the sign-in may return to; `/signed-in` on each of the origins where left out. */
  callbackUrls: z.array(ReturnUrl).min(1).optional(),
  /** Where the sign-out may return to; `/signed-out` on each of the origins where left out. */
  logoutUrls: z.array(ReturnUrl).min(1).optional(),
  /** The domain that letters are sent from. */
  mailDomain: Host,
  /** Set once the mail domain is verified: account mail (forgotten passwords) then leaves from it too. */
  mailDomainVerified: z.boolean(),
  /** Where the secretariat reads its daily list; where answers to letters go if left out. */
  secretariatEmail: z.email().optional(),
  /** Who is told when an alarm goes off. */
  alarmEmail: z.email().optional(),
  /** An HTTPS endpoint that alarms are posted to: a service for duty officers, a chat. */
  alarmWebhook: z.url({ protocol: /^https$/, error: "alarms are posted to an https address" }).optional(),
  /** A telephone that gets alarms as text messages. */
  alarmPhone: z.e164("a telephone number begins with + and the country code, as +43…").optional(),
  /** Keep tables and accounts when a stack is deleted, and refuse to delete them. */
  retain: z.boolean(),
  logRetention: z.union([z.literal("one-month"), z.literal("one-year")]),
});

const StageName = z.enum(["dev", "test", "prod"]);

export interface Stage extends z.infer<typeof StageContext> {
  readonly name: z.infer<typeof StageName>;
  /** Leave out the few kinds of resources that a local emulator cannot deploy (lib/emulator.ts). */
  readonly emulator: boolean;
}

/** How long the logs of functions stay. */
export const logRetention = (stage: Stage): RetentionDays =>
  stage.logRetention === "one-year" ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH;

/** Where the sign-in may return to, exactly. */
export const signInReturns = ({ callbackUrls, corsOrigins }: Stage): readonly string[] =>
  callbackUrls ?? corsOrigins.map((origin) => `${origin}/signed-in`);

/** Where the sign-out may return to, exactly. */
export const signOutReturns = ({ logoutUrls, corsOrigins }: Stage): readonly string[] =>
  logoutUrls ?? corsOrigins.map((origin) => `${origin}/signed-out`);

const flag = (value: unknown): boolean => value === true || value === "true";

const overrides = (app: App): Record<string, unknown> => {
  const given: Record<string, unknown> = {};
  for (const key of ["frontEndUrl", "mailDomain", "secretariatEmail", "alarmEmail", "alarmWebhook", "alarmPhone"]) {
    const value: unknown = app.node.tryGetContext(key);
    if (value !== undefined) given[key] = value;
  }
  for (const key of ["corsOrigins", "callbackUrls", "logoutUrls"]) {
    const value: unknown = app.node.tryGetContext(key);
    if (typeof value === "string") given[key] = value.split(",");
  }
  const verified: unknown = app.node.tryGetContext("mailDomainVerified");
  if (verified !== undefined) given["mailDomainVerified"] = flag(verified);
  return given;
};

/**
 * What is missing for an alarm to reach somebody when no mail leaves: the alarm that says so must not travel by mail
 * alone.
 */
const channelProblems = (settings: Readonly<Record<string, unknown>>): readonly string[] =>
  settings["alarmWebhook"] === undefined && settings["alarmPhone"] === undefined
    ? [
        "  -c alarmWebhook= or -c alarmPhone=: give an https address or a telephone number (+43…) that gets alarms besides e-mail, see docs/runbooks/deploying.md",
      ]
    : [];

/**
 * The stage that `-c stage=dev|test|prod` asks for (dev when it asks for none): what cdk.json says about it,
 * with what `-c frontEndUrl=`, `-c corsOrigins=a,b`, `-c callbackUrls=a,b`, `-c logoutUrls=a,b`, `-c mailDomain=`, `-c mailDomainVerified=`,
 * `-c secretariatEmail=`, `-c alarmEmail=`, `-c alarmWebhook=` and `-c alarmPhone=`
 * put in its place. Throws an Error that names each missing or malformed setting.
 */
export const stageOf = (app: App): Stage => {
  const name = StageName.safeParse(app.node.tryGetContext("stage") ?? "dev");
  if (!name.success) throw new Error("-c stage= must be dev, test or prod");
  const stages = z.record(z.string(), z.looseObject({})).parse(app.node.tryGetContext("stages") ?? {});
  const settings = { ...stages[name.data], ...overrides(app) };
  const context = StageContext.safeParse(settings);
  const problems = [
    ...(context.error?.issues ?? []).map((issue) => `  -c ${issue.path.join(".")}=: ${issue.message}`),
    ...(name.data === "prod" ? channelProblems(settings) : []),
  ];
  if (!context.success || problems.length > 0)
    throw new Error(`stage ${name.data} is not fully described:\n${problems.join("\n")}`);
  return { name: name.data, emulator: flag(app.node.tryGetContext("emulator")), ...context.data };
};
