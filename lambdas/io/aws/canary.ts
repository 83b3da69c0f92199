import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";
import * as z from "zod";
import type { Canary } from "../ports/canary.ts";
import { unknownPassword } from "../random.ts";

export interface CanaryParts {
  readonly client: CognitoIdentityProviderClient;
  readonly userPool: string;
  /** The client of the user pool that lets this account sign in for us. */
  readonly clientId: string;
  /** The address with which the account signs in. No person reads that mailbox. */
  readonly address: string;
  /** The address of the API, without a slash at the end. */
  readonly api: string;
}

/** Timeout of a call to the API in milliseconds: longer than the gateway's timeout of a function. */
const canaryTimeout = 30_000;

const Problem = z.object({ type: z.string() });

const problemOf = (body: string): string | undefined => {
  try {
    return Problem.safeParse(JSON.parse(body)).data?.type;
  } catch {
    return undefined;
  }
};

/**
 * Signs in to a Cognito user pool and reads from the API over the network, as a front end does. Each run sets a new
 * password and stores it nowhere. It creates a missing account with an unconfirmed address, so that Cognito sends no
 * code.
 */
export const cognitoCanary = ({ client, userPool, clientId, address, api }: CanaryParts): Canary => {
  const account = { UserPoolId: userPool, Username: address };
  const setPassword = (Password: string) =>
    client.send(new AdminSetUserPasswordCommand({ ...account, Password, Permanent: true }));
  const create = () =>
    client.send(
      new AdminCreateUserCommand({
        ...account,
        MessageAction: "SUPPRESS",
        UserAttributes: [
          { Name: "email", Value: address },
          { Name: "email_verified", Value: "false" },
        ],
      }),
    );
  return {
    signIn: async () => {
      const password = unknownPassword();
      try {
        await setPassword(password);
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
        await create();
        await setPassword(password);
      }
      const answer = await client.send(
        new AdminInitiateAuthCommand({
          UserPoolId: userPool,
          ClientId: clientId,
          AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
          AuthParameters: { USERNAME: address, PASSWORD: password },
        }),
      );
      const token = answer.AuthenticationResult?.AccessToken;
      if (token === undefined) throw new Error(`The user pool gives no token and requires ${answer.ChallengeName}`);
      return token;
    },
    read: async (path, token) => {
      const response = await fetch(`${api}${path}`, {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(canaryTimeout),
      });
      return { status: response.status, problem: problemOf(await response.text()) };
    },
  };
};
