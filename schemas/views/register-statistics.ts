import * as z from "zod";
import { ContactCounts } from "../model/contact-counts.ts";
import { CalendarDate } from "../base/values.ts";
import {
  AttendanceKind,
  CurrencyCode,
  Register,
  RegisterCount,
  TrainingLanguage,
  TranslationOutcome,
} from "../model/register.ts";
import { RegisterEntryView } from "./register.ts";

const numbers = {
  total: z.int().min(0),
  atMost: z.int().min(0).optional(),
  notKnown: z.int().min(1).optional(),
};

const RegisterCountPart = z
  .strictObject({
    language: TrainingLanguage.optional(),
    attendance: AttendanceKind.optional(),
    outcome: TranslationOutcome.or(z.literal("open")).optional(),
    currency: CurrencyCode.optional(),
    amount: z.int().min(0).optional(),
    count: z.int().min(0).optional(),
    notKnown: z.int().min(1).optional(),
  })
  .meta({
    id: "RegisterCountPart",
    description: "How many of a count have a value, or what they come to in a currency",
  });
export type RegisterCountPart = z.infer<typeof RegisterCountPart>;

const RegisterCountYear = z
  .strictObject({ year: z.int().min(2020), ...numbers, parts: z.array(RegisterCountPart) })
  .meta({ id: "RegisterCountYear", description: "What is counted of the entries of one year alone" });

export const RegisterCountView = z
  .strictObject({
    name: RegisterCount,
    register: Register,
    definition: z.string(),
    sources: z.array(z.string()),
    ...numbers,
    parts: z.array(RegisterCountPart),
    years: z.array(RegisterCountYear),
  })
  .meta({ id: "RegisterCountView" });
export type RegisterCountView = z.infer<typeof RegisterCountView>;

const days = { asAt: CalendarDate, knownOn: CalendarDate.optional() };

export const RegisterStatistics = z
  .strictObject({ ...days, counts: z.array(RegisterCountView), contacts: ContactCounts })
  .meta({ id: "RegisterStatistics" });
export type RegisterStatistics = z.infer<typeof RegisterStatistics>;

export const RegisterMemberPage = z
  .strictObject({
    register: Register,
    ...days,
    count: z.int().min(0),
    items: z.array(RegisterEntryView),
    next: z.string().optional(),
  })
  .meta({ id: "RegisterMemberPage" });
