import type { MessageKey } from '../../../shared/messages/index.ts';
import { shells } from './completion/shells.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Completes, OptionName } from './options.ts';

export const commandNames = [
  'find',
  'diagnose',
  'log',
  'plan',
  'fix',
  'trial',
  'verify',
  'snapshots',
  'rollback',
  'history',
  'watch',
  'protect',
  'diff',
  'bundle',
  'mirrors',
  'knowledge',
  'serve',
  'completion',
] as const;
export type CommandName = (typeof commandNames)[number];

export function isCommandName(word: string): word is CommandName {
  return commandNames.some((name) => name === word);
}

type CommandShape = {
  /** The words after the command, as the usage line shows them. */
  usage: string;
  /** How many of them must be there, and how many may be. */
  words: { least: 0 | 1 | 2; most: 0 | 1 | 2 };
  /** What is said where a word is missing; by default that a target is. */
  missing?: MessageKey;
  options: readonly OptionName[];
  /** What its first words can be, for completion; left out where it takes none. */
  completes?: Completes;
  /** How it can end, besides what every command can come to. */
  exits: readonly ExitCode[];
  about: MessageKey;
  /** What else its help says: how it ends. */
  more?: MessageKey;
};

/** The command line; help and checks are made from this. */
export const commands: Record<CommandName, CommandShape> = {
  find: {
    usage: '[--root DIR]... [--only-roots] [--verdicts]',
    words: { least: 0, most: 0 },
    options: ['root', 'only-roots', 'verdicts'],
    exits: [0, 1],
    about: 'cli.about.find',
  },
  diagnose: {
    usage: 'TARGET [--static] | --all [--static] [--root DIR]... [--only-roots]',
    // One, unless all are looked at.
    words: { least: 0, most: 1 },
    options: ['static', 'all', 'root', 'only-roots'],
    completes: 'file',
    exits: [0, 1, 5],
    about: 'cli.about.diagnose',
  },
  log: {
    usage: 'FILE|- [--facts FILE]',
    words: { least: 1, most: 1 },
    missing: 'cli.usage.log-missing',
    options: ['facts'],
    completes: 'file',
    exits: [0, 1],
    about: 'cli.about.log',
  },
  plan: {
    usage: 'TARGET [--goal GOAL] [--wheel FILE] [--mirror ID]',
    words: { least: 1, most: 1 },
    options: ['goal', 'wheel', 'mirror'],
    completes: 'file',
    exits: [0, 5],
    about: 'cli.about.plan',
  },
  fix: {
    usage: 'TARGET [--goal GOAL | --plan ID] [--wheel FILE] [--mirror ID] --yes',
    words: { least: 1, most: 1 },
    options: ['goal', 'wheel', 'plan', 'mirror', 'yes'],
    completes: 'file',
    exits: [0, 3, 5],
    about: 'cli.about.fix',
  },
  trial: {
    usage: 'TARGET [--goal GOAL] [--wheel FILE] [--mirror ID]',
    words: { least: 1, most: 1 },
    options: ['goal', 'wheel', 'mirror'],
    completes: 'file',
    exits: [0, 1, 5],
    about: 'cli.about.trial',
  },
  verify: {
    usage: 'TARGET [--benchmark] [--workflow FILE]',
    words: { least: 1, most: 1 },
    options: ['benchmark', 'workflow'],
    completes: 'file',
    exits: [0, 1, 5],
    about: 'cli.about.verify',
  },
  snapshots: {
    usage: 'TARGET',
    words: { least: 1, most: 1 },
    options: [],
    completes: 'file',
    exits: [0],
    about: 'cli.about.snapshots',
  },
  rollback: {
    usage: 'TARGET [SNAPSHOT] [--forget] --yes',
    words: { least: 1, most: 2 },
    options: ['yes', 'forget'],
    completes: 'file',
    exits: [0, 5],
    about: 'cli.about.rollback',
  },
  history: {
    usage: 'TARGET',
    words: { least: 1, most: 1 },
    options: [],
    completes: 'file',
    exits: [0, 1],
    about: 'cli.about.history',
  },
  watch: {
    usage: 'TARGET [--interval SECONDS]',
    words: { least: 1, most: 1 },
    options: ['interval'],
    completes: 'file',
    exits: [1, 5],
    about: 'cli.about.watch',
    more: 'cli.help.watch',
  },
  protect: {
    usage: 'TARGET [--off] --yes',
    words: { least: 1, most: 1 },
    options: ['off', 'yes'],
    completes: 'file',
    exits: [0, 5],
    about: 'cli.about.protect',
  },
  diff: {
    usage: 'TARGET TARGET',
    words: { least: 2, most: 2 },
    missing: 'cli.usage.two-targets',
    options: [],
    completes: 'file',
    exits: [0, 1],
    about: 'cli.about.diff',
  },
  bundle: {
    usage: 'TARGET --output FILE.zip [--without PART]... | --open FILE.zip',
    // One, unless a bundle is opened.
    words: { least: 0, most: 1 },
    options: ['output', 'without', 'open'],
    completes: 'file',
    exits: [0, 5],
    about: 'cli.about.bundle',
  },
  mirrors: {
    usage: '[--try]',
    words: { least: 0, most: 0 },
    options: ['try'],
    exits: [0],
    about: 'cli.about.mirrors',
  },
  knowledge: {
    usage: '[--update [--from FILE|ADDRESS] | --shipped | --address ADDRESS]',
    words: { least: 0, most: 0 },
    options: ['update', 'from', 'shipped', 'address'],
    exits: [0],
    about: 'cli.about.knowledge',
  },
  serve: {
    usage: '[--port N] [--no-open]',
    words: { least: 0, most: 0 },
    options: ['port', 'no-open'],
    exits: [0],
    about: 'cli.about.serve',
  },
  completion: {
    usage: shells.join('|'),
    words: { least: 1, most: 1 },
    missing: 'cli.usage.shell-missing',
    options: [],
    completes: shells,
    exits: [0],
    about: 'cli.about.completion',
    more: 'cli.help.completion',
  },
};
