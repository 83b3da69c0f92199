import { defined } from "../schemas/base/defined.ts";
import { Stack } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Stage } from "./stage.ts";

/** CloudFront takes web ACLs of this region alone. */
const regionOfCloudFront = "us-east-1";

export interface AddressLimitProps {
  readonly stage: Stage;
  /** The number of requests that one network address may send in five minutes. */
  readonly requests: number;
}

/** One rule for the public routes: a network address that sends more requests than the stage permits gets 403 for a while. */
export class AddressLimitStack extends Stack {
  readonly webAcl: string;

  constructor(scope: Construct, { stage, requests }: AddressLimitProps) {
    super(scope, `review-mechanism-${stage.name}-address-limit`, {
      description: "Review mechanism: limit of requests per network address on public routes",
      env: { ...defined({ account: stage.account }), region: regionOfCloudFront },
      crossRegionReferences: true,
      terminationProtection: stage.retain,
    });
    const visible = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
      metricName,
    });
    const acl = new CfnWebACL(this, "PerAddress", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visible("public-routes"),
      rules: [
        {
          name: "per-address",
          priority: 0,
          action: { block: {} },
          statement: {
            rateBasedStatement: { aggregateKeyType: "IP", limit: requests, evaluationWindowSec: 300 },
          },
          visibilityConfig: visible("per-address"),
        },
      ],
    });
    this.webAcl = acl.attrArn;
  }
}
