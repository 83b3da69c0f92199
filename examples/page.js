import { openApi, Refusal, SignedOut } from "./api.js";
import { byId, control, element } from "./elements.js";
import { chooseLanguage, label, learnLabels, pageLanguage, translate, word } from "./language.js";
import { openNomination } from "./nomination.js";
import { openPresidentsList } from "./presidents-list.js";
import { openReviews } from "./reviews.js";
import { openSession } from "./sign-in.js";
import { openWork } from "./work.js";

/** @import { Me } from "../client/api-types.ts" */

const settings = await (await fetch("settings.json")).json();
const session = openSession(settings);
const api = openApi({ api: settings.api, token: session.token, language: pageLanguage });

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

/** The parts of the page, each for whom it concerns. */
const parts = ["reviews", "nomination", "missing", "work", "bulletins"];
/** @param {readonly string[]} shown */
const showParts = (shown) => {
  for (const part of parts) byId(part).hidden = !shown.includes(part);
};
/** @param {boolean} signedIn */
const show = (signedIn) => {
  byId("welcome").hidden = signedIn;
  byId("sign-out").hidden = !signedIn;
  if (signedIn) return;
  showParts([]);
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

const reviews = openReviews({ api, fail });
const loadReviews = () => reviews.load("anew");
const nomination = openNomination({ api, fail, hush, tell, afterwards: loadReviews });
const presidentsList = openPresidentsList({ api, fail });
const work = openWork({ api, fail, openReview: reviews.open });

/** What each sees. @type {Record<Me["role"], { parts: readonly string[], load: () => Promise<void> }>} */
const forRole = {
  secretariat: {
    parts: ["work", "bulletins", "reviews"],
    load: async () => {
      await Promise.all([work.load(), loadReviews()]);
    },
  },
  president: { parts: ["missing"], load: presidentsList.load },
  "permanent-mission": { parts: ["reviews", "nomination"], load: loadReviews },
  delegate: { parts: ["reviews"], load: loadReviews },
};

const load = async () => {
  if ((await session.token()) === undefined) return show(false);
  show(true);
  /** @type {Me} */
  const me = await api.ask("/v1/me");
  const role = label("userRoles", me.role);
  byId("who").textContent = me.partyName === undefined ? role : `${role}${word("comma")}${me.partyName}`;
  nomination.nameFor(me.party);
  const own = forRole[me.role];
  showParts(own.parts);
  await own.load();
};

const speak = async () => {
  translate();
  control("language").value = pageLanguage();
  nomination.translate();
  await learnLabels(api);
};

byId("sign-in").addEventListener("click", () => void session.start().catch(fail));
byId("sign-out").addEventListener("click", () => void session.signOut().catch(fail));
byId("more").addEventListener("click", () => void reviews.load("more").catch(fail));
byId("language").addEventListener("change", () => {
  chooseLanguage(control("language").value);
  hush();
  void speak().then(load).catch(fail);
});

try {
  await speak();
  const counts = await session.finish();
  await load();
  if (!counts) tell(word("signInFailed"), word("signInFailedText"));
} catch (error) {
  fail(error);
}
