import type { Endpoint } from "./endpoint.ts";
import * as settlements from "./endpoints/settlements.ts";
import * as addressesApi from "./endpoints/suppressed-addresses.ts";
import * as escalation from "./endpoints/presidents-list.ts";
import * as bulletins from "./endpoints/bulletins.ts";
import * as figuresApi from "./endpoints/figures.ts";
import * as publicApi from "./endpoints/public.ts";
import * as reviewApi from "./endpoints/reviews.ts";
import * as journalApi from "./endpoints/journal.ts";
import * as notices from "./endpoints/proof-of-notice.ts";
import * as nominations from "./endpoints/mandates.ts";
import * as stages from "./endpoints/consultation-and-dates.ts";
import * as storedTexts from "./endpoints/stored-texts.ts";
import * as texts from "./endpoints/review-texts.ts";
import * as worklistApi from "./endpoints/worklist.ts";
import * as secretariatApi from "./endpoints/secretariat.ts";

/** Every operation there is. Routes, rights, the OpenAPI document and the stack come from here; none can drift. */
export const endpoints: readonly Endpoint[] = [
  ...Object.values(publicApi),
  ...Object.values(reviewApi),
  ...Object.values(nominations),
  ...Object.values(stages),
  ...Object.values(texts),
  ...Object.values(secretariatApi),
  ...Object.values(addressesApi),
  ...Object.values(journalApi),
  ...Object.values(settlements),
  ...Object.values(figuresApi),
  ...Object.values(escalation),
  ...Object.values(notices),
  ...Object.values(worklistApi),
  ...Object.values(bulletins),
  ...Object.values(storedTexts),
];
