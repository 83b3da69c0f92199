import type { StackClock } from "../base/clock.ts";
import type { Faults } from "../services/faults.ts";
import type { HttpRequest } from "../gateway/gateway-event.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { LocalPages } from "../gateway/http.ts";
import { fieldsOf, type Fields, numberOf, parseJson, textOf } from "../base/json.ts";
import type { MailService } from "../services/mail.ts";
import { MoveInterrupted } from "../runtime/time-travel.ts";
import type { Queues } from "../services/queues.ts";
import type { RecordedAction } from "../template/iam-usage.ts";
import type { Scheduler } from "../services/scheduler.ts";
import { addDuration } from "../base/durations.ts";
import type { TokenOptions, Tokens } from "../gateway/tokens.ts";

export interface LocalPageParts {
  readonly clock: StackClock;
  readonly mailbox: MailService;
  readonly queues: Queues;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly recorded: () => readonly RecordedAction[];
  readonly rest: () => Promise<void>;
  readonly moveTo: (instant: string | number) => Promise<void>;
}

interface Asked {
  readonly query: URLSearchParams;
  readonly input: Fields;
  /** What follows the last slash, where the path has a part of its own. */
  readonly id: string;
}

const json = (value: unknown, status = 200): HttpReply => ({
  status,
  headers: [
    ["content-type", "application/json; charset=utf-8"],
    ["cache-control", "no-store"],
  ],
  body: Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`),
});
const refuse = (message: string, status = 400): HttpReply => json({ message }, status);

/** A body that makes no sense. */
class Refused extends Error {}

const inputOf = ({ body }: HttpRequest): Fields => {
  if (body.length === 0) return {};
  try {
    return fieldsOf(parseJson(body.toString()));
  } catch {
    throw new Refused("The body is not JSON");
  }
};

/** What a body says; throws Refused where it holds a field that is not among those that are known. */
const knownOf = (input: Fields, known: readonly string[]): Fields => {
  const unknown = Object.keys(input).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Refused(`${unknown.join(", ")}: unknown here; the fields are ${known.join(", ")}`);
  return input;
};

const tokenOptions = (input: Fields): TokenOptions => {
  const expires = numberOf(input["expiresInSeconds"]);
  const clientId = textOf(input["clientId"]);
  const issuer = textOf(input["issuer"]);
  const tokenUse = input["tokenUse"];
  return {
    ...(expires === undefined ? {} : { expiresInSeconds: expires }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(tokenUse === "id" || tokenUse === "access" ? { tokenUse } : {}),
  };
};

/** No review lasts so long: what comes later is a slip, and would make the dates of the system unreadable for good. */
const latest = "2099-12-31T23:00:00Z";

/** The most mails on one page; a thousand letters are a few megabytes. */
const mostMails = 1000;

/** What only a local system answers, all under /_local, in JSON: clock, mails, tokens, faults, and what functions did. */
export const localPages = (parts: LocalPageParts): LocalPages => {
  const { clock, mailbox, queues, scheduler, faults, tokens, recorded, rest, moveTo } = parts;

  const clockNow = (): HttpReply => {
    const next = scheduler.nextDue("one-time");
    return json({ now: clock.instant(), ...(next === undefined ? {} : { nextAlarm: new Date(next).toISOString() }) });
  };
  const moveClock = async ({ input: given }: Asked): Promise<HttpReply> => {
    const input = knownOf(given, ["to", "by"]);
    const to = textOf(input["to"]);
    const by = textOf(input["by"]);
    if ((to === undefined) === (by === undefined)) {
      return refuse('Say where to: {"to": "2020-12-15T09:00:00Z"} or {"by": "P14D"}');
    }
    const target = to === undefined ? addDuration(clock.now(), by ?? "") : Date.parse(to);
    if (target > Date.parse(latest)) return refuse(`The local system knows no time after ${latest}`);
    try {
      await moveTo(to ?? target);
    } catch (error) {
      if (!(error instanceof MoveInterrupted)) throw error;
      return json({ message: error.message, now: clock.instant() }, 503);
    }
    return clockNow();
  };
  const messages = ({ query }: Asked): HttpReply => {
    const limit = numberOf(query.get("limit") ?? undefined);
    const found = mailbox.find({
      to: query.get("to") ?? "",
      text: query.get("q") ?? "",
      after: query.get("after") ?? "",
      ...(limit === undefined ? {} : { limit }),
    });
    return json({ count: mailbox.count(), messages: found.map(({ html: _html, ...mail }) => mail) });
  };
  /** Every mail in the order of acceptance, page by page: for programs that read the whole mailbox. */
  const mails = ({ query }: Asked): HttpReply => {
    const wanted = Number(query.get("limit") ?? mostMails);
    if (!Number.isSafeInteger(wanted) || wanted < 1 || wanted > mostMails)
      return refuse(`limit must be a whole number from 1 to ${mostMails}`);
    const after = query.get("after") ?? undefined;
    if (after !== undefined && mailbox.get(after) === undefined) return refuse("after must be the id of a mail");
    const found = mailbox.following(after, wanted + 1);
    const items = found.slice(0, wanted).map(({ tags, ...mail }) => ({ ...mail, letter: tags["letter"] ?? null }));
    const last = items.at(-1);
    return json({ items, ...(found.length > wanted && last !== undefined ? { next: last.id } : {}) });
  };
  const issue = async ({ input: given }: Asked): Promise<HttpReply> => {
    const input = knownOf(given, ["email", "expiresInSeconds", "clientId", "issuer", "tokenUse"]);
    const email = textOf(input["email"]);
    if (email === undefined) return refuse('Say for whom: {"email": "..."}');
    return json({ token: await tokens.issue(email, tokenOptions(input)) });
  };
  const addFault = ({ input }: Asked): HttpReply => json(faults.add(input), 201);

  const pages: Readonly<Record<string, (asked: Asked) => HttpReply | Promise<HttpReply>>> = {
    "GET clock": clockNow,
    "POST clock": moveClock,
    "POST rest": async () => {
      await rest();
      return clockNow();
    },
    "GET mailbox/messages": messages,
    "GET mailbox/messages.json": messages,
    "GET mailbox/messages/{id}": ({ id }) => {
      const mail = mailbox.get(id);
      return mail === undefined ? refuse("There is no such letter", 404) : json(mail);
    },
    "GET mailbox/mails.json": mails,
    "POST tokens": issue,
    "GET .well-known/jwks.json": () => json(tokens.keySet()),
    "GET recorded-actions": () => json(recorded()),
    "GET faults": () => json(faults.all()),
    "POST faults": addFault,
    "DELETE faults": () => {
      faults.clear();
      return json([]);
    },
    "GET queues": () => json(queues.all.map((queue) => ({ name: queue.name, ...queues.counts(queue) }))),
    "GET schedules": () =>
      json(
        scheduler.list().map(({ name, group, input, dueAt }) => ({
          group,
          name,
          expression: input["ScheduleExpression"],
          ...(dueAt === undefined ? {} : { due: new Date(dueAt).toISOString() }),
        })),
      ),
  };

  return async (request) => {
    const [path = "", query = ""] = request.target.split("?");
    if (!path.startsWith("/_local/")) return undefined;
    const name = path.slice("/_local/".length).replace(/\/$/u, "");
    const [, id] = /^mailbox\/messages\/(.+)$/u.exec(name) ?? [];
    const page = pages[`${request.method} ${id === undefined ? name : "mailbox/messages/{id}"}`];
    if (page === undefined) return refuse(`Here are: ${Object.keys(pages).join(", ")}`, 404);
    try {
      return await page({ query: new URLSearchParams(query), input: inputOf(request), id: id ?? "" });
    } catch (error) {
      if (error instanceof Refused || error instanceof RangeError) return refuse(error.message);
      throw error;
    }
  };
};
