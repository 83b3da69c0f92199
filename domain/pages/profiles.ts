import type { GroupId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Stage } from "../../schemas/model/review.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { text } from "../views/page-words.ts";
import { listOf, pathOf, type PublicPage, tableOf } from "./public-page.ts";
import type { PageWriter } from "./page-writer.ts";

/** Returns all parties by their names in the language. */
export const partiesPage = (
  parties: readonly PartyId[],
  { language, say, html, party, compare }: PageWriter,
): PublicPage => ({
  title: say("profiles"),
  place: ["parties"],
  main: `<p>${html("profilesAbout")}</p>\n${listOf(
    parties
      .map((id) => ({ id, name: party(id) }))
      .toSorted((one, other) => compare(one.name, other.name))
      .map(({ id, name }) => `<a href="${pathOf(language, "parties", id)}">${text(name)}</a>`),
    say("noReviews"),
    "list parties",
  )}`,
});

/** The contact of an office for messages to a party, without a person. Unknown fields are left out. */
export interface OfficeContact {
  readonly institution?: string | undefined;
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  readonly webPage?: string | undefined;
}

/** The public data of a party. */
export interface PublicProfile {
  readonly party: PartyId;
  readonly redraws: { readonly asked: number; readonly most: number };
  readonly reviews: readonly {
    readonly review: ReviewId;
    readonly group: GroupId;
    readonly stage: Stage;
    readonly startedOn?: CalendarDate | undefined;
    readonly discontinuedOn?: CalendarDate | undefined;
    readonly decisions?: readonly { readonly document: string; readonly decidedOn: CalendarDate }[] | undefined;
    readonly isPublished: boolean;
  }[];
  /** Reviews of others in which it is a reviewing party. */
  readonly reviewing: readonly { readonly party: PartyId; readonly group: GroupId }[];
  /** Its own office, if it agreed to the publication. */
  readonly office?: OfficeContact | undefined;
}

type ProfileReview = PublicProfile["reviews"][number];

const stageCell = (review: ProfileReview, { language, words, say, day }: PageWriter): string => {
  const notes = [
    ...(review.decisions ?? []).map(({ document, decidedOn }) => say("decision", { document, day: day(decidedOn) })),
    ...(review.discontinuedOn === undefined ? [] : [say("discontinued", { day: day(review.discontinuedOn) })]),
  ].map((note) => `<br><span class="soft">${text(note)}</span>`);
  const stage = text(words.stages[review.stage]);
  const name = review.isPublished ? `<a href="${pathOf(language, "publications", review.review)}">${stage}</a>` : stage;
  return [name, ...notes].join("");
};

const groupLink = (group: GroupId, writer: PageWriter): string =>
  `<a href="${pathOf(writer.language, "pairings", group)}">${text(writer.group(group))}</a>`;

const ownReviews = ({ reviews }: PublicProfile, writer: PageWriter): string => {
  const { say, day } = writer;
  if (reviews.length === 0) return `<p>${text(say("noReviews"))}</p>`;
  return tableOf({
    caption: say("reviewCount", { count: reviews.length }),
    columns: [say("review"), say("start"), say("stage")],
    rows: reviews.map((review) => [
      groupLink(review.group, writer),
      text(review.startedOn === undefined ? say("notStarted") : day(review.startedOn)),
      stageCell(review, writer),
    ]),
  });
};

const otherReviews = ({ reviewing }: PublicProfile, writer: PageWriter): string => {
  const { language, say, party: nameOf } = writer;
  if (reviewing.length === 0) return `<p>${text(say("noReviews"))}</p>`;
  return tableOf({
    caption: say("reviewCount", { count: reviewing.length }),
    columns: [say("underReview"), say("review")],
    rows: reviewing.map(({ party, group }) => [
      `<a href="${pathOf(language, "parties", party)}">${text(nameOf(party))}</a>`,
      groupLink(group, writer),
    ]),
  });
};

/** Returns an office with its known fields; its name may be in another language than the page. */
const officeOf = ({ institution, email, telephone, webPage }: OfficeContact, { say, html }: PageWriter): string => {
  const link = (href: string, words: string): string => `<a href="${text(href)}" dir="ltr">${text(words)}</a>`;
  const lines = [
    ...(email === undefined ? [] : [[html("email"), link(`mailto:${encodeURI(email)}`, email)]]),
    ...(telephone === undefined ? [] : [[html("telephone"), `<bdi dir="ltr">${text(telephone)}</bdi>`]]),
    ...(webPage === undefined ? [] : [[html("webPage"), link(webPage, webPage)]]),
  ].map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  const name = `<p><bdi>${text(institution ?? say("secretariat"))}</bdi></p>`;
  return lines.length === 0 ? name : `${name}\n<dl>${lines.join("")}</dl>`;
};

/**
 * Returns the page with the public data of a party, and its contact: its own office if it agreed to that, else the
 * secretariat.
 */
export const profilePage = (profile: PublicProfile, secretariat: OfficeContact, writer: PageWriter): PublicPage => {
  const { say, html, party } = writer;
  const { office, redraws } = profile;
  return {
    title: party(profile.party),
    place: ["parties", profile.party],
    main: `<h2>${html("ownReviews")}</h2>
${ownReviews(profile, writer)}
<p class="soft">${text(say("redraws", redraws))}</p>
<h2>${html("otherReviews")}</h2>
${otherReviews(profile, writer)}
<h2>${html("contact")}</h2>
<p>${html(office === undefined ? "contactOfSecretariat" : "contactOfParty")}</p>
${officeOf(office ?? secretariat, writer)}`,
  };
};
