import type { Api, CorsPlan, RoutePlan } from "./plan-api.ts";
import type { ClientPlan } from "./plan-clients.ts";
import type { PoolPlan } from "./resource-plans.ts";
import type { StackModel } from "./stack-model.ts";

/** Addresses that a template cannot know, as they are chosen when the system starts. */
export interface LocalAddresses {
  /** Address of the sign-in, which its tokens name as their issuer, so that discovery below it matches them. */
  readonly signIn: string;
  /** A front end that runs elsewhere on this machine; none where left out. */
  readonly frontEnd?: string | undefined;
}

const withOrigin = (cors: CorsPlan, frontEnd: string): CorsPlan => ({
  ...cors,
  origins: [...new Set([...cors.origins, new URL(frontEnd).origin])],
});

/** Returns a client that also returns to a front end: to its address, and to the paths that a stage gives each origin. */
const withFrontEnd = (client: ClientPlan, frontEnd: string): ClientPlan => {
  const at = (path: string): string => new URL(path, frontEnd).href;
  return {
    ...client,
    callbackUrls: [...new Set([...client.callbackUrls, at(""), at("/signed-in")])],
    logoutUrls: [...new Set([...client.logoutUrls, at(""), at("/signed-out")])],
  };
};

const withIssuer = (route: RoutePlan, issuers: ReadonlySet<string>, issuer: string): RoutePlan =>
  route.authorizer === undefined || !issuers.has(route.authorizer.issuer)
    ? route
    : { ...route, authorizer: { ...route.authorizer, issuer } };

/** Returns the app as it runs on this machine: its tokens issued by the local sign-in, and its front end let in. */
export const withLocalAddresses = (model: StackModel, { signIn, frontEnd }: LocalAddresses): StackModel => {
  const issuers = new Set(model.pools.map(({ issuer }) => issuer));
  const apiOf = ({ cors, routes, ...api }: Api): Api => ({
    ...api,
    routes: routes.map((route) => withIssuer(route, issuers, signIn)),
    ...(cors === undefined ? {} : { cors: frontEnd === undefined ? cors : withOrigin(cors, frontEnd) }),
  });
  const poolOf = (pool: PoolPlan): PoolPlan => ({
    ...pool,
    issuer: signIn,
    clients: frontEnd === undefined ? pool.clients : pool.clients.map((client) => withFrontEnd(client, frontEnd)),
  });
  return {
    ...model,
    api: model.api === undefined ? undefined : apiOf(model.api),
    pools: model.pools.map(poolOf),
  };
};
