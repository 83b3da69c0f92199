import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import configuration from "../cdk.json" with { type: "json" };
import { buildApp } from "../lib/app.ts";
import { endpoints } from "../schemas/api/index.ts";

// The CDK command line hands the context over itself; run alone, the app reads the same file.
const app = new App({ context: configuration.context });
buildApp(app, { bundles: (name) => Code.fromAsset(join("dist/lambdas", name)), routes: endpoints });
app.synth();
