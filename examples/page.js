import { openApi, Refusal, SignedOut } from "./api.js";
import { openSession } from "./sign-in.js";
import { words } from "./words.js";

/** @import { Blocker, Labels, Me, Nomination, Review, ReviewPage, ReviewSummary } from "../client/api-types.ts" */
/** @typedef {keyof typeof words} Language */
/** @typedef {keyof typeof words.en} Word */

/** @param {string} id */
const byId = (id) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}`);
  return found;
};
/** @param {string} id @returns {HTMLInputElement | HTMLSelectElement} */
const control = (id) => {
  const found = byId(id);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`${id} takes no value`);
};

/**
 * An element with what stands in it; text is text, never markup.
 * @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} content
 */
const element = (tag, attributes = {}, ...content) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
};

/** @param {string} text @returns {text is Language} */
const isLanguage = (text) => Object.hasOwn(words, text);

/** @type {Language} */
let language =
  [localStorage.getItem("language"), ...navigator.languages.map((tag) => tag.slice(0, 2))].find(
    (tag) => tag !== null && isLanguage(tag),
  ) ?? "en";
/** @type {Labels | undefined} */
let labels;

/** @param {Word} name */
const word = (name) => words[language][name];
/** What the API calls a code; the code itself where it has no word for it. @param {Record<string, string> | undefined} names @param {string} code */
const label = (names, code) => names?.[code] ?? code;
/** A party's id is its country's code, so the browser knows its name. @param {string} id */
const partyName = (id) => new Intl.DisplayNames(language, { type: "region", fallback: "code" }).of(id) ?? id;
/** Deadlines run to the end of the day in Vienna. @param {string} instant */
const day = (instant) =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone: "Europe/Vienna",
  }).format(new Date(instant));

const settings = await (await fetch("settings.json")).json();
const session = openSession(settings);
const api = openApi({ api: settings.api, token: session.token, language: () => language });

/** @param {string} title @param {string} detail @param {Node[]} more */
const tell = (title, detail, ...more) => {
  const message = byId("message");
  // Names of the API's fields stand in back quotes.
  message.replaceChildren(element("strong", {}, title), detail.replaceAll("`", ""), ...more);
  message.hidden = false;
  message.focus();
};
const hush = () => {
  byId("message").hidden = true;
  byId("done").hidden = true;
};

/** @param {boolean} signedIn */
const show = (signedIn) => {
  byId("welcome").hidden = signedIn;
  byId("reviews").hidden = !signedIn;
  byId("sign-out").hidden = !signedIn;
  if (signedIn) return;
  byId("nomination").hidden = true;
  byId("who").textContent = "";
};

/** What the page does on whatever went wrong: say what is the matter and what to do. @param {unknown} error */
const fail = (error) => {
  if (error instanceof SignedOut) {
    show(false);
    tell(word("expired"), word("expiredText"));
  } else if (error instanceof Refusal) tell(error.problem.title, error.problem.detail);
  else tell(word("broken"), word("brokenText"));
};

/** What is awaited: a duty, an outcome, a publication. @param {Blocker["kind"]} kind */
const kindText = (kind) => {
  if (kind === "consultation") return label(labels?.blockedBy, "consultation-past-target");
  return kind === "publication" ? label(labels?.blockedBy, "list-to-publish") : label(labels?.obligations, kind);
};
/** Which duty, and until when. @param {Pick<Blocker, "kind" | "dueAt" | "overdue">} duty */
const dutyText = ({ kind, dueAt, overdue }) => {
  const what = kindText(kind);
  return dueAt === undefined ? what : `${what}, ${word(overdue ? "overdue" : "due")} ${day(dueAt)}`;
};
/** @param {boolean} overdue @param {string} text */
const dutyLine = (overdue, text) => element("li", overdue ? { class: "overdue" } : {}, text);

/** What holds a review up: a line for each duty, with the parties that owe it. @param {ReviewSummary} review */
const blockedText = ({ stage, blockedBy }) => {
  if (stage === "scheduled") return word("notStarted");
  if (blockedBy.length === 0) return word("nothingBlocks");
  const duties = Map.groupBy(blockedBy, dutyText);
  const line = (/** @type {[string, Blocker[]]} */ [text, blockers]) =>
    dutyLine(
      blockers.some(({ overdue }) => overdue),
      `${text}${word("colon")}${blockers.map(({ party }) => (party === undefined ? label(labels?.userRoles, "secretariat") : partyName(party))).join(", ")}`,
    );
  return element("ul", {}, ...[...duties].map(line));
};

/** What opens below a review: what the caller may do, and the duties of all. @param {Review} review */
const inside = ({ actions, obligations }) => [
  element("h3", {}, word("youMay")),
  actions.length === 0
    ? word("youMayNothing")
    : element(
        "ul",
        {},
        ...actions.map(({ action, method, path }) =>
          element("li", {}, `${label(labels?.actions, action)} `, element("code", {}, `${method} ${path}`)),
        ),
      ),
  ...(obligations.length === 0 ? [] : [element("h3", {}, word("duties"))]),
  element(
    "ul",
    {},
    ...obligations.map(({ party, kind, state, dueAt, overdue }) =>
      state === "open"
        ? dutyLine(overdue, `${partyName(party)}${word("colon")}${dutyText({ kind, dueAt, overdue })}`)
        : dutyLine(false, `${partyName(party)}${word("colon")}${label(labels?.obligations, kind)}, ${word(state)}`),
    ),
  ),
];

/** @param {ReviewSummary} review */
const entry = (review) => {
  const cluster = label(labels?.clusters, `${review.cluster}`);
  const body = element("div", { class: "inside" });
  const made = element(
    "details",
    { class: "review", id: review.id },
    element(
      "summary",
      {},
      element("strong", {}, partyName(review.party)),
      element("span", { class: "stage" }, label(labels?.stages, review.stage)),
      element(
        "span",
        { class: "cluster" },
        `${word("cluster")} ${review.cluster}${cluster.length > 1 ? `${word("colon")}${cluster}` : ""}`,
      ),
      element("div", { class: "blocked" }, blockedText(review)),
    ),
    body,
  );
  made.addEventListener("toggle", () => {
    if (!(made instanceof HTMLDetailsElement) || !made.open) return;
    api
      .ask(`/v1/reviews/${review.id}`)
      .then((/** @type {Review} */ whole) => body.replaceChildren(...inside(whole)))
      .catch(fail);
  });
  return made;
};

/** @type {string | undefined} */
let next;
/** @param {"anew" | "more"} how */
const loadReviews = async (how) => {
  const cursor = how === "more" && next !== undefined ? `&cursor=${encodeURIComponent(next)}` : "";
  /** @type {ReviewPage} */
  const page = await api.ask(`/v1/reviews?limit=20${cursor}`);
  next = page.next;
  const list = byId("list");
  const entries = page.items.map(entry);
  if (how === "anew") list.replaceChildren(...entries);
  else list.append(...entries);
  byId("more").hidden = next === undefined;
  byId("no-reviews").hidden = list.childElementCount > 0;
};

/** @type {string | undefined} */
let party;
const loadMe = async () => {
  /** @type {Me} */
  const me = await api.ask("/v1/me");
  const role = label(labels?.userRoles, me.role);
  byId("who").textContent = me.party === undefined ? role : `${role}, ${partyName(me.party)}`;
  party = me.party;
  byId("nomination").hidden = me.role !== "permanent-mission";
};

const form = byId("form");
const fields = ["name", "email", "institution", "letters"];
// The same request sent twice has one effect: a key for each, made anew once anything in it changes.
let key = crypto.randomUUID();
form.addEventListener("input", () => {
  key = crypto.randomUUID();
});

const unmark = () => {
  for (const wrong of form.querySelectorAll(".wrong")) wrong.remove();
  for (const id of fields) {
    control(id).removeAttribute("aria-invalid");
    control(id).removeAttribute("aria-describedby");
  }
};
/** Shows beside the fields what the API says of them; says whether any was meant. @param {Refusal} refusal */
const mark = ({ errors }) => {
  for (const { pointer, message } of errors) {
    const name = pointer?.replace(/^#?\/person\//u, "");
    const field = fields.map(control).find((each) => each.name === name);
    if (field === undefined) continue;
    const id = `${field.id}-wrong`;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", id);
    field.after(element("p", { class: "wrong", id }, message));
  }
  return form.querySelector("[aria-invalid]") !== null;
};
const focusWrong = () => {
  const first = form.querySelector("[aria-invalid]");
  if (first instanceof HTMLElement) first.focus();
};

/** The reviews that a refusal is about, where it names some. @param {Refusal} refusal */
const concerned = ({ problem }) =>
  Array.isArray(problem["reviews"])
    ? [element("div", {}, `${word("concerned")} ${problem["reviews"].join(", ")}`)]
    : [];

const nominate = async () => {
  const person = Object.fromEntries(fields.map(control).map(({ name, value }) => [name, value.trim()]));
  if (person["institution"] === "") delete person["institution"];
  /** @type {Nomination} */
  const named = await api.ask(`/v1/parties/${party}/mandates`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ role: "focal-point", person }),
  });
  const done = byId("done");
  const reviews = named.reviews.map(({ id }) => id).join(", ");
  done.textContent = `${person["name"]} ${word("named")} ${reviews === "" ? "–" : reviews}`;
  done.hidden = false;
  done.focus();
  for (const id of ["name", "email", "institution"]) control(id).value = "";
  key = crypto.randomUUID();
  await loadReviews("anew");
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  hush();
  unmark();
  const button = form.querySelector("button");
  button?.setAttribute("disabled", "");
  nominate()
    .catch((/** @type {unknown} */ error) => {
      if (!(error instanceof Refusal)) return fail(error);
      const { title, detail } = error.problem;
      if (mark(error)) tell(title, word("seeFields"), ...concerned(error));
      else tell(title, detail, ...concerned(error));
      focusWrong();
    })
    .finally(() => button?.removeAttribute("disabled"));
});

/** Puts the page into its language; what the API calls things is asked for anew. */
const translate = async () => {
  document.documentElement.lang = language;
  control("language").value = language;
  for (const each of document.querySelectorAll("[data-word]")) {
    const name = each.getAttribute("data-word");
    if (name !== null && Object.hasOwn(words.en, name)) each.textContent = word(/** @type {Word} */ (name));
  }
  document.title = word("title");
  labels = await api.open("/v1/labels").catch(() => undefined);
  const languages = new Intl.DisplayNames(language, { type: "language" });
  const chosen = control("letters").value;
  byId("letters").replaceChildren(
    ...["ar", "en", "es", "fr", "ru", "zh"].map((code) =>
      element("option", { value: code }, languages.of(code) ?? code),
    ),
  );
  control("letters").value = chosen === "" ? language : chosen;
};

const load = async () => {
  if ((await session.token()) === undefined) return show(false);
  show(true);
  await loadMe();
  await loadReviews("anew");
};

byId("sign-in").addEventListener("click", () => void session.start().catch(fail));
byId("sign-out").addEventListener("click", () => void session.signOut().catch(fail));
byId("more").addEventListener("click", () => void loadReviews("more").catch(fail));
byId("language").addEventListener("change", () => {
  const { value } = control("language");
  if (!isLanguage(value)) return;
  language = value;
  localStorage.setItem("language", value);
  hush();
  void translate().then(load).catch(fail);
});

try {
  await translate();
  const counts = await session.finish();
  await load();
  if (!counts) tell(word("signInFailed"), word("signInFailedText"));
} catch (error) {
  fail(error);
}
