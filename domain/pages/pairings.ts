import type * as z from "zod";
import { type GroupId, partsOfGroup, phaseIdOf, cycleOf, type PhaseId } from "../../schemas/base/ids.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import type { PairingView } from "../../schemas/views/core.ts";
import { text } from "../views/page-words.ts";
import { listOf, pathOf, type PublicPage, tableOf } from "./public-page.ts";
import type { PageWriter } from "./page-writer.ts";

type Pairing = z.infer<typeof PairingView>;

/** The public data of a group: that it started, but not its planned start. */
export interface ListedGroup {
  readonly id: GroupId;
  readonly startedOn?: CalendarDate | undefined;
  readonly reviews: number;
}

const startOf = ({ startedOn }: ListedGroup, { say, day }: PageWriter): string =>
  startedOn === undefined ? say("groupNotStarted") : say("startedOn", { day: day(startedOn) });

const phaseOf = ({ id }: ListedGroup): PhaseId => phaseIdOf(partsOfGroup(id).cluster, cycleOf(id));

const inOrder = (one: ListedGroup, other: ListedGroup): number =>
  partsOfGroup(one.id).group - partsOfGroup(other.id).group;

/** Returns the page of groups, cluster by cluster, with links to their pairings. */
export const groupsPage = (groups: readonly ListedGroup[], writer: PageWriter): PublicPage => {
  const { language, say, html } = writer;
  const item = (group: ListedGroup): string => {
    const words = text(say("group", { number: String(partsOfGroup(group.id).group) }));
    const about = text([say("reviewCount", { count: group.reviews }), startOf(group, writer)].join(" · "));
    return `<a href="${pathOf(language, "pairings", group.id)}">${words}</a> <span class="soft">${about}</span>`;
  };
  const sections = [
    ...Map.groupBy(
      groups.filter(({ reviews }) => reviews > 0),
      phaseOf,
    ),
  ]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, some]) => {
      const [first] = some;
      if (first === undefined) return [];
      return `<h2>${text(writer.cluster(first.id))}</h2>\n${listOf(some.toSorted(inOrder).map(item), "")}`;
    });
  return {
    title: say("pairings"),
    place: ["pairings"],
    main: [
      `<p>${html("pairingsAbout")}</p>`,
      ...(sections.length === 0 ? [`<p>${html("noGroups")}</p>`] : sections),
    ].join("\n"),
  };
};

const profileLink = (party: Pairing["party"], { language, party: nameOf }: PageWriter): string =>
  `<a href="${pathOf(language, "parties", party)}">${text(nameOf(party))}</a>`;

/** Returns the reviewers of one party, with later changes by lots and waivers. */
const reviewersCell = ({ reviewers, redraws, reviewerLimitWaivedOn }: Pairing, writer: PageWriter): string => {
  const { say, day, words, party } = writer;
  const seats = reviewers.map((seat) => {
    const role = seat.role === "reviewing" ? "" : ` <span class="soft">(${text(words.seatRoles[seat.role])})</span>`;
    return `<li>${profileLink(seat.party, writer)}${role}</li>`;
  });
  const changes = [
    ...redraws.map((one) => say("redrawn", { from: party(one.from), to: party(one.to), day: day(one.drawnOn) })),
    ...(reviewerLimitWaivedOn === undefined ? [] : [say("limitWaived", { day: day(reviewerLimitWaivedOn) })]),
  ].map((change) => `<li class="soft">${text(change)}</li>`);
  return `<ul>${[...seats, ...changes].join("")}</ul>`;
};

/** Returns the page of the pairings in one group, by the names of the parties under review. */
export const pairingsPage = (group: ListedGroup, pairings: readonly Pairing[], writer: PageWriter): PublicPage => {
  const { say, party, compare } = writer;
  const title = `${say("pairings")} · ${writer.group(group.id)}`;
  const rows = pairings
    .toSorted((one, other) => compare(party(one.party), party(other.party)))
    .map((pairing) => [profileLink(pairing.party, writer), reviewersCell(pairing, writer)]);
  return {
    title,
    place: ["pairings", group.id],
    main: `<p>${text([writer.cluster(group.id), startOf(group, writer)].join(" · "))}</p>
${tableOf({ caption: say("reviewCount", { count: rows.length }), columns: [say("underReview"), say("reviewers")], rows })}`,
  };
};
