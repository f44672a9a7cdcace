import type { History, HistoryEntry, SinceProved, TracedChange } from '../../../shared/history.ts';
import {
  changeSentence,
  culpritSentence,
  whatHappened,
} from '../../../shared/history-sentences.ts';
import { printProblem, shellWord, type Page } from './page.ts';
import { wrap } from './wrap.ts';

/** What is no longer as it was proved, who did it, and the one command that puts it right. */
export function printDrift(page: Page, since: SinceProved | undefined): string[] {
  if (!since) return [];
  const { lastGood, drift, restore, problem } = since;
  const told = problem ? ['', ...printProblem(page, problem)] : [];
  if (drift.length === 0 || lastGood === null) return told;
  const { style } = page.terminal;
  const when = momentText(lastGood);
  const lines = [
    ...told,
    '',
    style.warning(page.say('history.since.title')),
    page.say(`history.since.${since.proved ?? 'fits'}`, { when }),
    ...drift.flatMap((each) => changeLines(page, each)),
  ];
  if (restore) lines.push(page.say('cli.finding.remedy', { command: commandOf(page, restore) }));
  return lines;
}

export function printHistory(page: Page, history: History): string[] {
  const { style } = page.terminal;
  const { entries, lastGood, drift } = history;
  if (entries.length === 0) return [page.say('history.none'), ...printDrift(page, history)];
  const head =
    lastGood === null
      ? page.say('history.never')
      : drift.length === 0 && history.proved !== null
        ? page.say('history.good', { when: momentText(lastGood) })
        : null;
  const entryLines = entries.flatMap((entry) => [
    '',
    `${style.strong(momentText(entry.at))}  ${page.tell(whatHappened(entry))}`,
    ...provedLines(page, entry),
    ...entry.changes.flatMap((each) => changeLines(page, each, entry.kind)),
  ]);
  return [...(head === null ? [] : [head]), ...printDrift(page, history), ...entryLines];
}

function provedLines(page: Page, { proved }: HistoryEntry): string[] {
  return proved === null ? [] : [`  ${page.say(`history.proved.${proved}`)}`];
}

function changeLines(page: Page, change: TracedChange, kind?: HistoryEntry['kind']): string[] {
  const { width, style } = page.terminal;
  const lines = [`  ${page.tell(changeSentence(change))}`];
  const evidence = change.by?.evidence ?? change.candidates?.flatMap((each) => each.evidence) ?? [];
  const culprit = culpritSentence(change, kind);
  if (culprit) lines.push(...wrap(page.tell(culprit), width, '    '));
  for (const each of evidence)
    lines.push(...wrap(`- ${page.tell(each)}`, width, '    ').map(style.quiet));
  return lines;
}

function commandOf(page: Page, restore: NonNullable<SinceProved['restore']>): string {
  const target = shellWord(page.target);
  return restore.kind === 'snapshot'
    ? `attention-doctor rollback ${target} ${restore.snapshotId} --yes`
    : `attention-doctor plan ${target} --goal ${restore.goal}`;
}

/** By the clock of this machine, in digits that sort: 2026-11-30 17:05. */
function momentText(iso: string): string {
  const at = new Date(iso);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
