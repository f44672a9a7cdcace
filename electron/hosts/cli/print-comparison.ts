import type { Comparison } from '../../../shared/comparison.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Page } from './page.ts';
import { columns } from './terminal.ts';

/** Two environments side by side: only what differs. */
export function printComparison(page: Page, comparison: Comparison): string[] {
  const { left, right, packages, flags, findings } = comparison;
  const { style } = page.terminal;
  const head = columns([
    [page.say('compare.this'), left.place, page.tell(left.headline)],
    [page.say('compare.other'), right.place, page.tell(right.headline)],
  ]);
  if (packages.length + flags.length + findings.length === 0)
    return [...head, '', style.good(page.say('compare.alike'))];
  const absent = page.say('compare.absent');
  const where = (each: { left: boolean }): string =>
    page.say(each.left ? 'compare.only-left' : 'compare.only-right');
  const part = (
    key: 'compare.packages' | 'compare.flags' | 'compare.findings',
    rows: string[][],
  ): string[] =>
    rows.length === 0
      ? []
      : ['', style.strong(page.say(key, { count: rows.length })), ...columns(rows)];
  return [
    ...head,
    ...part(
      'compare.findings',
      findings.map((each) => [page.tell(each.title), where(each)]),
    ),
    ...part(
      'compare.flags',
      flags.map((each) => [visibleText(each.flag), where(each)]),
    ),
    ...part(
      'compare.packages',
      packages.map((each) => [
        visibleText(each.name),
        visibleText(each.left ?? absent),
        visibleText(each.right ?? absent),
      ]),
    ),
  ];
}
