/**
 * The style of the President's list: in columns on a screen and on paper, as cards on a telephone; fonts are those of
 * the machine.
 */
export const presidentsPageStyle = `
@page { size: A4 landscape; margin: 14mm 12mm }
:root { color-scheme: light dark; --ink: light-dark(#1a2733, #e4eaf0); --soft: light-dark(#4a5a6a, #a9b6c2); --ground: light-dark(#fff, #12181e);
  --shade: light-dark(#e9f0f6, #1d2832); --line: light-dark(#b8c4d0, #3b4856); --accent: light-dark(#14598a, #8cc3ea); --title: light-dark(#12304d, #c5dcf0) }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 24px; max-width: 1240px; font: 15px/1.45 system-ui, "Liberation Sans", Arial, sans-serif; color: var(--ink); background: var(--ground) }
a { color: var(--accent); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
:target { scroll-margin-top: 4.5rem }
h1 { margin: 0 0 4px; font-size: 1.6rem }
h2 { margin: 28px 0 8px; font-size: 1.15rem; color: var(--title); break-after: avoid }
h3 { margin: 12px 0 4px; font-size: 1rem }
p { margin: 0 0 8px; max-width: 85ch }
.small { color: var(--soft) }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 12px 0 0; padding: 8px 0; border-block: 1px solid var(--line); list-style: none }
table { width: 100%; border-collapse: collapse }
caption { text-align: start; padding: 0 0 6px; color: var(--soft) }
th, td { padding: 5px 8px; border: 1px solid var(--line); text-align: start; vertical-align: top }
thead th { background: var(--shade); font-size: .9em }
thead { display: table-header-group }
tr { break-inside: avoid }
tbody th { font-weight: 600 }
.parties { table-layout: fixed; font-size: .92em }
.party { width: 20% } .missing { width: 40% } .letters { width: 20% } .contacts { width: 20% }
.summary { width: auto } .summary td { text-align: end } .summary td:last-child { text-align: start } tfoot { font-weight: 600 }
td span { display: block } td bdi { white-space: nowrap }
details { border-top: 1px solid var(--line) }
summary { padding: 8px 0; cursor: pointer }
details > div { padding-block-end: 12px; padding-inline-start: 20px }
details ul { margin: 0; padding: 0; list-style: none }
details li { margin: 0 0 6px }
.id { color: var(--soft); font: .72rem/1.4 ui-monospace, "Liberation Mono", monospace }
.paper { display: none }
@media screen and (max-width: 50rem) {
  body { padding: 16px }
  table, caption, tbody, tfoot, tr, th, td { display: block; width: auto }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tr { margin-bottom: 10px; border: 1px solid var(--line); border-radius: 8px; padding: 4px 0 }
  th, td, .summary td { border: 0; padding: 3px 12px; text-align: start }
  td[data-label]::before { content: attr(data-label); display: block; color: var(--soft); font-size: .85em }
  .summary td[data-label]::before { content: attr(data-label); display: inline; font-size: 1em }
  details > div { padding-inline-start: 0 }
}
@media print {
  :root { color-scheme: light }
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.3 }
  h1 { font-size: 15pt } h2 { margin-top: 12pt; font-size: 11.5pt }
  a { color: inherit; text-decoration: none }
  th, td { padding: 3px 6px }
  thead th { -webkit-print-color-adjust: exact; print-color-adjust: exact }
  nav, .screen, .one-by-one { display: none }
  .paper { display: block }
}`;
