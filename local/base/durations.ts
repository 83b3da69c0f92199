const pattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;

/**
 * The instant (milliseconds since 1970) after an ISO 8601 duration such as P14D or PT36H, counted in UTC; a month from
 * the end of a longer one ends with the shorter. Throws RangeError where the text is no duration.
 */
export const addDuration = (instant: number, duration: string): number => {
  const found = pattern.exec(duration);
  if (found === null || /[PT]$/u.test(duration))
    throw new RangeError(`${duration} is no duration: write it as P14D or PT36H`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((each) => (each === undefined ? 0 : Number(each)));
  const date = new Date(instant);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 12 * years + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  const day = 24 * 60 * 60 * 1000;
  return date.getTime() + (7 * weeks + days) * day + ((hours * 60 + minutes) * 60 + seconds) * 1000;
};
