/**
 * The API reference: a page that shows the OpenAPI document with Redoc, served by the function itself, no CDN. It tells
 * nobody who reads it, offers no other company's services, and needs no script of its own, so that its policy can forbid
 * all but the one file.
 */
export const referencePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Review mechanism: API reference</title>
    <link rel="icon" href="data:,">
    <style>body { margin: 0 } [data-testid="page-actions"] { display: none }</style>
  </head>
  <body>
    <redoc spec-url="v1/openapi.json" disable-telemetry="true"></redoc>
    <noscript>The description itself is at <a href="v1/openapi.json">v1/openapi.json</a>.</noscript>
    <script type="module" src="docs/redoc.standalone.js"></script>
  </body>
</html>
`;

/** What the page may load: its own script, the workers and styles that the script makes, the API document. */
export const referencePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
