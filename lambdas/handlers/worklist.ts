import { verifyNominations } from "../../domain/review/commands/verify-nomination.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { isAboutPhase } from "../../domain/base/cycles.ts";
import { refuse } from "../../domain/base/decision.ts";
import { askInvitations } from "../../domain/parties/users.ts";
import { assignOfficer } from "../../domain/review/commands/assign-officer.ts";
import { contactView, nominationCheckView } from "../../domain/views/worklist.ts";
import * as api from "../../schemas/api/endpoints/worklist.ts";
import type { PartyId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { keptPage } from "../io/pages.ts";
import type { Change } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { changeOf, changesOf } from "../commands/execute-command.ts";
import { route, type Route } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { everyUnused, stillInvited } from "../use-cases/accounts/invitations.ts";
import { reviewsOfParties } from "../use-cases/accounts/reviews-of-parties.ts";
import { decideContacts, unknownOfficer } from "../use-cases/oversight/record-contacts.ts";
import { worklistPage } from "../use-cases/oversight/worklist.ts";
import type { LetterIo } from "./letters.ts";
import { commandReview } from "./review-commands.ts";
import { namedUsers } from "../../domain/views/named.ts";

/** Returns the users whose invitations are to be repeated; refuses named users without a pending invitation. */
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
    const page = await worklistPage(io, { ...query, now, words: await loadWords(labelWords, language) }, paging);
    return { reply: { items: [...page.items], ...(await cursors.seal(page.next)) } };
  });

const recordContactsRoute = (io: LetterIo): Route =>
  route(api.RecordContacts, io, async ({ body, actor, now, change }) =>
    change(async () => {
      const decision = await decideContacts(io.store, body.contacts, actor.id, now);
      if (!decision.ok) return decision;
      const reply = { contacts: decision.contacts.map(contactView) };
      return { ok: true, changes: decision.changes, outcome: { reply } };
    }),
  );

type PageReader = Store["contacts"];

interface ContactFilter {
  readonly party?: PartyId | undefined;
  readonly review?: ReviewId | undefined;
}

/** Returns how to read the contacts of a review, of a party, or of all. */
const contactLogOf = (store: Store, { party, review }: ContactFilter): PageReader => {
  if (review !== undefined) return (paging) => store.contactsAbout(review, paging);
  if (party !== undefined) return (paging) => store.contactsWith(party, paging);
  return (paging) => store.contacts(paging);
};

const listContactsRoute = (io: LetterIo): Route =>
  route(api.ListContacts, io, async ({ query, cursors }) => {
    const page = await keptPage(
      contactLogOf(io.store, query),
      ({ party, review }) => (query.party ?? party) === party && isAboutPhase(review, query),
      await cursors.page(query),
    );
    return { reply: { items: page.items.map(contactView), ...(await cursors.seal(page.next)) } };
  });

/** Reviews as they are after some changes of them. */
const reviewsAfter = (aggregates: readonly Aggregate<"review">[], changes: readonly Change<"review">[]) =>
  aggregates.map(({ id, state, version }) => {
    const changed = changes.find((one) => one.id === id);
    return changed === undefined ? { state, version } : { state: changed.after, version: version + 1 };
  });

const checkNominationsRoute = (io: LetterIo): Route =>
  route(api.CheckNominations, io, async ({ body: { checks }, now, change }) =>
    change(async () => {
      const parties = [...new Set(checks.map(({ party }) => party))];
      const ids = await reviewsOfParties(io.store, parties);
      const aggregates = await io.store.loadMany("review", ids);
      const decision = verifyNominations(
        aggregates.map(({ state }) => state),
        checks,
        now,
      );
      if (!decision.ok) return decision;
      const changes = changesOf(aggregates, decision.changes);
      const after = reviewsAfter(aggregates, changes);
      const reply = { checks: checks.map(({ mandate }) => nominationCheckView(mandate, after)) };
      return { ok: true, changes, outcome: { reply } };
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

/** Routes of the secretariat's open tasks, and of its follow-up apart from letters. */
export const worklistRoutes = (io: LetterIo): readonly Route[] => [
  getWorklistRoute(io),
  recordContactsRoute(io),
  listContactsRoute(io),
  checkNominationsRoute(io),
  resendInvitationsRoute(io),
  assignOfficerRoute(io),
];
