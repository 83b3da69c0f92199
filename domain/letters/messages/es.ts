import accounts from "./accounts.es.json" with { type: "json" };
import bulletins from "./bulletins.es.json" with { type: "json" };
import common from "./common.es.json" with { type: "json" };
import consultations from "./consultations.es.json" with { type: "json" };
import corrections from "./corrections.es.json" with { type: "json" };
import decisions from "./decisions.es.json" with { type: "json" };
import obligations from "./obligations.es.json" with { type: "json" };
import lists from "./lists.es.json" with { type: "json" };
import mandates from "./mandates.es.json" with { type: "json" };
import nominations from "./nominations.es.json" with { type: "json" };
import notices from "./notices.es.json" with { type: "json" };
import starts from "./starts.es.json" with { type: "json" };

/** All that letters say in Spanish, by the name of each message. */
export const es = {
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
