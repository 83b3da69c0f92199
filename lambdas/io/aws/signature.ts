import { createHash, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { AwsCredentialIdentity } from "@smithy/types";
import type { Instant } from "../../../schemas/base/values.ts";

/** A request without a query, and its signer. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  /** All headers, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SigningScope {
  readonly service: string;
  readonly region: string;
  readonly credentials: AwsCredentialIdentity;
}

const algorithm = "AWS4-HMAC-SHA256";
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const macOf = (key: string | Buffer | KeyObject, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

/** The keys of this process by what they sign: one a day for each service. */
const keys = new Map<string, KeyObject>();

/** Returns the key for one day, region and service. All requests of the day use it. */
const keyFor = (secret: string, parts: readonly string[]): KeyObject => {
  const name = [secret, ...parts].join("/");
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size === 8) keys.clear();
  const key = createSecretKey(Buffer.from(parts.reduce<string | Buffer>(macOf, `AWS4${secret}`)));
  keys.set(name, key);
  return key;
};

/** Returns a time as the signature states it: 20150830T123600Z. */
const basicFormat = (time: Instant): string => time.replaceAll(/[-:]|\.\d{3}/gu, "");

/**
 * Returns the headers of a request with its signature (Signature Version 4). It signs every header, with the time and
 * the session of the credentials. The SDK's own signer also signs queries, streams and other parts, and loads an
 * implementation of SHA-256 in JavaScript.
 */
export const signedHeaders = (
  { method, path, headers, body }: SignedRequest,
  { service, region, credentials: { accessKeyId, secretAccessKey, sessionToken } }: SigningScope,
  now: Instant,
): Readonly<Record<string, string>> => {
  const time = basicFormat(now);
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const sent = {
    ...headers,
    "x-amz-date": time,
    ...(sessionToken === undefined ? {} : { "x-amz-security-token": sessionToken }),
  };
  const sorted = Object.entries(sent).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const names = sorted.map(([name]) => name).join(";");
  const lines = sorted.map(([name, value]) => `${name}:${value.trim().replaceAll(/ +/gu, " ")}\n`).join("");
  const canonical = [method, path, "", lines, names, hashOf(body)].join("\n");
  const key = keyFor(secretAccessKey, [day, region, service, "aws4_request"]);
  const signature = macOf(key, [algorithm, time, scope, hashOf(canonical)].join("\n")).toString("hex");
  return {
    ...sent,
    authorization: `${algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
};
