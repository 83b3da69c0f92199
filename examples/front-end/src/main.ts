import { answerOf, openApi } from "@review-mechanism/client";
import { showBulletin } from "./bulletin.ts";
import { showDraft } from "./draft.ts";
import { showNomination } from "./nomination.ts";
import { attempt, on, show, write } from "./page.ts";
import { Session, type Settings } from "./session.ts";

const settings: Settings = await (await fetch("settings.json")).json();

let opened = Session.open(settings);
/** Returns the session; opens it again after a failure, so that an interrupted sign-in can be restarted. */
const currentSession = (): Promise<Session> => (opened = opened.catch(() => Session.open(settings)));

on("sign-in", "click", async () => {
  await (await currentSession()).signIn();
  return "";
});
on("sign-out", "click", async () => {
  await (await currentSession()).signOut();
  return "";
});

/**
 * Returns the session of the signed-in user, or undefined without one. The page then offers the sign-in, as after any
 * failure.
 */
const signedIn = async (): Promise<Session | undefined> => {
  let session: Session | undefined;
  try {
    session = await opened;
    if ((await session.token()) === undefined) session = undefined;
  } finally {
    show("sign-in", session === undefined);
  }
  return session;
};

await attempt(async () => {
  const session = await signedIn();
  if (session === undefined) return "";
  const api = openApi({ baseUrl: settings.api, token: (refused) => session.token(refused), language: "en" });
  const { body: me } = await answerOf(api.GET("/v1/me"));
  write("who", [me.person?.name, me.role, me.party].filter((part) => part !== undefined).join(", "));
  show("sign-out", true);
  if (me.role === "permanent-mission") showNomination(api, me);
  if (me.role === "delegate") await showDraft(api, me);
  if (me.role === "secretariat") showBulletin(api);
  return "";
});
