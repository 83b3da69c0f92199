import { byId, element } from "./elements.js";
import { day, enumerate, label, word } from "./language.js";

/** @import { PresidentsList, PresidentsListParty } from "../client/api-types.ts" */
/** @import { openApi } from "./api.js" */

/** @param {PresidentsListParty} party */
const entry = ({ partyName, missing }) =>
  element(
    "li",
    {},
    element("strong", {}, partyName),
    `${word("colon")}${enumerate([...new Set(missing.map(({ kind }) => label("obligations", kind)))])}${word("comma")}${word("since")} ${day(missing[0]?.since ?? "")}`,
  );

/** What the list says of when it begins. @param {PresidentsList} list */
const beginning = ({ asOf, groups, nextListedAt }) => {
  const now = `${word("asAt")} ${day(asOf)}${word("colon")}`;
  const next = nextListedAt === undefined ? "" : ` ${word("nextListed")} ${day(nextListedAt)}.`;
  const count = groups.reduce((sum, { parties }) => sum + parties.length, 0);
  return `${now}${count === 0 ? word("noMissing") : `${word("parties")} ${count}.`}${next}`;
};

/**
 * The President's list, and the page to print: which is asked for with the token and opened as a page of this tab's own.
 * @param {{ api: ReturnType<typeof openApi>, fail: (error: unknown) => void }} tools
 */
export const openPresidentsList = ({ api, fail }) => {
  const load = async () => {
    /** @type {PresidentsList} */
    const list = await api.ask("/v1/presidents-list");
    byId("missing-begins").textContent = beginning(list);
    byId("missing-list").replaceChildren(
      ...list.groups.flatMap(({ regionalGroup, parties }) => [
        element(
          "h3",
          {},
          regionalGroup === undefined ? word("noRegionalGroup") : label("regionalGroups", regionalGroup),
        ),
        element("ul", { class: "card" }, ...parties.map(entry)),
      ]),
    );
  };

  /** @param {Window} tab */
  const print = async (tab) => {
    try {
      const html = await api.askText("/v1/presidents-list?format=html");
      tab.location.href = URL.createObjectURL(new Blob([html], { type: "text/html" }));
    } catch (error) {
      tab.close();
      fail(error);
    }
  };
  byId("print-missing").addEventListener("click", () => {
    // Opened before the request: later the browser would take it for an advertisement.
    const tab = window.open("", "_blank");
    if (tab !== null) void print(tab);
  });

  return { load };
};
