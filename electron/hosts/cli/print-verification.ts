import type { Rung, Verification } from '../../../shared/verification.ts';
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
  const operators = verification.rungs.flatMap((rung) => rung.details);
  const problems = verification.rungs.flatMap((rung) =>
    rung.problem ? ['', ...printProblem(page, rung.problem)] : [],
  );
  const { backend, flag, basis } = verification.recommended;
  const chosen = flag === null ? backend : `${backend} (${flag})`;
  return [
    ...columns(rows),
    ...columns(operators.map(({ name, ok }) => [`    ${name}`, operatorText(page, ok)])),
    ...problems,
    '',
    page.say('cli.verify.recommended', { backend: chosen }),
    ...wrap(page.tell(basis), width),
  ];
}

function operatorText(page: Page, ok: boolean): string {
  const { style } = page.terminal;
  return ok ? style.good(page.say('cli.operator.yes')) : style.quiet(page.say('cli.operator.no'));
}

function outcomeStyle(style: Style, outcome: Rung['outcome']): (text: string) => string {
  if (outcome === 'pass') return style.good;
  return outcome === 'fail' ? style.bad : style.warning;
}
