import { Markup } from '../escape/html.ts';

/** The one style of the page. Colour only repeats what symbols and words say. */
const CSS = `
:root {
  --page: #f6f7f9; --card: #fff; --text: #1c2128; --soft: #57606a; --line: #d5dae1; --code: #f3f5f8; --link: #0a58ad;
  --red: #b42318; --on-red: #fff; --red-soft: #fdf0ee; --green: #1a7037; --green-soft: #e9f6ec; --amber: #855200; --amber-soft: #fdf5e3; --mark: #ffd9d4;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0e1217; --card: #161b22; --text: #e4e9ef; --soft: #9ba6b2; --line: #323a45; --code: #0f141a; --link: #79b4ff;
    --red: #ff8f85; --on-red: #2b0b08; --red-soft: #2c1a1a; --green: #72d191; --green-soft: #13271b; --amber: #e5b454; --amber-soft: #262013; --mark: #6b2a25;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text); overflow-wrap: anywhere;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
p { margin: 0 0 .6rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { margin: 0 0 1rem; font-size: .875rem; font-weight: 600; color: var(--soft); }
h2 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h2 code { padding: 0; background: none; font-size: 1em; }
h3 { margin: 2rem 0 .75rem; font-size: 1.125rem; line-height: 1.35; }
h4 { margin: 0 0 .6rem; font-size: 1rem; line-height: 1.45; }
code, pre { font-family: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875em; }
code { padding: .1em .3em; border-radius: 4px; background: var(--code); }
article {
  margin: 0 0 1.5rem; padding: 1.75rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card);
}
.outcome {
  display: inline-block; padding: .1em .6em; border-radius: 99px; font-size: .9375rem; font-weight: 600; vertical-align: .12em;
  border: 1px solid currentColor; color: var(--red);
}
.outcome.allowed { color: var(--green); }
.outcome.undetermined { color: var(--amber); }
.where, .note, .summary, .place, .more { color: var(--soft); }
.where { margin: .35rem 0 0; font-size: .9375rem; }
.answer {
  margin: 1.25rem 0 1.5rem; padding: 1rem 1.25rem .5rem; border-left: 4px solid var(--red); border-radius: 0 8px 8px 0; background: var(--red-soft);
}
.answer.inconclusive, .answer.contradicted { border-color: var(--amber); background: var(--amber-soft); }
.answer h3 { margin: 0 0 .1rem; font-size: .875rem; color: var(--soft); }
.answer h3 + p { font-size: 1.0625rem; }
.request { display: grid; gap: .45rem; margin: 0; }
.request div { display: grid; grid-template-columns: 6.5rem 1fr; }
.request dt { color: var(--soft); }
.request dd { margin: 0; }
.request .note { margin-left: .35rem; font-size: .9375rem; }
.path { margin: 1.75rem 0 0; }
.path svg { display: block; max-width: 100%; height: auto; font-size: 12.5px; }
.path .across { margin: 0 auto; }
.path .down { display: none; font-size: 14px; }
.path text { fill: var(--text); }
.path .note { fill: var(--soft); font-size: 12px; }
.path .symbol { font-size: 15px; font-weight: 700; }
.path circle, .path rect { fill: var(--card); stroke: var(--soft); stroke-width: 1.5; }
.path .way { fill: none; stroke: var(--green); stroke-width: 2.5; }
.path .uncertain { stroke: var(--amber); stroke-dasharray: 6 4; }
.path .blocked { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 1 5; stroke-linecap: round; }
.path .pass circle, .path .pass rect { fill: var(--green-soft); stroke: var(--green); }
.path .pass .symbol { fill: var(--green); }
.path .unknown circle { stroke: var(--amber); stroke-dasharray: 4 3; }
.path .unknown .symbol, .path .unknown .note { fill: var(--amber); }
.path .assumed .symbol, .path .skipped .symbol, .path .skipped .name { fill: var(--soft); }
.path .fail circle { fill: var(--red); stroke: var(--red); }
.path .fail .symbol { fill: var(--on-red); }
.path .fail .name, .path .fail .note { fill: var(--red); font-weight: 700; }
.path .end rect { stroke: var(--text); }
.path .end .name { font-weight: 700; }
@media (max-width: 62rem) {
  .path .across { display: none; }
  .path .down { display: block; }
}
.blocking h3 .symbol { color: var(--red); }
.cause + .cause { margin-top: 1.5rem; }
.said { padding-left: .9rem; border-left: 3px solid var(--line); color: var(--soft); }
.finding { font-weight: 600; }
.place { margin: .75rem 0 .35rem; font-size: .9375rem; }
pre {
  margin: 0 0 .9rem; padding: .7rem .9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--code); line-height: 1.6;
  white-space: pre-wrap; overflow-wrap: anywhere; overflow: hidden;
}
pre code { display: block; padding: 0; background: none; font-size: inherit; }
.line { display: block; min-height: 1.6em; }
.numbered .line { padding-left: 3.6em; text-indent: -3.6em; }
.number {
  display: inline-block; width: 2.6em; margin-right: 1em; padding-right: .6em; border-right: 1px solid var(--line); color: var(--soft);
  text-align: right; text-indent: 0; user-select: none;
}
.line:has(mark), .line:has(mark) + .line, .line:has(.at) { background: var(--red-soft); box-shadow: -.9rem 0 var(--red-soft), .9rem 0 var(--red-soft); }
mark { border-radius: 3px; background: var(--mark); color: inherit; text-decoration: underline; text-decoration-color: var(--red); text-underline-offset: .25em; }
.why { color: var(--red); font-weight: 600; }
pre del, pre ins { display: block; margin: 0 -.9rem; padding: 0 .9rem; text-decoration: none; }
.diff .line { padding-left: 2ch; text-indent: -2ch; }
.diff del, .diff ins { margin: 0 -.9rem 0 calc(-.9rem - 2ch); padding-left: calc(.9rem + 2ch); }
pre del { background: var(--red-soft); color: var(--red); }
pre ins { background: var(--green-soft); color: var(--green); }
.fix { margin: 1.1rem 0 .9rem; padding: 1rem 1.25rem .4rem; border: 1px solid var(--line); border-left: 4px solid var(--green); border-radius: 0 8px 8px 0; }
.check { font-size: .9375rem; color: var(--soft); }
.more { font-size: .875rem; }
.more a { margin-right: .6rem; }
details { margin: .75rem 0; }
summary { padding: .25rem 0; cursor: pointer; color: var(--link); }
details[open] > summary { margin-bottom: .4rem; }
.together { margin-top: 1.25rem; }
.message { margin: 2rem 0 1rem; padding: 1rem 1.25rem .4rem; border: 1px solid var(--line); border-radius: 8px; -webkit-user-select: all; user-select: all; }
.message h3 { margin-top: 0; }
.message ul { margin: 0 0 .6rem; padding-left: 1.25rem; }
.message pre { -webkit-user-select: text; user-select: text; }
.steps { margin: 2rem 0 1rem; padding: .1rem 0 0; border-top: 1px solid var(--line); }
.steps h3 { margin-top: 1.25rem; }
.steps ul { margin: 0; padding: 0; list-style: none; }
.steps li { display: grid; grid-template-columns: 1.4rem minmax(0, 6fr) minmax(0, 5fr); gap: 0 .4rem; padding: .2rem 0; }
.steps .symbol { font-weight: 700; color: var(--soft); }
.steps .pass .symbol { color: var(--green); }
.steps .unknown .symbol { color: var(--amber); }
.required > ol { padding-left: 1.5rem; }
.required > ol > li { margin-bottom: 1.25rem; }
.required .title { font-weight: 600; }
.related > ul { padding: 0; list-style: none; }
.related .symbol { font-weight: 700; }
.related .allowed > .symbol { color: var(--green); }
.related .denied > .symbol { color: var(--red); }
.related .undetermined > .symbol { color: var(--amber); }
.overview { margin: 0 0 1.5rem; padding: .5rem 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th { text-align: left; white-space: nowrap; font-weight: 600; color: var(--soft); }
th, td { padding: .5rem .75rem .5rem 0; vertical-align: top; }
.overview table { table-layout: fixed; }
.overview th:nth-child(1) { width: 4.25rem; }
.overview th:nth-child(2) { width: 24%; }
.overview th:nth-child(3) { width: 22%; }
.overview th:nth-child(5) { width: 15%; }
.overview th:nth-child(6) { width: 17%; }
tbody tr { border-top: 1px solid var(--line); }
@media (max-width: 58rem) {
  .overview thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .overview table, .overview tbody, .overview tr, .overview td { display: block; }
  .overview tr { padding: .5rem 0; }
  .overview tr:first-child { border: 0; }
  .overview td { padding: 0; }
  .overview td:empty { display: none; }
  .overview td::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media (max-width: 46rem) {
  main { padding: 1rem .6rem 3rem; }
  article { padding: 1.1rem 1rem; }
  pre { word-break: break-all; }
  .command, .why { word-break: normal; }
  .request div { grid-template-columns: 1fr; }
  .steps li { grid-template-columns: 1.4rem minmax(0, 1fr); }
  .steps .summary { grid-column: 2; }
}
@media print {
  body { background: none; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  article { padding: 0; border: 0; }
  article + article { break-before: page; }
  pre, .fix, .policy, figure { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a[href^="https:"]::after { content: " <" attr(href) ">"; color: var(--soft); }
}
`;

/** The content of the page's `<style>`. */
export const STYLE = Markup.of(CSS);

/** The digest by which the page's policy lets in this style, and no other. */
export const STYLE_HASH = 'sha256-aS2cj927RF+KEJVIz9buCvAb+oslEnXwX5qizaYe+EU=';
