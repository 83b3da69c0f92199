import { HttpRequest } from "@smithy/core/protocols";
import { Sha256 } from "@smithy/core/checksum";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, test } from "vitest";
import { Instant } from "../../../schemas/base/values.ts";
import { signedHeaders } from "../../../lambdas/io/aws/signature.ts";

/** The key, scope and time of the test suite that AWS publishes for Signature Version 4. */
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const scope = { service: "service", region: "us-east-1", credentials };
const now = Instant.parse("2015-08-30T12:36:00.000Z");
const host = "example.amazonaws.com";

describe("a request of the published suite has the published signature", () => {
  const form = "application/x-www-form-urlencoded";
  test.each([
    ["get-vanilla", "GET", {}, "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"],
    ["post-vanilla", "POST", {}, "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"],
    [
      "get-header-value-trim",
      "GET",
      { "my-header1": " value1", "my-header2": ' "a   b   c"' },
      "",
      "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    ],
    [
      "post-header-key-sort",
      "POST",
      { "my-header1": "value1" },
      "",
      "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    ],
    [
      "post-header-value-case",
      "POST",
      { "my-header1": "VALUE1" },
      "",
      "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
    ],
    [
      "post-x-www-form-urlencoded",
      "POST",
      { "content-type": form },
      "Param1=value1",
      "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    ],
  ])("%s", (_name, method, headers, body, signature) => {
    const request = { method, path: "/", headers: { ...headers, host }, body };
    const names = ["host", "x-amz-date", ...Object.keys(headers)].toSorted().join(";");
    expect(signedHeaders(request, scope, now)).toEqual({
      ...headers,
      host,
      "x-amz-date": "20150830T123600Z",
      authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${names}, Signature=${signature}`,
    });
  });
});

test.each([undefined, "a/session+token=="])(
  "A call of the store has the signature of the SDK's signer, with session %s",
  async (sessionToken) => {
    const body = JSON.stringify({ TableName: "Räte", Key: { pk: { S: "review#c1-FR" } } });
    const headers = {
      host: "dynamodb.eu-central-1.amazonaws.com",
      "content-type": "application/x-amz-json-1.0",
      "content-length": String(Buffer.byteLength(body)),
      "x-amz-target": "DynamoDB_20120810.GetItem",
    };
    const signing = {
      service: "dynamodb",
      region: "eu-central-1",
      credentials: { ...credentials, ...(sessionToken === undefined ? {} : { sessionToken }) },
    };
    const request = { method: "POST", path: "/", headers, body };
    const theirs = await new SignatureV4({ ...signing, sha256: Sha256 }).sign(
      new HttpRequest({ ...request, protocol: "https:", hostname: headers.host }),
      { signingDate: new Date(now) },
    );
    // The SDK adds the hash of the body as a header, which only Amazon S3 requires.
    const { "x-amz-content-sha256": hash = "", ...sent } = theirs.headers;
    const ours = signedHeaders({ ...request, headers: { ...headers, "x-amz-content-sha256": hash } }, signing, now);
    expect(ours).toEqual({ ...sent, "x-amz-content-sha256": hash });
  },
);
