import { bulletinsAndDigest } from "./defects/bulletins-and-digest.ts";
import { datesAndReminders } from "./defects/dates-and-reminders.ts";
import { examined } from "./defects/examined.ts";
import { letters } from "./defects/letters.ts";
import { newerRules } from "./defects/newer-rules.ts";
import { platform } from "./defects/platform.ts";
import { registers } from "./defects/registers.ts";
import { requestsAndJournal } from "./defects/requests-and-journal.ts";
import { rightsAndFields } from "./defects/rights-and-fields.ts";
import { stagesAndDelays } from "./defects/stages-and-delays.ts";
import { statusPapers } from "./defects/status-papers.ts";
import type { Defect } from "./defect.ts";

const all: readonly Defect[] = [
  ...rightsAndFields,
  ...stagesAndDelays,
  ...datesAndReminders,
  ...letters,
  ...bulletinsAndDigest,
  ...requestsAndJournal,
  ...registers,
  ...statusPapers,
  ...platform,
  ...examined,
  ...newerRules,
];

/** Defects that the courses of the checker exercise. */
export const forChecker: readonly Defect[] = [...examined, ...newerRules];

/** Every defect; those that need bundles are last, so that the others need only bundles without a defect. */
export const defects: readonly Defect[] = [
  ...all.filter(({ bundled }) => bundled !== true),
  ...all.filter(({ bundled }) => bundled === true),
];
