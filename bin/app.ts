import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildHouse } from "../lib/app.ts";
import { endpoints } from "../schemas/endpoints.ts";

const app = new App();
buildHouse(app, { bundles: Code.fromAsset("dist/lambdas"), routes: endpoints });
app.synth();
