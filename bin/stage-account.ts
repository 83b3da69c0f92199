import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import { callTimeouts } from "../lambdas/io/aws/json-service.ts";
import { StageError, type StageName, type StageSettings } from "../lib/stage-settings.ts";

/** The question of the service for credentials: the account that they belong to. */
const body = "Action=GetCallerIdentity&Version=2011-06-15";

/**
 * The account of the credentials that a client uses, in twelve digits. Throws where the service for credentials does not answer,
 * or refuses them.
 */
export const accountOfCredentials = async ({ config }: Pick<DynamoDB, "config">): Promise<string> => {
  const [credentials, region] = await Promise.all([config.credentials(), config.region()]);
  const endpoint = new URL(
    process.env["AWS_ENDPOINT_URL_STS"] ?? process.env["AWS_ENDPOINT_URL"] ?? `https://sts.${region}.amazonaws.com`,
  );
  const signer = new SignatureV4({ service: "sts", region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign(
    new HttpRequest({
      method: "POST",
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: "/",
      headers: { host: endpoint.host, "content-type": "application/x-www-form-urlencoded" },
      body,
    }),
  );
  const signal = AbortSignal.timeout(callTimeouts.requestTimeout);
  const reply = await fetch(new URL("/", endpoint), { method: "POST", headers, body, signal });
  const text = await reply.text();
  const account = /<Account>(?<account>\d{12})<\/Account>/u.exec(text)?.groups?.["account"];
  if (!reply.ok || account === undefined)
    throw new Error(
      `The account of the credentials is not known: the service for credentials answered ${reply.status}`,
    );
  return account;
};

/**
 * Checks that the credentials of a command belong to the account of the stage that it works on. Throws a StageError where they
 * do not. A stage whose file names no account is in that of the credentials.
 */
export const checkAccount = async (
  name: StageName,
  { account }: Pick<StageSettings, "account">,
  read: () => Promise<string>,
): Promise<void> => {
  if (account === undefined) return;
  const found = await read();
  if (found !== account)
    throw new StageError(
      `data/stages/${name}.json: account: the stage is in the account ${account}, and the credentials belong to ${found}; use those of the stage`,
    );
};
