/** The look of report.html: the window's own colours, on paper as well. */
export const pageStyle = `
:root { color-scheme: light dark; --text: #2b2723; --quiet: #6b635a; --line: #ddd5ca; --card: #fffdf9; --page: #f7f3ec; --bad: #a4321f; --good: #2f6b3a; }
@media (prefers-color-scheme: dark) {
  :root { --text: #ece6dd; --quiet: #b3a99c; --line: #4a443c; --card: #24211d; --page: #1b1916; --bad: #f0917f; --good: #8fce9b; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.6 system-ui, "Segoe UI", "Noto Sans SC", "Microsoft YaHei", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem; overflow-wrap: anywhere; }
h1 { margin: .25rem 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; }
h3 { margin: 0 0 .25rem; font-size: 1.05rem; }
h4 { margin: 1rem 0 .25rem; font-size: 1rem; }
p, ul, ol { margin: .4rem 0; }
.lead { color: var(--quiet); }
.word { font-weight: 600; }
.problem, .hardware_limit { color: var(--bad); }
.healthy, .benign { color: var(--good); }
.quiet, footer, dt, .ladder span { color: var(--quiet); font-size: .9rem; }
article { margin: 0 0 1rem; padding: 1rem 1.15rem; border: 1px solid var(--line); border-left-width: 4px; border-radius: 8px; background: var(--card); }
article.error { border-left-color: var(--bad); }
article.ok { border-left-color: var(--good); }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: minmax(9rem, 1fr) 2fr; gap: .75rem; padding: .35rem 0; border-top: 1px solid var(--line); }
dd { margin: 0; }
code, pre { font: .9em/1.5 ui-monospace, Consolas, "Noto Sans Mono", monospace; }
pre { margin: .4rem 0; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
.ladder li { margin: .4rem 0; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; }
@media (max-width: 32rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
@media print { body { background: #fff; } main { max-width: none; padding: 0; } article { break-inside: avoid; } }
`;
