import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { cognitoAccounts } from "../aws/accounts.ts";
import { requiredVariable } from "../env.ts";

export const accounts = cognitoAccounts(new CognitoIdentityProviderClient({}), requiredVariable("USER_POOL_ID"));
