import type { BundlePart } from '../../../shared/bundle.ts';
import { reportSchemaNumber } from '../../../shared/bundle.ts';
import type { Language } from '../../../shared/contract.ts';
import { valueOf, type Facts } from '../../../shared/facts.ts';
import { collectEnvText, xformersInfoText } from './known-forms.ts';
import { renderPage } from './render-page.ts';
import { renderReport, type ReportContent } from './render-report.ts';

/** Largest log kept in a bundle, in lines from its end. */
const keptLines = 20_000;

/** The files of a bundle as they are before anything private is replaced. Pure. */
export function contentsOf(
  content: ReportContent,
  language: Language,
): { texts: Partial<Record<BundlePart, string>>; values: Partial<Record<BundlePart, unknown>> } {
  const { log, history, ...report } = content;
  const { facts, threats = [] } = content.diagnosis;
  return {
    texts: {
      'report.md': renderReport(content),
      'report.html': renderPage(content, language),
      'packages.txt': lines(facts.distributions.map(({ name, version }) => `${name}==${version}`)),
      'launch.txt': launchText(facts),
      'compiled-files.txt': extensionsText(facts),
      'xformers-info.txt': xformersInfoText(facts),
      'collect-env.txt': collectEnvText(facts),
      'log.txt': lines(log.slice(-keptLines)),
    },
    values: {
      'report.json': { schema: reportSchemaNumber, ...report },
      'plan.json': content.plan ?? content.fix?.plan,
      'saved-states.json': unlessEmpty(content.snapshots),
      'history.json': history && history.entries.length > 0 ? history : undefined,
      'threats.json': unlessEmpty(threats),
    },
  };
}

function unlessEmpty<T>(all: readonly T[]): readonly T[] | undefined {
  return all.length > 0 ? all : undefined;
}

function lines(all: readonly string[]): string {
  return all.length === 0 ? '' : `${all.join('\n')}\n`;
}

/** How ComfyUI is started; empty where there is none. */
function launchText({ comfyui }: Facts): string {
  if (!comfyui) return '';
  const { flags, flagsFrom, otherLaunchers = [], pythons = [] } = comfyui;
  const from =
    flagsFrom?.kind === 'process' ? `process ${flagsFrom.pid}` : (flagsFrom?.path ?? '-');
  return lines([
    `flags: ${flags.join(' ') || '-'}`,
    `from: ${from}`,
    ...otherLaunchers.map((each) => `also: ${each.path} ${each.flags.join(' ')}`.trimEnd()),
    ...pythons.map(({ script, python }) => `python of ${script}: ${python ?? '?'}`),
  ]);
}

/** What the simulated loader says of each compiled file. */
function extensionsText({ extensions = [], torch }: Facts): string {
  if (extensions.length === 0) return '';
  const rows = extensions.map(({ file, answer, why, name, names = [], count }) =>
    [file, answer, why, name, count, ...names].filter((each) => each !== undefined).join('\t'),
  );
  return lines([`torch ${valueOf(torch)?.version ?? '?'}`, ...rows]);
}
