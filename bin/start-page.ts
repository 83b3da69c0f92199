import { dayOf, instantOf } from "../domain/base/time.ts";
import type { LocalStackOptions } from "../local/stack-options.ts";
import { type StartAction, type StartContent, viewPath } from "../local/pages/start-page.ts";
import * as z from "zod";
import { demoPeople } from "./load-data.ts";

const firstGroup = "c1-g1";
/** Day on which the first group started in reality, and on which the clock of a fresh system is. */
const plannedDay = "2020-12-01";
const papers = "/v1/reports/status";
const paperView = `${viewPath}status-paper`;

const Group = z.object({ state: z.string(), startedOn: z.string().optional(), reviews: z.number() });
const Preview = z.object({ hash: z.string() });
const Papers = z.object({ items: z.array(z.object({ id: z.string(), asAt: z.string(), state: z.string() })) });
const Problem = z.object({ title: z.string(), detail: z.string().optional() });

type Request = <Reply>(schema: z.ZodType<Reply>, path: string, body?: unknown) => Promise<Reply>;
type System = Parameters<NonNullable<LocalStackOptions["startPage"]>>[0];

/** Sends requests as the secretariat. A refusal becomes an Error with the title and the detail of the problem. */
const asSecretariat =
  ({ url, token }: System): Request =>
  async (schema, path, body) => {
    const reply = await fetch(`${url}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${await token(demoPeople.secretariat)}`,
        "content-type": "application/json",
        // Each press of a button is a request of its own.
        ...(body === undefined ? {} : { "idempotency-key": crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const content: unknown = await reply.json();
    if (reply.ok) return schema.parse(content);
    const { title, detail = "" } = Problem.parse(content);
    throw new Error(`${title}. ${detail}`.trim());
  };

const startGroup = (request: Request, { rest }: System): StartAction => ({
  slug: "group-1",
  name: "Start group 1",
  what: "Starts the first 62 reviews, as the secretariat does. The letters to the permanent missions leave at 09:00 in Vienna.",
  next: [
    ["/v1/pages/en", "Public pages"],
    [`${viewPath}presidents-list`, "President's list"],
    ["/_local/mailbox", "Mailbox"],
  ],
  run: async (report) => {
    const group = `/v1/groups/${firstGroup}`;
    const before = await request(Group, group);
    if (before.state !== "planned") return `Group 1 was started before, on ${before.startedOn ?? plannedDay}.`;
    report("The secretariat previews the start");
    const { hash } = await request(Preview, `${group}/start/previews`, { startedOn: plannedDay });
    report("The reviews start one by one");
    await request(Group, `${group}/start`, { startedOn: plannedDay, preview: hash });
    await rest();
    const { state, reviews } = await request(Group, group);
    if (state !== "started") throw new Error(`The group is ${state}`);
    return `The ${reviews} reviews of group 1 have started. Move the clock: the letters leave at 09:00 in Vienna, and reminders follow.`;
  },
});

const latestPaper = async (request: Request): Promise<string | undefined> => {
  const { items } = await request(Papers, `${papers}?limit=100`);
  const written = items.filter(({ state }) => state !== "being-written").at(-1);
  return written === undefined ? undefined : `${papers}/${written.id}/content?format=html&language=en`;
};

const writePaper = (request: Request, { rest, clock }: System): StartAction => ({
  slug: "status-paper",
  name: "Write the status paper",
  what: "Writes the status paper as of today, in six languages. Group 1 should have started.",
  next: [[paperView, "Read the status paper"]],
  run: async (report) => {
    const today = dayOf(instantOf(clock.now()));
    report(`The status paper of ${today} is being written`);
    await request(z.unknown(), papers, { asAt: today });
    await rest();
    if ((await latestPaper(request)) === undefined) throw new Error("It is not written");
    return `The status paper of ${today} is written.`;
  },
});

/** The pages and the first steps of this app, for the start page of its local system. */
export const startPage = (system: System): StartContent => {
  const request = asSecretariat(system);
  return {
    links: [
      { path: "/v1/pages/en", name: "Public pages", what: "pairings, country profiles, publications and the status" },
    ],
    views: [
      {
        slug: "status-paper",
        name: "Status paper",
        what: "the latest one that was written, with its figures",
        account: demoPeople.secretariat,
        path: () => latestPaper(request),
      },
      {
        slug: "presidents-list",
        name: "President's list",
        what: "parties with missing nominations; a name appears 22 days after its date",
        account: demoPeople.president,
        path: () => Promise.resolve("/v1/presidents-list?format=html"),
      },
    ],
    actions: [startGroup(request, system), writePaper(request, system)],
  };
};
