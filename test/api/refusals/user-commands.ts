import type { Call } from "../../harness/test-api.ts";

/** The path of a user who was never registered. */
const unknownUser = `/v1/users/u-${"0".repeat(26)}`;

/** Commands of the secretariat about users. */
export const userCommands: Readonly<Record<string, (as: string) => Call>> = {
  closeUser: (as) => ["POST", `${unknownUser}/closure`, { as, body: { reason: "other" } }],
  reopenUser: (as) => ["POST", `${unknownUser}/reopening`, { as }],
  eraseUser: (as) => ["POST", `${unknownUser}/erasure`, { as, body: { reason: "other", source: "letter" } }],
  suspendUser: (as) => ["POST", `${unknownUser}/suspension`, { as }],
  approveErasure: (as) => ["POST", `${unknownUser}/erasure/approval`, { as }],
  withdrawErasure: (as) => ["POST", `${unknownUser}/erasure/withdrawal`, { as }],
  confirmUser: (as) => ["POST", `${unknownUser}/confirmation`, { as }],
};
