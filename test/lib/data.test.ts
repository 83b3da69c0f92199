import { describe, expect, test } from "vitest";
import { journalTable, lettersTable, recordsTable } from "../../schemas/model/tables.ts";
import { production, synthesize } from "./synthesized.ts";

const prod = synthesize();
const tables = prod.of("AWS::DynamoDB::GlobalTable");
const replica = (table: (typeof tables)[number]) => table.properties["Replicas"][0];

describe("restored tables that are to be imported into the stack", () => {
  const restored = {
    records: "records-2",
    journal: "journal-2",
    journalStream: "arn:aws:dynamodb:eu-central-1:123456789012:table/journal-2/stream/2026-12-01T00:00:00.000",
    letters: "letters-2",
  };

  test("are used while the stack abandons its first ones, and keeps these outside of it", () => {
    const app = synthesize({ ...production, tables: { ...restored, own: "given-up" } });
    expect(app.of("AWS::DynamoDB::GlobalTable")).toEqual([]);
    expect(app.functionOf("send").properties["Environment"].Variables["LETTERS_TABLE"]).toBe("letters-2");
    expect(tables.every(({ deletionPolicy }) => deletionPolicy === "Retain")).toBe(true);
  });

  test("have the ids of the first ones once they are imported, so that nothing else changes", () => {
    const before = synthesize({ ...production, tables: restored }).of("AWS::DynamoDB::GlobalTable");
    expect(before.map(({ id }) => id).toSorted()).toEqual(tables.map(({ id }) => id).toSorted());
  });
});

test("the sweep may read how the tables of a stage are protected that keeps its data, and of no other stage", () => {
  const asking = (app: typeof prod) =>
    app.permissionsOf("sweep").filter(({ actions }) => actions.includes("dynamodb:ListTagsOfResource"));
  expect(asking(prod)[0]?.resources).toHaveLength(3);
  expect(asking(prod)[0]?.actions).toEqual([
    "dynamodb:DescribeTable",
    "dynamodb:DescribeTimeToLive",
    "dynamodb:ListTagsOfResource",
  ]);
  expect(asking(synthesize({ stage: "test" }))).toEqual([]);
});

describe("the tables", () => {
  test("are the three of the description", () => {
    expect(tables.map(({ path }) => path.split("/").at(-2)).toSorted()).toEqual(["Journal", "Letters", "Records"]);
  });

  test.each(tables.map((table) => [table.path, table] as const))("%s can be recovered to any second", (_, table) => {
    expect(replica(table)["PointInTimeRecoverySpecification"]).toEqual({ PointInTimeRecoveryEnabled: true });
  });

  test.each(tables.map((table) => [table.path, table] as const))("%s is encrypted with a KMS key", (_, table) => {
    expect(table.properties["SSESpecification"]).toEqual({ SSEEnabled: true, SSEType: "KMS" });
  });

  test.each(tables.map((table) => [table.path, table] as const))(
    "%s refuses to be deleted in production",
    (_, table) => {
      expect(replica(table)["DeletionProtectionEnabled"]).toBe(true);
      expect(table.deletionPolicy).toBe("Retain");
    },
  );

  test.each([
    ["Records", recordsTable],
    ["Journal", journalTable],
    ["Letters", lettersTable],
  ] as const)("%s has the keys and indexes of schemas/model/tables.ts", (name, description) => {
    const { properties } = prod.one("AWS::DynamoDB::GlobalTable", `/${name}/`);
    expect(properties["KeySchema"].map((key: { AttributeName: string }) => key.AttributeName)).toEqual(
      "sortKey" in description ? [description.partitionKey, description.sortKey] : [description.partitionKey],
    );
    expect(
      properties["GlobalSecondaryIndexes"].map((index: any) => ({
        name: index.IndexName,
        partitionKey: index.KeySchema[0].AttributeName,
        sortKey: index.KeySchema[1].AttributeName,
        ...(index.Projection.ProjectionType === "ALL" ? {} : { only: index.Projection.NonKeyAttributes }),
      })),
    ).toEqual(description.indexes);
  });

  test("only the journal has a stream", () => {
    const streaming = tables.filter((table) => table.properties["StreamSpecification"] !== undefined);
    expect(streaming.map(({ path }) => path.split("/").at(-2))).toEqual(["Journal"]);
    expect(streaming[0]?.properties["StreamSpecification"]).toEqual({ StreamViewType: "NEW_IMAGE" });
  });

  test("records expire by the attribute of the description", () => {
    expect(prod.one("AWS::DynamoDB::GlobalTable", "/Records/").properties["TimeToLiveSpecification"]).toEqual({
      AttributeName: recordsTable.timeToLive,
      Enabled: true,
    });
  });
});

describe("a stage whose settings name restored tables", () => {
  const journalStream = "arn:aws:dynamodb:eu-central-1:123456789012:table/j-2/stream/2026-01-01T00:00:00.000";
  const named = { records: "r-2", journal: "j-2", journalStream, letters: "l-2" };
  const restored = synthesize({ stage: "dev", tables: named });

  test("has functions that work on these and on no others", () => {
    const environment = (bundle: string) => restored.functionOf(bundle).properties["Environment"].Variables;
    expect(environment("sweep")).toMatchObject({ RECORDS_TABLE: "r-2", JOURNAL_TABLE: "j-2", LETTERS_TABLE: "l-2" });
    const policies = JSON.stringify(restored.of("AWS::IAM::Policy"));
    for (const name of ["r-2", "j-2", "l-2"]) expect(policies).toContain(`table/${name}`);
    expect(policies).not.toMatch(/ImportValue[^}]*Tables/);
    const sources = restored
      .of("AWS::Lambda::EventSourceMapping")
      .map(({ properties }) => properties["EventSourceArn"]);
    expect(sources).toContain(journalStream);
  });

  test("keeps the tables of before, and exports them to a stack that still imports them", () => {
    const without = synthesize({ stage: "dev" });
    const ids = (app: typeof restored) => app.of("AWS::DynamoDB::GlobalTable").map(({ id }) => id);
    expect(ids(restored)).toEqual(ids(without));
    const exported = without.outputs.filter((name) => /^ExportsOutput.*Tables/.test(name));
    expect(exported.length).toBeGreaterThan(3);
    expect(restored.outputs).toEqual(expect.arrayContaining(exported));
    // A deployment fails that exports the stream of a table which has none.
    expect(restored.outputs.filter((name) => name.includes("StreamArn"))).toEqual(
      without.outputs.filter((name) => name.includes("StreamArn")),
    );
  });

  test("is refused where it names only some of them", () => {
    expect(() => synthesize({ stage: "dev", tables: { records: "r-2" } })).toThrow(/tables\.journal/);
  });
});

describe("accounts", () => {
  const pool = prod.one("AWS::Cognito::UserPool");
  const client = prod.one("AWS::Cognito::UserPoolClient", "/FrontEnds/");

  test("are made by the system only, and sign in by e-mail address", () => {
    expect(pool.properties["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"]).toBe(true);
    expect(pool.properties["UsernameAttributes"]).toEqual(["email"]);
    expect(pool.properties["UsernameConfiguration"]).toEqual({ CaseSensitive: false });
  });

  test("need strong passwords and may add a one-time code", () => {
    expect(pool.properties["Policies"]["PasswordPolicy"]).toMatchObject({
      MinimumLength: 12,
      RequireLowercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercase: true,
    });
    expect(pool.properties["MfaConfiguration"]).toBe("OPTIONAL");
    expect(pool.properties["EnabledMfas"]).toEqual(["SOFTWARE_TOKEN_MFA"]);
  });

  test("need a one-time code, all of them, where the stage requires it of all users", () => {
    const strict = synthesize({ ...production, secondFactor: "everybody" });
    expect(strict.one("AWS::Cognito::UserPool").properties["MfaConfiguration"]).toBe("ON");
    expect(strict.functionOf("review-api").properties["Environment"].Variables["SECOND_FACTOR_ROLES"]).toBe("none");
  });

  test("need a one-time code from the second deployment on: the exports that the stack of the functions imports stay until then", () => {
    const importsOf = ({ templates }: typeof prod): readonly string[] =>
      [...JSON.stringify(templates).matchAll(/"Fn::ImportValue":"([^"]+)"/gu)].map(([, name]) => name ?? "");
    const exportsOf = ({ templates }: typeof prod): readonly string[] =>
      [...JSON.stringify(templates).matchAll(/"Export":\{"Name":"([^"]+)"/gu)].map(([, name]) => name ?? "");
    const strict = synthesize({ ...production, secondFactor: "everybody" });
    expect(importsOf(prod).some((name) => name.includes("Canary"))).toBe(true);
    expect(exportsOf(strict)).toEqual(expect.arrayContaining([...importsOf(prod)]));
    expect(exportsOf(prod)).toEqual(expect.arrayContaining([...importsOf(strict)]));
  });

  test("change nothing of themselves by the client of front ends but the address, which is confirmed first", () => {
    expect(client.properties["WriteAttributes"]).toEqual(["email"]);
    expect(pool.properties["UserAttributeUpdateSettings"]).toEqual({
      AttributesRequireVerificationBeforeUpdate: ["email"],
    });
  });

  test("are kept in production", () => {
    expect(pool.properties["DeletionProtection"]).toBe("ACTIVE");
    expect(pool.deletionPolicy).toBe("Retain");
  });

  test("the canary signs in by a call that permissions must allow, and in no other way, nor for longer than it reads", () => {
    const canary = prod.one("AWS::Cognito::UserPoolClient", "/Canary/").properties;
    expect(canary["ExplicitAuthFlows"]).toEqual(["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
    expect(canary["AllowedOAuthFlowsUserPoolClient"]).toBe(false);
    expect(canary["WriteAttributes"]).toEqual(["email"]);
    expect([canary["AccessTokenValidity"], canary["TokenValidityUnits"].AccessToken]).toEqual([5, "minutes"]);
  });

  test("front ends hold no secret and sign in with the authorization code only", () => {
    expect(client.properties["GenerateSecret"]).toBe(false);
    expect(client.properties["AllowedOAuthFlows"]).toEqual(["code"]);
    expect(client.properties["PreventUserExistenceErrors"]).toBe("ENABLED");
    expect(client.properties["EnableTokenRevocation"]).toBe(true);
  });

  test("in production no principal can sign in for a user with the rights of the account", () => {
    expect(client.properties["ExplicitAuthFlows"]).toEqual(["ALLOW_USER_SRP_AUTH"]);
  });

  test("the sign-in returns to the front end only, and so does the sign-out", () => {
    expect(client.properties["AllowedOAuthFlowsUserPoolClient"]).toBe(true);
    expect(client.properties["SupportedIdentityProviders"]).toEqual(["COGNITO"]);
    expect(client.properties["CallbackURLs"]).toEqual(["https://reviews.example.org/signed-in"]);
    expect(client.properties["LogoutURLs"]).toEqual(["https://reviews.example.org/signed-out"]);
  });

  test("a refresh token serves once, for a week at most, and by no other way than the token endpoint", () => {
    expect(client.properties["RefreshTokenRotation"]).toEqual({ Feature: "ENABLED", RetryGracePeriodSeconds: 60 });
    expect(client.properties["RefreshTokenValidity"]).toBe(7 * 24 * 60);
    expect(client.properties["ExplicitAuthFlows"]).not.toContain("ALLOW_REFRESH_TOKEN_AUTH");
  });

  test("the pages of the sign-in are Cognito's, at an address of the stage", () => {
    const domain = prod.one("AWS::Cognito::UserPoolDomain");
    expect(JSON.stringify(domain.properties["Domain"])).toContain("review-mechanism-prod-");
    expect(domain.properties["ManagedLoginVersion"]).toBe(2);
    expect(prod.one("AWS::Cognito::ManagedLoginBranding").properties["UseCognitoProvidedValues"]).toBe(true);
    expect(prod.outputs).toEqual(expect.arrayContaining(["SignInUrl", "UserPoolClientId"]));
  });

  test("an access token is valid for an hour", () => {
    expect(client.properties["AccessTokenValidity"]).toBe(60);
    expect(client.properties["TokenValidityUnits"]["AccessToken"]).toBe("minutes");
  });
});

describe("mail", () => {
  test("every event that moves a letter goes to the default event bus", () => {
    const { EventDestination } = prod.one("AWS::SES::ConfigurationSetEventDestination").properties;
    expect(EventDestination.MatchingEventTypes).toEqual(
      expect.arrayContaining(
        ["send", "delivery", "bounce", "complaint", "reject"].map((kind) =>
          expect.stringMatching(new RegExp(kind, "i")),
        ),
      ),
    );
    expect(JSON.stringify(EventDestination.EventBridgeDestination)).toContain("event-bus/default");
  });

  test("a letter leaves over an encrypted connection or not at all", () => {
    expect(prod.one("AWS::SES::ConfigurationSet").properties["DeliveryOptions"]).toEqual({ TlsPolicy: "REQUIRE" });
  });

  test("letters leave from the domain of the stage", () => {
    expect(prod.one("AWS::SES::EmailIdentity").properties["EmailIdentity"]).toBe("reviews.example.org");
  });
});

describe("outputs", () => {
  test.each(["ApiUrl", "UserPoolId", "UserPoolClientId", "RecordsTableName", "JournalTableName", "LettersTableName"])(
    "%s is an output for the operator who sets up the system",
    (name) => {
      expect(prod.outputs).toContain(name);
    },
  );
});

describe("resources that hold data", () => {
  test("go away with a development stack, stay in production", () => {
    const dataTypes = [
      "AWS::DynamoDB::GlobalTable",
      "AWS::Cognito::UserPool",
      "AWS::Cognito::UserPoolDomain",
      "AWS::SES::EmailIdentity",
      "AWS::SES::ConfigurationSet",
      "AWS::Logs::LogGroup",
    ];
    for (const type of dataTypes) expect(prod.of(type), type).not.toEqual([]);
    const policies = (app: typeof prod) =>
      new Set(app.resources.filter(({ type }) => dataTypes.includes(type)).map(({ deletionPolicy }) => deletionPolicy));
    expect(policies(prod)).toEqual(new Set(["Retain"]));
    expect(policies(synthesize({ stage: "dev" }))).toEqual(new Set(["Delete"]));
  });

  test("everything carries the stage as a tag", () => {
    for (const table of tables) {
      expect(replica(table)["Tags"]).toContainEqual({ Key: "stage", Value: "prod" });
    }
    for (const fn of prod.functions) {
      expect(fn.properties["Tags"]).toContainEqual({ Key: "stage", Value: "prod" });
    }
  });
});
