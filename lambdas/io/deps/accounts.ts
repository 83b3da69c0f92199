import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { cognitoAccounts } from "../aws/accounts.ts";
import { needed } from "../env.ts";

export const accounts = cognitoAccounts(new CognitoIdentityProviderClient({}), needed("USER_POOL_ID"));
