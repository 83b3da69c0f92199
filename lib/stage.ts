import { defined } from "../schemas/base/defined.ts";
import type { App, Environment } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { parseSettings, StageError, type StageName, stageNamed, StageSettings } from "./stage-settings.ts";

export interface Stage extends StageSettings {
  readonly name: StageName;
  /** Leave out the few kinds of resources that a local emulator cannot deploy (lib/app.ts). */
  readonly emulator: boolean;
}

/** Returns how long the logs of functions are kept. */
export const logRetention = (stage: Stage): RetentionDays =>
  stage.logRetention === "one-year" ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH;

/** Returns the account and region of a stage's stacks; an omitted one is that of the credentials. */
export const environmentOf = ({ account, region }: Stage): Environment => defined({ account, region });

/** Returns the exact redirect addresses after sign-in. */
export const signInReturns = ({ callbackUrls, corsOrigins }: Stage): readonly string[] =>
  callbackUrls ?? corsOrigins.map((origin) => `${origin}/signed-in`);

/** Returns the exact redirect addresses after sign-out. */
export const signOutReturns = ({ logoutUrls, corsOrigins }: Stage): readonly string[] =>
  logoutUrls ?? corsOrigins.map((origin) => `${origin}/signed-out`);

/** Refuses settings on the command line, because they would be ignored silently. */
const refuseSettingsInContext = (app: App, name: StageName): void => {
  const given = Object.keys(StageSettings.shape).filter((key) => app.node.tryGetContext(key) !== undefined);
  if (given.length > 0)
    throw new StageError(given.map((key) => `-c ${key}=: write it in data/stages/${name}.json instead`).join("\n"));
};

/**
 * Returns the stage that `-c stage=dev|test|prod` names (dev by default), with the settings of its file. Throws a
 * StageError that names each missing or malformed setting.
 */
export const stageOf = (app: App, read: (name: StageName) => unknown): Stage => {
  const name = stageNamed(app.node.tryGetContext("stage") ?? "dev");
  refuseSettingsInContext(app, name);
  const emulator: unknown = app.node.tryGetContext("emulator");
  return { name, emulator: emulator === true || emulator === "true", ...parseSettings(name, read(name)) };
};
