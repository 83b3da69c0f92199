import { describe, expect, test } from "vitest";
import { production, type Statement, synthesize } from "./synthesized.ts";

const prod = synthesize();
const bundles = prod.functions.map((fn) => prod.bundleOf(fn));
const everyone: readonly (readonly [string, Statement])[] = bundles.flatMap((bundle) =>
  prod.permissionsOf(bundle).map((statement) => [bundle, statement] as const),
);
const may = (bundle: string, prefix: string, resource = "") =>
  prod
    .permissionsOf(bundle)
    .filter((statement) => statement.resources.some((arn) => arn.includes(resource)))
    .flatMap(({ actions }) => actions)
    .filter((action) => action.startsWith(prefix))
    .toSorted();

/** The only permissions that the services grant on everything or not at all. */
const onEverything = new Set([
  "xray:PutTraceSegments",
  "xray:PutTelemetryRecords",
  "scheduler:ListSchedules",
  "dynamodb:ListStreams",
  "ses:GetAccount",
  "ses:DeleteSuppressedDestination",
]);

describe("permissions", () => {
  test("no managed policy of AWS is attached to any role", () => {
    for (const role of prod.of("AWS::IAM::Role")) expect(role.properties["ManagedPolicyArns"]).toBeUndefined();
  });

  test("no action is a wildcard", () => {
    for (const [, { actions }] of everyone) for (const action of actions) expect(action).not.toContain("*");
  });

  test("only actions without resource-level permissions are permitted on all resources", () => {
    const wide = everyone.filter(([, { resources }]) => resources.includes("*")).flatMap(([, { actions }]) => actions);
    for (const action of wide) expect(onEverything).toContain(action);
  });

  test("the only wildcard inside a resource is the name of a schedule within the group of reminders", () => {
    const wild = new Set(
      everyone
        .flatMap(([, { resources }]) => resources)
        .filter((resource) => resource !== "*" && resource.includes("*")),
    );
    for (const resource of wild) expect(resource).toContain("schedule/review-mechanism-prod-reminders/*");
  });

  test("ListSchedules is granted on everything, because the service refuses it on a group", () => {
    const listing = everyone.filter(([, { actions }]) => actions.includes("scheduler:ListSchedules"));
    expect(listing.map(([bundle]) => bundle)).toEqual(["sweep"]);
    expect(listing[0]?.[1].resources).toContain("*");
  });

  test("a role is passed in one way only: the role of the reminders, to Scheduler", () => {
    const passing = everyone.filter(([, { actions }]) => actions.includes("iam:PassRole"));
    expect(new Set(passing.map(([bundle]) => bundle))).toEqual(new Set(["react", "timer", "sweep"]));
    const clock = prod.one("AWS::IAM::Role", "/Clock/Role/");
    for (const [, statement] of passing) {
      expect(statement.actions).toEqual(["iam:PassRole"]);
      expect(statement.resources).toEqual([JSON.stringify({ "Fn::GetAtt": [clock.id, "Arn"] })]);
      expect(statement.condition).toEqual({ StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" } });
    }
  });

  test("the role of the reminders may put messages on the alarms queue, and nothing else", () => {
    const clock = prod.one("AWS::IAM::Role", "/Clock/Role/");
    const statements = prod.permissions(clock.id);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.actions).toEqual(["sqs:SendMessage"]);
    expect(statements[0]?.resources).toHaveLength(1);
    expect(statements[0]?.resources[0]).toContain("TimersQueue");
    expect(JSON.stringify(clock.properties["AssumeRolePolicyDocument"])).toContain("aws:SourceAccount");
  });

  test("no function can change or delete entries of the journal", () => {
    for (const bundle of bundles) {
      const actions = may(bundle, "dynamodb:", "Journal");
      for (const forbidden of ["UpdateItem", "DeleteItem", "BatchWriteItem", "PartiQLUpdate", "PartiQLDelete"]) {
        expect(actions).not.toContain(`dynamodb:${forbidden}`);
      }
    }
  });

  test("no role of any kind can update or delete an item of the journal, or read it as a whole table to overwrite", () => {
    const roles = prod.of("AWS::IAM::Role");
    expect(roles.length).toBeGreaterThan(bundles.length);
    const onJournal = roles.flatMap(({ id }) =>
      prod.permissions(id).filter(({ resources }) => resources.some((arn) => arn === "*" || arn.includes("Journal"))),
    );
    const actions = new Set(onJournal.flatMap((statement) => statement.actions));
    expect(
      [...actions].filter((action) =>
        /^dynamodb:(?:.*(?:Update|Delete|Batch.?Write|PartiQL|Import|Restore)|\*)/u.test(action),
      ),
    ).toEqual([]);
    expect([...actions]).toContain("dynamodb:PutItem");
  });

  test("functions of the API and react update the counts of the limits of a day, and no other items", () => {
    const counting = everyone.filter(
      ([bundle, { actions }]) => bundle !== "sweep" && actions.includes("dynamodb:UpdateItem"),
    );
    expect(counting.map(([bundle]) => bundle).toSorted()).toEqual(["react", "review-api", "secretariat-api"]);
    for (const [, { actions, condition }] of counting)
      expect({ actions, condition }).toEqual({
        actions: ["dynamodb:UpdateItem"],
        condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["allowance#*"] } },
      });
  });

  test("none but react and the sweep, which end past rows, update or delete other items or scan, and the journal is only scanned, by the sweep", () => {
    const own = ["Records", "Letters"];
    for (const [bundle, { actions, resources, condition }] of everyone)
      for (const action of (condition === undefined ? actions : []).filter((each) =>
        /^dynamodb:(?:UpdateItem|DeleteItem|Scan)$/u.test(each),
      )) {
        expect(["react", "sweep"], `${bundle} ${action}`).toContain(bundle);
        const tables = `${bundle} ${action}` === "sweep dynamodb:Scan" ? [...own, "Journal"] : own;
        for (const each of resources)
          expect(
            tables.some((table) => each.includes(`Tables${table}`)),
            each,
          ).toBe(true);
      }
  });

  test("no function can change a table, or items by a statement", () => {
    for (const [, { actions }] of everyone)
      for (const action of actions)
        expect(action).not.toMatch(/dynamodb:(?:(?:Delete|Update|Create)(?!Item$)|PartiQL)/u);
  });

  test("who may read one item of a table may read several together, and the other way round", () => {
    const tables = ["Records", "Journal", "Letters"].flatMap((table) =>
      bundles.map((bundle) => may(bundle, "dynamodb:", table)),
    );
    const readers = tables.filter((actions) => actions.some((action) => action.endsWith("GetItem")));
    expect(readers.length).toBeGreaterThan(10);
    for (const actions of readers)
      expect(actions).toEqual(expect.arrayContaining(["dynamodb:GetItem", "dynamodb:BatchGetItem"]));
  });

  test("only send sends mail, from one address", () => {
    const senders = everyone.filter(([, { actions }]) => actions.includes("ses:SendEmail"));
    expect(senders.map(([bundle]) => bundle)).toEqual(["send"]);
    expect(senders[0]?.[1].condition).toEqual({ StringEquals: { "ses:FromAddress": "reviews@reviews.example.org" } });
  });

  test("the sweep may query whether the account and its one domain may send, and send nothing", () => {
    expect(may("sweep", "ses:")).toEqual(["ses:DeleteSuppressedDestination", "ses:GetAccount", "ses:GetEmailIdentity"]);
    const asking = everyone.filter(([, { actions }]) => actions.includes("ses:GetEmailIdentity"));
    expect(asking.map(([bundle]) => bundle)).toEqual(["sweep"]);
    expect(asking[0]?.[1].resources).toEqual([expect.stringContaining(":identity/")]);
  });

  test("only react, and the sweep that repairs after it, take addresses off the mail service's own list", () => {
    const releasing = everyone.filter(([, { actions }]) => actions.includes("ses:DeleteSuppressedDestination"));
    expect(releasing.map(([bundle]) => bundle)).toEqual(["react", "sweep"]);
  });

  test("only react, and the sweep that repairs after it, change accounts", () => {
    const reading = "cognito-idp:AdminGetUser";
    const changers = everyone.filter(([, { actions }]) =>
      actions.some((action) => action.startsWith("cognito-idp:") && action !== reading),
    );
    expect(new Set(changers.map(([bundle]) => bundle))).toEqual(new Set(["react", "sweep"]));
  });

  test("functions that answer with a token query who has a second factor, only where the stage requires one of some roles", () => {
    for (const bundle of ["review-api", "secretariat-api"]) {
      expect(may(bundle, "cognito-idp:")).toEqual(["cognito-idp:AdminGetUser"]);
      expect(may(bundle, "cognito-idp:", "IdentityUsers")).toEqual(["cognito-idp:AdminGetUser"]);
    }
    expect(may("public-api", "cognito-idp:")).toEqual([]);
    const without = synthesize({ stage: "dev" });
    const asking = without.permissionsOf("secretariat-api").flatMap(({ actions }) => actions);
    expect(asking.filter((action) => action.startsWith("cognito-idp:"))).toEqual([]);
  });

  test("only the sweep signs in, as the canary; not where all users need a second factor", () => {
    const signing = (app: typeof prod) =>
      ["react", "sweep", "review-api"].filter((bundle) =>
        app.permissionsOf(bundle).some(({ actions }) => actions.includes("cognito-idp:AdminInitiateAuth")),
      );
    expect(signing(prod)).toEqual(["sweep"]);
    const strict = synthesize({ ...production, secondFactor: "everybody" });
    expect(signing(strict)).toEqual([]);
    const { properties: authorizer } = strict.one("AWS::ApiGatewayV2::Authorizer");
    expect(authorizer["JwtConfiguration"].Audience).toHaveLength(1);
    expect(strict.of("AWS::CloudWatch::Alarm").filter(({ path }) => path.includes("CanaryFailing"))).toEqual([]);
  });

  test("the public part reads rows with the partition keys of public data, and no persons, addresses or drafts", () => {
    const onTables = prod.permissionsOf("public-api").filter(({ actions }) => actions[0]?.startsWith("dynamodb:"));
    const leading = (...keys: readonly string[]) => ({ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": keys } });
    const seen = onTables.map(({ actions, resources, condition }) => [
      actions.map((action) => action.replace("dynamodb:", "")).join(" "),
      /\/index\/(\w+)/u.exec(resources.join())?.[1] ?? (resources.join().includes("Journal") ? "journal" : "records"),
      condition,
    ]);
    expect(seen.toSorted((one, other) => String(one[1]).localeCompare(String(other[1])))).toEqual([
      ["Query", "byKind", leading("group", "status-paper")],
      ["Query", "byList", leading("reviews")],
      ["Query", "byParty", undefined],
      ["Query", "byStage", leading("concluded")],
      ["Query", "journal", leading("review#*")],
      [
        "BatchGetItem GetItem",
        "records",
        leading("review#*", "published#*", "party#*", "group#*", "status-paper#*", "secret#cursor"),
      ],
      ["Query", "records", leading("party-names")],
    ]);
    expect(may("public-api", "dynamodb:", "Letters")).toEqual([]);
  });

  test("receipts moves letters, reads their other recipients, and sees no journal", () => {
    expect(may("receipts", "dynamodb:", "Records")).toEqual(["dynamodb:BatchGetItem", "dynamodb:GetItem"]);
    expect(may("receipts", "dynamodb:", "Journal")).toEqual([]);
  });

  test("queries on indexes name each index", () => {
    for (const [, { resources }] of everyone) for (const arn of resources) expect(arn).not.toContain("index/*");
  });
});
