import { verifyNomination } from "../../domain/review/commands/verify-nomination.ts";
import { contactLogOf, recordContact } from "../../domain/parties/follow-ups.ts";
import { isAboutPhase } from "../../domain/base/cycles.ts";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { askInvitations, isOpen } from "../../domain/parties/users.ts";
import { assignOfficer } from "../../domain/review/commands/assign-officer.ts";
import { contactView, nominationCheckView } from "../../domain/views/worklist.ts";
import * as api from "../../schemas/api/endpoints/worklist.ts";
import type { PartyId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { keptPage } from "../io/pages.ts";
import type { Store } from "../io/ports/store.ts";
import { changeOf, changesOf } from "../commands/execute-command.ts";
import { route, type Route } from "../shell/http/route.ts";
import { loadWords } from "../io/label-words.ts";
import { everyUnused, stillInvited } from "../use-cases/accounts/invitations.ts";
import { worklistPage } from "../use-cases/oversight/worklist.ts";
import type { LetterIo } from "./letters.ts";
import { commandReview } from "./review-commands.ts";
import { namedUsers } from "../../domain/views/named.ts";

/** Refuses whoever is nobody of the secretariat, or is not in any more. */
const unknownOfficer = async (store: Store, id: UserId): Promise<Refused | undefined> => {
  const user = await store.load("user", id);
  return user?.state.role === "secretariat" && isOpen(user.state) ? undefined : refuse("unknown-officer");
};

/** Refuses a review in which the party holds no seat. */
const notInReview = async (store: Store, id: ReviewId, party: PartyId): Promise<Refused | undefined> =>
  (await store.load("review", id))?.state.seats[party] === undefined
    ? refuse("not-in-this-review", { reviews: [id] })
    : undefined;

/** Whose invitations are to be sent again; refuses those among the named who wait for none. */
const invitationsToResend = async (store: Store, wanted: "all" | readonly UserId[], now: Instant) => {
  if (wanted === "all") return { ok: true, ...(await everyUnused(store, now)) } as const;
  const users = [...new Set(wanted)];
  const invited = new Set((await stillInvited(store, users, now)).map(({ id }) => id));
  const others = users.filter((id) => !invited.has(id));
  return others.length > 0
    ? refuse("no-open-invitation", { users: others })
    : ({ ok: true, users, more: false } as const);
};

const getWorklistRoute = (io: LetterIo): Route =>
  route(api.GetWorklist, io, async ({ query, cursors, now, language }) => {
    const paging = await cursors.page(query);
    const page = await worklistPage(io, { ...query, now, words: await loadWords(language) }, paging);
    return { reply: { items: [...page.items], ...(await cursors.seal(page.next)) } };
  });

const recordContactRoute = (io: LetterIo): Route =>
  route(api.RecordContact, io, async ({ params, body, actor, now, change }) =>
    change(async () => {
      const [party, head, newest] = await Promise.all([
        io.store.load("party", params.partyId),
        io.store.load("contact-log", params.partyId),
        io.store.contactsWith(params.partyId, { limit: 1 }),
      ]);
      if (party === undefined) return refuse("not-found");
      const { review, officer = actor.id, follows, ...contact } = body;
      const refused =
        (review === undefined ? undefined : await notInReview(io.store, review, party.state.id)) ??
        (await unknownOfficer(io.store, officer));
      if (refused !== undefined) return refused;
      const earlier = follows === undefined ? undefined : await io.store.contact(party.state.id, follows);
      const about = { ...(review === undefined ? {} : { review }), ...(follows === undefined ? {} : { follows }) };
      const log = contactLogOf(head?.state, newest.items[0]);
      const decision = recordContact(party.state.id, log, { ...contact, ...about, officer }, earlier, now);
      if (!decision.ok) return decision;
      const sideRecords = [decision.contact, ...(decision.followed === undefined ? [] : [decision.followed])].map(
        (each) => ({ kind: "contact", contact: each }) as const,
      );
      return {
        ok: true,
        changes: [changeOf("contact-log", party.id, head, decision.facts, sideRecords)],
        outcome: { reply: contactView(decision.contact), location: `/v1/parties/${party.id}/contacts` },
      };
    }),
  );

const listPartyContactsRoute = (io: LetterIo): Route =>
  route(api.ListPartyContacts, io, async ({ params, query, cursors }) => {
    if ((await io.store.load("party", params.partyId)) === undefined) return refuse("not-found");
    const paging = await cursors.page(query);
    const page = await keptPage(
      (each) => io.store.contactsWith(params.partyId, each),
      ({ review }) => isAboutPhase(review, query),
      paging,
    );
    return { reply: { items: page.items.map(contactView), ...(await cursors.seal(page.next)) } };
  });

const listReviewContactsRoute = (io: LetterIo): Route =>
  route(api.ListReviewContacts, io, async ({ params, query, cursors, review }) => {
    if ((await review()) === undefined) return refuse("not-found");
    const paging = await cursors.page(query);
    const page = await io.store.contactsAbout(params.reviewId, paging);
    return { reply: { items: page.items.map(contactView), ...(await cursors.seal(page.next)) } };
  });

const checkNominationRoute = (io: LetterIo): Route =>
  route(api.CheckNomination, io, async ({ params: { partyId: party, mandateId: mandate }, now, change }) =>
    change(async () => {
      if ((await io.store.load("party", party)) === undefined) return refuse("not-found");
      const heads = await io.store.loadMany("review", await io.store.reviewsOfParty(party));
      const states = heads.map(({ state }) => state);
      const decision = verifyNomination(states, { party, mandate }, now);
      if (!decision.ok) return decision;
      const changes = changesOf(heads, decision.changes);
      const after = heads.map(({ id, state, version }) => {
        const ticked = changes.find((one) => one.id === id);
        return ticked === undefined ? { state, version } : { state: ticked.after, version: version + 1 };
      });
      return { ok: true, changes, outcome: { reply: nominationCheckView(mandate, after) } };
    }),
  );

const resendInvitationsRoute = (io: LetterIo): Route =>
  route(api.ResendInvitations, io, async ({ body, actor, now, change }) =>
    change(async () => {
      const users = "users" in body ? body.users : "all";
      const invitations = await invitationsToResend(io.store, users, now);
      if (!invitations.ok) return invitations;
      const decision = askInvitations(invitations.users, now, users === "all" ? "waiting" : "these");
      if (!decision.ok) return decision;
      const officer = await io.store.load("user", actor.id);
      const outcome = { reply: { users: namedUsers(invitations.users), more: invitations.more } };
      return { ok: true, changes: [changeOf("user", actor.id, officer, decision.facts)], outcome };
    }),
  );

const assignOfficerRoute = (io: LetterIo): Route =>
  route(api.AssignOfficer, io, async ({ params, body, ...request }) =>
    commandReview(io.store, params.reviewId, request, async (review) => {
      const refused = body.officer === null ? undefined : await unknownOfficer(io.store, body.officer);
      return refused ?? assignOfficer(review, body.officer, request.now);
    }),
  );

/** What the secretariat has to see to, and how it follows up besides letters. */
export const worklistRoutes = (io: LetterIo): readonly Route[] => [
  getWorklistRoute(io),
  recordContactRoute(io),
  listPartyContactsRoute(io),
  listReviewContactsRoute(io),
  checkNominationRoute(io),
  resendInvitationsRoute(io),
  assignOfficerRoute(io),
];
