import { execFile } from "node:child_process";
import * as z from "zod";

/**
 * Compares the parts that are deployed, by npm's own list (SBOM), with the known vulnerabilities of OSV: the first part of npm run audit. Ends
 * with 1 where a part has one. Where OSV is not reachable it says so and ends with 0: that is no "none known".
 * OSV_URL names another address that answers in the same way.
 */
const url = process.env["OSV_URL"] ?? "https://api.osv.dev/v1/querybatch";
/** Maximum number of packages in one request to the service. */
const partsPerRequest = 1000;
const answerTime = 20_000;

const Property = z.looseObject({ name: z.string(), value: z.string() });
const List = z.looseObject({
  components: z.array(z.looseObject({ purl: z.string(), properties: z.array(Property).optional() })),
});
const Answer = z.looseObject({
  results: z.array(z.looseObject({ vulns: z.array(z.looseObject({ id: z.string() })).optional() })),
});

const listOfParts = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
    execFile("npm", args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(stderr.trim() || error.message));
    });
  });

/** Development's own parts, and packages of this repository, are not deployed or not known to anyone else. */
const isLeftOut = ({ name, value }: z.infer<typeof Property>): boolean =>
  value === "true" && (name === "cdx:npm:package:development" || name === "cdx:npm:package:private");

/** The answer about some parts; undefined where the service is not reachable or answers something else. */
const request = async (purls: readonly string[]): Promise<z.infer<typeof Answer> | undefined> => {
  try {
    const queries = purls.map((purl) => ({ package: { purl } }));
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ queries }),
      signal: AbortSignal.timeout(answerTime),
    });
    const answer = Answer.safeParse(reply.ok ? await reply.json() : undefined);
    return answer.data?.results.length === purls.length ? answer.data : undefined;
  } catch {
    return undefined;
  }
};

const { components } = List.parse(JSON.parse(await listOfParts()));
const purls = components.filter(({ properties = [] }) => !properties.some(isLeftOut)).map(({ purl }) => purl);
const found: string[] = [];
let isReachable = true;
for (let from = 0; from < purls.length && isReachable; from += partsPerRequest) {
  const some = purls.slice(from, from + partsPerRequest);
  const answer = await request(some);
  isReachable = answer !== undefined;
  for (const [place, { vulns = [] }] of (answer?.results ?? []).entries())
    for (const { id } of vulns) found.push(`${some[place] ?? ""}: ${id}`);
}
if (isReachable) {
  for (const one of found) console.error(one);
  console.log(`${found.length} known vulnerabilities of ${purls.length} parts by OSV`);
  process.exitCode = found.length > 0 ? 1 : 0;
} else console.log(`OSV IS NOT REACHABLE: ${purls.length} parts were not compared with its data.`);
