import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { PartyId } from "../../base/ids.ts";
import { Person, UserRole } from "../../model/user.ts";

const coreViews = () => import("../../views/core.ts");

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
      person: Person,
    })
    .meta({ id: "NewUser" }),
  status: 201,
  reply: async () => (await coreViews()).UserView,
  idempotencyKey: "required",
  refusals: ["not-yours", "party-required", "unknown-party", "address-in-use", "conflict"],
});
