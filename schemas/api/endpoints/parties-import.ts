import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";

const coreViews = () => import("../../views/core.ts");

export const ImportParties = endpoint({
  ...plain,
  function: "secretariat-api",
  access: "token",
  id: "importParties",
  method: "POST",
  path: "/v1/parties/imports",
  tag: "Parties",
  action: "party.import",
  summary: "Import a party file, checked whole before anything is written",
  description:
    "CSV with the columns of data/parties.csv. A broken row is named with its row and column, and nothing is imported. A sound file is applied party by party: where a request ends early, send the file again; rows that are already applied do not change.",
  bodyType: "text/csv",
  body: z.string(),
  reply: async () => (await coreViews()).ImportView,
  refusals: ["not-yours", "invalid-party-file", "conflict"],
});
