import type { Head } from "../../domain/subjects.ts";
import { followUpWork, invitationWork, reviewWork, bulletinWork } from "../../domain/work.ts";
import type { SubjectKind } from "../../schemas/fact.ts";
import type { Contact } from "../../schemas/contact.ts";
import type { Work } from "../../schemas/worklist.ts";

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
