const asDrawn = "The review covers what it covered from the beginning: test/api/lives/later-instruments.test.ts";

/** Fields of a public pairing about instruments that came later. */
const additions = [
  "addedOn",
  "instruments[]",
  ...["party", "partyName", "role", "instruments[]"].map((field) => `drawn[].${field}`),
  "draw.seed",
  "draw.turns[].instruments[]",
  "draw.turns[].candidates[].party",
  "draw.turns[].candidates[].partyName",
  "draw.limitWaived",
].map((field) => `additions[].${field}`);

const drawnWithGroup = "Every party that takes part here was drawn with its group: test/api/lives/new-party.test.ts";

/** Fields of a public pairing about a review that came after the lots of its group. */
const entry =
  "body decisionDocument decidedOn drawnOn document draw.seed draw.turns[].instruments[] draw.turns[].candidates[].party draw.turns[].candidates[].partyName draw.limitWaived deviations[].rule deviations[].party deviations[].partyName"
    .split(" ")
    .map((field) => `entry.${field}`);

/** Fields of the preview of an entry. */
const entryPreview =
  "review party partyName group instruments[] ownGroup[].party ownGroup[].partyName otherGroups[].party otherGroups[].partyName".split(
    " ",
  );

const settingOff = "The setting is off: test/domain/lots/serving-deferral.test.ts lives with it on";
const oneCluster = "No review of a later cluster follows that is redrawn here: test/api/phases.test.ts";
const oneGroup = "No several groups are counted together here: test/api/statistics.test.ts";
const nobodyLeaves = "No party leaves here: test/api/lives/denunciation.test.ts";

/** Fields of a denunciation that waits for a second person, and of its preview, for the secretariat. */
const denunciation = [
  ...["getParty ", "listParties items[]."].flatMap((of) =>
    ["leftOn", "document", "preview", "orderedAt", "by.user", "by.personName"].map(
      (field) => `${of}denunciationOrdered.${field}`,
    ),
  ),
  ..."hash party partyName leftOn obligations mandates discontinued[].review discontinued[].cycle discontinued[].cluster discontinued[].stage vacated[].review vacated[].cycle vacated[].cluster letters[].kind withoutAddress[].party withoutAddress[].partyName"
    .split(" ")
    .map((field) => `previewDenunciation ${field}`),
  ...["kind", "party", "partyName", "beforeChange", "user", "personName", "office", "officeName"].map(
    (field) => `previewDenunciation letters[].recipient.${field}`,
  ),
];

/** Fields about mandates for people of other parties: an expert is offered a mandate for a whole seat, one at a time. */
const offers = [
  "listMandateOffers items[].instruments[]",
  "listMandateOffers next",
  "getMe mandateOffers[].instruments[]",
  ...["acceptMandateOffer", "withdrawMandateOffer"].flatMap((operation) =>
    ["id", "stage", "version"].map((field) => `${operation} reviews[].${field}`),
  ),
];

/** Texts that a person added to a paper, in the replies that leave them out. */
const textsOfPapers = [
  "texts.symbol",
  ...["ar", "en", "es", "fr", "ru", "zh"].flatMap((language) =>
    ["session", "agendaItem", "paragraphs[].after", "paragraphs[].text", "notes[].paragraph", "notes[].text"].map(
      (field) => `texts.${language}.${field}`,
    ),
  ),
].flatMap((field) => [`listStatusPapers items[].${field}`, `orderStatusPaper ${field}`]);

/** Progress of work that states none: that of groups and phases, and of bulletins in lists. */
const uncounted = [
  "startGroup ",
  "getGroup ",
  "listGroups items[].",
  "openPhase ",
  "getPhase ",
  "listPhases items[].",
  "listBulletins items[].",
].flatMap((of) => ["done", "of"].map((part) => `${of}work.progress.${part}`));

/** Fields about a pairing after its lots, and the reason why no caller reads them here. */
export const laterFields: Readonly<Record<string, string>> = Object.fromEntries([
  ...additions.map((field) => [`getPairing ${field}`, asDrawn]),
  ...entry.map((field) => [`getPairing ${field}`, drawnWithGroup]),
  ...denunciation.map((field) => [field, nobodyLeaves]),
  ...offers.map((field) => [field, "No mandate begins by these: test/api/two-parties.test.ts"]),
  ...textsOfPapers.map((field) => [
    field,
    "Only getStatusPaper shows what was added to a paper: test/api/paper-texts.test.ts",
  ]),
  ...uncounted.map((field) => [field, "Parts of this work are not counted: docs/adr/0140"]),
  ["getStatistics groups", oneGroup],
  ["getObservationStatistics groups", oneGroup],
  ["carryOutRedraw changedWith[]", oneCluster],
  ["carryOutRedraw notChangedWith", oneCluster],
  ["getPairing redraws[].carriedFrom", oneCluster],
  ["getPairing additions[].carriedFrom", oneCluster],
  ["getPairing additions[].pairedAs", oneCluster],
  ["getCountryProfile reviews[].discontinuedOn", nobodyLeaves],
  ["getReview discontinuedOn", nobodyLeaves],
  ["listReviews items[].discontinuedOn", nobodyLeaves],
  ...["listParties items[].", "getParty ", "correctParty "].map((of) => [`${of}defersServing`, settingOff]),
  ...entryPreview.map((field) => [`previewPartyEntry ${field}`, drawnWithGroup]),
]);
