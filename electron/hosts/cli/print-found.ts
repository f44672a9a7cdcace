import type { Environment, Found, Glance, Install } from '../../../shared/install.ts';
import { problemSentence } from '../../../shared/messages/index.ts';
import type { Page } from './page.ts';
import { columns } from './terminal.ts';

/** What `find` saw: installs first, then every Python environment. */
export function printFound(page: Page, found: Found): string[] {
  const { installs, environments } = found;
  const { style } = page.terminal;
  if (installs.length === 0 && environments.length === 0) {
    return [page.say('cli.find.nothing'), page.say('cli.find.nothing.hint')];
  }
  const lines: string[] = [];
  for (const install of installs)
    lines.push(...installLines(page, install, found.glances?.[install.id]), '');
  const own = new Set(installs.map((install) => install.python?.environmentRoot));
  const others = environments.filter((each) => !own.has(each.environmentRoot));
  if (others.length > 0) {
    lines.push(style.strong(page.say('cli.find.environments')));
    lines.push(...others.flatMap((each) => environmentLines(page, each)), '');
  }
  lines.push(style.quiet(page.say('cli.find.next')));
  return lines;
}

function installLines(page: Page, install: Install, glance: Glance | undefined): string[] {
  const { style } = page.terminal;
  const version = install.comfyui ? ` ${install.comfyui.version}` : '';
  const running = install.running ? ` · ${style.warning(page.say('cli.find.running'))}` : '';
  const rows = [
    [page.say('cli.label.folder'), install.sourceRoot],
    [page.say('cli.label.python'), pythonText(page, install)],
    [page.say('cli.label.id'), install.id],
  ];
  if (install.dataRoot !== install.sourceRoot) {
    rows.push([page.say('cli.label.data'), install.dataRoot]);
  }
  for (const { path, flags } of install.launchers) {
    rows.push([page.say('cli.label.launcher'), [path, ...flags].join(' ')]);
  }
  return [
    `${style.strong(`${install.name}${version}`)} (${install.kind})${running}`,
    ...(glance ? [`  ${glanceLine(page, glance)}`] : []),
    ...columns(rows).map((line) => `  ${line}`),
    ...install.problems.map((each) => `  ${style.bad(problemSentence(page.language, each))}`),
  ];
}

function glanceLine(page: Page, { verdict, headline }: Glance): string {
  const { style } = page.terminal;
  const word = page.say(`ui.glance.${verdict}`);
  const painted = verdict === 'problem' ? style.bad(word) : style.strong(word);
  return `${painted}: ${page.tell(headline)}`;
}

function pythonText(page: Page, { python }: Install): string {
  if (!python) return page.say('cli.find.no-python');
  const version = python.version ? ` (${python.version})` : '';
  const broken = python.runnable ? '' : ` · ${page.say('cli.find.not-runnable')}`;
  return `${python.executable}${version}${broken}`;
}

function environmentLines(page: Page, environment: Environment): string[] {
  const { executable, version, kind, problems } = environment;
  const { style } = page.terminal;
  return [
    `  ${executable}  ${style.quiet([kind, version ?? ''].join(' ').trim())}`,
    ...problems.map((each) => `    ${style.bad(problemSentence(page.language, each))}`),
  ];
}
