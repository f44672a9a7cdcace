import type { Change } from '../../../shared/plan.ts';
import type { FixResult, RollbackResult, Snapshot } from '../../../shared/report.ts';
import { bytesText } from './quantities.ts';
import { printProblem, shellWord, type Page } from './page.ts';
import { changeRows } from './print-plan.ts';
import { printVerification } from './print-verification.ts';
import { columns } from './terminal.ts';

/** How a repair ended: what changed, what was proved, and how to go back. */
export function printFix(page: Page, fix: FixResult): string[] {
  const { style } = page.terminal;
  const good = fix.outcome === 'fixed' || fix.outcome === 'nothing-to-do';
  const headline = page.say(`cli.fix.${fix.outcome}`);
  const lines = [good ? style.good(headline) : style.bad(headline)];
  if (fix.changes.length > 0) {
    lines.push(...columns(changeRows(page, fix.changes)).map((line) => `  ${line}`));
  }
  if (fix.outcome === 'fixed' && fix.verification) {
    lines.push('', ...printVerification(page, fix.verification));
  }
  if (fix.problem) lines.push('', ...printProblem(page, fix.problem));
  lines.push(...printLeft(page, fix.left ?? []));
  if (fix.snapshotId !== null && fix.outcome !== 'undone' && fix.outcome !== 'cancelled') {
    const command = `attention-doctor rollback ${shellWord(page.target)} ${fix.snapshotId} --yes`;
    lines.push('', page.say('cli.fix.go-back', { command }));
  }
  return lines;
}

export function printRollback(page: Page, rollback: RollbackResult): string[] {
  const { style } = page.terminal;
  const headline = page.say(`cli.rollback.${rollback.outcome}`);
  const rows = columns(changeRows(page, rollback.restored)).map((line) => `  ${line}`);
  return [
    rollback.outcome === 'needs-attention' ? style.bad(headline) : style.good(headline),
    ...rows,
    ...printLeft(page, rollback.left ?? []),
    ...printStays(page, rollback.stays ?? []),
  ];
}

function printStays(page: Page, stays: readonly Change[]): string[] {
  if (stays.length === 0) return [];
  const names = stays.map(({ name, to }) => `${name} ${to}`).join(', ');
  return ['', page.say('cli.stays', { names })];
}

/** As many as help to recognise what it is about. */
const shownPaths = 10;

/** What was not ours to take away: told, so that nobody wonders. */
function printLeft(page: Page, left: readonly string[]): string[] {
  if (left.length === 0) return [];
  const more = left.length - shownPaths;
  return [
    '',
    page.say('cli.left', { count: left.length }),
    ...left.slice(0, shownPaths).map((location) => `  ${location}`),
    ...(more > 0 ? [`  ${page.say('cli.left.more', { count: more })}`] : []),
  ];
}

/** Shown when --yes is missing: what would be put back. */
export function printRollbackConsent(page: Page, snapshot: Snapshot, forget: boolean): string[] {
  const back = snapshot.changes.map(({ name, from, to }) => ({ name, from: to, to: from }));
  const option = forget ? '--forget --yes' : '--yes';
  const command = `attention-doctor rollback ${shellWord(page.target)} ${snapshot.id} ${option}`;
  if (forget) return [page.say('cli.rollback.forget-consent', { at: snapshot.at, command })];
  return [
    page.terminal.style.strong(page.say('cli.rollback.title', { at: snapshot.at })),
    ...columns(changeRows(page, back)).map((line) => `  ${line}`),
    '',
    page.say('cli.rollback.consent', { command }),
  ];
}

/** The saved states of an environment, newest first as the engine lists them. */
export function printSnapshots(page: Page, snapshots: readonly Snapshot[]): string[] {
  if (snapshots.length === 0) return [page.say('cli.snapshots.none')];
  const rows = snapshots.map(({ id, at, reason, bytes, restoredAt }) => [
    id,
    at,
    bytesText(bytes),
    restoredAt === null ? reason : `${reason} · ${page.say('cli.snapshots.restored')}`,
  ]);
  return columns(rows);
}
