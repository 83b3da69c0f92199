import * as z from "zod";
import { PublicOffice } from "../model/party.ts";

/** Whom everybody may write to about a party: its own office with its consent, else the secretariat. */
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
