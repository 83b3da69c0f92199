/** The resident memory of a process at a time, in seconds after the load began. */
export interface MemorySample {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The limit of growth in ten minutes, in megabytes; less is normal variation of garbage collection. */
const megabytesInTenMinutes = 40;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The slope of a line through samples, by least squares, in MB per ten minutes. */
const slopeOf = (samples: readonly MemorySample[]): number => {
  const [x, y] = [mean(samples.map(({ seconds }) => seconds)), mean(samples.map(({ megabytes }) => megabytes))];
  const over = samples.reduce((sum, one) => sum + (one.seconds - x) * (one.megabytes - y), 0);
  const under = samples.reduce((sum, one) => sum + (one.seconds - x) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 600;
};

/**
 * Returns whether memory is flat in the second half of the samples. In the first half functions start and fill caches
 * that they keep.
 */
export const verdictOf = (samples: readonly MemorySample[]): { readonly isFlat: boolean; readonly line: string } => {
  const late = samples.slice(Math.floor(samples.length / 2));
  const slope = Math.round(slopeOf(late));
  const [low, high] = [Math.min(...late.map((one) => one.megabytes)), Math.max(...late.map((one) => one.megabytes))];
  return {
    isFlat: slope <= megabytesInTenMinutes,
    line: `Second half: ${low} to ${high} MB, ${slope} MB in ten minutes; up to ${megabytesInTenMinutes} is flat.`,
  };
};
