import type { Instrument } from "../schemas/base/values.ts";

/** Texts of made-up people: enough to be readable and distinguishable in a mailbox and a publication. */
const instrumentNames: { readonly [Name in Instrument]: string } = {
  UNTOC: "the Convention against Transnational Organized Crime",
  TIP: "the Protocol on trafficking in persons",
  SOM: "the Protocol on smuggling of migrants",
  FP: "the Protocol on firearms",
};

const again = (version: number): string => (version === 1 ? "" : "\nWith what was missing the first time.");

export const answersOf = (party: string, instrument: Instrument, version: number): string =>
  `${party} has made the offences of ${instrumentNames[instrument]} criminal by its penal code.\nStatistics are annexed.${again(version)}`;

export const feedbackOf = (party: string, instrument: Instrument, version: number): string =>
  `${party} finds that what was answered on ${instrumentNames[instrument]} covers the questions.\nTwo good practices are noted.${again(version)}`;

export const questionOf = (number: number): string =>
  `Question ${number}: how many persons were convicted for participation in an organized criminal group since 2018?`;

export const clarificationOf = (number: number): string =>
  `To question ${number}: 41 persons, 17 of them in the last of these years. The judgments are annexed.`;

export const listOf = (version: number): { readonly list: string; readonly summary: string } => ({
  list: [
    "1. The law covers participation in an organized criminal group.",
    "2. Sanctions take the gravity of the offence into account.",
    ...(version === 1 ? [] : ["3. Technical assistance was requested with joint investigations."]),
  ].join("\n"),
  summary: "Most provisions of the cluster are applied; assistance was requested for one.",
});
