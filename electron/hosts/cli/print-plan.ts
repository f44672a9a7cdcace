import { fileChangesOf } from '../../../shared/file-changes.ts';
import { ownWheelOf, type Change, type Plan } from '../../../shared/plan.ts';
import { needLines } from '../../../shared/plan-needs.ts';
import { bytesText } from './quantities.ts';
import { shellWord, type Page } from './page.ts';
import { columns } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The exact plan: what changes, what stays, what it costs, and how it is undone. */
export function printPlan(page: Page, plan: Plan): string[] {
  const { style, width } = page.terminal;
  if (plan.actions.length === 0) {
    return [style.good(page.say('cli.plan.nothing')), ...warningLines(page, plan)];
  }
  const size = (bytes: number | null) =>
    bytes === null ? page.say('cli.plan.size-unknown') : bytesText(bytes);
  return [
    style.strong(page.say('cli.plan.title', { goal: plan.goal })),
    ...columns(changeRows(page, plan.changes)).map((line) => `  ${line}`),
    ...ownWheelLines(page, plan),
    ...fileChangesOf(plan).flatMap((each) =>
      wrap(page.tell(each), width).map((line) => `  ${line}`),
    ),
    '',
    ...columns([
      [page.say('cli.label.environment'), plan.environmentRoot],
      [page.say('cli.label.pinned'), pinnedText(page, plan)],
      [page.say('cli.label.download'), size(plan.downloadBytes)],
      [page.say('cli.label.disk'), size(plan.diskBytes)],
      [page.say('cli.label.plan-id'), plan.id],
    ]),
    ...needLines(plan, { say: page.tell, size: bytesText }).flatMap((line) => wrap(line, width)),
    ...warningLines(page, plan),
    '',
    style.quiet(page.say('cli.plan.commands')),
    ...plan.commands.map((command) => style.quiet(`  ${command}`)),
    '',
    ...wrap(page.tell(plan.undo), width),
  ];
}

/** A file of the user's by its name, its hash, and what its name says it suits. */
function ownWheelLines(page: Page, plan: Plan): string[] {
  const own = ownWheelOf(plan);
  if (!own) return [];
  const { style, width } = page.terminal;
  return [
    '',
    ...wrap(page.say('plan.own-wheel', { file: own.wheel.fileName }), width),
    ...(own.wheel.sha256 === null ? [] : [style.quiet(`  SHA-256 ${own.wheel.sha256}`)]),
    ...own.fits.flatMap((each) => wrap(page.tell(each), width).map((line) => `  ${line}`)),
  ];
}

/** Said under a plan that was shown and not run. */
export function printConsent(page: Page, plan: Plan): string[] {
  const mirror = plan.mirror === undefined ? '' : ` --mirror ${plan.mirror}`;
  const command = `attention-doctor fix ${shellWord(page.target)} --plan ${plan.id}${mirror} --yes`;
  return [page.say('cli.fix.consent', { command })];
}

/** xformers  0.0.27  ->  0.0.29.post3 */
export function changeRows(page: Page, changes: readonly Change[]): string[][] {
  const none = page.say('cli.change.none');
  return changes.map(({ name, from, to }) => [
    name,
    from ?? none,
    '->',
    to ?? page.say('cli.change.removed'),
  ]);
}

function pinnedText(page: Page, plan: Plan): string {
  if (plan.pinned.length === 0) return page.say('cli.change.none');
  return plan.pinned.map(({ name, version }) => `${name} ${version}`).join(', ');
}

function warningLines(page: Page, plan: Plan): string[] {
  const { style, width } = page.terminal;
  return plan.warnings.flatMap((warning) => [
    '',
    ...wrap(page.tell(warning), width).map(style.warning),
  ]);
}
