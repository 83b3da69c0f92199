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
  /** The address by which the account signs in. Nobody reads there. */
  readonly address: string;
  /** Where the API answers, without a slash at the end. */
  readonly api: string;
}

/** A call to the API is given up after so many milliseconds: later than the gateway gives up a function. */
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
 * Signs in to a Cognito user pool and reads of the API over the network, as a front end does. The password is set anew
 * each time and kept nowhere; the account is made where there is none, its address unconfirmed, so that nobody is sent
 * a code for it.
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
      if (token === undefined) throw new Error(`The user pool gives no token and asks for ${answer.ChallengeName}`);
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
