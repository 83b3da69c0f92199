/** The API reference: a page that shows the OpenAPI document with Redoc, served by the function itself, no CDN. */
export const referencePage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Review mechanism: API reference</title>
    <style>body { margin: 0 }</style>
  </head>
  <body>
    <div id="reference"></div>
    <noscript>The description itself is at <a href="/v1/openapi.json">/v1/openapi.json</a>.</noscript>
    <script src="docs/redoc.standalone.js"></script>
    <script>
      Redoc.init("v1/openapi.json", {
        hideDownloadButton: false,
        sortTagsAlphabetically: false,
        theme: { typography: { fontFamily: "system-ui, sans-serif", headings: { fontFamily: "system-ui, sans-serif" } } }
      }, document.getElementById("reference"));
    </script>
  </body>
</html>
`;
