/**
 * The API reference: a page that shows the OpenAPI document with Redoc. The function serves it without a CDN. It
 * reports no reader to a third party, offers no other company's services, and needs no inline script, so that its
 * policy can forbid everything but the one file.
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
    <redoc spec-url="v1/openapi.json" show-extensions="x-problems" disable-telemetry="true"></redoc>
    <noscript>The description itself is at <a href="v1/openapi.json">v1/openapi.json</a>.</noscript>
    <script type="module" src="docs/redoc.standalone.js"></script>
  </body>
</html>
`;

/**
 * Content security policy of the page: its own script, the workers and styles that the script creates, and the API
 * document.
 */
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
