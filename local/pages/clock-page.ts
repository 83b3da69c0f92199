import type { StackClock } from "../base/clock.ts";
import { escapeHtml } from "../base/html.ts";
import { readExpression } from "../base/schedule-expressions.ts";
import { messageOf } from "../base/user-error.ts";
import { joinedHeaders } from "../gateway/gateway-event.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { LocalPages } from "../gateway/http.ts";
import { lettersIn, type MoveProgress, type MoveResult } from "../runtime/move-progress.ts";
import type { Scheduler } from "../services/scheduler.ts";
import { mailboxPath, seeOther, vienna } from "./mailbox-frame.ts";
import { clockPath, onward, systemPage } from "./system-frame.ts";

/** No review lasts so long: a later time is a slip, and would make the dates of the system unreadable for good. */
export const latestTime = "2099-12-31T23:00:00Z";

export interface ClockPageParts {
  readonly clock: Pick<StackClock, "now" | "instant">;
  readonly scheduler: Pick<Scheduler, "nextDue">;
  readonly moveTo: (instant: number) => Promise<void>;
  /** Returns the progress of the clock while it is moved. */
  readonly progress: () => MoveProgress | undefined;
  /** Returns how the latest move ended. */
  readonly last: () => MoveResult | undefined;
}

const zone = "Europe/Vienna";
const dateInVienna = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone });

/** Reads the form: a number of days, or a date with a time in Vienna. Throws RangeError if it is neither. */
const targetOf = (fields: URLSearchParams, now: number): number => {
  const days = fields.get("days");
  if (days !== null) {
    if (!/^[1-9]\d{0,3}$/u.test(days)) throw new RangeError("Write a whole number of days, from 1 to 9999.");
    return now + Number(days) * 86_400_000;
  }
  const local = `${fields.get("date") ?? ""}T${fields.get("time") ?? ""}`;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(local)) throw new RangeError("Choose a date and a time.");
  const target = readExpression(`at(${local}:00)`, zone, 0).next(0);
  if (target === undefined || target <= now) throw new RangeError("Choose a later time: the clock moves forward only.");
  return target;
};

const progressHtml = ({ day, days, letters, finished, waiting, to }: MoveProgress): string =>
  `<section class="panel" aria-labelledby="moving"><h2 id="moving">The clock moves to ${vienna(to)}</h2>
<progress value="${day}" max="${days}" aria-labelledby="moving"></progress>
<p class="now" role="status">day ${day} of ${days}, ${lettersIn(letters)}</p>
<p>${finished} messages are processed, ${waiting} wait. The clock stops wherever something is due.</p></section>`;

const resultHtml = ({ from, at, letters, seconds, error }: MoveResult): string =>
  `<section class="panel" aria-labelledby="moved"><h2 id="moved">${error === undefined ? "The clock has arrived" : "The move was interrupted"}</h2>
<p role="status">From ${vienna(from)} to ${vienna(at)}: ${lettersIn(letters)} sent, in ${seconds} s.</p>
${error === undefined ? "" : `<p class="wrong" role="alert">${escapeHtml(error)}</p>`}
${onward([
  [mailboxPath, "Read the letters"],
  ["/", "Start"],
])}</section>`;

const field = (id: string, label: string, attributes: string): string =>
  `<div><label for="${id}">${label}</label><input id="${id}" name="${id}" required ${attributes}></div>`;

const formsHtml = (now: number): string => {
  const tomorrow = dateInVienna.format(now + 86_400_000);
  const form = (fields: string): string =>
    `<form method="post" action="${clockPath}/move"><div class="fields">${fields}<button>Move</button></div></form>`;
  return `<section class="panel" aria-labelledby="by"><h2 id="by">Move by days</h2>
${form(field("days", "Days", 'type="number" min="1" max="9999" value="14"'))}</section>
<section class="panel" aria-labelledby="to"><h2 id="to">Move to a date</h2>
${form(
  `${field("date", "Date", `type="date" min="${dateInVienna.format(now)}" value="${tomorrow}"`)}
${field("time", "Time in Vienna", 'type="time" value="12:00"')}`,
)}</section>`;
};

/** The clock for people: its time, forms that move it, and the progress of a move. Programs read the same path as JSON. */
export const clockPages = ({ clock, scheduler, moveTo, progress, last }: ClockPageParts): LocalPages => {
  const show = (wrong?: string): HttpReply => {
    const move = progress();
    const result = last();
    const next = scheduler.nextDue("one-time");
    const due =
      next === undefined ? "Nothing is due." : `Next, something is due on ${vienna(new Date(next).toISOString())}.`;
    return systemPage({
      title: move === undefined ? "Clock" : `Day ${move.day} of ${move.days} – Clock`,
      part: clockPath,
      now: clock.instant(),
      isBusy: move !== undefined,
      status: wrong === undefined ? 200 : 400,
      main:
        move === undefined
          ? `${wrong === undefined ? (result === undefined ? "" : resultHtml(result)) : `<p class="wrong" role="alert">${escapeHtml(wrong)}</p>`}
<section class="panel" aria-labelledby="time"><h2 id="time">Time of the system</h2><p class="now">${vienna(clock.instant())}</p><p>${due}</p></section>
${formsHtml(clock.now())}`
          : progressHtml(move),
    });
  };

  const move = (fields: URLSearchParams): HttpReply => {
    try {
      const target = targetOf(fields, clock.now());
      if (target > Date.parse(latestTime)) throw new RangeError(`The local system knows no time after ${latestTime}`);
      // The page shows the result of the move; an interrupted one is part of it.
      moveTo(target).catch(() => undefined);
      return seeOther(clockPath);
    } catch (error) {
      return show(messageOf(error));
    }
  };

  return async ({ method, target, rawHeaders, body }) => {
    const [path] = target.split("?");
    if (method === "POST" && path === `${clockPath}/move`) return move(new URLSearchParams(body.toString()));
    const isRead = method === "GET" && path === clockPath;
    return isRead && joinedHeaders(rawHeaders)["accept"]?.includes("text/html") === true ? show() : undefined;
  };
};
