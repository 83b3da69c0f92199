import { readFileSync } from "node:fs";
import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LocalStack } from "../stack-options.ts";
import { type Clients, clientsOf, sampleStack } from "./support.ts";

/** The mailbox from the view of end-to-end tests of front ends. */
let app: LocalStack;
let clients: Clients;
beforeAll(async () => {
  app = await sampleStack();
  clients = clientsOf(app);
});
afterAll(() => app.close());

interface Answer {
  readonly status: number;
  readonly body: any;
}
const request = async (path: string, method = "GET"): Promise<Answer> => {
  const answer = await fetch(`${app.url}${path}`, { method });
  return { status: answer.status, body: await answer.json() };
};
const mails = (query = ""): Promise<Answer> => request(`/_local/mailbox/mails.json${query}`);
const send = (to: string, subject: string, html = "<p>Please</p>") =>
  clients.mail.send(
    new SendEmailCommand({
      FromEmailAddress: "Reviews <reviews@reviews.example.org>",
      Destination: { ToAddresses: [to] },
      EmailTags: [{ Name: "letter", Value: `letter-${subject.length}` }],
      Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: "Please" }, Html: { Data: html } } } },
    }),
  );
const subjects = ({ body }: Answer): readonly string[] => body.items.map(({ subject }: any) => subject);
beforeEach(() => request("/_local/mailbox/mails.json", "DELETE"));

describe("the mailbox in JSON", () => {
  test("is chosen from by recipient, subject, words, letter and time, in the order of acceptance", async () => {
    await send("mission@fr.example.org", "Nomination of experts");
    await send("mission@ie.example.org", "Nomination of a focal point");
    await app.moveTo(app.clock.now() + 3_600_000);
    const since = app.clock.instant();
    await send("mission@fr.example.org", "A digest");
    expect(subjects(await mails())).toEqual(["Nomination of experts", "Nomination of a focal point", "A digest"]);
    expect(subjects(await mails("?to=mission@fr.example.org"))).toEqual(["Nomination of experts", "A digest"]);
    expect(subjects(await mails("?subject=NOMINATION&to=ie.example"))).toEqual(["Nomination of a focal point"]);
    expect(subjects(await mails(`?since=${since}`))).toEqual(["A digest"]);
    expect(subjects(await mails("?letter=letter-8"))).toEqual(["A digest"]);
    expect(subjects(await mails("?q=digest%20please"))).toEqual(["A digest"]);
    const first = await mails("?to=fr.example&limit=1");
    expect(subjects(await mails(`?to=fr.example&after=${first.body.next}`))).toEqual(["A digest"]);
  });

  test("says where a mail leads, each address once and as it is", async () => {
    const html =
      '<a href="https://front.example.org/?a=1&amp;b=2">One</a> <a class="x" href="https://front.example.org/?a=1&amp;b=2">Again</a> <a href="mailto:desk@example.org">Desk</a>';
    await send("mission@fr.example.org", "Links", html);
    const { body } = await mails();
    expect(body.items[0].links).toEqual(["https://front.example.org/?a=1&b=2", "mailto:desk@example.org"]);
    expect(body.items[0]).toMatchObject({ letter: "letter-5", text: "Please", html });
  });

  test("waits for a mail that fits, and passes over others", async () => {
    const awaitedMail = mails("?to=mission@fr.example.org&wait=30");
    await send("mission@ie.example.org", "Another");
    await send("mission@fr.example.org", "The one");
    expect(subjects(await awaitedMail)).toEqual(["The one"]);
    expect(subjects(await mails("?to=unknown@example.org&wait=1"))).toEqual([]);
  });

  test("is emptied, and says of how many", async () => {
    await send("mission@fr.example.org", "One");
    expect((await request("/_local/mailbox/mails.json", "DELETE")).body).toEqual({ deleted: 1 });
    expect([(await mails()).body, app.mailbox.count()]).toEqual([{ items: [] }, 0]);
  });

  test.each(["?wait=31", "?wait=soon", "?since=soon", "?limit=0", "?after=nothing", "?form=x"])(
    "says what is wrong with %s",
    async (query) => {
      const { status, body } = await mails(query);
      expect([status, body.message]).toEqual([400, expect.stringMatching(/must be|unknown here/u)]);
    },
  );
});

test("the lines of docs/local-system.md on the mailbox do what they say", async () => {
  const page = readFileSync(new URL("../../docs/local-system.md", import.meta.url), "utf8");
  const [, section = ""] = /## The mailbox for tests of front ends\n([\s\S]*?)\n## /u.exec(page) ?? [];
  const lines = [...section.matchAll(/^curl .*$/gmu)]
    .map(([line]) => line)
    .filter((line) => line.includes("/mailbox/"));
  expect(lines).toHaveLength(4);
  const run = async (line = ""): Promise<Answer> => {
    const [, method = "GET", address = ""] = /^curl -s(?: -X ([A-Z]+))? "?(http[^" ]+)"?$/u.exec(line) ?? [];
    expect(address, line).toMatch(/^http:\/\/localhost:8787\//u);
    return request(address.slice("http://localhost:8787".length), method);
  };
  const [emptying, search, later, all] = lines;
  await send("mission@gb.example.org", "From before");
  expect((await run(emptying)).body).toEqual({ deleted: 1 });
  const answer = run(search);
  await send("mission@gb.example.org", "Nomination of a focal point");
  expect(subjects(await answer)).toEqual(["Nomination of a focal point"]);
  expect(subjects(await run(later))).toEqual(["Nomination of a focal point"]);
  expect((await run(all)).body.items).toHaveLength(1);
});

test("the bare address of a system is the start page, and each page to which it leads answers", async () => {
  const index = await fetch(app.url);
  const html = await index.text();
  expect([index.status, index.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const links = [...html.matchAll(/href="(\/[^"]*)"/gu)].map(([, path = ""]) => path);
  expect(links).toContain("/_local/mailbox");
  // Those two are the app's own, which the sample has not.
  for (const path of links.filter((each) => each !== "/docs" && each !== "/health"))
    expect([path, (await fetch(`${app.url}${path}`)).status]).toEqual([path, 200]);
});
