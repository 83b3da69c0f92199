import { GetOpenApi } from "../schemas/api/endpoints/public.ts";
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  CorsHttpMethod,
  type CorsPreflightOptions,
  CfnRoute,
  CfnStage,
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
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { createAlarm } from "./alarm.ts";
import type { AppFunction } from "./function.ts";
import { type ApiFunction, gatewayRoutes, type Route } from "./gateway-routes.ts";
import { thresholdOf } from "./shared-alarms.ts";
import type { StackContext } from "./stack-context.ts";
import type { Identity } from "./identity.ts";
import type { Stage } from "./stage.ts";

export interface ApiProps {
  readonly identity: Identity;
  readonly routes: readonly Route[];
  readonly functions: Readonly<Record<ApiFunction, AppFunction>>;
  /** The harm when the API fails. */
  readonly impact: string;
}

/** The routes of the API document, the largest public reply. */
const documentRoutes: readonly string[] = ["GET", "HEAD"].map((method) => `${method} ${GetOpenApi.path}`);

/** Requests per second and burst: on all routes together, on each public route, and on that of the API document. */
const throttles = {
  all: { rateLimit: 100, burstLimit: 200 },
  open: { rateLimit: 20, burstLimit: 40 },
  document: { rateLimit: 2, burstLimit: 10 },
} as const;

/**
 * Replies of which this number within five minutes indicates an attack or locked-out callers. The three numbers divide
 * the threshold of their shared alarm.
 */
const bursts = [
  {
    id: "UnauthorizedBurst",
    status: "401",
    number: 200,
    impact: "A caller may be trying stolen tokens, or the API rejects every token.",
  },
  {
    id: "ForbiddenBurst",
    status: "403",
    number: 100,
    impact: "A user may be trying actions without permission, or a front end requests them.",
  },
  {
    id: "ThrottledBurst",
    status: "429",
    number: 50,
    impact: "Requests are refused because there are too many: parties, the secretariat or the public are kept out.",
  },
] as const;

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
    CorsHttpMethod.HEAD,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.PATCH,
    CorsHttpMethod.DELETE,
  ],
  allowHeaders: ["authorization", "content-type", "if-match", "if-none-match", "idempotency-key"],
  exposeHeaders: [
    "etag",
    "location",
    "retry-after",
    "ratelimit",
    "ratelimit-policy",
    "content-language",
    "content-disposition",
    "deprecation",
    "sunset",
    "link",
  ],
  maxAge: Duration.hours(1),
});

const integrationOf = (name: ApiFunction, { alias }: AppFunction): HttpLambdaIntegration =>
  new HttpLambdaIntegration(name, alias, { scopePermissionToRoute: false, timeout: Duration.seconds(29) });

/**
 * The HTTP API: the routes of the registry by prefix (lib/gateway-routes.ts), with a token of the user pool on each
 * that requires one. `public-api` replies to all other requests. CORS for the origins of the stage; access log as JSON;
 * throttled.
 */
export class Api extends Construct {
  readonly url: string;
  readonly stage: HttpStage;
  /** Alarms that report failed or slow replies within minutes. */
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, context: StackContext, props: ApiProps) {
    super(scope, id);
    const api = new HttpApi(this, "Http", {
      description: "Review mechanism",
      createDefaultStage: false,
      corsPreflight: corsOf(context.stage),
    });
    const open = this.addRoutes(api, props);
    const logs = new LogGroup(this, "AccessLog", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: context.stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.stage = this.addStage(api, logs, open);
    this.url = `https://${api.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
    this.alarms = this.addAlarms(this.stage, context, props.impact);
    this.watchAnswers(logs, context);
  }

  /** Adds the routes without a token. */
  private addRoutes(api: HttpApi, { identity, routes, functions }: ApiProps): readonly HttpRoute[] {
    const integrations = {
      "public-api": integrationOf("public-api", functions["public-api"]),
      "review-api": integrationOf("review-api", functions["review-api"]),
      "secretariat-api": integrationOf("secretariat-api", functions["secretariat-api"]),
    };
    const authorizer = new HttpJwtAuthorizer("Token", identity.issuer, {
      jwtAudience: [identity.client, ...(identity.canary === undefined ? [] : [identity.canary])].map(
        ({ userPoolClientId }) => userPoolClientId,
      ),
    });
    const open = new HttpNoneAuthorizer();
    const everybodys: HttpRoute[] = [];
    for (const route of gatewayRoutes(routes)) {
      const made = new HttpRoute(this, route.id, {
        httpApi: api,
        routeKey: HttpRouteKey.with(route.path, HttpMethod[route.method]),
        integration: integrations[route.function],
        authorizer: route.access === "token" ? authorizer : open,
      });
      if (route.access === "public") everybodys.push(made);
    }
    const rest = new HttpRoute(this, "everything-else", {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: integrations["public-api"],
      authorizer: open,
    });
    return [...everybodys, rest];
  }

  private addStage(api: HttpApi, logs: LogGroup, open: readonly HttpRoute[]): HttpStage {
    const stage = new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: throttles.all,
      // A metric for each of a hundred routes would cost, and no alarm reads them: the access log knows the route.
      detailedMetricsEnabled: false,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(accessLog),
      },
    });
    const { defaultChild: own } = stage.node;
    if (!(own instanceof CfnStage)) throw new Error("The stage is no stage of an API");
    const settingsOf = (route: string) => {
      const { rateLimit, burstLimit } = documentRoutes.includes(route) ? throttles.document : throttles.open;
      return { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
    };
    const keys = open.map(({ node: { defaultChild: route } }) => {
      if (!(route instanceof CfnRoute)) throw new Error("A route is no route of an API");
      // The service refuses settings for a route that is not there yet.
      own.addResourceDependency(route);
      return route.routeKey;
    });
    own.routeSettings = Object.fromEntries(keys.map((key) => [key, settingsOf(key)]));
    return stage;
  }

  /**
   * Counts 4xx replies, which the gateway's own metrics count as one. It logs only some of very many refused requests.
   */
  private watchAnswers(logGroup: LogGroup, { shared }: StackContext): void {
    for (const { id, status, number, impact } of bursts) {
      shared.report("UnusualRequests", this, id, { sign: status, impact, runbook: "api" });
      shared.count("UnusualRequests", this, id, {
        logGroup,
        pattern: FilterPattern.stringValue("$.status", "=", status),
        weight: thresholdOf("UnusualRequests") / number,
      });
    }
  }

  private addAlarms(stage: HttpStage, context: StackContext, impact: string): readonly Alarm[] {
    const alarm = { impact, runbook: "api" };
    const every5 = { period: Duration.minutes(5) };
    const errors = createAlarm(this, "ServerErrors", context, {
      ...alarm,
      isReadByShift: true,
      metric: stage.metricServerError({ ...every5, statistic: "Sum" }),
      threshold: 3,
    });
    // Fewer errors than above, but repeatedly: at night one of few requests.
    createAlarm(this, "RepeatedErrors", context, {
      ...alarm,
      metric: stage.metricServerError({ ...every5, statistic: "Sum" }),
      threshold: 1,
      periods: 2,
    });
    const slow = createAlarm(this, "Slow", context, {
      ...alarm,
      isReadByShift: true,
      metric: stage.metricLatency({ ...every5, statistic: "p95" }),
      threshold: 3000,
      periods: 3,
    });
    return [errors, slow];
  }
}
