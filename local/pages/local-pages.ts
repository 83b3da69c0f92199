import type { StackClock } from "../base/clock.ts";
import { type Fields, numberOf, textOf } from "../base/json.ts";
import type { LocalPages } from "../gateway/http.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { TokenOptions, Tokens } from "../gateway/tokens.ts";
import type { MoveProgress } from "../runtime/move-progress.ts";
import { MoveInterrupted } from "../runtime/time-travel.ts";
import type { AccountBook } from "../services/accounts.ts";
import type { Faults } from "../services/faults.ts";
import type { MailService } from "../services/mail.ts";
import type { Queues } from "../services/queues.ts";
import type { Scheduler } from "../services/scheduler.ts";
import type { RecordedAction } from "../template/iam-usage.ts";
import { latestTime } from "./clock-page.ts";
import { forEveryPage, inputOf, json, type JsonPages, knownOf, refuse, Refused } from "./json-page.ts";
import { mailPages } from "./mail-pages.ts";

const pattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/**
 * The instant (milliseconds since 1970) after an ISO 8601 duration such as P14D or PT36H, counted in UTC; a month from
 * the end of a longer one ends with the shorter. Throws RangeError where the text is no duration.
 */
export const addDuration = (instant: number, duration: string): number => {
  const found = pattern.exec(duration);
  if (found === null || /[PT]$/u.test(duration))
    throw new RangeError(`${duration} is no duration: write it as P14D or PT36H`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((each) => (each === undefined ? 0 : Number(each)));
  const date = new Date(instant);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 12 * years + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  const day = 24 * 60 * 60 * 1000;
  return date.getTime() + (7 * weeks + days) * day + ((hours * 60 + minutes) * 60 + seconds) * 1000;
};

export interface LocalPageParts {
  readonly clock: StackClock;
  readonly mailbox: MailService;
  readonly queues: Queues;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly accounts: AccountBook;
  readonly recorded: () => readonly RecordedAction[];
  readonly rest: () => Promise<void>;
  readonly moveTo: (instant: string | number) => Promise<void>;
  /** Returns the progress of the clock while it is moved. */
  readonly progress: () => MoveProgress | undefined;
}

const showClock = ({ clock, scheduler, progress }: LocalPageParts): HttpReply => {
  const next = scheduler.nextDue("one-time");
  const move = progress();
  return json({
    now: clock.instant(),
    ...(next === undefined ? {} : { nextAlarm: new Date(next).toISOString() }),
    ...(move === undefined ? {} : { move }),
  });
};

const moveClock = async (parts: LocalPageParts, input: Fields): Promise<HttpReply> => {
  const { clock, moveTo } = parts;
  const { to: instant, by: duration } = knownOf(input, ["to", "by"]);
  const [to, by] = [textOf(instant), textOf(duration)];
  if ((to === undefined) === (by === undefined)) {
    return refuse('Say where to: {"to": "2020-12-15T09:00:00Z"} or {"by": "P14D"}');
  }
  const target = to === undefined ? addDuration(clock.now(), by ?? "") : Date.parse(to);
  if (target > Date.parse(latestTime)) return refuse(`The local system knows no time after ${latestTime}`);
  try {
    await moveTo(to ?? target);
  } catch (error) {
    if (!(error instanceof MoveInterrupted)) throw error;
    return json({ message: error.message, now: clock.instant() }, 503);
  }
  return showClock(parts);
};

const clockPages = (parts: LocalPageParts): JsonPages => ({
  "GET clock": () => showClock(parts),
  "POST clock": ({ input }) => moveClock(parts, input),
  "POST rest": async () => {
    await parts.rest();
    return showClock(parts);
  },
});

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

const issueToken = async (tokens: Tokens, given: Fields): Promise<HttpReply> => {
  const input = knownOf(given, ["email", "expiresInSeconds", "clientId", "issuer", "tokenUse"]);
  const email = textOf(input["email"]);
  if (email === undefined) return refuse('State the user: {"email": "..."}');
  return json({ token: await tokens.issue(email, tokenOptions(input)) });
};

const tokenPages = ({ tokens }: LocalPageParts): JsonPages => ({
  "POST tokens": ({ input }) => issueToken(tokens, input),
  "GET .well-known/jwks.json": () => forEveryPage(json(tokens.keySet())),
});

const setSecondFactor = ({ accounts }: LocalPageParts, given: Fields): HttpReply => {
  const { email, enabled } = knownOf(given, ["email", "enabled"]);
  const address = textOf(email);
  if (address === undefined || typeof enabled !== "boolean")
    return refuse('Say whose account has one, or has none: {"email": "...", "enabled": true}');
  if (!accounts.setSecondFactor(address, enabled)) return refuse("No account has this address", 404);
  return json({ email: address, enabled });
};

const faultPages = ({ faults }: LocalPageParts): JsonPages => ({
  "GET faults": () => json(faults.all()),
  "POST faults": ({ input }) => json(faults.add(input), 201),
  "DELETE faults": () => {
    faults.clear();
    return json([]);
  },
});

const listSchedules = (scheduler: Scheduler): HttpReply =>
  json(
    scheduler.list().map(({ name, group, input, dueAt }) => ({
      group,
      name,
      expression: input["ScheduleExpression"],
      ...(dueAt === undefined ? {} : { due: new Date(dueAt).toISOString() }),
    })),
  );

const listQueues = (queues: Queues): HttpReply =>
  json(queues.all.map((queue) => ({ name: queue.name, ...queues.counts(queue) })));

/** Serves the JSON replies of a local system under /_local: clock, mails, tokens, faults, and uses of functions. */
export const localPages = (parts: LocalPageParts): LocalPages => {
  const pages: JsonPages = {
    ...clockPages(parts),
    ...mailPages(parts.mailbox),
    ...tokenPages(parts),
    "POST second-factor": ({ input }) => setSecondFactor(parts, input),
    "GET recorded-actions": () => json(parts.recorded()),
    ...faultPages(parts),
    "GET queues": () => listQueues(parts.queues),
    "GET schedules": () => listSchedules(parts.scheduler),
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
