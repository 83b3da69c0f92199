import accounts from "./accounts.en.json" with { type: "json" };
import bulletins from "./bulletins.en.json" with { type: "json" };
import common from "./common.en.json" with { type: "json" };
import consultations from "./consultations.en.json" with { type: "json" };
import corrections from "./corrections.en.json" with { type: "json" };
import decisions from "./decisions.en.json" with { type: "json" };
import obligations from "./obligations.en.json" with { type: "json" };
import lists from "./lists.en.json" with { type: "json" };
import mandates from "./mandates.en.json" with { type: "json" };
import nominations from "./nominations.en.json" with { type: "json" };
import notices from "./notices.en.json" with { type: "json" };
import starts from "./starts.en.json" with { type: "json" };

/** All that letters say in English, by the name of each message. */
export const en = {
  ...accounts,
  ...bulletins,
  ...common,
  ...consultations,
  ...corrections,
  ...decisions,
  ...obligations,
  ...lists,
  ...mandates,
  ...nominations,
  ...notices,
  ...starts,
};
