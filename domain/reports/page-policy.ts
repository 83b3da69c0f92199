/** What the page of a paper may load: nothing, but for its own styles. */
export const pageContents = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The same for the answer, which says also where the page may be shown. */
export const paperPolicy = `${pageContents}; frame-ancestors 'none'`;
