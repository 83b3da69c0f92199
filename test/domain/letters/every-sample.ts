import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import { bulletinSamples } from "./bulletin-samples.ts";
import { denunciationSamples } from "./denunciation-samples.ts";
import { correctionSamples } from "./correction-samples.ts";
import { digestSamples } from "./digest-samples.ts";
import { divisionSamples } from "./division-samples.ts";
import { samples } from "./letter-samples.ts";
import { officeSamples } from "./office-samples.ts";
import { reviewSamples } from "./review-samples.ts";
import { wordingSamples } from "./wording-samples.ts";

/** A letter of every kind, in whatever ways it can be worded, by its name in the golden file of its kind. */
export const everySample: Readonly<Record<string, LetterInput>> = {
  ...samples,
  ...reviewSamples,
  ...divisionSamples,
  ...bulletinSamples,
  ...officeSamples,
  ...denunciationSamples,
  ...digestSamples,
  ...wordingSamples,
  ...correctionSamples,
};
