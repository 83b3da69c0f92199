import { describe, expect, test } from "vitest";
import { AwsError, type AwsRequest } from "../services/aws-service.ts";
import { onEverything, restService } from "../services/rest-service.ts";

const service = restService(
  {
    "GET /things": { answer: (state) => ({ state }), uses: onEverything("x:ListThings") },
    "GET /things/{Name}": {
      answer: (_state, _request, name) => ({ name }),
      uses: (_request, name) => [{ action: "x:GetThing", resource: name }],
    },
  },
  "the state",
  ({ method, path }) => new AwsError("NotFoundException", `${method} ${path} is not known`, 404),
);

const call = (method: string, path: string): AwsRequest => ({
  method,
  path,
  query: new URLSearchParams(),
  target: "",
  headers: {},
  raw: Buffer.alloc(0),
  input: {},
  caller: "test",
});
const bodyOf = async (request: AwsRequest) => JSON.parse(String((await service.answer(request)).body));

describe("an operation of a service that distinguishes them by method and path", () => {
  test.each([
    ["/things", { state: "the state" }, [{ action: "x:ListThings", resource: "*" }]],
    ["/things/one", { name: "one" }, [{ action: "x:GetThing", resource: "one" }]],
    ["/things/a/b@example.org", { name: "a/b@example.org" }, [{ action: "x:GetThing", resource: "a/b@example.org" }]],
  ])("is found for %s with its name, and what a policy must allow", async (path, body, uses) => {
    expect(await bodyOf(call("GET", path))).toEqual(body);
    expect(service.uses(call("GET", path))).toEqual(uses);
  });

  test.each([
    ["POST", "/things"],
    ["GET", "/things/"],
    ["GET", "/other"],
    ["GET", "/more/things"],
  ])("is refused for %s %s, and nothing is recorded", (method, path) => {
    expect(() => service.answer(call(method, path))).toThrow(`${method} ${path} is not known`);
    expect(service.uses(call(method, path))).toEqual([]);
  });
});
