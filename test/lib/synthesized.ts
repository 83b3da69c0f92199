import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import configuration from "../../cdk.json" with { type: "json" };
import { buildApp } from "../../lib/app.ts";
import { production } from "../../bin/example-stack.ts";
import { readStageFile } from "../../bin/stage-file.ts";
import { stageOf } from "../../lib/stage.ts";
import { endpoints } from "../../schemas/api/index.ts";

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly path: string;
  readonly properties: Record<string, any>;
  readonly metadata: Record<string, any>;
  readonly deletionPolicy: string | undefined;
  readonly dependsOn: readonly string[];
  readonly updatePolicy: Record<string, any> | undefined;
}

/** A failure that an alarm reports, as the template lists it. */
export interface Condition {
  readonly name: string;
  readonly sign: string;
  readonly impact: string;
  readonly section: string;
}

export interface Statement {
  readonly actions: readonly string[];
  /** Each resource as text: "*", or the JSON of the expression that gives its ARN. */
  readonly resources: readonly string[];
  readonly condition: unknown;
}

/** The stage, whether it is emulated, and the settings that differ from its file. */
export interface SynthesisContext extends Readonly<Record<string, unknown>> {
  readonly stage?: string;
  readonly emulator?: boolean;
}

interface Template {
  readonly Resources: Record<string, any>;
  readonly Outputs?: Record<string, unknown>;
}

export class SynthesizedApp {
  readonly templates: readonly Template[];
  readonly resources: readonly Resource[];
  /** The findings of the rule packs and of CloudFormation's own rules; undefined if they did not run. */
  readonly findings: readonly unknown[] | undefined;
  readonly outputs: readonly string[];

  constructor({ stage = "prod", emulator = false, ...settings }: SynthesisContext, isValidated: boolean) {
    const bundles = mkdtempSync(join(tmpdir(), "bundles-"));
    writeFileSync(join(bundles, "none.mjs"), "export const handler = async () => undefined;\n");
    const code = Code.fromAsset(bundles);
    const outdir = mkdtempSync(join(tmpdir(), "cdk-"));
    const app = new App({
      outdir,
      context: { ...configuration.context, "aws:cdk:enable-path-metadata": true, stage, emulator },
    });
    const described = stageOf(app, (name) => ({ ...Object(readStageFile(name)), ...settings }));
    buildApp(app, { stage: described, bundles: () => code, routes: endpoints });
    process.env["CDK_VALIDATION"] = String(isValidated);
    const assembly = app.synth();
    this.templates = assembly.stacks.map((stack) => stack.template as Template);
    this.outputs = this.templates.flatMap((template) => Object.keys(template.Outputs ?? {}));
    this.resources = this.templates.flatMap((template) =>
      Object.entries(template.Resources).map(([id, body]) => ({
        id,
        type: body.Type as string,
        path: String(body.Metadata?.["aws:cdk:path"] ?? id),
        properties: (body.Properties ?? {}) as Record<string, any>,
        metadata: (body.Metadata ?? {}) as Record<string, any>,
        deletionPolicy: body.DeletionPolicy as string | undefined,
        dependsOn: list<string>(body.DependsOn ?? []),
        updatePolicy: body.UpdatePolicy as Record<string, any> | undefined,
      })),
    );
    this.findings = isValidated
      ? JSON.parse(readFileSync(join(outdir, "validation-report.json"), "utf8")).pluginReports
      : undefined;
  }

  of(type: string): readonly Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  one(type: string, pathPart = ""): Resource {
    const found = this.of(type).filter((resource) => resource.path.includes(pathPart));
    if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} at ${pathPart}`);
    return found[0]!;
  }

  get functions(): readonly Resource[] {
    return this.of("AWS::Lambda::Function");
  }

  bundleOf(fn: Resource): string {
    return String(fn.properties["Handler"]).replace(/\.handler$/, "");
  }

  functionOf(bundle: string): Resource {
    const found = this.functions.find((fn) => this.bundleOf(fn) === bundle);
    if (found === undefined) throw new Error(`no function runs ${bundle}`);
    return found;
  }

  /** The function to whose alias an expression leads; undefined where it leads to none. */
  invokedBy(expression: unknown): Resource | undefined {
    const text = JSON.stringify(expression ?? "");
    const alias = this.of("AWS::Lambda::Alias").find(({ id }) => text.includes(`{"Ref":"${id}"}`));
    return this.functions.find(({ id }) => id === alias?.properties["FunctionName"].Ref);
  }

  /** Everything that the role of a function (or of whatever names this role) is allowed. */
  permissions(roleId: string): readonly Statement[] {
    const inline = this.of("AWS::IAM::Role")
      .filter((role) => role.id === roleId)
      .flatMap((role) => (role.properties["Policies"] ?? []) as { PolicyDocument: { Statement: any[] } }[])
      .map((policy) => policy.PolicyDocument);
    const attached = this.of("AWS::IAM::Policy")
      .filter((policy) => policy.properties["Roles"].some((role: { Ref: string }) => role.Ref === roleId))
      .map((policy) => policy.properties["PolicyDocument"] as { Statement: any[] });
    return [...inline, ...attached].flatMap((document) => document.Statement.map(statementOf));
  }

  permissionsOf(bundle: string): readonly Statement[] {
    return this.permissions(this.roleIdOf(this.functionOf(bundle)));
  }

  roleIdOf(fn: Resource): string {
    return fn.properties["Role"]["Fn::GetAtt"][0];
  }
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

const statementOf = (statement: any): Statement => ({
  actions: list<string>(statement.Action),
  resources: list<unknown>(statement.Resource).map((resource) =>
    typeof resource === "string" ? resource : JSON.stringify(resource),
  ),
  condition: statement.Condition,
});

const made = new Map<string, SynthesizedApp>();

export { production } from "../../bin/example-stack.ts";

const madeOnce = (context: SynthesisContext, isValidated: boolean): SynthesizedApp => {
  const key = JSON.stringify(context);
  const before = made.get(key);
  if (before !== undefined && (before.findings !== undefined || !isValidated)) return before;
  const now = new SynthesizedApp(context, isValidated);
  made.set(key, now);
  return now;
};

/** The app as it is for a stage, made once per set of settings. */
export const synthesize = (context: SynthesisContext = production): SynthesizedApp => madeOnce(context, false);

/** Synthesizes with the findings of the rules in the templates, which takes longer than the synthesis alone. */
export const synthesizeValidated = (context: SynthesisContext = production): SynthesizedApp => madeOnce(context, true);
