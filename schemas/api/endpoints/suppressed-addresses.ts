import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { LetterId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";

const coreViews = () => import("../../views/core.ts");
const letterViews = () => import("../../views/letter.ts");

const common = { ...plain, function: "secretariat-api", access: "token", tag: "Letters" } as const;

export const ListSuppressedAddresses = endpoint({
  ...common,
  id: "listSuppressedAddresses",
  method: "GET",
  path: "/v1/suppressed-addresses",
  action: "suppressed-addresses.read",
  summary: "Addresses to which nothing is sent because letters failed there, the longest suppressed first",
  description:
    "An address is suppressed by a lasting bounce, a complaint, or a rejection. Letters to a mission then go to its second address. A corrected address is used at once; one that was mended on the other side is unsuppressed here.",
  query: PageQuery,
  reply: async () => {
    const { pageOf } = await coreViews();
    const { SuppressedAddressView } = await letterViews();
    return pageOf("SuppressedAddressPage", SuppressedAddressView);
  },
  refusals: ["not-yours"],
});

export const UnsuppressAddress = endpoint({
  ...common,
  id: "unsuppressAddress",
  method: "POST",
  path: "/v1/suppressed-addresses/{letterId}/unsuppression",
  action: "suppressed-address.unsuppress",
  summary: "Unsuppress an address, named by the letter that failed there",
  description:
    "Letters go there again right after, and the mail service takes the address off its own list. Recorded in the journal of the party or the user. Letters that were not sent meanwhile are not sent now: the next one is.",
  params: z.strictObject({ letterId: LetterId }),
  reply: async () => (await letterViews()).SuppressedAddressView,
  idempotencyKey: "required",
  refusals: ["not-found", "not-yours", "conflict"],
});
