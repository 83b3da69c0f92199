import { join } from "node:path";
import { App, FileSystem } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import configuration from "../cdk.json" with { type: "json" };
import { buildApp } from "../lib/app.ts";
import { StageError } from "../lib/stage-settings.ts";
import { stageOf } from "../lib/stage.ts";
import { endpoints } from "../schemas/api/index.ts";
import { bundleFolder } from "./bundle.ts";
import { compiledFolder } from "./compiled.ts";
import { readStageFile } from "./stage-file.ts";

/** V8 compiles the same code to other bytes each time, which are no reason to deploy a function again. */
const bundleAsset = (name: string): Code => {
  const folder = join(bundleFolder, name);
  return Code.fromAsset(folder, { assetHash: FileSystem.fingerprint(folder, { exclude: [compiledFolder] }) });
};

/** The folder of all functions of a local system, which reads it where it is, also while they are being built. */
const together = process.env["FUNCTIONS"];
const inPlace = { "aws:cdk:disable-asset-staging": true };

// The CDK command line hands the context over itself; run alone, the app reads the same file.
const app = new App({ context: { ...configuration.context, ...(together === undefined ? {} : inPlace) } });
const bundles = together === undefined ? bundleAsset : () => Code.fromAsset(together, { assetHash: "local" });
try {
  const stage = stageOf(app, readStageFile);
  buildApp(app, { stage, bundles, routes: endpoints });
  app.synth();
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
