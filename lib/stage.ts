import type { App, Environment } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { parseSettings, StageError, type StageName, stageNamed, StageSettings } from "./stage-settings.ts";

export interface Stage extends StageSettings {
  readonly name: StageName;
  /** Leave out the few kinds of resources that a local emulator cannot deploy (lib/emulator.ts). */
  readonly emulator: boolean;
}

/** How long the logs of functions stay. */
export const logRetention = (stage: Stage): RetentionDays =>
  stage.logRetention === "one-year" ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH;

/** Where the stacks of a stage are deployed; what is left out is that of the credentials. */
export const environmentOf = ({ account, region }: Stage): Environment => ({
  ...(account === undefined ? {} : { account }),
  ...(region === undefined ? {} : { region }),
});

/** Where the sign-in may return to, exactly. */
export const signInReturns = ({ callbackUrls, corsOrigins }: Stage): readonly string[] =>
  callbackUrls ?? corsOrigins.map((origin) => `${origin}/signed-in`);

/** Where the sign-out may return to, exactly. */
export const signOutReturns = ({ logoutUrls, corsOrigins }: Stage): readonly string[] =>
  logoutUrls ?? corsOrigins.map((origin) => `${origin}/signed-out`);

/** Settings were once given on the command line; one that is still given there would have no effect and say nothing. */
const refuseSettingsInContext = (app: App, name: StageName): void => {
  const given = Object.keys(StageSettings.shape).filter((key) => app.node.tryGetContext(key) !== undefined);
  if (given.length > 0)
    throw new StageError(given.map((key) => `-c ${key}=: write it in data/stages/${name}.json instead`).join("\n"));
};

/**
 * The stage that `-c stage=dev|test|prod` asks for (dev when it asks for none), by what its file says. Throws a StageError
 * that names each missing or malformed setting.
 */
export const stageOf = (app: App, read: (name: StageName) => unknown): Stage => {
  const name = stageNamed(app.node.tryGetContext("stage") ?? "dev");
  refuseSettingsInContext(app, name);
  const emulator: unknown = app.node.tryGetContext("emulator");
  return { name, emulator: emulator === true || emulator === "true", ...parseSettings(name, read(name)) };
};
