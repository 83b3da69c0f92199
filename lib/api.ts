import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  CorsHttpMethod,
  type CorsPreflightOptions,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { type Alarm, MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import type { AppFunction } from "./function.ts";
import type { StackContext } from "./stack-context.ts";
import type { Identity } from "./identity.ts";
import type { Stage } from "./stage.ts";

/** The functions that answer HTTP. */
export type ApiFunction = "public-api" | "review-api" | "secretariat-api";

/** What the routes are made from; schemas/api/index.ts holds more about each. */
export interface Route {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly function: ApiFunction;
  readonly access: "token" | "public";
}

export interface ApiProps {
  readonly identity: Identity;
  readonly routes: readonly Route[];
  readonly functions: Readonly<Record<ApiFunction, AppFunction>>;
  /** Who is harmed when the API fails. */
  readonly impact: string;
}

const field = "$context.";
const accessLog = JSON.stringify({
  at: `${field}requestTimeEpoch`,
  requestId: `${field}requestId`,
  route: `${field}routeKey`,
  status: `${field}status`,
  latency: `${field}responseLatency`,
  integrationLatency: `${field}integrationLatency`,
  bytes: `${field}responseLength`,
  authorizerError: `${field}authorizer.error`,
  integrationError: `${field}integrationErrorMessage`,
  subject: `${field}authorizer.claims.sub`,
});

const corsOf = ({ corsOrigins }: Stage): CorsPreflightOptions => ({
  allowOrigins: [...corsOrigins],
  allowMethods: [
    CorsHttpMethod.GET,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.PATCH,
    CorsHttpMethod.DELETE,
  ],
  allowHeaders: ["authorization", "content-type", "if-match", "if-none-match", "idempotency-key"],
  exposeHeaders: ["etag", "location", "retry-after"],
  maxAge: Duration.hours(1),
});

const integrationOf = (name: ApiFunction, { lambda }: AppFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(name, lambda, { scopePermissionToRoute: false, timeout: Duration.seconds(29) });

/**
 * The HTTP API: one route per endpoint of the registry, a token of the user pool on each that asks for one,
 * everything else answered by `public-api`. CORS for the origins of the stage; access log as JSON; throttled.
 */
export class Api extends Construct {
  readonly url: string;
  readonly stage: HttpStage;
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, context: StackContext, props: ApiProps) {
    super(scope, id);
    const api = new HttpApi(this, "Http", {
      description: "Review mechanism",
      createDefaultStage: false,
      corsPreflight: corsOf(context.stage),
    });
    this.addRoutes(api, props);
    this.stage = this.addStage(api, context.stage);
    this.url = `https://${api.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
    this.alarms = this.addAlarms(this.stage, context, props.impact);
  }

  private addRoutes(api: HttpApi, { identity, routes, functions }: ApiProps): void {
    const integrations = {
      "public-api": integrationOf("public-api", functions["public-api"]),
      "review-api": integrationOf("review-api", functions["review-api"]),
      "secretariat-api": integrationOf("secretariat-api", functions["secretariat-api"]),
    };
    const authorizer = new HttpJwtAuthorizer("Token", identity.issuer, {
      jwtAudience: [identity.client.userPoolClientId],
    });
    const open = new HttpNoneAuthorizer();
    for (const route of routes) {
      new HttpRoute(this, route.id, {
        httpApi: api,
        routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
        integration: integrations[route.function],
        authorizer: route.access === "token" ? authorizer : open,
      });
    }
    new HttpRoute(this, "everything-else", {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: integrations["public-api"],
      authorizer: open,
    });
  }

  private addStage(api: HttpApi, { retain }: Stage): HttpStage {
    const logs = new LogGroup(this, "AccessLog", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(accessLog),
      },
    });
  }

  private addAlarms(stage: HttpStage, context: StackContext, impact: string): readonly Alarm[] {
    const alarm = { impact, runbook: "api" };
    const every5 = { period: Duration.minutes(5) };
    return [
      createAlarm(this, "ServerErrors", context, {
        ...alarm,
        metric: stage.metricServerError({ ...every5, statistic: "Sum" }),
        threshold: 3,
      }),
      createAlarm(this, "ErrorShare", context, {
        ...alarm,
        metric: new MathExpression({
          expression: "IF(requests >= 20, 100 * errors / requests, 0)",
          label: "answers that are our fault, in per cent",
          usingMetrics: {
            errors: stage.metricServerError({ ...every5, statistic: "Sum" }),
            requests: stage.metricCount({ ...every5, statistic: "Sum" }),
          },
          ...every5,
        }),
        threshold: 5,
        periods: 2,
      }),
      createAlarm(this, "Slow", context, {
        ...alarm,
        metric: stage.metricLatency({ ...every5, statistic: "p95" }),
        threshold: 3000,
        periods: 3,
      }),
    ];
  }
}
