import { bundlePartNames, mayLeaveOut } from '../../../shared/bundle.ts';
import { goals } from '../../../shared/goal.ts';
import type { MessageKey } from '../../../shared/messages/index.ts';
import { ownIndexes } from '../../../shared/mirrors.ts';
import { mirrors } from '../../engine/knowledge/index-mirrors.ts';
import { languages } from './language.ts';

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

/** What may stand in a place: a file or a folder, a folder, or one of some words; anything where it is left out. */
export type Completes = 'file' | 'folder' | readonly string[];

type OptionShape = {
  /** The word that stands for the value; null for a switch. */
  value: string | null;
  multiple?: true;
  /** What its value can be, for completion. */
  completes?: Completes;
  about: MessageKey;
};

export const options: Record<OptionName, OptionShape> = {
  root: { value: 'DIR', completes: 'folder', multiple: true, about: 'cli.option.root' },
  'only-roots': { value: null, about: 'cli.option.only-roots' },
  verdicts: { value: null, about: 'cli.option.verdicts' },
  static: { value: null, about: 'cli.option.static' },
  all: { value: null, about: 'cli.option.all' },
  benchmark: { value: null, about: 'cli.option.benchmark' },
  workflow: { value: 'FILE', completes: 'file', about: 'cli.option.workflow' },
  facts: { value: 'FILE.json', completes: 'file', about: 'cli.option.facts' },
  goal: { value: 'GOAL', completes: goals, about: 'cli.option.goal' },
  wheel: { value: 'FILE.whl', completes: 'file', about: 'cli.option.wheel' },
  plan: { value: 'ID', about: 'cli.option.plan' },
  yes: { value: null, about: 'cli.option.yes' },
  forget: { value: null, about: 'cli.option.forget' },
  off: { value: null, about: 'cli.option.off' },
  mirror: {
    value: 'ID',
    completes: [...mirrors.map(({ id }) => id), ownIndexes],
    about: 'cli.option.mirror',
  },
  try: { value: null, about: 'cli.option.try' },
  update: { value: null, about: 'cli.option.update' },
  from: { value: 'FILE|ADDRESS', completes: 'file', about: 'cli.option.from' },
  shipped: { value: null, about: 'cli.option.shipped' },
  address: { value: 'ADDRESS', about: 'cli.option.address' },
  interval: { value: 'SECONDS', about: 'cli.option.interval' },
  output: { value: 'FILE.zip', completes: 'file', about: 'cli.option.output' },
  without: {
    value: 'PART',
    completes: bundlePartNames.filter(mayLeaveOut),
    multiple: true,
    about: 'cli.option.without',
  },
  open: { value: 'FILE.zip', completes: 'file', about: 'cli.option.open' },
  port: { value: 'N', about: 'cli.option.port' },
  'no-open': { value: null, about: 'cli.option.no-open' },
  json: { value: null, about: 'cli.option.json' },
  lang: { value: 'en|zh-CN', completes: languages, about: 'cli.option.lang' },
  help: { value: null, about: 'cli.option.help' },
  version: { value: null, about: 'cli.option.version' },
};

export function isOptionName(word: string): word is OptionName {
  return Object.hasOwn(options, word);
}

/** Understood by every command. */
export const commonOptions = ['json', 'lang', 'help', 'version'] as const satisfies OptionName[];
