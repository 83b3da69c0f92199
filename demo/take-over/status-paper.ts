import { readFileSync } from "node:fs";
import * as z from "zod";
import { Attendance, TrainingLanguage } from "../../schemas/model/register.ts";
import { CalendarDate, Language } from "../../schemas/base/values.ts";

const counted = z.object({ value: z.int(), paragraph: z.int().optional() });

/** The numbers of the background paper of June 2023 that a state of its day can show. */
const StatusPaper = z.object({
  asAt: CalendarDate,
  groups: z.array(z.object({ group: z.int(), reviews: z.int(), start: CalendarDate })),
  focalPoints: z.object({
    nominated: counted,
    statesWith: counted,
    female: counted,
    statesWithMoreThanOne: counted,
    statesThatChanged: counted,
    statesWithout: counted,
  }),
  reviewsNotCommencedForMissingFocalPoints: counted,
  experts: z.object({ nominated: counted, female: counted }),
  observers: z.object({ states: counted }),
  stages: z.object({
    advancing: counted,
    questionnaire: counted,
    feedback: counted,
    observations: counted,
    concluded: counted,
    totalReviews: counted,
  }),
  consultations: z.object({ held: counted, advancedWithout: z.object({ value: z.int() }) }),
  languages: z.object({
    one: z.partialRecord(Language, z.int()),
    two: z.record(z.string(), z.int()),
    three: z.record(z.string(), z.int()),
  }),
  questionnaires: z.object({ submitted: counted }),
  trainingAndDialogue: z.object({
    officialsTrained: counted,
    statesTrained: counted,
    stakeholdersTrained: counted,
    stakeholderCountries: counted,
    hubMembers: counted,
    hubCountries: counted,
    pilotInitiatives: counted,
    trainingLanguages: z.object({ value: z.array(TrainingLanguage) }),
    dialogues2022Stakeholders: counted,
    dialogues2023: z.object({ value: Attendance.extend({ meetings: z.int() }) }),
  }),
});
export type StatusPaper = z.infer<typeof StatusPaper>;

/** data/status-2023-06-09.json: what the paper counted, by its paragraphs, as it is. */
export const readStatusFile = (): unknown => JSON.parse(readFileSync("data/status-2023-06-09.json", "utf8"));

/** The part of the paper from which a state is made up. */
export const readStatusPaper = (): StatusPaper => StatusPaper.parse(readStatusFile());

/** The languages of each review in which they are agreed, as often as the paper counts them. */
export const languagesCounted = ({ languages: { one, two, three } }: StatusPaper): readonly (readonly Language[])[] =>
  Object.entries({ ...one, ...two, ...three }).flatMap(([joined, count]) =>
    Array.from({ length: count ?? 0 }, () => joined.split("+").map((each) => Language.parse(each))),
  );
