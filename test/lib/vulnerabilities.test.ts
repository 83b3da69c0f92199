import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";

interface Run {
  readonly code: number;
  readonly said: string;
}

/** Runs the comparison against an OSV service at an address. */
const run = (url: string): Promise<Run> =>
  new Promise((resolve) => {
    execFile(process.execPath, ["bin/osv.ts"], { env: { ...process.env, OSV_URL: url } }, (error, out, errors) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, said: out + errors }),
    );
  });

/** Answers as OSV does: about each part that is queried, in their order, with the vulnerabilities of those that have any. */
const answering = async (known: Readonly<Record<string, string>>, use: (url: string) => Promise<void>) => {
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { queries } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      const results = queries.map((query: any) => {
        const id = Object.entries(known).find(([name]) => query.package.purl.startsWith(name))?.[1];
        return id === undefined ? {} : { vulns: [{ id, modified: "2026-01-01T00:00:00Z" }] };
      });
      reply.setHeader("content-type", "application/json");
      reply.end(JSON.stringify({ results }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
};

describe("the comparison with OSV, part of npm run audit,", () => {
  test("names each deployed part that OSV knows a vulnerability of, and ends with 1", async () => {
    await answering({ "pkg:npm/zod@": "GHSA-test-0000-0001" }, async (url) => {
      const { code, said } = await run(url);
      expect([code, said]).toEqual([1, expect.stringMatching(/pkg:npm\/zod@[\d.]+: GHSA-test-0000-0001/u)]);
      expect(said).toMatch(/^1 known vulnerabilities of \d+ parts by OSV$/mu);
    });
  });

  test("does not query parts that only development needs, and ends with 0 where nothing is known", async () => {
    await answering({ "pkg:npm/vitest@": "GHSA-test-0000-0002" }, async (url) => {
      expect(await run(url)).toEqual({
        code: 0,
        said: expect.stringMatching(/^0 known vulnerabilities of \d{2,} parts by OSV\n$/u),
      });
    });
  });

  test("says where OSV is not reachable, and does not fail", async () => {
    expect(await run("http://127.0.0.1:9/")).toEqual({
      code: 0,
      said: expect.stringMatching(/^OSV IS NOT REACHABLE: /u),
    });
  });
});
