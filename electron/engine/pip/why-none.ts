import type { Environment } from '../../../shared/install.ts';
import { ProblemError, type Problem } from '../../../shared/problem.ts';
import type { System } from '../machine/system.ts';
import { withoutCredentials } from '../knowledge/torch-index.ts';
import { pip, type PipOptions } from './run-pip.ts';
import type { Settings } from './settings.ts';

/**
 * Why an index has nothing of a name. pip says the same of a package that is not there, of a
 * server that fails and of the login page of a proxy; the difference it only tells when it is
 * asked to say all. null: the index answers as one does, and has nothing.
 */
export async function whyNone(
  system: System,
  environment: Environment,
  name: string,
  settings: Settings,
  options: PipOptions,
): Promise<Problem | null> {
  let said = '';
  const onLine: PipOptions['onLine'] = (line) => {
    if (line.stream !== 'command') said += `${line.text}\n`;
  };
  try {
    const words = ['index', 'versions', '-vv', '--only-binary', ':all:', '--retries', '1', name];
    await pip(system, environment, words, settings, { ...options, onLine });
  } catch (error) {
    // That it has none is known; a pip that knows no such question tells nothing more.
    if (!(error instanceof ProblemError)) throw error;
    const { code } = error.problem;
    if (code === 'cancelled' || code === 'python-silent') throw error;
    if (code === 'index-unreachable' || code === 'download-stalled')
      return troubleIn(said) ?? error.problem;
  }
  return troubleIn(said);
}

/** What the words of `pip index versions -vv` tell of the index. Source: pip 26.3, index/collector.py. */
export function troubleIn(said: string): Problem | null {
  for (const [, url = '', reason = ''] of said.matchAll(
    /^\s*Could not fetch URL (\S+): (.*) - skipping$/gm,
  )) {
    const index = hostOf(url);
    const status = /^(\d{3}) (?:Client|Server) Error|too many (\d{3}) error/.exec(reason);
    const number =
      status?.slice(1).find(Boolean) ?? /Caused by ResponseError.*?(\d{3})/.exec(reason)?.[1];
    if (number === '404' || number === '410') continue;
    return number === undefined
      ? { code: 'index-unreachable', params: { index }, detail: reason }
      : { code: 'index-refuses', params: { index, status: number }, detail: reason };
  }
  const strange =
    /^(?:WARNING: )?Skipping page (\S+) because the \w+ request got Content-Type/m.exec(said);
  if (strange) return { code: 'index-is-page', params: { index: hostOf(strange[1] ?? '') } };
  const page = /^\s*Fetched page (\S+) as text\/html/m.exec(said);
  const namesFiles = /\.(?:whl|tar\.gz|zip|egg|tar\.bz2|exe)\b/.test(said);
  return page && !namesFiles
    ? { code: 'index-is-page', params: { index: hostOf(page[1] ?? '') } }
    : null;
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/]+)/i.exec(withoutCredentials(url))?.[1] ?? url;
}
