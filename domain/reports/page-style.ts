/**
 * The style of the paper: one column on a screen and a telephone, pages of A4 on paper; fonts are those of the machine.
 */
export const paperStyle = `
@page { size: A4; margin: 20mm 18mm }
:root { color-scheme: light; --ink: #1a2733; --soft: #4a5a6a; --line: #b8c4d0; --shade: #e9f0f6; --accent: #14598a; --title: #12304d }
* { box-sizing: border-box }
html { scroll-behavior: auto }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 46rem; font: 17px/1.6 Georgia, "Liberation Serif", "Times New Roman", serif; color: var(--ink); background: #fff }
h1, h2, h3, caption, th, td, nav, figcaption, summary, .subtitle, .remark, .notes { font-family: system-ui, "Liberation Sans", Arial, sans-serif }
a { color: var(--accent); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
:target { background: #fff3cf }
.skip { position: absolute; left: 16px; top: -4rem; padding: 8px 12px; background: #fff } .skip:focus { top: 8px }
header { border-bottom: 2px solid var(--title); margin-bottom: 24px; padding-bottom: 16px }
h1 { margin: 0 0 12px; font-size: 1.5rem; line-height: 1.3; color: var(--title) }
h2 { margin: 44px 0 12px; font-size: 1.25rem; line-height: 1.3; color: var(--title); break-after: avoid }
h3 { margin: 28px 0 8px; font-size: 1.05rem; color: var(--title); break-after: avoid }
.front { margin: 0 0 4px; overflow-wrap: anywhere }
.subtitle { margin: 0 0 4px; font-size: 1.15rem; font-weight: 600 }
.remark { margin: 0; color: var(--soft); font-size: .9rem }
nav { margin: 0 0 24px; font-size: .92rem } nav h2 { margin: 0 0 8px; font-size: 1rem }
nav ol { margin: 0; padding: 0; list-style: none } nav li { margin: 0 0 4px } nav li.sub { padding-inline-start: 20px }
p { margin: 0 0 14px; orphans: 3; widows: 3 }
.number { display: inline-block; min-width: 2.4rem }
sup { line-height: 0; unicode-bidi: isolate; font-family: system-ui, "Liberation Sans", Arial, sans-serif; font-size: .68em } sup a { padding: 0 1px; text-decoration: none }
.wide { margin: 0 0 24px; overflow-x: auto; break-inside: avoid }
table { width: 100%; border-collapse: collapse; font-size: .84rem; line-height: 1.4 }
caption { padding: 0 0 6px; text-align: start; font-weight: 600; color: var(--title) }
th, td { padding: 5px 8px; border: 1px solid var(--line); text-align: end; vertical-align: top; font-variant-numeric: tabular-nums }
th:first-child { text-align: start } thead th { background: var(--shade); vertical-align: bottom } tbody th { font-weight: 400 } tfoot th, tfoot td { font-weight: 600; background: var(--head) }
figure { margin: 0 0 24px; break-inside: avoid }
figure .wide { margin: 0; border: 1px solid var(--line) } figure svg { display: block; margin: 0 auto; width: 600px; height: auto }
figcaption { margin: 0 0 6px; font-size: .84rem; font-weight: 600; color: var(--title) }
details { margin: 6px 0 0 } summary { padding: 6px 0; font-size: .84rem; color: var(--accent); cursor: pointer }
.notes { font-size: .84rem; line-height: 1.45 } .notes ol { padding-inline-start: 2.4rem } .notes li { margin: 0 0 6px; overflow-wrap: anywhere }
@media (min-width: 64rem) { .wide:has(thead th:nth-child(8)) { margin-inline: -8rem } }
@media (max-width: 40rem) { body { padding: 20px 16px 48px; font-size: 16px } h1 { font-size: 1.25rem } .number { min-width: 2rem } }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.4 } h1 { font-size: 15pt } h2 { font-size: 12.5pt } h3 { font-size: 11pt }
  a { color: inherit; text-decoration: none } nav, .skip, details { display: none } .wide, .wide:has(thead th:nth-child(8)) { overflow: visible; margin-inline: 0 } figure svg { max-width: 100% }
  thead th, tfoot th, tfoot td { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}`;
