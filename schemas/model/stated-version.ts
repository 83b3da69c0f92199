import * as z from "zod";
import { LetterId } from "../base/ids.ts";

/**
 * Members of a letter's row that identify the recipients of a wrong statement, so that exactly these receive a
 * correction.
 */
export const StatedVersion = {
  /** The version of the phase, party or group that it states: the earliest one, where it may have left twice. */
  statedVersion: z.int().min(1).optional(),
  /** Of a correction: the letters that it corrects, and the version from which letters state what is right. */
  corrects: z.object({ letters: z.array(LetterId).min(1), version: z.int().min(1).optional() }).optional(),
};
