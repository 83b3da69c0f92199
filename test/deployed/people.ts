import { randomUUID } from "node:crypto";
import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { apiBase, type Outputs, waitFor } from "./cloud.ts";

export interface Answer<T = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Tokens {
  readonly access: string;
  readonly id: string;
}

/**
 * Gives the account a password, as the hosted pages would let its holder, and signs in. Waits until it exists; one that is
 * being made may lose the password in the emulated pool, and is given it again.
 */
export const signIn = ({ UserPoolId, UserPoolClientId }: Outputs, email: string): Promise<Tokens> => {
  const pool = new CognitoIdentityProviderClient({});
  const password = `Aa1!${randomUUID()}`;
  return waitFor(`${email} can sign in`, async () => {
    await pool.send(new AdminGetUserCommand({ UserPoolId, Username: email }));
    await pool.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: password, Permanent: true }),
    );
    const { AuthenticationResult: result } = await pool.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId: UserPoolClientId,
        AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    );
    if (result?.AccessToken === undefined || result.IdToken === undefined) throw new Error(`${email} got no tokens`);
    return { access: result.AccessToken, id: result.IdToken };
  });
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A caller of the deployed API, with a token or without. */
export const caller = (outputs: Outputs, token?: string) => {
  const call = async (method: Method, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${apiBase(outputs)}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text } as Answer;
  };
  return {
    get: (path: string) => call("GET", path),
    post: (path: string, body?: unknown) => call("POST", path, body, { "idempotency-key": randomUUID() }),
    /** Changes one item under the version that was just read. */
    put: async (path: string, body: unknown) => {
      const { headers } = await call("GET", path);
      return call("PUT", path, body, { "if-match": headers.get("etag") ?? "" });
    },
    /** All items of a list, page after page. */
    all: async (path: string): Promise<any[]> => {
      const items: any[] = [];
      for (let next: string | undefined; ;) {
        const cursor = next === undefined ? "" : `${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(next)}`;
        const { status, body } = await call("GET", `${path}${cursor}`);
        if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
        items.push(...body.items);
        next = body.next;
        if (next === undefined) return items;
      }
    },
  };
};
export type Caller = ReturnType<typeof caller>;
