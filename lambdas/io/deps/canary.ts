import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { cognitoCanary } from "../aws/canary.ts";
import { optionalVariable, requiredVariable } from "../env.ts";
import type { Canary } from "../ports/canary.ts";

const clientId = optionalVariable("CANARY_CLIENT_ID");

/** A service that hangs is given up within seconds; the sweep, which waits for it, has other things to do. */
const options = {
  maxAttempts: 2,
  requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true, connectionTimeout: 3_000 },
};

/** Undefined where a stage has none. */
export const canary: Canary | undefined =
  clientId === undefined
    ? undefined
    : cognitoCanary({
        client: new CognitoIdentityProviderClient(options),
        userPool: requiredVariable("USER_POOL_ID"),
        clientId,
        address: requiredVariable("CANARY_ADDRESS"),
        api: requiredVariable("API_URL"),
      });
