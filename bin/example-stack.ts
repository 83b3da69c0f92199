import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import * as z from "zod";
import configuration from "../cdk.json" with { type: "json" };
import { buildApp } from "../lib/app.ts";
import { stageOf } from "../lib/stage.ts";
import { endpoints } from "../schemas/api/index.ts";
import { readStageFile } from "./stage-file.ts";
import type { TemplateResource } from "./template-figures.ts";

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.unknown(),
      Metadata: z.looseObject({ "aws:cdk:path": z.string().default("") }).prefault({}),
    }),
  ),
});

/** The settings file of production once it is filled in. */
export const production = {
  stage: "prod",
  account: "123456789012",
  region: "eu-central-1",
  frontEndUrl: "https://reviews.example.org",
  corsOrigins: ["https://reviews.example.org"],
  mailDomain: "reviews.example.org",
  secretariatEmail: "reviews@example.org",
  letterSender: {
    organisation: { en: "Example Organization" },
    city: { en: "Vienna", fr: "Vienne" },
    postalAddress: ["1 Example Street", "1400 Vienna"],
    telephone: "+43 1 000 0000",
    webPage: "https://reviews.example.org/mechanism",
  },
  alarmEmail: "duty@example.org",
  alarmWebhook: "https://duty.example.org/alarms",
  accountConcurrency: 100,
};

/** Returns the resources of production's stacks; the code of its functions is empty. */
export const productionResources = (): readonly TemplateResource[] => {
  const { stage, ...settings } = production;
  const context = { ...configuration.context, "aws:cdk:enable-path-metadata": true, stage };
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), "cdk-")), context });
  const described = stageOf(app, (name) => ({ ...Object(readStageFile(name)), ...settings }));
  const code = Code.fromAsset(mkdtempSync(join(tmpdir(), "bundles-")));
  buildApp(app, { stage: described, bundles: () => code, routes: endpoints });
  process.env["CDK_VALIDATION"] = "false";
  return app.synth().stacks.flatMap(({ template }) =>
    Object.values(Template.parse(template).Resources).map(
      ({ Type: type, Properties: properties, Metadata: metadata }) => ({
        type,
        path: metadata["aws:cdk:path"],
        properties,
        metadata,
      }),
    ),
  );
};
