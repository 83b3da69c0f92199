import * as z from "zod";
import { PublicOffice } from "../model/party.ts";

/** The public contact of a party: its own office with its consent, otherwise the secretariat. */
export const publicContact = {
  office: PublicOffice.optional(),
  secretariat: z
    .strictObject({
      institution: z.string().optional(),
      email: z.string().optional(),
      telephone: z.string().optional(),
      webPage: z.string().optional(),
    })
    .optional(),
};
