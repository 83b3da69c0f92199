import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId, UserId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import {
  ClosingReason,
  ErasureReason,
  ErasureSource,
  NewPerson,
  PersonCorrection,
  UserAccess,
  UserRole,
} from "../../model/user.ts";

const userView = async () => (await import("../../views/user.ts")).UserView;

const common = { ...plain, function: "secretariat-api", access: "token" } as const;

export const RegisterUser = endpoint({
  ...common,
  id: "registerUser",
  method: "POST",
  path: "/v1/users",
  tag: "Users",
  action: "user.register",
  summary: "Register a user: secretariat, President, or permanent mission of a party",
  description: "An account is created and an invitation sent. Focal points, experts and observers are named instead.",
  body: z
    .strictObject({
      role: UserRole.exclude(["delegate"]),
      party: PartyId.optional(),
      person: NewPerson,
    })
    .meta({ id: "UserRegistration" }),
  status: 201,
  reply: userView,
  idempotencyKey: "required",
  refusals: ["not-yours", "party-required", "unknown-party", "address-in-use", "conflict"],
});

const user = z.strictObject({ userId: UserId });

export const ListUsers = endpoint({
  ...common,
  id: "listUsers",
  method: "GET",
  path: "/v1/users",
  tag: "Users",
  action: "users.read",
  summary: "Users, by role and party, with who may use the system",
  description: "A page may hold fewer than `limit`, or none; `next` says whether there are more.",
  query: PageQuery.extend({
    role: UserRole.optional(),
    party: PartyId.optional(),
    access: UserAccess.optional(),
  }),
  reply: async () => {
    const { pageOf } = await import("../../views/core.ts");
    return pageOf("UserPage", await userView());
  },
  refusals: ["not-yours", "contacts-used-up"],
});

export const GetUser = endpoint({
  ...common,
  id: "getUser",
  method: "GET",
  path: "/v1/users/{userId}",
  tag: "Users",
  action: "users.read",
  summary: "One user",
  params: user,
  reply: userView,
  etag: true,
  refusals: ["not-yours", "not-found", "contacts-used-up"],
});

export const CorrectUser = endpoint({
  ...common,
  id: "correctUser",
  method: "PATCH",
  path: "/v1/users/{userId}",
  tag: "Users",
  action: "user.correct",
  summary: "Correct what is recorded of a person",
  description:
    "With another address the account of the old one ends at once, and what was sent there is worth nothing; an account for the new one is made and its owner invited.",
  params: user,
  body: z.strictObject({ person: PersonCorrection }).meta({ id: "UserCorrection" }),
  reply: userView,
  ifMatch: "required",
  etag: true,
  refusals: ["not-yours", "not-found", "address-in-use", "person-erased", "conflict"],
});

const command = { ...common, method: "POST", tag: "Users", params: user, ifMatch: "optional", etag: true } as const;

export const CloseUser = endpoint({
  ...command,
  id: "closeUser",
  idempotencyKey: "optional",
  path: "/v1/users/{userId}/closure",
  action: "user.close",
  summary: "Close a user's access",
  description:
    "From the next request on the user reads and writes nothing, gets no letters, and is signed out. Mandates stay until they are replaced or removed.",
  body: z.strictObject({ reason: ClosingReason }).meta({ id: "UserClosure" }),
  reply: userView,
  refusals: ["not-yours", "not-found", "last-secretariat-user", "conflict"],
});

export const ReopenUser = endpoint({
  ...command,
  id: "reopenUser",
  idempotencyKey: "optional",
  path: "/v1/users/{userId}/reopening",
  action: "user.reopen",
  summary: "Open a user's access again",
  reply: userView,
  refusals: ["not-yours", "not-found", "person-erased", "conflict"],
});

export const SuspendUser = endpoint({
  ...command,
  id: "suspendUser",
  idempotencyKey: "optional",
  path: "/v1/users/{userId}/suspension",
  action: "user.suspend",
  summary: "Suspend a user's access for 24 hours",
  description:
    "From the next request on, until `suspendedUntil`, the user reads and writes nothing and no calendar link of the user works; then the suspension ends without a request. One confirmed officer is enough. A user who is suspended or closed already is answered without a change.",
  reply: userView,
  refusals: ["not-yours", "not-found", "another-member-needed", "not-confirmed", "too-new-to-approve", "conflict"],
});

export const EraseUser = endpoint({
  ...command,
  id: "eraseUser",
  idempotencyKey: "optional",
  path: "/v1/users/{userId}/erasure",
  action: "user.erase",
  summary: "Order that a person be erased after their service",
  description:
    "A second person of the secretariat approves the order (`approveErasure`); until then nothing is erased, and another order replaces this one. With the approval, name, address, telephone, account, the addresses and texts of letters to the person, and notes about them are erased, irrevocably; within the hour nothing is left. The id stays in the journal and identifies no person. A mission's, the secretariat's and the President's users are closed first; a delegate's mandates must have ended. The address is free again, for another id.",
  body: z.strictObject({ reason: ErasureReason, source: ErasureSource }).meta({ id: "UserErasure" }),
  reply: userView,
  refusals: ["not-yours", "not-found", "erasure-blocked", "conflict"],
});

export const ApproveErasure = endpoint({
  ...command,
  id: "approveErasure",
  idempotencyKey: "optional",
  path: "/v1/users/{userId}/erasure/approval",
  action: "user.approve-erasure",
  summary: "Approve the erasure of a person, as a second person of the secretariat",
  description:
    "The officer who ordered it cannot. What was examined with the order is examined again, and the person is erased at once.",
  reply: userView,
  refusals: [
    "not-yours",
    "not-found",
    "erasure-not-ordered",
    "erasure-blocked",
    "second-person-needed",
    "too-new-to-approve",
    "not-confirmed",
    "conflict",
  ],
});

export const WithdrawErasure = endpoint({
  ...command,
  id: "withdrawErasure",
  idempotencyKey: "optional",
  path: "/v1/users/{userId}/erasure/withdrawal",
  action: "user.erase",
  summary: "Withdraw the order to erase a person",
  description: "Any officer may withdraw it while it waits; nothing is erased.",
  reply: userView,
  refusals: ["not-yours", "not-found", "erasure-not-ordered", "conflict"],
});

export const ConfirmUser = endpoint({
  ...command,
  id: "confirmUser",
  idempotencyKey: "optional",
  path: "/v1/users/{userId}/confirmation",
  action: "user.confirm",
  summary: "Confirm that a user of the secretariat is who it should be",
  description:
    "The user who registered, reopened or readdressed this user cannot confirm it. Until then, this user approves nothing that was ordered by that member, or by a user who has access through that member, and vice versa. A user who needs no confirmation is returned unchanged.",
  reply: userView,
  refusals: ["not-yours", "not-found", "another-member-needed", "not-confirmed", "too-new-to-approve", "conflict"],
});
