import { verifySystem } from "../../bin/verify/verify.ts";
import { orderPaper } from "./status-paper.ts";
import { secretariat, type TestApi } from "./test-api.ts";

/** Returns a function that sends requests to a system as fetch would; a token is the address of an account. */
const requestsTo =
  (api: TestApi) =>
  async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const as = request.headers.get("authorization")?.replace(/^Bearer /u, "") ?? "";
    const text = await request.text();
    const key = request.headers.get("idempotency-key");
    const reply = await api.fetch(request.method, `${pathname}${search}`, {
      ...(as === "" ? {} : { as }),
      ...(text === "" ? {} : { raw: text, type: "application/json" }),
      ...(key === null ? {} : { key }),
    });
    const answer = await reply.arrayBuffer();
    const response = new Response(answer.byteLength === 0 ? null : answer, {
      status: reply.status,
      headers: reply.headers,
    });
    // A constructed response has no address, and the client includes it in its errors.
    return Object.defineProperty(response, "url", { value: request.url });
  };

/** Returns the findings of the checker in a system at rest, after ordering a status paper. */
export const checkerFindings = async (api: TestApi): Promise<readonly string[]> => {
  await api.app.rest();
  await orderPaper(requestsTo(api), secretariat, new Date(api.app.clock.now()).toISOString());
  await api.app.rest();
  const { findings } = await verifySystem({
    request: requestsTo(api),
    token: secretariat,
    now: new Date(api.app.clock.now()).toISOString(),
    mails: () =>
      Promise.resolve(
        api.app.mailbox
          .find({ limit: 100_000 })
          .toReversed()
          .map(({ id, tags, at, to, subject, text, html, attachments }) => ({
            id,
            letter: tags["letter"] ?? null,
            at,
            to: [...to],
            subject,
            text,
            html,
            attachments: [...attachments],
          })),
      ),
  });
  return findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`);
};
