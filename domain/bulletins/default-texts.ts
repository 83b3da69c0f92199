import type { BulletinText } from "../../schemas/model/bulletin-text.ts";
import { TextId } from "../../schemas/base/ids.ts";

/** The reminder that the President of the Conference signs (paragraph 17). */
export const presidentReminder = TextId.parse("president-reminder");

/** Texts as they come with the system: version 0 of each, until the secretariat stores another. */
export const defaultTexts: ReadonlyMap<TextId, BulletinText> = new Map([
  [
    presidentReminder,
    {
      subject: "Reminder by the President of the Conference: nominations awaited from {{party}}",
      body: `The President of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime presents her or his compliments to the {{recipientName}} and has the honour to refer to the Mechanism for the Review of the Implementation of the Convention and the Protocols thereto.

According to the records of the secretariat, nominations by {{party}} are awaited in {{reviews}}. A review passes to its next stage only while every party that takes part in it has a focal point; governmental experts carry it out.

The President would be grateful if the nominations that are awaited could be made at the earliest convenience, at {{link}}. The secretariat stands ready to assist.

The President avails herself or himself of this opportunity to renew to the {{recipientName}} the assurances of her or his highest consideration.

The President of the Conference of the Parties`,
    },
  ],
]);
