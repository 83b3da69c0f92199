import { escapeHtml } from "../base/html.ts";
import type { StackClock } from "../base/clock.ts";
import { messageOf } from "../base/user-error.ts";
import type { HttpReply } from "../gateway/gateway-reply.ts";
import type { LocalPages } from "../gateway/http.ts";
import { mailboxPath, seeOther } from "./mailbox-frame.ts";
import { clockPath, onward, systemPage, twoWeeksOn } from "./system-frame.ts";

/** A page that the start page leads to. */
export interface StartLink {
  readonly path: string;
  readonly name: string;
  readonly what: string;
}

/** A page of the API that is shown with the rights of an account, under `/_local/view/{slug}`. */
export interface StartView {
  readonly slug: string;
  readonly name: string;
  readonly what: string;
  /** Address of the account. */
  readonly account: string;
  /** Returns the path of the page, or undefined while there is none. */
  readonly path: () => Promise<string | undefined>;
}

/** A button of the start page. */
export interface StartAction {
  readonly slug: string;
  readonly name: string;
  readonly what: string;
  /** Returns what happened, in a sentence. `report` hears how far it is. */
  readonly run: (report: (progress: string) => void) => Promise<string>;
  /** Pages that lead on from the result. */
  readonly next: readonly (readonly [path: string, name: string])[];
}

/** What the app adds to the start page of its local system. */
export interface StartContent {
  readonly links: readonly StartLink[];
  readonly views: readonly StartView[];
  readonly actions: readonly StartAction[];
}

/** Path of the pages that are shown with the rights of an account. */
export const viewPath = "/_local/view/";
const actionPath = "/_local/start/";

const ownLinks: readonly StartLink[] = [
  { path: mailboxPath, name: "Mailbox", what: "every mail that was sent here, and switches that make mail fail" },
  { path: clockPath, name: "Clock", what: "the time of the system, and a form that moves it" },
  { path: "/docs", name: "API reference", what: "every operation, with its input, its replies and its refusals" },
  { path: "/_local/example/", name: "Example page", what: "a front end; any account signs in without a password" },
];

const forTests: readonly (readonly [path: string, name: string])[] = [
  ["/_local/mailbox/mails.json", "Mails as JSON"],
  ["/_local/queues", "Queues"],
  ["/_local/schedules", "Schedules"],
  ["/health", "Health"],
];

const step = (form: string, what: string): string => `<li>${form}<p>${escapeHtml(what)}</p></li>`;

const startHtml = (now: string, { links, views, actions }: StartContent): HttpReply => {
  const [first = [], ...others] = actions.map(({ slug, name, what }) =>
    step(`<form method="post" action="${actionPath}${slug}"><button>${escapeHtml(name)}</button></form>`, what),
  );
  const move = step(twoWeeksOn, "Moves the clock by 14 days. Every letter that is due on the way is sent.");
  const steps = [first, move, others].flat();
  const cards = [...links, ...views.map(({ slug, ...rest }) => ({ ...rest, path: `${viewPath}${slug}` })), ...ownLinks]
    .map(
      ({ path, name, what }) =>
        `<li><h3><a href="${escapeHtml(path)}">${escapeHtml(name)}</a></h3><p>${escapeHtml(what)}</p></li>`,
    )
    .join("\n");
  return systemPage({
    title: "Review mechanism on this machine",
    part: "/",
    now,
    main: `<p>The whole system on this machine, with made-up people. No letter leaves it.</p>
<section aria-labelledby="try"><h2 id="try">Try it</h2><ul class="steps">${steps.join("\n")}</ul></section>
<section aria-labelledby="pages"><h2 id="pages">Pages</h2><ul class="cards">
${cards}
</ul></section>
<section aria-labelledby="tests"><h2 id="tests">For tests and programs</h2>${onward(forTests)}</section>`,
  });
};

interface ActionState {
  readonly state: "running" | "done" | "failed";
  readonly text: string;
}

/** The headers of a shown page that a browser needs. */
const shownHeaders = ["content-type", "content-security-policy", "content-language", "cache-control"];

export interface StartPageParts {
  readonly url: string;
  readonly clock: Pick<StackClock, "instant">;
  readonly token: (account: string) => Promise<string>;
  readonly content: StartContent;
}

/** Returns a page of the API as its account sees it. */
const showView = async (
  { url, clock, token }: StartPageParts,
  { name, account, path }: StartView,
): Promise<HttpReply> => {
  const target = await path();
  if (target === undefined)
    return systemPage({
      title: name,
      part: "/",
      now: clock.instant(),
      status: 404,
      main: `<section class="panel"><h2>${escapeHtml(name)}</h2><p>There is none yet.</p>${onward([["/", "Start"]])}</section>`,
    });
  const reply = await fetch(new URL(target, url), {
    headers: { authorization: `Bearer ${await token(account)}`, accept: "text/html", "accept-language": "en" },
  });
  return {
    status: reply.status,
    headers: shownHeaders.flatMap((header) => {
      const value = reply.headers.get(header);
      return value === null ? [] : [[header, value] as const];
    }),
    body: Buffer.from(await reply.arrayBuffer()),
  };
};

/** The bare address of a local system: its pages, and buttons that run its first steps. */
export const startPages = (parts: StartPageParts): LocalPages => {
  const { clock, content } = parts;
  const states = new Map<string, ActionState>();

  const begin = (action: StartAction): void => {
    const set = (state: ActionState["state"], text: string): void => void states.set(action.slug, { state, text });
    if (states.get(action.slug)?.state === "running") return;
    set("running", "It has begun");
    const report = (progress: string): void => set("running", progress);
    action.run(report).then(
      (result) => set("done", result),
      (error: unknown) => set("failed", messageOf(error)),
    );
  };

  const showState = ({ slug, name, next }: StartAction): HttpReply => {
    const { state, text } = states.get(slug) ?? { state: "done", text: "It has not been pressed since the start." };
    const isBusy = state === "running";
    const result = state === "failed" ? `<p class="wrong">It failed: ${escapeHtml(text)}</p>` : escapeHtml(text);
    return systemPage({
      title: name,
      part: "/",
      now: clock.instant(),
      isBusy,
      main: `<section class="panel" aria-labelledby="what"><h2 id="what">${escapeHtml(name)}</h2>
${isBusy ? `<progress aria-labelledby="what"></progress>` : ""}<div role="status">${result}</div>
${isBusy ? "" : `${twoWeeksOn}${onward([["/", "Start"], ...next])}`}</section>`,
    });
  };

  return async ({ method, target }) => {
    const [path = ""] = target.split("?");
    const find = <Named extends { readonly slug: string }>(below: string, from: readonly Named[]): Named | undefined =>
      path.startsWith(below) ? from.find(({ slug }) => slug === path.slice(below.length)) : undefined;
    const action = find(actionPath, content.actions);
    if (action !== undefined && method === "POST") {
      begin(action);
      return seeOther(path);
    }
    if (method !== "GET" && method !== "HEAD") return undefined;
    if (action !== undefined) return showState(action);
    const view = find(viewPath, content.views);
    if (view !== undefined) return showView(parts, view);
    return path === "/" || path === "/_local/" ? startHtml(clock.instant(), content) : undefined;
  };
};
