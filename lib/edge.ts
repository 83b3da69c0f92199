import { defined } from "../schemas/base/defined.ts";
import { Duration, Fn } from "aws-cdk-lib";
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  PriceClass,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import type { Route } from "./gateway-routes.ts";
import type { Stage } from "./stage.ts";

export interface EdgeProps {
  /** The address of the API, `https://host`. */
  readonly apiUrl: string;
  readonly routes: readonly Route[];
  /** The ARN of a web ACL of the region us-east-1; no rule where it is left out. */
  readonly webAcl?: string | undefined;
}

/** The first fixed segments of a path by which the paths of one subject are found: `/v1/pairings`, `/docs`. */
const subjectOf = (path: string): string =>
  path
    .split("/")
    .slice(0, path.startsWith("/v1/") ? 3 : 2)
    .join("/");

/**
 * Returns the cached path patterns: those of `public-api`, by subject. A calendar link is for its holder only and
 * belongs to another function, so it is never cached.
 */
export const cachedPatterns = (routes: readonly Route[]): readonly string[] => {
  const paths = routes.filter((route) => route.function === "public-api").map(({ path }) => path);
  const subjects = [...new Set(paths.map(subjectOf))].toSorted();
  return subjects.map((subject) => (paths.some((path) => path.startsWith(`${subject}/`)) ? `${subject}*` : subject));
};

/**
 * A CloudFront distribution in front of the public routes. It caches a reply for as long as the reply permits, and
 * passes only GET and HEAD, without tokens and cookies. Parties and the secretariat use the address of the API.
 */
export class Edge extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, stage: Stage, { apiUrl, routes, webAcl }: EdgeProps) {
    super(scope, id);
    const origin = new HttpOrigin(Fn.select(2, Fn.split("/", apiUrl)), {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      // The function replies within 15 seconds.
      readTimeout: Duration.seconds(20),
    });
    const passed = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    };
    const cachePolicy = new CachePolicy(this, "AsReplySays", {
      comment: `Replies of public routes for as long as they say themselves (${stage.name})`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
      // A reply depends on its language, and on the origin that may read it in a browser.
      headerBehavior: CacheHeaderBehavior.allowList("Accept-Language", "Origin"),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      cookieBehavior: CacheCookieBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
    const distribution = new Distribution(this, "Distribution", {
      comment: `Review mechanism: public routes (${stage.name})`,
      defaultBehavior: { ...passed, cachePolicy: CachePolicy.CACHING_DISABLED },
      additionalBehaviors: Object.fromEntries(
        cachedPatterns(routes).map((pattern) => [pattern, { ...passed, cachePolicy }]),
      ),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...defined({ webAclId: webAcl }),
    });
    this.url = `https://${distribution.distributionDomainName}`;
  }
}
