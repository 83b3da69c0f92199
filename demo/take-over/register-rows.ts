import type { components } from "../../client/api-types.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { StatusPaper } from "./status-paper.ts";

type RegisterContent = components["schemas"]["RegisterContent"];

/** Divides a number into that many nearly equal parts, which sum to it. */
const inParts = (number: number, parts: number): readonly number[] =>
  Array.from({ length: parts }, (_, place) => Math.floor((number + place) / parts));

/**
 * Made-up entries of the registers that sum to what the paper counts in paragraphs 40, 44, 46 and 47: a training session in
 * each language, whose States are the first of the parties, dialogues of two years, trainings of stakeholders and pilots.
 */
export const registerRows = (paper: StatusPaper, parties: readonly PartyId[]): readonly RegisterContent[] => {
  const { officialsTrained, statesTrained, trainingLanguages, ...others } = paper.trainingAndDialogue;
  const { stakeholdersTrained, stakeholderCountries, pilotInitiatives, dialogues2022Stakeholders, dialogues2023 } =
    others;
  const { hubMembers, hubCountries } = others;
  const languages = trainingLanguages.value;
  const officials = inParts(officialsTrained.value, languages.length);
  const states = parties.slice(0, statesTrained.value);
  // The other stakeholders of the paper are those from academia and the private sector.
  const { meetings, otherStakeholders: _other, ...attendance } = dialogues2023.value;
  const attended = new Map(Object.entries(attendance).map(([kind, all = 0]) => [kind, inParts(all, meetings)]));
  const seminars = inParts(stakeholdersTrained.value, 2);
  const countries = parties.slice(0, stakeholderCountries.value);
  return [
    ...languages.map((language, place): RegisterContent => ({
      register: "training-session",
      happenedOn: `2022-0${place + 1}-15`,
      officials: officials[place] ?? 0,
      states: { named: states.filter((_, at) => at % languages.length === place) },
      language,
    })),
    {
      register: "constructive-dialogue",
      happenedOn: "2022-06-03",
      // For 2022 the paper gives the number of stakeholders, and no other number.
      attendance: { otherStakeholders: dialogues2022Stakeholders.value },
    },
    ...Array.from({ length: meetings }, (_, place): RegisterContent => ({
      register: "constructive-dialogue",
      happenedOn: place === 0 ? "2023-05-05" : "2023-06-02",
      attendance: {
        ...Object.fromEntries([...attended].map(([kind, parts]) => [kind, parts[place]])),
        otherStakeholders: 0,
      },
    })),
    ...seminars.map((people, place): RegisterContent => ({
      register: "stakeholder-training",
      happenedOn: `2022-1${place}-20`,
      people,
      countries: { named: place === 0 ? countries : countries.slice(0, 20) },
    })),
    {
      register: "knowledge-hub",
      happenedOn: paper.asAt,
      members: hubMembers.value,
      countries: { number: hubCountries.value },
    },
    ...parties
      .filter((party) => ["BR", "PE", "KE"].includes(party))
      .slice(0, pilotInitiatives.value)
      .map((party): RegisterContent => ({
        register: "pilot-initiative",
        happenedOn: "2023-03-01",
        country: party,
        party,
      })),
  ];
};
