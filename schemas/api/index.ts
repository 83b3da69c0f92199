import type { Endpoint } from "./endpoint.ts";
import * as bulletinsApi from "./endpoints/bulletins.ts";
import * as calendarsApi from "./endpoints/calendars.ts";
import * as calendarsFeedApi from "./endpoints/calendars-feed.ts";
import * as consultationAndDatesApi from "./endpoints/consultation-and-dates.ts";
import * as decisionsApi from "./endpoints/decisions.ts";
import * as denunciationsApi from "./endpoints/denunciations.ts";
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
import * as partiesImportApi from "./endpoints/parties-import.ts";
import * as partyEntryApi from "./endpoints/party-entry.ts";
import * as peopleApi from "./endpoints/people.ts";
import * as phasesApi from "./endpoints/phases.ts";
import * as presidentsListApi from "./endpoints/presidents-list.ts";
import * as proofOfNoticeApi from "./endpoints/proof-of-notice.ts";
import * as publicApi from "./endpoints/public.ts";
import * as publicPagesApi from "./endpoints/public-pages.ts";
import * as publishedPapersApi from "./endpoints/published-papers.ts";
import * as redrawsApi from "./endpoints/redraws.ts";
import * as registerStatisticsApi from "./endpoints/register-statistics.ts";
import * as registersApi from "./endpoints/registers.ts";
import * as reminderPlanApi from "./endpoints/reminder-plan.ts";
import * as reviewDraftsApi from "./endpoints/review-drafts.ts";
import * as reviewTextsApi from "./endpoints/review-texts.ts";
import * as reviewTimelineApi from "./endpoints/review-timeline.ts";
import * as reviewsApi from "./endpoints/reviews.ts";
import * as settlementsApi from "./endpoints/settlements.ts";
import * as statisticsApi from "./endpoints/statistics.ts";
import * as statusPapersApi from "./endpoints/status-papers.ts";
import * as storedTextsApi from "./endpoints/stored-texts.ts";
import * as suppressedAddressesApi from "./endpoints/suppressed-addresses.ts";
import * as usersApi from "./endpoints/users.ts";
import * as withdrawalsApi from "./endpoints/withdrawals.ts";
import * as worklistApi from "./endpoints/worklist.ts";

/** The files of operations, in the order of the API document. The handlers of a file are loaded together. */
export const endpointFiles = {
  public: publicApi,
  reviews: reviewsApi,
  "review-timeline": reviewTimelineApi,
  parties: partiesApi,
  "parties-import": partiesImportApi,
  "party-entry": partyEntryApi,
  denunciations: denunciationsApi,
  groups: groupsApi,
  phases: phasesApi,
  imports: importsApi,
  users: usersApi,
  letters: lettersApi,
  nominations: nominationsApi,
  mandates: mandatesApi,
  "mandate-offers": mandateOffersApi,
  people: peopleApi,
  "consultation-and-dates": consultationAndDatesApi,
  withdrawals: withdrawalsApi,
  decisions: decisionsApi,
  redraws: redrawsApi,
  "review-drafts": reviewDraftsApi,
  "review-texts": reviewTextsApi,
  "late-texts": lateTextsApi,
  "suppressed-addresses": suppressedAddressesApi,
  journal: journalApi,
  settlements: settlementsApi,
  figures: figuresApi,
  statistics: statisticsApi,
  "own-figures": ownFiguresApi,
  "register-statistics": registerStatisticsApi,
  "observation-statistics": observationStatisticsApi,
  "reminder-plan": reminderPlanApi,
  "presidents-list": presidentsListApi,
  "proof-of-notice": proofOfNoticeApi,
  worklist: worklistApi,
  registers: registersApi,
  "status-papers": statusPapersApi,
  "published-papers": publishedPapersApi,
  "public-pages": publicPagesApi,
  calendars: calendarsApi,
  "calendars-feed": calendarsFeedApi,
  bulletins: bulletinsApi,
  "stored-texts": storedTextsApi,
} satisfies Readonly<Record<string, Readonly<Record<string, Endpoint>>>>;

/** Every operation there is. Routes, rights, the OpenAPI document and the stack come from here; none can drift. */
export const endpoints: readonly Endpoint[] = Object.values(endpointFiles).flatMap((file) =>
  Object.values<Endpoint>(file),
);
