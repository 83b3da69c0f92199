import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Accounts } from "../ports/accounts.ts";
import { unknownPassword } from "../random.ts";

/**
 * Accounts of a Cognito user pool. The pool's own mail is suppressed: the invitation is a letter. The account gets a
 * random, unknown password, so that "Forgot password" works from the first day and no link can expire.
 */
export const cognitoAccounts = (client: CognitoIdentityProviderClient, userPool: string): Accounts => ({
  find: async (Username) => {
    try {
      const { UserAttributes } = await client.send(new AdminGetUserCommand({ UserPoolId: userPool, Username }));
      return subjectOf(UserAttributes);
    } catch (error) {
      if (error instanceof UserNotFoundException) return undefined;
      throw error;
    }
  },
  create: async (address) => {
    const existing = { UserPoolId: userPool, Username: address };
    const attributes = await client
      .send(
        new AdminCreateUserCommand({
          ...existing,
          MessageAction: "SUPPRESS",
          UserAttributes: [
            { Name: "email", Value: address },
            { Name: "email_verified", Value: "true" },
          ],
        }),
      )
      .then(({ User }) => User?.Attributes)
      .catch(async (error: unknown) => {
        if (!(error instanceof UsernameExistsException)) throw error;
        const { UserAttributes, UserStatus } = await client.send(new AdminGetUserCommand(existing));
        return UserStatus === "CONFIRMED" ? { confirmed: UserAttributes } : UserAttributes;
      });
    if (attributes !== undefined && "confirmed" in attributes) return subjectOf(attributes.confirmed);
    await client.send(new AdminSetUserPasswordCommand({ ...existing, Password: unknownPassword(), Permanent: true }));
    return subjectOf(attributes);
  },
  // An account that signs in by its address has its subject as its name.
  disable: async (Username) => {
    const account = { UserPoolId: userPool, Username };
    await unlessGone(client.send(new AdminDisableUserCommand(account)));
    await unlessGone(client.send(new AdminUserGlobalSignOutCommand(account)));
  },
  enable: (Username) => unlessGone(client.send(new AdminEnableUserCommand({ UserPoolId: userPool, Username }))),
  delete: (Username) => unlessGone(client.send(new AdminDeleteUserCommand({ UserPoolId: userPool, Username }))),
});

const unlessGone = async (answer: Promise<unknown>): Promise<void> => {
  await answer.catch((error: unknown) => {
    if (!(error instanceof UserNotFoundException)) throw error;
  });
};

const subjectOf = (attributes: readonly AttributeType[] | undefined): string => {
  const sub = attributes?.find(({ Name }) => Name === "sub")?.Value;
  if (sub === undefined) throw new Error("The user pool gave an account without a subject");
  return sub;
};
