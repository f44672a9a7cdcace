import { assertNever } from '../../../shared/assert-never.ts';
import { bundleWords } from './bundle-words.ts';
import { diagnoseWords } from './diagnose-words.ts';
import {
  goals,
  goalsOfOwnWheels,
  goalSchema,
  takesOwnWheel,
  type Goal,
} from '../../../shared/goal.ts';
import type { Language } from '../../../shared/languages.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Platform } from '../../../shared/facts.ts';
import { commandNames, commands, isCommandName, type CommandName } from './commands.ts';
import { commonOptions, options, type OptionName } from './options.ts';
import { isCompletionShell, shells, type CompletionShell } from './completion/shells.ts';
import { knowledgeWish } from './knowledge-words.ts';
import { isLanguage, languageOf } from './language.ts';
import { nearestWord } from './nearest-word.ts';
import { readWords, type Words } from './read-words.ts';
import { usageHint } from './usage-hint.ts';
import { UsageError, type Invocation, type ParsedArguments } from './invocation.ts';

type Surroundings = {
  platform: Platform;
  environment: Readonly<Record<string, string | undefined>>;
  /** The language of the settings; without one the terminal's own. */
  chosen?: Language | null;
};

/** Reads a command line. Never throws: what cannot be understood is answered as a fault. */
export function parseArguments(
  argv: readonly string[],
  { platform, environment, chosen = null }: Surroundings,
): ParsedArguments {
  const words = readWords(argv, platform);
  const asked = words.values.get('lang')?.at(-1);
  const language = asked && isLanguage(asked) ? asked : (chosen ?? languageOf(environment));
  const json = words.switches.has('json');
  try {
    return { json, language, request: { ok: true, invocation: understand(words) } };
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    return { json, language, request: { ok: false, fault: thrown.fault } };
  }
}

function understand(words: Words): Invocation {
  const [first, ...rest] = words.positionals;
  if (words.switches.has('version')) return { command: 'version' };
  if (first === undefined || first === 'help') return helpFor(words, rest[0]);
  if (!isCommandName(first)) throw unknownCommand(first);
  if (words.switches.has('help')) return { command: 'help', about: first };
  checkOptions(words, first);
  checkCount(first, rest);
  return invocationOf(first, rest, words);
}

function helpFor(words: Words, about: string | undefined): Invocation {
  if (words.badOption !== null) throw unknownOption(words.badOption, null);
  if (about === undefined) {
    const asked = words.switches.has('help') || words.positionals[0] === 'help';
    if (asked) return { command: 'help', about: null };
    throw new UsageError(message('cli.usage.no-command'), commandsHint());
  }
  if (!isCommandName(about)) throw unknownCommand(about);
  return { command: 'help', about };
}

function unknownCommand(word: string): UsageError {
  const nearest = nearestWord(word, commandNames);
  const sentence = nearest
    ? message('cli.usage.unknown-command-near', { word, nearest })
    : message('cli.usage.unknown-command', { word });
  return new UsageError(sentence, commandsHint());
}

function commandsHint() {
  return message('cli.usage.commands', { commands: commandNames.join(', ') });
}

function checkOptions(words: Words, command: CommandName): void {
  const known: readonly OptionName[] = [...commands[command].options, ...commonOptions];
  if (words.badOption !== null) throw unknownOption(words.badOption, command);
  const given = [...words.switches, ...words.values.keys()];
  const foreign = given.find((name) => !known.includes(name));
  if (foreign) throw unknownOption(`--${foreign}`, command);
  if (words.valueMissing !== null) {
    const name = words.valueMissing;
    if (!known.includes(name)) throw unknownOption(`--${name}`, command);
    throw new UsageError(
      message('cli.usage.value-missing', { option: `--${name}`, value: options[name].value ?? '' }),
      usageHint(command),
    );
  }
  const language = words.values.get('lang')?.at(-1);
  if (language !== undefined && !isLanguage(language)) {
    throw new UsageError(
      message('cli.usage.unknown-language', { word: language }),
      message('cli.usage.languages'),
    );
  }
}

function unknownOption(option: string, command: CommandName | null): UsageError {
  const known = [...(command ? commands[command].options : []), ...commonOptions];
  const written = known.map((name) => `--${name}`);
  const nearest = nearestWord(option, written);
  const params = { option, command: command ?? 'attention-doctor' };
  return new UsageError(
    nearest
      ? message('cli.usage.unknown-option-near', { ...params, nearest })
      : message('cli.usage.unknown-option', params),
    message('cli.usage.options', { options: written.join(', ') }),
  );
}

function checkCount(command: CommandName, rest: readonly string[]): void {
  const { words, missing } = commands[command];
  const { least, most } = words;
  if (rest.length < least || rest.slice(0, least).some((word) => word.trim() === '')) {
    throw new UsageError(
      message(missing ?? 'cli.usage.target-missing', { command }),
      usageHint(command),
    );
  }
  const extra = rest[most];
  if (extra !== undefined) {
    throw new UsageError(
      message('cli.usage.extra-word', { command, word: extra }),
      usageHint(command),
    );
  }
}

function invocationOf(command: CommandName, rest: readonly string[], words: Words): Invocation {
  const [target = '', second = null] = rest;
  const has = (name: OptionName) => words.switches.has(name);
  const last = (name: OptionName) => words.values.get(name)?.at(-1) ?? null;
  switch (command) {
    case 'find':
      return {
        command,
        roots: words.values.get('root') ?? [],
        onlyRoots: has('only-roots'),
        verdicts: has('verdicts'),
      };
    case 'diagnose':
      return diagnoseWords(words, rest);
    case 'log':
      return { command, file: target, factsFile: last('facts') };
    case 'plan':
    case 'trial':
      return {
        command,
        target,
        goal: goalOf(last('goal')) ?? 'recommended',
        wheel: wheelOf(words),
        mirror: last('mirror'),
      };
    case 'fix':
      return {
        command,
        target,
        goal: goalOf(last('goal')),
        wheel: wheelOf(words),
        planId: last('plan'),
        mirror: last('mirror'),
        yes: has('yes'),
      };
    case 'verify':
      return { command, target, benchmark: has('benchmark'), workflow: last('workflow') };
    case 'snapshots':
    case 'history':
      return { command, target };
    case 'watch':
      return { command, target, seconds: secondsOf(last('interval')) };
    case 'rollback':
      return { command, target, snapshotId: second, yes: has('yes'), forget: has('forget') };
    case 'protect':
      return { command, target, off: has('off'), yes: has('yes') };
    case 'diff':
      return { command, target, other: second ?? '' };
    case 'bundle':
      return bundleWords(words, rest);
    case 'mirrors':
      return { command, tried: has('try') };
    case 'knowledge':
      return { command, wish: knowledgeWish(words) };
    case 'serve':
      return { command, port: portOf(last('port')), open: !has('no-open') };
    case 'completion':
      return { command, shell: shellOf(target) };
    default:
      return assertNever(command);
  }
}

function shellOf(word: string): CompletionShell {
  if (isCompletionShell(word)) return word;
  throw new UsageError(
    message('cli.usage.unknown-shell', { word }),
    message('cli.usage.shells', { shells: shells.join(', ') }),
  );
}

function goalOf(word: string | null): Goal | null {
  if (word === null) return null;
  const goal = goalSchema.safeParse(word);
  if (goal.success) return goal.data;
  const nearest = nearestWord(word, goals);
  throw new UsageError(
    nearest
      ? message('cli.usage.unknown-goal-near', { word, nearest })
      : message('cli.usage.unknown-goal', { word }),
    message('cli.usage.goals', { goals: goals.join(', ') }),
  );
}

/** A file says nothing of what it is for: the goal has to, and has to be one that takes files. */
function wheelOf(words: Words): string | null {
  const file = words.values.get('wheel')?.at(-1) ?? null;
  const goal = words.values.get('goal')?.at(-1);
  if (file === null || takesOwnWheel(goal)) return file;
  throw new UsageError(
    message('cli.usage.wheel-goal'),
    message('cli.usage.goals', { goals: goalsOfOwnWheels.join(', ') }),
  );
}

/** Often enough to notice it the same minute, and too seldom to be noticed. */
const usualInterval = 60;

function secondsOf(word: string | null): number {
  if (word === null) return usualInterval;
  const seconds = /^\d{1,6}$/.test(word) ? Number(word) : 0;
  if (seconds >= 1) return seconds;
  throw new UsageError(message('cli.usage.bad-interval', { word }), usageHint('watch'));
}

function portOf(word: string | null): number | null {
  if (word === null) return null;
  const port = /^\d{1,5}$/.test(word) ? Number(word) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(message('cli.usage.bad-port', { word }), usageHint('serve'));
}
