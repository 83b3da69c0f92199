import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { sampleStack } from "./support.ts";

/** The return addresses of the local sign-in, and refused ones. */

const frontEnd = "http://localhost:3000/signed-in";

let app: LocalStack;
let rest: Record<string, string>;
beforeAll(async () => {
  app = await sampleStack();
  const request = { response_type: "code", scope: "openid", state: "of my own", code_challenge_method: "S256" };
  rest = { ...request, client_id: app.plan.pools[0]?.clients[0]?.id ?? "", code_challenge: "c".repeat(43) };
});
afterAll(() => app.close());

const get = (path: string, parameters: Readonly<Record<string, string>>) =>
  fetch(`${app.url}/_local/sign-in${path}?${new URLSearchParams(parameters).toString()}`, { redirect: "manual" });

describe("an address to return to", () => {
  const back = (to: string) => get("/oauth2/authorize", { ...rest, redirect_uri: to });

  test("may have any port of this machine with a path that is registered there", async () => {
    for (const to of ["http://localhost:4200/signed-in", "http://127.0.0.1:9/signed-in", "http://[::1]/signed-in"])
      expect([to, (await back(to)).status]).toEqual([to, 302]);
    const out = { client_id: rest["client_id"] ?? "", logout_uri: "http://localhost:4200/signed-out" };
    expect((await get("/logout", out)).headers.get("location")).toBe(out.logout_uri);
  });

  test("is refused otherwise with a page that says which are registered", async () => {
    for (const to of [
      "http://localhost:4200/elsewhere",
      "http://localhost:4200/signed-in?then=elsewhere",
      "http://localhost.example.org/signed-in",
      "https://localhost:4200/signed-in",
      "not an address",
    ]) {
      const answer = await back(to);
      expect([to, answer.status]).toEqual([to, 400]);
      expect(await answer.text()).toContain(`<li>${frontEnd}</li>`);
    }
  });

  test("is also that of a front end which the system was started for, whose origin may call the API", async () => {
    const own = await sampleStack({ frontEnd: "http://localhost:5999/app/" });
    const returns = own.plan.pools[0]?.clients[0]?.callbackUrls;
    expect(returns).toEqual(expect.arrayContaining(["http://localhost:5999/app/", "http://localhost:5999/signed-in"]));
    const { headers } = await fetch(`${own.url}/guarded`, { headers: { origin: "http://localhost:5999" } });
    expect(headers.get("access-control-allow-origin")).toBe("http://localhost:5999");
    await own.close();
  });
});
