import type { Contact } from "../../schemas/contact.ts";
import type { Endpoint } from "../../schemas/endpoint.ts";
import { endpoints } from "../../schemas/endpoints.ts";
import type { Review } from "../../schemas/review.ts";
import type { Instant, Language } from "../../schemas/values.ts";
import type { Work } from "../../schemas/worklist.ts";
import type { ContactView, WorkItem } from "../../schemas/worklist-views.ts";
import { workWords } from "../labels.ts";
import { blockedBy } from "../work.ts";

/** A contact's own fields: a stored row may hold more than this version knows, and no reply may. */
export const contactView = (contact: Contact): ContactView => ({
  party: contact.party,
  number: contact.number,
  ...(contact.review === undefined ? {} : { review: contact.review }),
  way: contact.way,
  contactedOn: contact.contactedOn,
  officer: contact.officer,
  outcome: contact.outcome,
  ...(contact.note === undefined ? {} : { note: contact.note }),
  ...(contact.nextOn === undefined ? {} : { nextOn: contact.nextOn }),
  ...(contact.follows === undefined ? {} : { follows: contact.follows }),
  ...(contact.followedBy === undefined ? {} : { followedBy: contact.followedBy }),
  recordedAt: contact.recordedAt,
});

/** What is known around something to be done, as its item tells it. */
export interface Surroundings {
  readonly partyName?: string | undefined;
  readonly review?: Review | undefined;
  readonly contact?: Contact | undefined;
}

const byId: ReadonlyMap<string, Endpoint> = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

/** How an operation is called about what the work is about. */
const called = (operation: string, { party, review, mandate }: Work): WorkItem["actions"] => {
  const endpoint = byId.get(operation);
  if (endpoint === undefined) throw new Error(`There is no operation ${operation}`);
  const given: Readonly<Record<string, string | undefined>> = { partyId: party, reviewId: review, mandateId: mandate };
  const path = endpoint.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => given[name] ?? "");
  return [{ operation, method: endpoint.method, path }];
};

const operationsFor = (work: Work, blocked: WorkItem["blockedBy"] = []): readonly string[] => {
  switch (work.kind) {
    case "overdue":
    case "follow-up-due":
      return ["recordContact"];
    case "blocked": {
      const whys = new Set(blocked.map(({ why }) => why));
      return [
        "getReview",
        ...(whys.has("list-to-publish") ? ["publishObservations"] : []),
        ...(whys.has("redraw-to-carry-out") ? ["carryOutRedraw"] : []),
        ...(whys.has("consultation-past-target") ? ["concludeConsultation"] : []),
        "recordContact",
      ];
    }
  }
};

/** Something to be done as the secretariat reads it: what it is about, what to do, and by which operations. */
export const workItem = (work: Work, around: Surroundings, now: Instant, language: Language): WorkItem => {
  const blocked =
    work.kind === "blocked" && around.review !== undefined
      ? blockedBy(around.review).filter(({ since }) => since <= now)
      : undefined;
  return {
    kind: work.kind,
    id: work.id,
    since: work.since,
    todo: workWords(work.kind, language).todo,
    ...(work.party === undefined ? {} : { party: work.party }),
    ...(around.partyName === undefined ? {} : { partyName: around.partyName }),
    ...(work.review === undefined ? {} : { review: work.review }),
    ...(work.officer === undefined ? {} : { officer: work.officer }),
    ...(work.duty === undefined ? {} : { duty: work.duty }),
    ...(blocked === undefined ? {} : { blockedBy: [...blocked] }),
    ...(around.contact === undefined ? {} : { contact: contactView(around.contact) }),
    ...(work.user === undefined ? {} : { user: work.user }),
    ...(work.mandate === undefined ? {} : { mandate: work.mandate }),
    ...(work.role === undefined ? {} : { role: work.role }),
    actions: operationsFor(work, blocked).flatMap((operation) => called(operation, work)),
  };
};
