import { parseArgs } from "node:util";
import * as z from "zod";
import { type Api, answerOf, itemsOf, openApi } from "../client/client.ts";
import { subjectOf, verifyChain } from "../domain/journal.ts";
import { ReviewId } from "../schemas/ids.ts";
import { JournalEntryView } from "../schemas/views.ts";
import { argumentsOr } from "./arguments.ts";
import { progressBar } from "./progress.ts";

const usage = `Verifies journals of reviews: reads them through the API and computes every hash again on this machine.

  npm run verify-journal -- --token TOKEN [--url http://localhost:8787] [c1-FR …]

TOKEN is an access token of the secretariat. Without reviews named, all are verified. Ends with 1 when a link is broken,
with 2 when it could not be verified.`;

const { values, positionals } = argumentsOr(usage, () =>
  parseArgs({
    options: { url: { type: "string", default: "http://localhost:8787" }, token: { type: "string" } },
    allowPositionals: true,
  }),
);
const named = z.array(ReviewId).safeParse(positionals);
if (values.token === undefined || !named.success) {
  console.error(usage);
  process.exit(2);
}

const Entry = z.looseObject(JournalEntryView.shape);

/** The first broken link of a review's journal in words, or undefined. */
const faultOf = async (api: Api, id: ReviewId): Promise<string | undefined> => {
  const path = { reviewId: id };
  const { version } = (await answerOf(api.GET("/v1/reviews/{reviewId}", { params: { path } }))).body;
  const entries = await itemsOf((query) => api.GET("/v1/reviews/{reviewId}/journal", { params: { path, query } }));
  const subject = subjectOf("review", id);
  const links = entries
    .map((entry) => ({ schema: 1, subject, ...Entry.parse(entry) }))
    .filter((link) => link.version <= version);
  const report = verifyChain(subject, links);
  if (!report.intact) return `entry ${report.firstBroken.version}: ${report.firstBroken.why}`;
  if (report.end.version !== version)
    return `entry ${report.end.version + 1} is missing: the review stands at version ${version}`;
  // The head keeps the last hash apart from the journal: without it a last entry could be rewritten with its hash.
  const there = await answerOf(api.GET("/v1/reviews/{reviewId}/journal/verification", { params: { path } }));
  const { intact, firstBroken } = there.body;
  return intact || firstBroken === undefined ? undefined : `entry ${firstBroken.version}: ${firstBroken.why}`;
};

const verify = async (token: string): Promise<void> => {
  const api = openApi({ baseUrl: values.url, token: () => token });
  const every = async () =>
    (await itemsOf((query) => api.GET("/v1/reviews", { params: { query } }))).map(({ id }) => id);
  const reviews = named.data.length > 0 ? named.data : (await every()).map((id) => ReviewId.parse(id));
  const bar = progressBar("Verifying", reviews.length);
  const broken: string[] = [];
  for (const review of reviews) {
    const fault = await faultOf(api, review);
    if (fault !== undefined) broken.push(`${review}: ${fault}`);
    bar.tick();
  }
  bar.stop();
  for (const line of broken) console.log(line);
  console.log(`${reviews.length - broken.length} of ${reviews.length} chains are whole.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
};

try {
  await verify(values.token);
} catch (error) {
  const why = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error;
  console.error(`Not verified: ${String(why)}`);
  process.exit(2);
}
