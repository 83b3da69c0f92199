import type { Endpoint } from "./endpoint.ts";
import * as bulletinsApi from "./endpoints/bulletins.ts";
import * as calendarsApi from "./endpoints/calendars.ts";
import * as consultationAndDatesApi from "./endpoints/consultation-and-dates.ts";
import * as decisionsApi from "./endpoints/decisions.ts";
import * as figuresApi from "./endpoints/figures.ts";
import * as groupsApi from "./endpoints/groups.ts";
import * as importsApi from "./endpoints/imports.ts";
import * as journalApi from "./endpoints/journal.ts";
import * as lateTextsApi from "./endpoints/late-texts.ts";
import * as lettersApi from "./endpoints/letters.ts";
import * as mandateOffersApi from "./endpoints/mandate-offers.ts";
import * as mandatesApi from "./endpoints/mandates.ts";
import * as nominationsApi from "./endpoints/nominations.ts";
import * as observationStatisticsApi from "./endpoints/observation-statistics.ts";
import * as ownFiguresApi from "./endpoints/own-figures.ts";
import * as partiesApi from "./endpoints/parties.ts";
import * as departuresApi from "./endpoints/departures.ts";
import * as partyEntryApi from "./endpoints/party-entry.ts";
import * as peopleApi from "./endpoints/people.ts";
import * as phasesApi from "./endpoints/phases.ts";
import * as presidentsListApi from "./endpoints/presidents-list.ts";
import * as proofOfNoticeApi from "./endpoints/proof-of-notice.ts";
import * as publicApi from "./endpoints/public.ts";
import * as redrawsApi from "./endpoints/redraws.ts";
import * as registerStatisticsApi from "./endpoints/register-statistics.ts";
import * as registersApi from "./endpoints/registers.ts";
import * as reminderPlanApi from "./endpoints/reminder-plan.ts";
import * as reviewDraftsApi from "./endpoints/review-drafts.ts";
import * as reviewTimelineApi from "./endpoints/review-timeline.ts";
import * as reviewTextsApi from "./endpoints/review-texts.ts";
import * as reviewsApi from "./endpoints/reviews.ts";
import * as settlementsApi from "./endpoints/settlements.ts";
import * as publicPagesApi from "./endpoints/public-pages.ts";
import * as publishedPapersApi from "./endpoints/published-papers.ts";
import * as statusPapersApi from "./endpoints/status-papers.ts";
import * as statisticsApi from "./endpoints/statistics.ts";
import * as storedTextsApi from "./endpoints/stored-texts.ts";
import * as suppressedAddressesApi from "./endpoints/suppressed-addresses.ts";
import * as usersApi from "./endpoints/users.ts";
import * as withdrawalsApi from "./endpoints/withdrawals.ts";
import * as worklistApi from "./endpoints/worklist.ts";

/** Every operation there is. Routes, rights, the OpenAPI document and the stack come from here; none can drift. */
export const endpoints: readonly Endpoint[] = [
  ...Object.values(publicApi),
  ...Object.values(reviewsApi),
  ...Object.values(reviewTimelineApi),
  ...Object.values(partiesApi),
  ...Object.values(partyEntryApi),
  ...Object.values(departuresApi),
  ...Object.values(groupsApi),
  ...Object.values(phasesApi),
  ...Object.values(importsApi),
  ...Object.values(usersApi),
  ...Object.values(lettersApi),
  ...Object.values(nominationsApi),
  ...Object.values(mandatesApi),
  ...Object.values(mandateOffersApi),
  ...Object.values(peopleApi),
  ...Object.values(consultationAndDatesApi),
  ...Object.values(withdrawalsApi),
  ...Object.values(decisionsApi),
  ...Object.values(redrawsApi),
  ...Object.values(reviewDraftsApi),
  ...Object.values(reviewTextsApi),
  ...Object.values(lateTextsApi),
  ...Object.values(suppressedAddressesApi),
  ...Object.values(journalApi),
  ...Object.values(settlementsApi),
  ...Object.values(figuresApi),
  ...Object.values(statisticsApi),
  ...Object.values(ownFiguresApi),
  ...Object.values(registerStatisticsApi),
  ...Object.values(observationStatisticsApi),
  ...Object.values(reminderPlanApi),
  ...Object.values(presidentsListApi),
  ...Object.values(proofOfNoticeApi),
  ...Object.values(worklistApi),
  ...Object.values(registersApi),
  ...Object.values(statusPapersApi),
  ...Object.values(publishedPapersApi),
  ...Object.values(publicPagesApi),
  ...Object.values(calendarsApi),
  ...Object.values(bulletinsApi),
  ...Object.values(storedTextsApi),
];
