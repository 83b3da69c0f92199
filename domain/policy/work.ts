/** Seconds after which a caller should read again how far work is [D]: soon enough for a person who watches it. */
export const secondsBetweenPolls = 5;
