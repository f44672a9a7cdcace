import type { MessageKey } from '../../../shared/messages/index.ts';

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
] as const;
export type CommandName = (typeof commandNames)[number];

export function isCommandName(word: string): word is CommandName {
  return commandNames.some((name) => name === word);
}

export type OptionName =
  | 'root'
  | 'only-roots'
  | 'verdicts'
  | 'static'
  | 'all'
  | 'benchmark'
  | 'workflow'
  | 'facts'
  | 'goal'
  | 'wheel'
  | 'plan'
  | 'yes'
  | 'forget'
  | 'off'
  | 'mirror'
  | 'try'
  | 'update'
  | 'from'
  | 'shipped'
  | 'address'
  | 'interval'
  | 'output'
  | 'without'
  | 'open'
  | 'port'
  | 'no-open'
  | 'json'
  | 'lang'
  | 'help'
  | 'version';

type OptionShape = {
  /** The word that stands for the value; null for a switch. */
  value: string | null;
  multiple?: true;
  about: MessageKey;
};

export const options: Record<OptionName, OptionShape> = {
  root: { value: 'DIR', multiple: true, about: 'cli.option.root' },
  'only-roots': { value: null, about: 'cli.option.only-roots' },
  verdicts: { value: null, about: 'cli.option.verdicts' },
  static: { value: null, about: 'cli.option.static' },
  all: { value: null, about: 'cli.option.all' },
  benchmark: { value: null, about: 'cli.option.benchmark' },
  workflow: { value: 'FILE', about: 'cli.option.workflow' },
  facts: { value: 'FILE.json', about: 'cli.option.facts' },
  goal: { value: 'GOAL', about: 'cli.option.goal' },
  wheel: { value: 'FILE.whl', about: 'cli.option.wheel' },
  plan: { value: 'ID', about: 'cli.option.plan' },
  yes: { value: null, about: 'cli.option.yes' },
  forget: { value: null, about: 'cli.option.forget' },
  off: { value: null, about: 'cli.option.off' },
  mirror: { value: 'ID', about: 'cli.option.mirror' },
  try: { value: null, about: 'cli.option.try' },
  update: { value: null, about: 'cli.option.update' },
  from: { value: 'FILE|ADDRESS', about: 'cli.option.from' },
  shipped: { value: null, about: 'cli.option.shipped' },
  address: { value: 'ADDRESS', about: 'cli.option.address' },
  interval: { value: 'SECONDS', about: 'cli.option.interval' },
  output: { value: 'FILE.zip', about: 'cli.option.output' },
  without: { value: 'PART', multiple: true, about: 'cli.option.without' },
  open: { value: 'FILE.zip', about: 'cli.option.open' },
  port: { value: 'N', about: 'cli.option.port' },
  'no-open': { value: null, about: 'cli.option.no-open' },
  json: { value: null, about: 'cli.option.json' },
  lang: { value: 'en|zh-CN', about: 'cli.option.lang' },
  help: { value: null, about: 'cli.option.help' },
  version: { value: null, about: 'cli.option.version' },
};

export function isOptionName(word: string): word is OptionName {
  return Object.hasOwn(options, word);
}

/** Understood by every command. */
export const commonOptions = ['json', 'lang', 'help', 'version'] as const satisfies OptionName[];

type CommandShape = {
  /** The words after the command, as the usage line shows them. */
  usage: string;
  /** How many of them must be there, and how many may be. */
  words: { least: 0 | 1 | 2; most: 0 | 1 | 2 };
  /** What is said where a word is missing; by default that a target is. */
  missing?: MessageKey;
  options: readonly OptionName[];
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
    about: 'cli.about.find',
  },
  diagnose: {
    usage: 'TARGET [--static] | --all [--static] [--root DIR]... [--only-roots]',
    // One, unless all are looked at.
    words: { least: 0, most: 1 },
    options: ['static', 'all', 'root', 'only-roots'],
    about: 'cli.about.diagnose',
  },
  log: {
    usage: 'FILE|- [--facts FILE]',
    words: { least: 1, most: 1 },
    missing: 'cli.usage.log-missing',
    options: ['facts'],
    about: 'cli.about.log',
  },
  plan: {
    usage: 'TARGET [--goal GOAL] [--wheel FILE] [--mirror ID]',
    words: { least: 1, most: 1 },
    options: ['goal', 'wheel', 'mirror'],
    about: 'cli.about.plan',
  },
  fix: {
    usage: 'TARGET [--goal GOAL | --plan ID] [--wheel FILE] [--mirror ID] --yes',
    words: { least: 1, most: 1 },
    options: ['goal', 'wheel', 'plan', 'mirror', 'yes'],
    about: 'cli.about.fix',
  },
  trial: {
    usage: 'TARGET [--goal GOAL] [--wheel FILE] [--mirror ID]',
    words: { least: 1, most: 1 },
    options: ['goal', 'wheel', 'mirror'],
    about: 'cli.about.trial',
  },
  verify: {
    usage: 'TARGET [--benchmark] [--workflow FILE]',
    words: { least: 1, most: 1 },
    options: ['benchmark', 'workflow'],
    about: 'cli.about.verify',
  },
  snapshots: {
    usage: 'TARGET',
    words: { least: 1, most: 1 },
    options: [],
    about: 'cli.about.snapshots',
  },
  rollback: {
    usage: 'TARGET [SNAPSHOT] [--forget] --yes',
    words: { least: 1, most: 2 },
    options: ['yes', 'forget'],
    about: 'cli.about.rollback',
  },
  history: {
    usage: 'TARGET',
    words: { least: 1, most: 1 },
    options: [],
    about: 'cli.about.history',
  },
  watch: {
    usage: 'TARGET [--interval SECONDS]',
    words: { least: 1, most: 1 },
    options: ['interval'],
    about: 'cli.about.watch',
    more: 'cli.help.watch',
  },
  protect: {
    usage: 'TARGET [--off] --yes',
    words: { least: 1, most: 1 },
    options: ['off', 'yes'],
    about: 'cli.about.protect',
  },
  diff: {
    usage: 'TARGET TARGET',
    words: { least: 2, most: 2 },
    missing: 'cli.usage.two-targets',
    options: [],
    about: 'cli.about.diff',
  },
  bundle: {
    usage: 'TARGET --output FILE.zip [--without PART]... | --open FILE.zip',
    // One, unless a bundle is opened.
    words: { least: 0, most: 1 },
    options: ['output', 'without', 'open'],
    about: 'cli.about.bundle',
  },
  mirrors: {
    usage: '[--try]',
    words: { least: 0, most: 0 },
    options: ['try'],
    about: 'cli.about.mirrors',
  },
  knowledge: {
    usage: '[--update [--from FILE|ADDRESS] | --shipped | --address ADDRESS]',
    words: { least: 0, most: 0 },
    options: ['update', 'from', 'shipped', 'address'],
    about: 'cli.about.knowledge',
  },
  serve: {
    usage: '[--port N] [--no-open]',
    words: { least: 0, most: 0 },
    options: ['port', 'no-open'],
    about: 'cli.about.serve',
  },
};
