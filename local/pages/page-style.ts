/** Style of the pages of a local system; fonts are those of the machine, and a page loads nothing else. */
export const pageStyle = `
  :root { color-scheme: light dark; --ink: light-dark(#1b242e, #e3e9ef); --soft: light-dark(#55616e, #a7b3bf); --line: light-dark(#d9dfe5, #37424e);
          --faint: light-dark(#eef1f4, #262f39); --ground: light-dark(#f5f7f9, #12171d); --card: light-dark(#fff, #1a2129);
          --accent: light-dark(#14598a, #8cc3ea); --chosen: light-dark(#e8f1f8, #1d3243); --on: light-dark(#fff7e6, #33290f);
          --on-line: light-dark(#efdcb2, #5c4a1c); --good: light-dark(#1d6b3c, #86d3a2); --bad: light-dark(#a3231f, #ff9f99);
          --open: light-dark(#7a5200, #eac070); --edge: light-dark(#aab4be, #55626f); --ready: light-dark(#14598a, #2a6c9f); --ready-over: light-dark(#0f4770, #215a86); }
  * { box-sizing: border-box; }
  html, body { height: 100%; }
  body { margin: 0; display: flex; flex-direction: column; color: var(--ink); background: var(--ground);
         font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
  a { color: var(--accent); text-underline-offset: .15em; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
  #content:focus { outline: none; }
  h1, h2, h3, h4, p, dl, dd, ol, ul, fieldset { margin: 0; padding: 0; }
  ol, ul { list-style: none; }
  h1 { font-size: 1.1rem; letter-spacing: -.01em; }
  h2 { font-size: 1.35rem; line-height: 1.3; letter-spacing: -.01em; text-wrap: balance; overflow-wrap: anywhere; }
  h3 { font-size: 1rem; } h4 { font-size: .85rem; color: var(--soft); }
  code { font: .85em/1.4 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
  dt { color: var(--soft); } dd { min-width: 0; overflow-wrap: anywhere; }
  input, button { font: inherit; color: inherit; padding: .4rem .65rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--card); }
  button { cursor: pointer; font-weight: 600; }
  button:hover { background: var(--faint); }
  .skip { position: absolute; left: -100vw; }
  .skip:focus { left: .5rem; top: .5rem; padding: .5rem; background: var(--card); z-index: 1; }
  body > header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding: .6rem 1.25rem; background: var(--card); border-bottom: 1px solid var(--line); }
  header nav { display: flex; flex-wrap: wrap; gap: .25rem; }
  header nav a { padding: .3rem .7rem; border-radius: 6px; text-decoration: none; color: var(--soft); font-weight: 600; }
  header nav a[aria-current] { background: var(--chosen); color: var(--accent); }
  header nav b { margin-left: .3rem; padding: 0 .45rem; border-radius: 99px; background: var(--on); color: var(--open); font-size: .8rem; }
  header p { margin-left: auto; color: var(--soft); font-size: .9rem; }
  .on { padding: .5rem 1.25rem; background: var(--on); border-bottom: 1px solid var(--on-line); overflow-wrap: anywhere; }
  .state { display: inline-block; padding: 0 .5rem; border: 1px solid currentcolor; border-radius: 99px; font-size: .78rem; font-weight: 600; line-height: 1.5; white-space: nowrap; color: var(--soft); background: var(--card); }
  [data-state=delivered], [data-state=accepted] { color: var(--good); }
  [data-state=bounced], [data-state=complained], [data-state=failed] { color: var(--bad); }
  [data-state=planned], [data-state=claimed], [data-state=unknown] { color: var(--open); }

  .letters main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(19rem, 23rem) minmax(0, 1fr) 19rem; background: var(--card); }
  .list, article, aside { overflow: auto; min-width: 0; }
  .list { border-right: 1px solid var(--line); display: flex; flex-direction: column; }
  .list form { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; align-items: center; padding: .85rem 1.25rem .5rem; }
  .list label { font-size: .85rem; color: var(--soft); }
  .list input { display: block; width: 100%; color: var(--ink); font-size: .95rem; }
  .count { padding: .1rem 1.25rem .5rem; color: var(--soft); font-size: .85rem; border-bottom: 1px solid var(--line); }
  .list li { scroll-margin-top: 30vh; }
  .list li a { display: grid; gap: .1rem; padding: .6rem 1.25rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
  .list li a:hover { background: var(--ground); }
  .list li a[aria-current] { background: var(--chosen); box-shadow: inset 4px 0 var(--accent); }
  .list li :focus-visible, .list li a:focus-visible { outline-offset: -3px; }
  .list b { font-weight: 600; line-height: 1.35; overflow-wrap: anywhere; }
  .to, .when { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
  .when { display: flex; justify-content: space-between; gap: .5rem; align-items: center; }
  .pager { display: flex; justify-content: space-between; padding: .75rem 1.25rem; font-size: .9rem; color: var(--soft); }
  .pager [aria-hidden] { visibility: hidden; }

  article { padding: 1.25rem 1.5rem; display: flex; flex-direction: column; gap: .9rem; }
  .back { display: none; }
  .files { border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; }
  .files h3 { font-size: .85rem; color: var(--soft); }
  .files span { color: var(--soft); font-size: .85rem; }
  .views { display: flex; gap: .25rem; border-bottom: 1px solid var(--line); }
  .views a { padding: .35rem .8rem; text-decoration: none; color: var(--soft); font-weight: 600; border-bottom: 3px solid transparent; margin-bottom: -1px; }
  .views a[aria-current] { color: var(--accent); border-bottom-color: var(--accent); }
  .view { flex: 1; display: flex; flex-direction: column; }
  .view dl { grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1.25rem; }
  iframe { flex: 1; width: 100%; min-height: 22rem; border: 1px solid var(--line); border-radius: 8px; background: #fff; color-scheme: light; }
  pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .92rem/1.55 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; }
  aside { padding: 1.25rem; display: flex; flex-direction: column; gap: .75rem; border-left: 1px solid var(--line); background: var(--ground); font-size: .92rem; }
  aside ol { border-left: 2px solid var(--line); padding-left: .9rem; display: grid; gap: .6rem; }
  aside time { white-space: nowrap; }
  aside ol time { color: var(--soft); font-size: .85rem; }
  aside ol p { overflow-wrap: anywhere; }
  .twice { color: var(--bad); font-weight: 600; }

  .switches main { width: 100%; max-width: 64rem; margin: 0 auto; padding: 1.25rem; display: grid; gap: 1.25rem; }
  .switches section { min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; display: grid; gap: .8rem; }
  .switches h2 { font-size: 1.1rem; }
  .onnow { display: grid; gap: .5rem; }
  .onnow li { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .5rem .75rem; border-radius: 8px; background: var(--on); overflow-wrap: anywhere; }
  fieldset { border: 0; min-width: 0; } legend { padding: 0 0 .4rem; font-weight: 600; }
  .choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: .5rem; }
  .choice { position: relative; display: flex; gap: .6rem; align-items: baseline; padding: .55rem .75rem; border: 1px solid var(--line); border-radius: 8px; }
  .choice label { font-weight: 600; cursor: pointer; }
  .choice label::after { content: ""; position: absolute; inset: 0; }
  .choice input { position: relative; z-index: 1; }
  .choice p { color: var(--soft); font-size: .92rem; }
  .choice:has(:checked) { border-color: var(--accent); background: var(--chosen); }
  .fields { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; margin-top: 1rem; }
  .fields div { display: grid; gap: .2rem; } .fields div label { font-weight: 600; font-size: .92rem; }
  .fields input[type=email] { width: 19rem; max-width: 100%; } .fields input[type=number] { width: 8rem; }
  .always { padding: .45rem 0; }
  .switch button { background: var(--ready); border-color: var(--ready); color: #fff; padding-inline: 1.1rem; }
  .switch button:hover { background: var(--ready-over); }
  .wrong { color: var(--bad); }
  [aria-invalid] { border-color: var(--bad); }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
  th { border: 0; color: var(--soft); font-size: .85rem; }

  .plain main { width: 100%; max-width: 64rem; margin: 0 auto; padding: 1.25rem; display: grid; gap: 1.25rem; }
  .plain section { min-width: 0; display: grid; gap: .75rem; }
  .plain main > p { max-width: 44rem; font-size: 1.05rem; }
  .plain h2 { font-size: 1.15rem; }
  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: .75rem; }
  .cards li, .steps li, .panel { min-width: 0; padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
  .cards li { display: grid; gap: .3rem; align-content: start; }
  .cards p, .steps p { color: var(--soft); font-size: .92rem; }
  .steps { display: grid; gap: .75rem; }
  .steps li { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
  .steps p { flex: 1; min-width: min(100%, 18rem); }
  .steps button, .panel button { min-width: 14rem; background: var(--ready); border-color: var(--ready); color: #fff; }
  .steps button:hover, .panel button:hover { background: var(--ready-over); }
  .panel { display: grid; gap: .75rem; }
  .panel .fields { margin-top: 0; }
  .panel progress { width: 100%; accent-color: var(--ready); }
  .panel .now { font-size: 1.35rem; font-weight: 600; }
  .onward { display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; }

  .reading { display: contents; }

  @media (max-width: 70rem) {
    .letters main { grid-template-columns: minmax(17rem, 21rem) minmax(0, 1fr); }
    .reading { display: block; overflow: auto; }
    article, aside { overflow: visible; }
    iframe { flex: none; height: 60vh; }
    aside { border-left: 0; border-top: 1px solid var(--line); }
  }
  @media (max-width: 46rem) {
    html, body { height: auto; }
    body > header, .on { padding: .6rem 1rem; } header p { margin: 0; width: 100%; }
    .letters main, .reading { display: block; }
    .list, .reading { overflow: visible; }
    .list { border-right: 0; }
    .one .list, .all .reading { display: none; }
    .all .list li a[aria-current] { background: none; box-shadow: none; }
    .list form, .count, .list li a, .pager, article, aside { padding-inline: 1rem; }
    .back { display: block; }
    article dl, .view dl { grid-template-columns: 1fr; gap: 0; } article dd { margin-bottom: .35rem; }
    iframe { height: 75vh; }
    .switches main, .plain main { padding: .75rem; }
    .steps form, .steps button, .panel button { width: 100%; }
    .fields div, .fields input[type=email], .panel input { width: 100%; }
    tr, td { display: block; } thead { display: none; }
    td { border: 0; padding: .1rem 0; } tr { padding: .4rem 0; border-top: 1px solid var(--line); }
  }
`;
