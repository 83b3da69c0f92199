import { answerOf, openApi } from "@review-mechanism/client";
import { showBulletin } from "./bulletin.ts";
import { showDraft } from "./draft.ts";
import { showNomination } from "./nomination.ts";
import { attempt, on, show, write } from "./page.ts";
import { Session, type Settings } from "./session.ts";

const settings: Settings = await (await fetch("settings.json")).json();

await attempt(async () => {
  const session = await Session.open(settings);
  const signOut = async (): Promise<string> => {
    await session.signOut();
    return "";
  };
  const signIn = async (): Promise<string> => {
    await session.signIn();
    return "";
  };
  on("sign-in", "click", signIn);
  on("sign-out", "click", signOut);
  if ((await session.token()) === undefined) {
    show("sign-in", true);
    return "";
  }

  const api = openApi({ baseUrl: settings.api, token: (refused) => session.token(refused), language: "en" });
  const { body: me } = await answerOf(api.GET("/v1/me"));
  write("who", [me.person?.name, me.role, me.party].filter((part) => part !== undefined).join(", "));
  show("sign-out", true);
  if (me.role === "permanent-mission") showNomination(api, me);
  if (me.role === "delegate") await showDraft(api, me);
  if (me.role === "secretariat") showBulletin(api);
  return "";
});
