import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import configuration from "../cdk.json" with { type: "json" };
import { buildApp } from "../lib/app.ts";
import { StageError } from "../lib/stage-settings.ts";
import { stageOf } from "../lib/stage.ts";
import { endpoints } from "../schemas/api/index.ts";
import { readStageFile } from "./stage-file.ts";

// The CDK command line hands the context over itself; run alone, the app reads the same file.
const app = new App({ context: configuration.context });
try {
  const stage = stageOf(app, readStageFile);
  buildApp(app, { stage, bundles: (name) => Code.fromAsset(join("dist/lambdas", name)), routes: endpoints });
  app.synth();
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
