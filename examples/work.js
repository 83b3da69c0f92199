import { byId, element, openingEntry } from "./elements.js";
import { day, label, word, wordOf, workLabel } from "./language.js";

/** @import { Bulletin, BulletinDetails, WorkItem } from "../client/api-types.ts" */
/** @import { openApi } from "./api.js" */
/** @typedef {{ api: ReturnType<typeof openApi>, fail: (error: unknown) => void, openReview: (id: string) => Promise<void> }} Tools */

/** How the letters of a bulletin fare, by what the API calls their states. @param {BulletinDetails} bulletin */
const progressList = ({ progress }) =>
  element(
    "ul",
    {},
    ...[
      ["planned", progress.waiting],
      ["delivered", progress.delivered],
      ["bounced", progress.bounced],
      ["complained", progress.complained],
      ["unknown", progress.unknown],
      ["skipped", progress.skipped],
      ["failed", progress.failed],
    ].map(([state, count]) => element("li", {}, `${label("letterStates", `${state}`)}${word("colon")}${count}`)),
  );

/** @param {Bulletin} bulletin @param {Tools} tools */
const bulletinEntry = ({ id, subject, state, recipients, orderedAt }, { api, fail }) =>
  openingEntry({
    id,
    kind: "bulletin",
    summary: [
      element("h3", {}, element("bdi", {}, subject)),
      element("span", { class: "stage" }, wordOf("bulletin", state)),
      element(
        "span",
        { class: "cluster" },
        `${day(orderedAt)}${word("comma")}${word("recipients")}${word("colon")}${recipients}`,
      ),
    ],
    inside: async () => [progressList(await api.ask(`/v1/bulletins/${id}`))],
    fail,
  });

/** What an item is about: a review or a bulletin of this page. @param {WorkItem} item @param {Tools} tools */
const linkOf = ({ review, bulletin }, { openReview, fail }) => {
  const id = review ?? bulletin;
  if (id === undefined) return [];
  const link = element("a", { href: `#${id}`, dir: "auto" }, review ?? word("bulletin"));
  if (review !== undefined)
    link.addEventListener("click", (event) => {
      event.preventDefault();
      openReview(review).catch(fail);
    });
  return [" ", link];
};

/** @param {WorkItem} item @param {Tools} tools */
const workEntry = (item, tools) => {
  const { kind, since, todo, partyName, personName, duty } = item;
  const who = partyName ?? personName ?? "";
  return element(
    "li",
    { class: "card" },
    element("strong", {}, workLabel(kind), ...(who === "" ? [] : [word("colon"), element("bdi", {}, who)])),
    ...(duty === undefined ? [] : [word("comma"), label("obligations", duty)]),
    ...linkOf(item, tools),
    element("p", { class: "soft" }, `${word("since")} ${day(since)}`),
    element("p", {}, todo),
  );
};

/**
 * A list of the page that is asked for page by page, with a button for what follows.
 * @param {{ name: string, path: string, entry: (item: any) => Element, tools: Tools }} list
 */
const openList = ({ name, path, entry, tools: { api, fail } }) => {
  /** @type {string | undefined} */
  let next;
  /** @param {"anew" | "more"} how */
  const load = async (how) => {
    const cursor = how === "more" && next !== undefined ? `&cursor=${encodeURIComponent(next)}` : "";
    /** @type {{ items: unknown[], next?: string }} */
    const page = await api.ask(`${path}?limit=20${cursor}`);
    next = page.next;
    const shown = byId(`${name}-list`);
    const entries = page.items.map(entry);
    if (how === "anew") shown.replaceChildren(...entries);
    else shown.append(...entries);
    byId(`more-${name}`).hidden = next === undefined;
    byId(`no-${name}`).hidden = shown.childElementCount > 0;
  };
  byId(`more-${name}`).addEventListener("click", () => void load("more").catch(fail));
  return load;
};

/** What the secretariat has to do, and the bulletins that it ordered. @param {Tools} tools */
export const openWork = (tools) => {
  const loadWork = openList({
    name: "work",
    path: "/v1/worklist",
    entry: (/** @type {WorkItem} */ item) => workEntry(item, tools),
    tools,
  });
  const loadBulletins = openList({
    name: "bulletins",
    path: "/v1/bulletins",
    entry: (/** @type {Bulletin} */ bulletin) => bulletinEntry(bulletin, tools),
    tools,
  });
  return {
    load: async () => {
      await Promise.all([loadWork("anew"), loadBulletins("anew")]);
    },
  };
};
