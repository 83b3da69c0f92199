import { describe, expect, test } from "vitest";
import { cachedPatterns } from "../../lib/edge.ts";
import { StageError } from "../../lib/stage-settings.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { synthesize } from "./synthesized.ts";

const prod = synthesize();
const { DistributionConfig: edge } = prod.one("AWS::CloudFront::Distribution").properties;
const patterns: readonly string[] = edge.CacheBehaviors.map(({ PathPattern }: any) => PathPattern);
const isCached = (path: string): boolean =>
  patterns.some((pattern) => (pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern));

describe("the distribution in front of the public routes", () => {
  test("caches every public route but calendars, and none that needs a token", () => {
    const cached = endpoints.filter(({ path }) => isCached(path)).map(({ id }) => id);
    const open = endpoints.filter(({ access }) => access === "public").map(({ id }) => id);
    expect(cached.toSorted()).toEqual(open.filter((id) => id !== "getCalendar").toSorted());
    expect(patterns).toEqual(cachedPatterns(endpoints));
  });

  test("keeps a reply no longer than the reply says, by language and origin, without cookies", () => {
    const policy = prod.one("AWS::CloudFront::CachePolicy").properties["CachePolicyConfig"];
    expect([policy.MinTTL, policy.DefaultTTL, policy.MaxTTL]).toEqual([0, 0, 86_400]);
    const key = policy.ParametersInCacheKeyAndForwardedToOrigin;
    expect(key.HeadersConfig.Headers.toSorted()).toEqual(["Accept-Language", "Origin"]);
    expect([key.CookiesConfig.CookieBehavior, key.QueryStringsConfig.QueryStringBehavior]).toEqual(["none", "all"]);
    for (const { CachePolicyId } of edge.CacheBehaviors)
      expect(CachePolicyId).toEqual({ Ref: prod.one("AWS::CloudFront::CachePolicy").id });
  });

  test("passes only GET and HEAD over https, and keeps nothing of other paths", () => {
    // AWS's own policy that keeps nothing.
    expect(edge.DefaultCacheBehavior.CachePolicyId).toBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    for (const one of [edge.DefaultCacheBehavior, ...edge.CacheBehaviors])
      expect([one.AllowedMethods, one.ViewerProtocolPolicy, one.OriginRequestPolicyId]).toEqual([
        ["GET", "HEAD"],
        "https-only",
        undefined,
      ]);
    const [origin, ...more] = edge.Origins;
    expect([more, origin.CustomOriginConfig.OriginProtocolPolicy]).toEqual([[], "https-only"]);
    expect(JSON.stringify(origin.DomainName)).toContain("execute-api");
    expect(prod.outputs).toContain("PublicUrl");
  });
});

describe("a limit of requests per network address", () => {
  const here = { stage: "test", account: "111122223333", region: "eu-central-1" };

  test("is off where the stage does not set it", () => {
    expect(prod.of("AWS::WAFv2::WebACL")).toEqual([]);
    expect(edge.WebACLId).toBeUndefined();
  });

  test("is one rule of a web ACL in front of the distribution where it does", () => {
    const limited = synthesize({ ...here, publicRequestsPerAddress: 1500 });
    const { Scope, Rules } = limited.one("AWS::WAFv2::WebACL").properties;
    expect([Scope, Rules.length, Rules[0].Action]).toEqual(["CLOUDFRONT", 1, { Block: {} }]);
    expect(Rules[0].Statement.RateBasedStatement).toEqual({
      AggregateKeyType: "IP",
      Limit: 1500,
      EvaluationWindowSec: 300,
    });
    const [distribution] = limited.of("AWS::CloudFront::Distribution");
    expect(JSON.stringify(distribution?.properties["DistributionConfig"].WebACLId)).toContain("PerAddress");
  });

  test("needs the account and the region of the stage", () => {
    expect(() => synthesize({ stage: "test", publicRequestsPerAddress: 1500 })).toThrow(StageError);
    expect(() => synthesize({ ...here, publicRequestsPerAddress: 9 })).toThrow("publicRequestsPerAddress");
  });
});
