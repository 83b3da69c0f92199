import { defined } from "../../schemas/base/defined.ts";
import type { PublicOffice } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Language } from "../../schemas/base/values.ts";
import { readFileSync } from "node:fs";
import { idRangeOf } from "../../domain/base/cycles.ts";
import { refuse } from "../../domain/base/decision.ts";
import { inForce } from "../../domain/base/settings.ts";
import { redrawCap } from "../../domain/policy/lots.ts";
import { dayOf } from "../../domain/base/time.ts";
import { directionOf } from "../../domain/labels/direction.ts";
import { labelsOf } from "../../domain/labels/index.ts";
import { translationNote } from "../../domain/labels/translation-note.ts";
import { publicReviewView } from "../../domain/views/review-details.ts";
import { pairingRecord } from "../../domain/views/redraws.ts";
import { pairingView } from "../../domain/views/listed-reviews.ts";
import { publicationSummary, publicationView, publishedTexts, publishedVersion } from "../../domain/views/texts.ts";
import { publicPagePolicy } from "../../domain/pages/public-page.ts";
import * as api from "../../schemas/api/endpoints/public.ts";
import { referencePage, referencePolicy } from "../../schemas/api/reference-page.ts";
import { requiredVariable } from "../io/env.ts";
import { all } from "../io/pages.ts";
import { etagOfContent } from "../shell/http/etag.ts";
import { listPage } from "../shell/http/full-pages.ts";
import { publicRoute, type Route, type PublicRouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords, problemTexts } from "../io/words.ts";
import { secretariatContact } from "../use-cases/base/secretariat-contact.ts";

const forAnHour = { "cache-control": "public, max-age=3600" };
const forADay = { "cache-control": "public, max-age=86400" };
const forAMinute = { "cache-control": "public, max-age=60" };

/**
 * Files of the reference that the build puts next to the bundle, by name. A map, because callers may name properties
 * that every object has.
 */
const assets: ReadonlyMap<string, string> = new Map([["redoc.standalone.js", "text/javascript; charset=utf-8"]]);

/** The folder for them, next to the bundles. */
const bundled = new URL("./assets/", import.meta.url);

const getHealthRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetHealth, io, async ({ now }) => ({
    reply: { status: "ok" as const, stage: requiredVariable("STAGE"), now },
  }));

const getOpenApiRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetOpenApi, io, async () => {
    // It reads every schema of the API, so it is built only on request.
    const { openApiDocument } = await import("../../schemas/api/openapi.ts");
    return { reply: { ...(await openApiDocument()) }, headers: { ...forAMinute, "content-encoding": "gzip" } };
  });

const getLabelsRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetLabels, io, async ({ language }) => {
    const labels = labelsOf(await loadWords(labelWords, language), await loadWords(problemTexts, language));
    const translated = translationNote(language);
    const about = translated === undefined ? {} : { translationNote: translated };
    const reply = { language, dir: directionOf(language), ...about, ...labels };
    return { reply, headers: { ...forAnHour, etag: etagOfContent(reply) } };
  });

const getReferencePageRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetReferencePage, io, async () => ({
    reply: referencePage,
    headers: { ...forAMinute, "content-security-policy": referencePolicy },
  }));

/** The text of an asset with its tag, read once by each instance of the function: it is a megabyte long. */
const readAsset = (() => {
  const kept = new Map<string, { readonly text: string; readonly etag: string }>();
  return (name: string, at: URL) => {
    const { href } = new URL(name, at);
    const known = kept.get(href);
    if (known !== undefined) return known;
    const text = readFileSync(new URL(href), "utf8");
    const read = { text, etag: etagOfContent(text) };
    kept.set(href, read);
    return read;
  };
})();

const getReferenceAssetRoute = (io: PublicRouteIo, assetsAt: URL): Route =>
  publicRoute(api.GetReferenceAsset, io, async ({ params }) => {
    const type = assets.get(params.asset);
    if (type === undefined) return refuse("not-found");
    const { text, etag } = readAsset(params.asset, assetsAt);
    return { reply: text, headers: { ...forADay, "content-type": type, etag } };
  });

/** What developers may know of each type of problem, with the page that says it: read only on request, as the document. */
const loadProblemNotes = async () => {
  const [{ problemNotes }, { openApiDocument }, { problemPage, problemsPage }] = await Promise.all([
    import("../../schemas/api/document/problem-notes.ts"),
    import("../../schemas/api/openapi.ts"),
    import("../../domain/pages/problem-page.ts"),
  ]);
  return { notes: problemNotes(await openApiDocument()), problemPage, problemsPage };
};

const forReference = { ...forAMinute, "content-security-policy": publicPagePolicy };

const listProblemTypesRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.ListProblemTypes, io, async () => {
    const { notes, problemsPage } = await loadProblemNotes();
    return { reply: problemsPage(notes), headers: forReference };
  });

const getProblemTypeRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetProblemType, io, async ({ params }) => {
    const { notes, problemPage } = await loadProblemNotes();
    const note = notes.find(({ kind }) => kind === params.problem);
    return note === undefined ? refuse("not-found") : { reply: problemPage(note), headers: forReference };
  });

const listPairingsRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.ListPairings, io, async ({ query, cursors }) => {
    const paging = await cursors.page(query);
    const page = await io.store.listedReviews({ ...paging, ids: idRangeOf(query) });
    const reply = { items: page.items.map(pairingView), ...(await cursors.seal(page.next)) };
    return { reply, headers: forAMinute };
  });

/** Returns true if the journal has a drawing of lots: a redrawn seat, later instruments, or the review itself. */
const hasRecord = ({ drawnAway, additions, entry }: Review): boolean =>
  drawnAway !== undefined || additions !== undefined || entry !== undefined;

const getPairingRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetPairing, io, async ({ params: { reviewId } }) => {
    const review = await io.store.load("review", reviewId);
    if (review === undefined) return refuse("not-found");
    const entries = hasRecord(review.state)
      ? await all((paging) => io.store.journalOf("review", reviewId, paging))
      : [];
    return { reply: pairingRecord(review, entries), headers: forAMinute };
  });

const listPublicationsRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.ListPublications, io, async ({ query, cursors }) => {
    const paging = await cursors.page(query);
    const page = await io.store.reviewsInStage("concluded", { ...paging, ids: idRangeOf(query) });
    const items = page.items.flatMap(({ state }) => publicationSummary(state) ?? []);
    return { reply: { items, ...(await cursors.seal(page.next)) }, headers: forAMinute };
  });

const getPublicationRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetPublication, io, async ({ params: { reviewId }, query, cursors }) => {
    const review = (await io.store.load("review", reviewId))?.state;
    if (review === undefined || publicationSummary(review) === undefined) return refuse("not-found");
    const version = publishedVersion(review, query.version);
    if (version === undefined) return refuse("not-found");
    const { document } = version;
    const list = (await io.store.publishedDocuments(reviewId, [document])).get(document);
    const shown = await listPage(
      publishedTexts(review),
      { query: { ...query, limit: Number.MAX_SAFE_INTEGER }, cursors },
      async ({ hashes, show }) => show(await io.store.publishedDocuments(reviewId, hashes)),
    );
    const publication = publicationView(review, version, list, shown.items);
    if (publication === undefined) return refuse("not-found");
    return {
      reply: { ...publication, ...defined({ next: shown.next }) },
      headers: forAMinute,
    };
  });

/** Returns the contact about a party: its own office if it agreed to publication, otherwise the secretariat. */
const contactFor = (office: PublicOffice | undefined, language: Language) => {
  if (office !== undefined) return { focalPointInstitutions: [office.institution], office };
  return { focalPointInstitutions: [], secretariat: secretariatContact(language) };
};

const getCountryProfileRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetCountryProfile, io, async ({ params, now, language }) => {
    const party = await io.store.load("party", params.partyId);
    if (party === undefined) return refuse("not-found");
    const [aggregates, office] = await Promise.all([
      io.store.reviewsOfParty(params.partyId).then((ids) => io.store.loadMany("review", ids)),
      io.store.publicOffice(params.partyId),
    ]);
    const reviews = aggregates.map(({ state }) => state);
    return {
      reply: {
        party: params.partyId,
        ...contactFor(office, language),
        reviews: reviews.filter((review) => review.party === params.partyId).map(publicReviewView),
        redraws: { asked: party.state.redraws ?? 0, most: inForce(redrawCap, dayOf(now)) },
      },
      headers: forAMinute,
    };
  });

/** Routes that need no token: health, the description of the API, pairings and country profiles. */
export const publicRoutes = (io: PublicRouteIo, assetsAt: URL = bundled): readonly Route[] => [
  getHealthRoute(io),
  getOpenApiRoute(io),
  getLabelsRoute(io),
  getReferencePageRoute(io),
  getReferenceAssetRoute(io, assetsAt),
  listProblemTypesRoute(io),
  getProblemTypeRoute(io),
  listPairingsRoute(io),
  getPairingRoute(io),
  listPublicationsRoute(io),
  getPublicationRoute(io),
  getCountryProfileRoute(io),
];
