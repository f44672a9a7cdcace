import { printProblem, shellWord, type Page } from './page.ts';
import type { Diagnosed } from './diagnoses-document.ts';
import { headlineOf } from './print-finding.ts';

/** Each install with its verdict in a line, and how to see the rest. */
export function printDiagnoses(page: Page, all: readonly Diagnosed[]): string[] {
  if (all.length === 0) return [page.say('cli.find.nothing'), page.say('cli.find.nothing.hint')];
  return all.flatMap((each, index) => [...(index === 0 ? [] : ['']), ...linesOf(page, each)]);
}

function linesOf(page: Page, { install, diagnosis, problem }: Diagnosed): string[] {
  const { style } = page.terminal;
  const title = `${style.strong(install.name)} ${install.sourceRoot}`;
  if (!diagnosis) return [title, ...(problem ? printProblem(page, problem) : [])];
  const command = `attention-doctor diagnose ${shellWord(install.id)}`;
  return [
    title,
    headlineOf(page, diagnosis.verdict, page.tellLines(diagnosis.headline).join(' ')),
    ...(diagnosis.problem ? printProblem(page, diagnosis.problem) : []),
    style.quiet(page.say('cli.diagnose-all.more', { command })),
  ];
}
