import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { argumentsOr } from "./arguments.ts";
import { localToken } from "./verify/local.ts";

const usage = `Sends one request to a local system as one of its people, and prints the reply.

  npm run as -- EMAIL METHOD PATH [BODY] [--key KEY] [--url http://localhost:8787]

EMAIL is the address of an account, as secretariat@example.org or mission@fr.example.org. BODY is JSON, or - to read it from
standard input. A request that changes something has KEY as its idempotency key, a new one where left out. Ends with 1 if
the request was refused, with 2 if it could not be sent.`;

const { email, method, path, body, url, key } = argumentsOr(usage, () => {
  const { values, positionals } = parseArgs({
    options: { url: { type: "string", default: "http://localhost:8787" }, key: { type: "string" } },
    allowPositionals: true,
  });
  const [account, verb, target, content, ...more] = positionals;
  if (account === undefined || verb === undefined || !target?.startsWith("/") || more.length > 0)
    throw new Error("Write an address, a method and a path that begins with /");
  return { ...values, email: account, method: verb.toUpperCase(), path: target, body: content };
});

const send = async (): Promise<void> => {
  const token = await localToken(url, email).catch((error: unknown) => {
    throw new Error(`nothing answers at ${url}: start a system there (npm start), or name another with --url`, {
      cause: error,
    });
  });
  if (token === undefined) throw new Error(`${url} is no local system`);
  const reply = await fetch(new URL(path, url), {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === "GET" ? {} : { "idempotency-key": key ?? crypto.randomUUID() }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: body === "-" ? readFileSync(0) : body }),
  });
  const text = await reply.text();
  const isJson = /\bjson\b/u.test(reply.headers.get("content-type") ?? "");
  console.log(isJson ? JSON.stringify(JSON.parse(text), undefined, 2) : text);
  if (reply.ok) return;
  console.error(`${reply.status} ${reply.statusText}`);
  process.exitCode = 1;
};

try {
  await send();
} catch (error) {
  console.error(`Not sent: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
