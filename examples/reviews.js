import { byId, element, openingEntry } from "./elements.js";
import { day, enumerate, label, word } from "./language.js";

/** @import { Blocker, Review, ReviewPage, ReviewSummary } from "../client/api-types.ts" */
/** @import { openApi } from "./api.js" */

/** What is awaited: a duty, an outcome, a publication. @param {Blocker["kind"]} kind */
const kindText = (kind) => {
  if (kind === "consultation") return label("blockedBy", "consultation-past-target");
  return kind === "publication" ? label("blockedBy", "list-to-publish") : label("obligations", kind);
};
/** Which duty, and until when. @param {Pick<Blocker, "kind" | "dueAt" | "overdue">} duty */
const dutyText = ({ kind, dueAt, overdue }) => {
  const what = kindText(kind);
  return dueAt === undefined ? what : `${what}${word("comma")}${word(overdue ? "overdue" : "due")} ${day(dueAt)}`;
};
/** @param {boolean} overdue @param {string} text */
const dutyLine = (overdue, text) => element("li", overdue ? { class: "overdue" } : {}, text);

/** What holds a review up: a line for each duty, with the parties that owe it. @param {ReviewSummary} review */
const blockedText = ({ stage, blockedBy }) => {
  if (stage === "scheduled") return word("notStarted");
  if (blockedBy.length === 0) return word("nothingBlocks");
  const duties = Map.groupBy(blockedBy, dutyText);
  const line = (/** @type {[string, Blocker[]]} */ [text, blockers]) => {
    const who = blockers.map(({ partyName }) => partyName ?? label("userRoles", "secretariat"));
    return dutyLine(
      blockers.some(({ overdue }) => overdue),
      `${text}${word("colon")}${enumerate(who)}`,
    );
  };
  return element("ul", {}, ...[...duties].map(line));
};

/** What opens below a review: what the caller may do, and the duties of all. @param {Review} review */
const inside = ({ actions, obligations }) => [
  element("h4", {}, word("youMay")),
  actions.length === 0
    ? word("youMayNothing")
    : element(
        "ul",
        {},
        ...actions.map(({ action, partyName, method, path }) =>
          element(
            "li",
            {},
            label("actions", action),
            ...(partyName === undefined ? [] : [word("colon"), element("bdi", {}, partyName)]),
            " ",
            element("code", {}, `${method} ${path}`),
          ),
        ),
      ),
  ...(obligations.length === 0
    ? []
    : [
        element("h4", {}, word("duties")),
        element(
          "ul",
          {},
          ...obligations.map(({ partyName, kind, state, dueAt, overdue }) =>
            state === "open"
              ? dutyLine(overdue, `${partyName}${word("colon")}${dutyText({ kind, dueAt, overdue })}`)
              : dutyLine(
                  false,
                  `${partyName}${word("colon")}${label("obligations", kind)}${word("comma")}${word(state)}`,
                ),
          ),
        ),
      ]),
];

/** The reviews of whoever is signed in. @param {{ api: ReturnType<typeof openApi>, fail: (error: unknown) => void }} tools */
export const openReviews = ({ api, fail }) => {
  /** @type {string | undefined} */
  let next;

  /** @param {ReviewSummary} review */
  const entry = (review) => {
    const cluster = label("clusters", `${review.cluster}`);
    const name = element("h3", {}, review.partyName);
    const stage = element("span", { class: "stage" }, label("stages", review.stage));
    const subject = `${word("cluster")} ${review.cluster}${cluster.length > 1 ? `${word("colon")}${cluster}` : ""}`;
    return openingEntry({
      id: review.id,
      kind: "review",
      summary: [
        name,
        stage,
        element("span", { class: "cluster" }, subject),
        element("div", { class: "blocked" }, blockedText(review)),
      ],
      inside: async () => {
        /** @type {Review} */
        const whole = await api.ask(`/v1/reviews/${review.id}`);
        return inside(whole);
      },
      fail,
    });
  };

  /** Shows the first reviews, or those that follow. @param {"anew" | "more"} how */
  const load = async (how) => {
    const cursor = how === "more" && next !== undefined ? `&cursor=${encodeURIComponent(next)}` : "";
    /** @type {ReviewPage} */
    const page = await api.ask(`/v1/reviews?limit=20${cursor}`);
    next = page.next;
    const list = byId("list");
    if (how === "anew") list.replaceChildren();
    // One that was shown before its turn stands there already.
    for (const review of page.items) if (document.getElementById(review.id) === null) list.append(entry(review));
    byId("more").hidden = next === undefined;
    byId("no-reviews").hidden = list.childElementCount > 0;
  };

  /** Opens one of the reviews, wherever in the list it stands. @param {string} id */
  const open = async (id) => {
    if (document.getElementById(id) === null) byId("list").prepend(entry(await api.ask(`/v1/reviews/${id}`)));
    const shown = byId(id);
    if (shown instanceof HTMLDetailsElement) shown.open = true;
    const summary = shown.querySelector("summary");
    if (summary !== null) summary.focus();
  };

  return { load, open };
};
