import { compare } from '../knowledge/versions.ts';
import type { Environment } from '../../../shared/install.ts';
import type { LogLine } from '../../../shared/operation.ts';
import { fail, ProblemError, type Problem } from '../../../shared/problem.ts';
import { lastLines } from '../machine/run-outcome.ts';
import type { Command, RunResult, System } from '../machine/system.ts';
import { pythonVariables } from '../pythons/python-command.ts';
import { limitsOfPip, sayWhoIsSilent } from './pip-limits.ts';
import { ownPipFolder, pipCommand, pipVariables } from './own-pip.ts';
import { createArrivalReader, isCount, type Arrival } from './read-arrival.ts';
import { always, readSettings, variablesOf, type Settings } from './settings.ts';
import { withoutNetwork, withProxy } from './set-network.ts';

/** `--dry-run --report` came with 22.2 (pip's news). */
const oldestPip = '22.2';

export type PipOptions = {
  signal?: AbortSignal;
  onLine?: (line: LogLine) => void;
  /** What comes over the network, while it comes. */
  onArrival?: (arrival: Arrival) => void;
  environment?: Record<string, string | undefined>;
  workingFolder?: string;
  timeLimit?: number;
  silenceLimit?: number;
};

/**
 * Throws `pip-missing` or `pip-too-old` where neither we nor the environment has a pip that will
 * do. `version` is what the metadata folder of the environment's own says.
 */
export async function requirePip(
  system: System,
  environment: Environment,
  version: string | null,
): Promise<void> {
  if ((await ownPipFolder(system, environment)) !== null) return;
  const params = { executable: environment.executable };
  if (version === null) fail('pip-missing', { params });
  if (compare(version, oldestPip) < 0) {
    fail('pip-too-old', { params: { ...params, version, needed: oldestPip } });
  }
}

/**
 * Runs pip for this environment with the given settings and no others. Its exit code must be 0; else the Problem says whether the index, the wheel or
 * pip itself was the trouble.
 */
export async function pip(
  system: System,
  environment: Environment,
  words: readonly string[],
  settings: Settings,
  options: PipOptions = {},
): Promise<RunResult> {
  const command = await pipCommand(system, environment, words);
  options.onLine?.({ stream: 'command', text: readable(command.program, command.arguments) });
  const offline = system.network?.().offline ?? false;
  const variables = variablesOf(system, environment, offline ? withoutNetwork(settings) : settings);
  const index = settings['index-url'] ?? '';
  const heard = { ...limitsOfPip(system, words), ...options, ...listening(options) };
  const result = await runPip(system, environment, command, variables, heard).catch(
    (thrown: unknown) => {
      throw sayWhoIsSilent(thrown, environment, words, hostOf(index));
    },
  );
  if (result.exitCode !== 0) {
    const problem = explain(environment, result, index);
    throw new ProblemError({
      ...(offline && isOfNetwork(problem) ? { code: 'offline' } : problem),
      command: [command.program, ...command.arguments],
      exitCode: result.exitCode,
      detail: lastLines(result.stderr.trim() === '' ? withoutCounts(result.stdout) : result.stderr),
    });
  }
  return result;
}

function isOfNetwork({ code }: Problem): boolean {
  return code === 'no-matching-wheel' || code === 'index-unreachable';
}

/** Numbers of the download are for whoever shows it, lines for people. */
function listening({ onLine, onArrival }: PipOptions): Pick<PipOptions, 'onLine'> {
  if (!onLine && !onArrival) return {};
  const read = createArrivalReader();
  return {
    onLine: (line) => {
      const arrival = line.stream === 'stdout' ? read(line.text) : null;
      if (arrival) onArrival?.(arrival);
      if (!isCount(line.text)) onLine?.(line);
    },
  };
}

function withoutCounts(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => !isCount(line))
    .join('\n');
}

/** The user's own settings for this Python, as far as they may reach our calls. */
export async function settingsOf(
  system: System,
  environment: Environment,
  options: Pick<PipOptions, 'signal'> = {},
): Promise<Settings> {
  const words = ['config', 'list'];
  const command = await pipCommand(system, environment, words);
  const limits = { ...limitsOfPip(system, words), ...options };
  const result = await runPip(system, environment, command, always(system), limits).catch(
    (thrown: unknown) => {
      throw sayWhoIsSilent(thrown, environment, words, '');
    },
  );
  if (result.exitCode === 0)
    return withProxy(readSettings(result.stdout), system.network?.().proxy);
  const error = lastLines(result.stderr.trim() === '' ? result.stdout : result.stderr);
  throw new ProblemError({
    ...explain(environment, result, ''),
    command: [command.program, ...command.arguments],
    exitCode: result.exitCode,
    detail: error,
  });
}

function runPip(
  system: System,
  environment: Environment,
  command: Command,
  variables: Record<string, string | undefined>,
  options: PipOptions,
): Promise<RunResult> {
  return system.run(command, {
    // Variables of Python's own are blank but for ours.
    environment: {
      ...variables,
      ...pythonVariables(environment),
      ...pipVariables(command),
      ...options.environment,
    },
    okExitCodes: 'any',
    keepSecrets: true,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onLine ? { onLine: options.onLine } : {}),
    ...(options.workingFolder ? { workingFolder: options.workingFolder } : {}),
    ...(options.timeLimit ? { timeLimit: options.timeLimit } : {}),
    ...(options.silenceLimit ? { silenceLimit: options.silenceLimit } : {}),
  });
}

const unreachable =
  /NewConnectionError|ConnectTimeoutError|ConnectionError|Connection refused|ConnectionResetError|Max retries exceeded|Failed to establish a new connection|getaddrinfo failed|Name or service not known|Temporary failure in name resolution|ReadTimeoutError|SSLError|SSLCertVerificationError|ProxyError|Network is unreachable|Remote end closed connection|IncompleteRead|Failed to connect to |didn't respond within|Failed to establish a secure connection|HTTP error 5\d\d|5\d\d Server Error/;

/** What pip's words mean, most telling first: an unreachable index also prints "no matching distribution". */
export function explain(environment: Environment, result: RunResult, index: string): Problem {
  const text = `${result.stderr}\n${result.stdout}`;
  const { executable } = environment;
  if (/No module named pip\b/.test(text)) return { code: 'pip-missing', params: { executable } };
  if (/No space left on device|Errno 28|not enough space on the disk/i.test(text)) {
    // pip names the file that did not fit: it may lie on another disk than the environment.
    const named = /(?:Errno 28|WinError 112)\][^\n]*?:\s*(['"])(.+?)\1/.exec(text)?.[2];
    return {
      code: 'disk-full',
      params: { path: named ?? environment.environmentRoot, needed: '?' },
    };
  }
  const broken = /Download failed (?:after \d+ attempts )?because not enough bytes/.test(text);
  if (broken) {
    const name = /URL: \S*\/([^/\s]+\.whl)/.exec(text.replace(/\n\s*/g, ''))?.[1];
    return { code: 'download-broken', params: { name: name ?? hostOf(index) } };
  }
  if (unreachable.test(text)) {
    return { code: 'index-unreachable', params: { index: indexIn(text) ?? hostOf(index) } };
  }
  if (/externally-managed-environment/.test(text)) return { code: 'externally-managed' };
  if (/ResolutionImpossible|conflicting dependencies/.test(text)) {
    const named = /The conflict is caused by:\s*([\s\S]*?)\n\s*\n/.exec(text)?.[1] ?? '';
    return { code: 'would-break-packages', params: { packages: oneLine(named) } };
  }
  const missing = /No matching distribution found for (\S+)/.exec(text)?.[1];
  if (missing) return { code: 'no-matching-wheel', params: { name: missing, what: executable } };
  if (/Permission denied|Access is denied|WinError 5|WinError 32/.test(text)) {
    return { code: 'permission-denied', params: { path: environment.environmentRoot } };
  }
  const error = /^ERROR: (.*)$/m.exec(text)?.[1] ?? `exit code ${result.exitCode}`;
  return { code: 'pip-failed', params: { reason: oneLine(error) } };
}

function hostOf(url: string): string {
  return url === '' ? 'PyPI' : url.replace(/^[a-z]+:\/\/(?:[^/\s@]*@)?/i, '');
}

function indexIn(text: string): string | null {
  const host = /host='([^']+)', port=(\d+)/.exec(text);
  if (host) return `${host[1] ?? ''}:${host[2] ?? ''}`;
  return /https?:\/\/(?:[^/\s@]*@)?([^/\s'")]+)/.exec(text)?.[1] ?? null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/**
 * Whether pip broke while it summed up what it had already put in: it reads the versions of all
 * packages for that, and trips over a metadata folder without METADATA. Whether everything is in
 * its place the files have to tell. Source: pip/_internal/commands/install.py,
 * `installed_packages_summary`; seen with 25.0.1 and 26.3.
 */
export function brokeInSummary({ code, detail }: Problem): boolean {
  return (
    code === 'pip-failed' &&
    /Invalid version: None|expected string or bytes-like object, got 'NoneType'/.test(detail ?? '')
  );
}

/** A command as people write it; only ever shown, never run. */
export function readable(program: string, words: readonly string[]): string {
  return [program, ...words].map((word) => (/[\s"']/.test(word) ? `"${word}"` : word)).join(' ');
}
