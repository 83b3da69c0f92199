import { partyName } from "../../domain/parties/party-names.ts";
import { presidentsPage } from "../../domain/pages/presidents-page.ts";
import { partiesOf } from "../../domain/pages/presidents-page-parties.ts";
import { presidentsPageWriter } from "../../domain/pages/presidents-page-writer.ts";
import { letterWriterIn } from "../../lambdas/io/letter-writers.ts";
import { loadWords } from "../../lambdas/io/words.ts";
import { presidentsPageMessages } from "../../lambdas/handlers/presidents-list.ts";
import { Language } from "../../schemas/base/values.ts";
import type { PresidentsListView } from "../../schemas/views/presidents-list.ts";
import { labelsIn } from "./labels.ts";

const writers = new Map(
  await Promise.all(
    Language.options.map(async (language) => {
      const [messages, letters] = await Promise.all([
        loadWords(presidentsPageMessages, language),
        letterWriterIn(language),
      ]);
      return [language, { messages, letters }] as const;
    }),
  ),
);

/** The President's list as a page in a language, with the names that parties have in it. */
export const presidentsPageIn = (language: Language, view: PresidentsListView): string => {
  const { messages, letters } = writers.get(language)!;
  const names = new Map<string, string>(
    partiesOf(view).map(({ party: id, partyName: name = id }) => [id, partyName({ id, name }, language)]),
  );
  return presidentsPage(view, presidentsPageWriter(messages, labelsIn(language), names, letters));
};
