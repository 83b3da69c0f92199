import { idRangeOf } from "../../domain/base/cycles.ts";
import { inForce } from "../../domain/base/settings.ts";
import { redrawCap } from "../../domain/policy/lots.ts";
import { dayOf } from "../../domain/base/time.ts";
import { missingLanguagePage, missingPage, overviewPage } from "../../domain/pages/overview.ts";
import { type PageMessages, pageWriter, type PageWriter } from "../../domain/pages/page-writer.ts";
import { groupsPage, pairingsPage } from "../../domain/pages/pairings.ts";
import { partiesPage, profilePage } from "../../domain/pages/profiles.ts";
import { publicationPage, publicationsPage } from "../../domain/pages/publications.ts";
import { publicPage, type PublicPage, publicPagePolicy } from "../../domain/pages/public-page.ts";
import { statusPage } from "../../domain/pages/status.ts";
import { pairingView } from "../../domain/views/listed-reviews.ts";
import { publicReviewView } from "../../domain/views/review-details.ts";
import { publishedPaper } from "../../domain/views/status-papers.ts";
import { publicationSummary, publishedVersion } from "../../domain/views/texts.ts";
import * as api from "../../schemas/api/endpoints/public-pages.ts";
import { cycleAndClusterOf, GroupId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { type Instant, Language } from "../../schemas/base/values.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { StatusPaper } from "../../schemas/model/status-paper.ts";
import { logUnreadable } from "../io/log-failure.ts";
import { all } from "../io/pages.ts";
import type { Cursors } from "../shell/http/cursors.ts";
import { etagOfContent } from "../shell/http/etag.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import type { Answer } from "../shell/http/answer.ts";
import { publicRoute, type PublicRouteIo, type Route } from "../shell/http/route.ts";
import { labelWords, loadWords, type WordFiles } from "../io/words.ts";
import { secretariatContact } from "../use-cases/base/secretariat-contact.ts";
import { readableAggregates } from "../use-cases/base/skip-unreadable.ts";
import { publishedPapers } from "../use-cases/reports/find-papers.ts";
import { paperNumbers } from "../use-cases/reports/paper-text.ts";

/** A reader sees new content after a few minutes; an unchanged page is not sent again. */
const forFiveMinutes = "public, max-age=300";
const aMinuteWithout = "public, max-age=60";

/** The number of published lists on one page. */
const listsOnAPage = 100;

/** The messages of the public pages. */
export const pageMessages: WordFiles<PageMessages> = {
  ar: () => import("../../domain/labels/pages.ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/pages.en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/pages.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/pages.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/pages.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/pages.zh.json", { with: { type: "json" } }),
};

/** A page once its data are read: it is written when it is known how the parties on it are called. */
interface ReadPage {
  readonly parties: readonly PartyId[];
  readonly write: (writer: PageWriter) => PublicPage;
}

const withoutParties = (write: ReadPage["write"]): ReadPage => ({ parties: [], write });

const listedGroup = ({ id, startedOn, reviews }: Group) => ({ id, startedOn, reviews: reviews.length });

const readGroups = async ({ store }: PublicRouteIo): Promise<ReadPage> => {
  const groups = await all((paging) => store.list("group", { ...paging, onUnreadable: logUnreadable }));
  return withoutParties((writer) =>
    groupsPage(
      groups.map(({ state }) => listedGroup(state)),
      writer,
    ),
  );
};

const readPairings = async ({ store }: PublicRouteIo, subject: string): Promise<ReadPage | undefined> => {
  const id = GroupId.safeParse(subject).data;
  const group = id === undefined ? undefined : (await store.load("group", id))?.state;
  if (group === undefined) return undefined;
  const ids = idRangeOf(cycleAndClusterOf(group.id));
  const listed = await all((paging) => store.listedReviews({ ...paging, ids, onUnreadable: logUnreadable }), 200);
  const byReview = new Map(listed.map((review) => [review.id, pairingView(review)]));
  const pairings = group.reviews.flatMap((review) => byReview.get(review) ?? []);
  const parties = pairings.flatMap(({ party, reviewers, redraws }) => [
    party,
    ...reviewers.map((seat) => seat.party),
    ...redraws.flatMap(({ from, to }) => [from, to]),
  ]);
  return { parties, write: (writer) => pairingsPage(listedGroup(group), pairings, writer) };
};

const readParties = async ({ store }: PublicRouteIo): Promise<ReadPage> => {
  const parties = [...(await store.partyNames()).keys()];
  return { parties, write: (writer) => partiesPage(parties, writer) };
};

const readProfile = async ({ store }: PublicRouteIo, subject: string, now: Instant): Promise<ReadPage | undefined> => {
  const id = PartyId.safeParse(subject).data;
  const party = id === undefined ? undefined : (await store.load("party", id))?.state;
  if (party === undefined) return undefined;
  const reviews = (await readableAggregates(store, "review", await store.reviewsOfParty(party.id))).map(
    ({ state }) => state,
  );
  const office = await store.publicOffice(party.id);
  const isOwn = (review: Review) => review.party === party.id;
  const profile = {
    party: party.id,
    redraws: { asked: party.redraws ?? 0, most: inForce(redrawCap, dayOf(now)) },
    reviews: reviews
      .filter(isOwn)
      .map((review) => ({ ...publicReviewView(review), isPublished: publicationSummary(review) !== undefined })),
    office,
    reviewing: reviews.filter((review) => !isOwn(review)).map(({ party: under, group }) => ({ party: under, group })),
  };
  return {
    parties: [party.id, ...reviews.map((review) => review.party)],
    write: (writer) => profilePage(profile, secretariatContact(writer.language), writer),
  };
};

const listedPapers = (papers: readonly StatusPaper[]) => papers.flatMap((paper) => publishedPaper(paper) ?? []);

const readPublications = async (io: PublicRouteIo, cursor: string | undefined, cursors: Cursors): Promise<ReadPage> => {
  const paging = await cursors.page({ limit: listsOnAPage, cursor });
  const [page, papers] = await Promise.all([
    io.store.reviewsInStage("concluded", paging),
    cursor === undefined ? publishedPapers(io.store) : [],
  ]);
  const lists = page.items.flatMap(({ state }) => publicationSummary(state) ?? []);
  const { next } = await cursors.seal(page.next);
  const list = { lists, ...(cursor === undefined ? { papers: listedPapers(papers) } : {}), next };
  return { parties: lists.map(({ party }) => party), write: (writer) => publicationsPage(list, writer) };
};

const readPublication = async (
  { store }: PublicRouteIo,
  subject: string,
  version: number | undefined,
): Promise<ReadPage | undefined> => {
  const id = ReviewId.safeParse(subject).data;
  const review = id === undefined ? undefined : (await store.load("review", id))?.state;
  if (review === undefined || publicationSummary(review) === undefined) return undefined;
  const published = publishedVersion(review, version);
  if (published === undefined) return undefined;
  const document = (await store.publishedDocuments(review.id, [published.document])).get(published.document);
  if (document === undefined) return undefined;
  const { text: list, summary = "", reference } = document;
  const shown = {
    ...published,
    review: review.id,
    party: review.party,
    observations: { list, summary, reference },
    ...(version === undefined ? {} : { query: `?version=${version}` }),
  };
  return { parties: [review.party], write: (writer) => publicationPage(shown, writer) };
};

const readStatus = async (io: PublicRouteIo): Promise<ReadPage> => {
  const [latest] = await publishedPapers(io.store);
  const [paper] = latest === undefined ? [] : listedPapers([latest]);
  const data = latest === undefined ? undefined : await paperNumbers(io.store, latest);
  const shown = paper === undefined || data === undefined ? undefined : { paper, data };
  return withoutParties((writer) => statusPage(shown, writer));
};

const writerIn = async (io: PublicRouteIo, language: Language, parties: readonly PartyId[]): Promise<PageWriter> => {
  const [messages, words, names] = await Promise.all([
    loadWords(pageMessages, language),
    loadWords(labelWords, language),
    partyNamesIn(language, io, [...new Set(parties)]),
  ]);
  return pageWriter(messages, { language, words }, names);
};

/** Returns the reply for a missing page, in the language of the address, or in an accepted language if it has none. */
const answerMissing = async (
  io: PublicRouteIo,
  named: Language | undefined,
  accepted: Language,
): Promise<Answer<string>> => {
  const writer = await writerIn(io, named ?? accepted, []);
  const page = named === undefined ? missingLanguagePage(writer) : missingPage(writer);
  return {
    reply: publicPage(page, writer),
    status: 404,
    headers: {
      "content-language": writer.language,
      "content-security-policy": publicPagePolicy,
      "cache-control": aMinuteWithout,
      ...(named === undefined ? { vary: "Accept-Language" } : {}),
    },
  };
};

interface RequestOfPage {
  readonly params: { readonly language: string };
  /** The language that the caller accepts. */
  readonly language: Language;
}

/** Returns a page in the language of its address, with a tag of its content. */
const answerPage = async (
  io: PublicRouteIo,
  { params, language: accepted }: RequestOfPage,
  read: () => Promise<ReadPage | undefined>,
): Promise<Answer<string>> => {
  const language = Language.safeParse(params.language).data;
  const page = language === undefined ? undefined : await read();
  if (language === undefined || page === undefined) return answerMissing(io, language, accepted);
  const writer = await writerIn(io, language, page.parties);
  const reply = publicPage(page.write(writer), writer);
  return {
    reply,
    headers: {
      "content-language": language,
      "content-security-policy": publicPagePolicy,
      "cache-control": forFiveMinutes,
      etag: etagOfContent(reply),
    },
  };
};

/** Routes of the public pages. */
export const publicPageRoutes = (io: PublicRouteIo): readonly Route[] => [
  publicRoute(api.GetOverviewPage, io, (request) =>
    answerPage(io, request, async () => withoutParties((writer) => overviewPage(writer))),
  ),

  publicRoute(api.GetListPage, io, (request) =>
    answerPage(io, request, async () => {
      switch (request.params.page) {
        case "pairings":
          return readGroups(io);
        case "parties":
          return readParties(io);
        case "publications":
          return readPublications(io, request.query.cursor, request.cursors);
        case "status":
          return readStatus(io);
        default:
          return undefined;
      }
    }),
  ),

  publicRoute(api.GetSubjectPage, io, (request) =>
    answerPage(io, request, async () => {
      const { page, subject } = request.params;
      if (page === "pairings") return readPairings(io, subject);
      if (page === "parties") return readProfile(io, subject, request.now);
      return page === "publications" ? readPublication(io, subject, request.query.version) : undefined;
    }),
  ),
];
