import type { App } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";

const Host = z.hostname();
const Origin = z
  .url({ protocol: /^https?$/ })
  .refine((origin) => new URL(origin).origin === origin, "an origin is scheme and host, without a path");

const StageContext = z.strictObject({
  /** Where the front end of this stage lives; letters link there. */
  frontEndUrl: z.url({ protocol: /^https?$/ }),
  /** Browsers on these origins may call the API. */
  corsOrigins: z.array(Origin).min(1),
  /** The domain that letters are sent from. */
  mailDomain: Host,
  /** Set once the mail domain is verified: account mail (forgotten passwords) then leaves from it too. */
  mailDomainVerified: z.boolean(),
  /** Who is told when an alarm goes off. */
  alarmEmail: z.email().optional(),
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

const flag = (value: unknown): boolean => value === true || value === "true";

const overrides = (app: App): Record<string, unknown> => {
  const given: Record<string, unknown> = {};
  for (const key of ["frontEndUrl", "mailDomain", "alarmEmail"]) {
    const value: unknown = app.node.tryGetContext(key);
    if (value !== undefined) given[key] = value;
  }
  const origins: unknown = app.node.tryGetContext("corsOrigins");
  if (typeof origins === "string") given["corsOrigins"] = origins.split(",");
  const verified: unknown = app.node.tryGetContext("mailDomainVerified");
  if (verified !== undefined) given["mailDomainVerified"] = flag(verified);
  return given;
};

/**
 * The stage that `-c stage=dev|test|prod` asks for (dev when it asks for none): what cdk.json says about it,
 * with what `-c frontEndUrl=`, `-c corsOrigins=a,b`, `-c mailDomain=`, `-c mailDomainVerified=` and `-c alarmEmail=`
 * put in its place. Throws an Error that names each missing or malformed setting.
 */
export const stageOf = (app: App): Stage => {
  const name = StageName.safeParse(app.node.tryGetContext("stage") ?? "dev");
  if (!name.success) throw new Error("-c stage= must be dev, test or prod");
  const stages = z.record(z.string(), z.looseObject({})).parse(app.node.tryGetContext("stages") ?? {});
  const context = StageContext.safeParse({ ...stages[name.data], ...overrides(app) });
  if (!context.success) {
    const problems = context.error.issues.map((issue) => `  -c ${issue.path.join(".")}=: ${issue.message}`);
    throw new Error(`stage ${name.data} is not fully described:\n${problems.join("\n")}`);
  }
  return { name: name.data, emulator: flag(app.node.tryGetContext("emulator")), ...context.data };
};
