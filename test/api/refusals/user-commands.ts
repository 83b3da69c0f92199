import type { Call } from "../../harness/test-api.ts";

/** A user whom no party and no officer registered. */
const nobody = `/v1/users/u-${"0".repeat(26)}`;

/** Who may use the system: what the secretariat does about users. */
export const userCommands: Readonly<Record<string, (as: string) => Call>> = {
  closeUser: (as) => ["POST", `${nobody}/closure`, { as, body: { reason: "other" } }],
  reopenUser: (as) => ["POST", `${nobody}/reopening`, { as }],
  eraseUser: (as) => ["POST", `${nobody}/erasure`, { as, body: { reason: "other", source: "letter" } }],
  suspendUser: (as) => ["POST", `${nobody}/suspension`, { as }],
  approveErasure: (as) => ["POST", `${nobody}/erasure/approval`, { as }],
  withdrawErasure: (as) => ["POST", `${nobody}/erasure/withdrawal`, { as }],
  confirmUser: (as) => ["POST", `${nobody}/confirmation`, { as }],
};
