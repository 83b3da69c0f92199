import { fieldsOf, numberOf, textOf, textsOf } from "../base/json.ts";
import type { Resource, Stacks } from "./resource.ts";

/** A client of a user pool: which front ends sign in how, and for how long. */
export interface ClientPlan {
  readonly id: string;
  /** Exact return addresses of the sign-in. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly scopes: readonly string[];
  /** True if it may sign in with the authorization code. */
  readonly codeFlow: boolean;
  readonly accessSeconds: number;
  readonly idSeconds: number;
  readonly refreshSeconds: number;
  /** Seconds for which a refresh token remains valid after its replacement; undefined if it is never replaced. */
  readonly graceSeconds?: number;
}

const seconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** A validity in seconds, with Cognito's own where the template says nothing. */
const validityOf = (resource: Resource, token: string, unit: string, otherwise: number): number => {
  const value = numberOf(resource.property(`${token}Validity`));
  const named = textOf(fieldsOf(resource.property("TokenValidityUnits"))[token]) ?? unit;
  return value === undefined ? otherwise : value * (seconds[named] ?? 1);
};

const clientOf = (resource: Resource): ClientPlan => {
  const rotation = fieldsOf(resource.property("RefreshTokenRotation"));
  return {
    id: resource.ref(),
    callbackUrls: textsOf(resource.property("CallbackURLs")),
    logoutUrls: textsOf(resource.property("LogoutURLs")),
    scopes: textsOf(resource.property("AllowedOAuthScopes")),
    codeFlow:
      resource.property("AllowedOAuthFlowsUserPoolClient") === true &&
      textsOf(resource.property("AllowedOAuthFlows")).includes("code"),
    accessSeconds: validityOf(resource, "AccessToken", "hours", 3600),
    idSeconds: validityOf(resource, "IdToken", "hours", 3600),
    refreshSeconds: validityOf(resource, "RefreshToken", "days", 30 * 86_400),
    ...(rotation["Feature"] === "ENABLED" ? { graceSeconds: numberOf(rotation["RetryGracePeriodSeconds"]) ?? 0 } : {}),
  };
};

/** The clients of a user pool. */
export const clientsOf = (stacks: Stacks, pool: string): readonly ClientPlan[] =>
  stacks
    .ofType("AWS::Cognito::UserPoolClient")
    .filter((client) => client.property("UserPoolId") === pool)
    .map(clientOf);
