/**
 * The style of the public pages: mirrored for a language that is written from right to left, A4 on paper, fonts of the
 * machine.
 */
export const publicPageStyle = `
@page { size: A4; margin: 18mm 16mm }
:root { color-scheme: light; --ink: #1a2733; --soft: #4a5a6a; --line: #b8c4d0; --shade: #e9f0f6; --accent: #14598a; --title: #12304d }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 0 24px 48px; max-width: 60rem; font: 17px/1.55 system-ui, "Liberation Sans", "Noto Sans", Arial, sans-serif; color: var(--ink); background: #fff }
a { color: var(--accent); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; inset-inline-start: 16px; top: -4rem; padding: 8px 12px; background: #fff } .skip:focus { top: 8px }
header { padding-top: 16px }
.mechanism { margin: 0; color: var(--soft); font-size: .9rem }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 10px 0; list-style: none }
nav a { display: inline-block; padding: 3px 0 }
nav [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none }
.languages ul { padding: 0; font-size: .92rem }
.pages { margin-top: 8px; border-block: 1px solid var(--line) }
h1 { margin: 28px 0 12px; font-size: 1.7rem; line-height: 1.25; color: var(--title) }
h2 { margin: 36px 0 10px; font-size: 1.25rem; line-height: 1.3; color: var(--title); break-after: avoid }
h3 { margin: 20px 0 6px; font-size: 1.05rem; color: var(--title); break-after: avoid }
p { margin: 0 0 12px; max-width: 75ch }
.soft { color: var(--soft); font-size: .92rem; font-weight: 400 }
.text { margin: 0 0 16px; max-width: 75ch; white-space: pre-wrap; overflow-wrap: anywhere }
.list { margin: 0 0 16px; padding: 0; list-style: none } .list li { margin: 0 0 10px }
.parties { columns: 15rem; column-gap: 24px } .parties li { margin: 0 0 6px; break-inside: avoid }
.wide { margin: 0 0 20px; overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .94rem; line-height: 1.4 }
caption { padding: 0 0 6px; text-align: start; color: var(--soft) }
th, td { padding: 7px 10px; border: 1px solid var(--line); text-align: start; vertical-align: top }
thead th { background: var(--shade) } tbody th { font-weight: 600 } tr { break-inside: avoid }
td ul { margin: 0; padding: 0; list-style: none }
.numbers td { text-align: end; font-variant-numeric: tabular-nums }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0 0 16px } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
figure { margin: 0 0 28px; break-inside: avoid } figure .wide { margin: 0; border: 1px solid var(--line) } figure svg { display: block; margin: 0 auto; width: 600px; height: auto }
details { margin: 6px 0 0 } summary { padding: 6px 0; color: var(--accent); cursor: pointer }
@media (max-width: 40rem) { body { padding: 0 16px 40px; font-size: 16px } h1 { font-size: 1.4rem } th, td { padding: 6px 7px } dl { grid-template-columns: 1fr } dd { margin: 0 0 8px } }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.4 } h1 { font-size: 15pt } h2 { font-size: 12.5pt }
  a { color: inherit; text-decoration: none } nav, .skip, summary { display: none } .wide { overflow: visible } figure svg { max-width: 100% }
  thead { display: table-header-group } thead th { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}`;
