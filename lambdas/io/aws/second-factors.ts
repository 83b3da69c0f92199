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
 * Asks a Cognito user pool whether an account, by its subject, wants a one-time code at each sign-in; not where it is
 * gone. It is asked with a first request, so by the few parts of the SDK that DynamoDB is asked with, too, and not by the
 * client for accounts.
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
