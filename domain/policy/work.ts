/** Seconds after which a caller should read again how far work is [D]: most of it ends within a minute. */
export const secondsBetweenPolls = 5;
