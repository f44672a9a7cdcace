import type { Completes } from '../options.ts';
import type { CompletedCommand, CompletedOption } from './completion-table.ts';

export function zshScript(table: readonly CompletedCommand[]): string[] {
  return [
    '#compdef attention-doctor',
    '_attention_doctor() {',
    '  local state line',
    '  local -a commands',
    '  commands=(',
    ...table.map(({ name, about }) => `    ${quoted(`${name}:${about.replaceAll(':', '\\:')}`)}`),
    '  )',
    "  _arguments -C '1: :->command' '*:: :->rest'",
    '  case $state in',
    '    command) _describe command commands ;;',
    '    rest) case $words[1] in',
    '      help) _describe command commands ;;',
    ...table.flatMap(({ name, options, completes }) => [
      `      ${name}) _arguments \\`,
      ...options.map((each) => `        ${quoted(optionSpec(each))} \\`),
      `        ${completes === null ? '' : quoted(['*', ' ', action(completes)].join(':'))} ;;`,
    ]),
    '    esac ;;',
    '  esac',
    '}',
    '# Loaded from a folder of functions, or sourced.',
    'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _attention_doctor "$@"',
    'else compdef _attention_doctor attention-doctor; fi',
  ];
}

function optionSpec({ name, about, value, multiple, completes }: CompletedOption): string {
  const repeated = multiple ? '*' : '';
  const said = about.replaceAll(/[[\]\\]/g, (mark) => `\\${mark}`);
  if (value === null) return `${repeated}--${name}[${said}]`;
  return `${repeated}--${name}=[${said}]:${value}:${completes === null ? ' ' : action(completes)}`;
}

function action(completes: Completes): string {
  if (completes === 'file') return '_files';
  if (completes === 'folder') return '_files -/';
  return `(${completes.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
