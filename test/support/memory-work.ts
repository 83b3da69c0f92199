import type { Head } from "../../domain/audit/aggregates.ts";
import { followUpWork, invitationWork, reviewWork, bulletinWork } from "../../domain/oversight/work-items.ts";
import type { SubjectKind } from "../../schemas/model/fact.ts";
import type { Contact } from "../../schemas/model/follow-up.ts";
import type { Work } from "../../schemas/model/work-item.ts";

/** Everything that is to be done, now or later, as all subjects stand and by all contacts. */
export const workIn = (
  ofKind: <K extends SubjectKind>(kind: K) => readonly Head<K>[],
  contacts: Iterable<Contact>,
): readonly Work[] => [
  ...ofKind("review").flatMap(({ state }) => reviewWork(state)),
  ...ofKind("user").flatMap(({ state }) => invitationWork(state) ?? []),
  ...ofKind("bulletin").flatMap(({ state }) => bulletinWork(state) ?? []),
  ...[...contacts].flatMap((contact) => followUpWork(contact) ?? []),
];
