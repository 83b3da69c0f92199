/** The content policy of a paper's page: it may load nothing except its own styles. */
export const pageContents = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** The content policy of the HTTP response, which also limits the frames that may show the page. */
export const paperPolicy = `${pageContents}; frame-ancestors 'none'`;
