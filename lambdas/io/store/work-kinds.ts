import type { WorkItem, WorkKind } from "../../../schemas/model/work-item.ts";

/** How rows name what is to be done; those of the first release stand under these words. */
const storedWorkKinds: { readonly [K in WorkKind]: string } = {
  "duty-overdue": "overdue",
  "review-blocked": "blocked",
  "nomination-to-check": "nomination-to-check",
  "invitation-unused": "unused-invitation",
  "address-bounced": "bounced",
  "recipient-unreachable": "nobody-reachable",
  "letter-unknown": "unknown-letter",
  "follow-up-due": "follow-up-due",
  "bulletin-to-approve": "bulletin-to-approve",
  "bulletin-stopped": "stopped-bulletin",
  "bulletin-unsettled": "unsettled-bulletin",
  "group-behind-plan": "group-behind-plan",
  "group-start-to-approve": "group-start-to-approve",
  "denunciation-to-approve": "denunciation-to-approve",
};

/** Something to be done as a row holds it. */
export type StoredWork = Omit<WorkItem, "kind"> & { readonly kind: string };

/** The word by which rows and index entries name what is to be done. */
export const storedWorkKind = (kind: WorkKind): string => storedWorkKinds[kind];

/** Something to be done as a row is to hold it. */
export const storedWork = (work: WorkItem): StoredWork => ({ ...work, kind: storedWorkKinds[work.kind] });

const kindsByWord = new Map<unknown, string>(Object.entries(storedWorkKinds).map(([kind, word]) => [word, kind]));

/** What a row holds as the rest of the system names it; as it is where its word is none of these. */
export const namedWork = (work: unknown): unknown =>
  typeof work === "object" && work !== null && "kind" in work
    ? { ...work, kind: kindsByWord.get(work.kind) ?? work.kind }
    : work;
