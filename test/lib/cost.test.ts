import { expect, test } from "vitest";
import { costPage, totalCost } from "../../bin/cost-sheet.ts";
import { synthesize } from "./synthesized.ts";

const prod = synthesize();

test.each([
  [100, 11],
  [500, 19],
])("a month with %i users costs at most %i US dollars, threat protection included", (users, most) => {
  const { UserPoolTier: plan, UserPoolAddOns: more } = prod.one("AWS::Cognito::UserPool").properties;
  expect([plan, more.AdvancedSecurityMode]).toEqual(["PLUS", "ENFORCED"]);
  expect(totalCost(prod.resources, users)).toBeLessThanOrEqual(most);
});

test("the dashboard has at most fifty metrics, which makes it free", () => {
  const parts: readonly unknown[] = prod.one("AWS::CloudWatch::Dashboard").properties["DashboardBody"]["Fn::Join"][1];
  const body = JSON.parse(parts.map((part) => (typeof part === "string" ? part : "reference")).join("")) as {
    readonly widgets: readonly { readonly properties: { readonly metrics: readonly unknown[] } }[];
  };
  expect(body.widgets.flatMap(({ properties }) => properties.metrics).length).toBeLessThanOrEqual(50);
});

test("the sheet of costs is printed from the template", async () => {
  await expect(costPage(prod.resources)).toMatchFileSnapshot("../../docs/cost.md");
});
