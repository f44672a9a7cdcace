import { proofOf, type Proof } from '../../../shared/proof.ts';
import type { Rung, Verification } from '../../../shared/verification.ts';
import { printBenchmark } from './print-benchmark.ts';
import { printWorkflow } from './print-workflow.ts';
import { printProblem, type Page } from './page.ts';
import { columns, type Style } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The ladder, rung by rung, and which attention to use. */
export function printVerification(page: Page, verification: Verification): string[] {
  const { style, width } = page.terminal;
  const rows = verification.rungs.map((rung) => [
    outcomeStyle(style, rung.outcome)(page.say(`cli.rung.${rung.outcome}`)),
    page.tellLines(rung.evidence).join(' '),
  ]);
  const problems = verification.rungs.flatMap((rung) =>
    rung.problem ? ['', ...printProblem(page, rung.problem)] : [],
  );
  const { backend, flag, basis } = verification.recommended;
  const chosen = flag === null ? backend : `${backend} (${flag})`;
  const proof = proofOf(verification);
  return [
    proofStyle(style, proof)(page.say(`proof.${proof}`)),
    '',
    ...columns(rows),
    ...verification.rungs.flatMap((rung) => detailLines(page, rung)),
    ...problems,
    ...printBenchmark(page, verification),
    ...printWorkflow(page, verification),
    '',
    page.say('cli.verify.recommended', { backend: chosen }),
    ...wrap(page.tell(basis), width),
    ...(verification.launch
      ? ['', `${page.say('ui.proof.launch')}:`, `  ${verification.launch.text}`]
      : []),
  ];
}

/** Operators, backends and kernels, each under the name of its rung. */
function detailLines(page: Page, { id, details }: Rung): string[] {
  if (details.length === 0) return [];
  const { style } = page.terminal;
  const [yes, no] =
    id === 'extension'
      ? (['cli.rung.pass', 'ui.rung.detail-missing'] as const)
      : id === 'operators'
        ? (['cli.operator.yes', 'cli.operator.no'] as const)
        : (['cli.rung.pass', 'cli.rung.fail'] as const);
  // Names of kernels are sentences: as a first column they would push the rest off the screen.
  const namesLast = details.some(({ name }) => name.length > longestFirst);
  const rows = details.map(({ name, ok, why = '' }) => {
    const outcome = ok ? style.good(page.say(yes)) : style.quiet(page.say(no));
    const reason = why.slice(0, 160);
    return namesLast
      ? [`    ${outcome}`, shortened(name), reason]
      : [`    ${name}`, outcome, reason];
  });
  return ['', `  ${page.say(`rung.${id}.title`)}`, ...columns(rows)];
}

const longestFirst = 48;

function shortened(name: string): string {
  return name.length > 110 ? `${name.slice(0, 109)}…` : name;
}

function proofStyle(style: Style, proof: Proof): (text: string) => string {
  if (proof === 'failed') return style.bad;
  return proof === 'partly' || proof === 'nothing' ? style.warning : style.good;
}

function outcomeStyle(style: Style, outcome: Rung['outcome']): (text: string) => string {
  if (outcome === 'pass') return style.good;
  return outcome === 'fail' ? style.bad : style.warning;
}
