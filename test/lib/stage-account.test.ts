import { createServer } from "node:http";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, test } from "vitest";
import { accountOfCredentials, checkAccount } from "../../bin/stage-account.ts";
import { listen } from "../../local/base/listen.ts";

const usualEndpoint = process.env["AWS_ENDPOINT_URL_STS"];
afterEach(() => {
  if (usualEndpoint === undefined) delete process.env["AWS_ENDPOINT_URL_STS"];
  else process.env["AWS_ENDPOINT_URL_STS"] = usualEndpoint;
});

/** Calls a service for credentials that answers so; returns the account, and the request that it received. */
const callService = async (status: number, reply: string) => {
  const received: string[] = [];
  const service = await listen(
    createServer((request, response) => {
      request.on("data", (part: Buffer) => received.push(part.toString()));
      request.on("end", () => {
        received.push(String(request.headers.authorization));
        response.writeHead(status).end(reply);
      });
    }),
    0,
  );
  process.env["AWS_ENDPOINT_URL_STS"] = service.url;
  const credentials = { accessKeyId: "operator", secretAccessKey: "x" };
  try {
    const client = new DynamoDB({ region: "eu-central-1", credentials });
    return { account: await accountOfCredentials(client), received };
  } finally {
    await service.close();
  }
};

const reply =
  "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

describe("the account of the credentials", () => {
  test("is the reply of the credentials service to a signed request", async () => {
    const { account, received } = await callService(200, reply);
    expect(account).toBe("123456789012");
    expect(received).toEqual([
      "Action=GetCallerIdentity&Version=2011-06-15",
      expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=operator\/\d{8}\/eu-central-1\/sts\//u),
    ]);
  });

  test("is not assumed where the service refuses them", async () => {
    await expect(callService(403, "<ErrorResponse/>")).rejects.toThrow("answered 403");
  });
});

describe("a command that works on a stage", () => {
  const stage = { account: "123456789012" };

  test("continues with credentials of the account that the stage's file names", async () => {
    await expect(checkAccount("prod", stage, async () => "123456789012")).resolves.toBeUndefined();
  });

  test("ends with those of another account, with both accounts", async () => {
    await expect(checkAccount("prod", stage, async () => "210987654321")).rejects.toThrow(
      "data/stages/prod.json: account: the stage is in the account 123456789012, and the credentials belong to 210987654321",
    );
  });

  test("checks nothing where the file of a stage for trials names no account", async () => {
    await expect(checkAccount("dev", {}, () => Promise.reject(new Error("called")))).resolves.toBeUndefined();
  });
});
