import { functionAsCaller, type JsonService, operationsOf, usualRetries } from "./json-service.ts";

const service: JsonService = {
  name: "Cognito",
  id: "cognito-idp",
  contentType: "application/x-amz-json-1.1",
  target: "AWSCognitoIdentityProviderService",
};

interface FoundUser {
  readonly UserMFASettingList?: readonly string[];
}

/**
 * Returns a function that queries a Cognito user pool if an account, by its subject, requires a one-time code at
 * sign-in; false if the account is deleted. A user's first request needs it, so it uses the SDK parts that DynamoDB
 * also uses, not the client for accounts.
 */
export const poolsSecondFactors = (userPool: string): ((sub: string) => Promise<boolean>) => {
  const getUser = operationsOf(service, () => functionAsCaller(service), usualRetries())<FoundUser>("AdminGetUser");
  return async (sub) => {
    try {
      // An account that signs in by its address has its subject as its name.
      const { UserMFASettingList: factors = [] } = await getUser({ UserPoolId: userPool, Username: sub });
      return factors.includes("SOFTWARE_TOKEN_MFA");
    } catch (error) {
      if (error instanceof Error && error.name === "UserNotFoundException") return false;
      throw error;
    }
  };
};
