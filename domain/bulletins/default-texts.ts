import type { BulletinWords } from "../../schemas/model/bulletin-text.ts";
import { TextId } from "../../schemas/base/ids.ts";
import reminder from "./president-reminder.json" with { type: "json" };

/** The reminder that the President of the Conference signs (paragraph 17). */
export const presidentReminder = TextId.parse("president-reminder");

/** Texts supplied with the system, in every language: version 0 of each, until the secretariat stores another. */
export const defaultTexts: ReadonlyMap<TextId, BulletinWords> = new Map([[presidentReminder, { texts: reminder }]]);
