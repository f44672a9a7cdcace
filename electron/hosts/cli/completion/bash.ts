import type { Completes } from '../options.ts';
import { allOptions, type CompletedCommand } from './completion-table.ts';

/** For bash from 3.2 on, which macOS still has: no mapfile, no associative arrays. */
export function bashScript(table: readonly CompletedCommand[]): string[] {
  const names = table.map(({ name }) => name);
  return [
    '# bash completion for attention-doctor',
    '_attention_doctor() {',
    '  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} kind= words=',
    '  # "--goal=x" comes in three words.',
    '  if [[ $cur == = ]]; then cur=',
    '  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi',
    '  COMPREPLY=()',
    '  case $prev in',
    ...allOptions(table).flatMap(({ name, value, completes }) =>
      value === null ? [] : [`    --${name}) ${assignment(completes)} ;;`],
    ),
    '    *)',
    `      if ((COMP_CWORD == 1)); then words='${names.join(' ')} help --help --version'`,
    '      else case ${COMP_WORDS[1]} in',
    `        help) words='${names.join(' ')}' ;;`,
    ...table.map(({ name, options, completes }) => {
      const written = options.map((each) => `--${each.name}`).join(' ');
      const own = typeof completes === 'string' || completes === null ? [] : completes;
      const kind = typeof completes === 'string' ? ` kind=${completes}` : '';
      return `        ${name}) words='${[...own, written].join(' ')}'${kind} ;;`;
    }),
    '      esac; fi ;;',
    '  esac',
    '  local line',
    '  while IFS= read -r line; do [[ $line ]] && COMPREPLY+=("$line"); done < <(',
    '    [[ $kind && $cur == -* ]] || case $kind in',
    '      file) compgen -f -- "$cur" ;;',
    '      folder) compgen -d -- "$cur" ;;',
    '    esac',
    '    if [[ -z $kind || $cur == -* ]]; then compgen -W "$words" -- "$cur"; fi',
    '  )',
    '  if [[ $kind && $cur != -* ]]; then compopt -o filenames 2>/dev/null; fi',
    '  return 0',
    '}',
    'complete -F _attention_doctor attention-doctor',
  ];
}

function assignment(completes: Completes | null): string {
  if (completes === null) return ':';
  return typeof completes === 'string' ? `kind=${completes}` : `words='${completes.join(' ')}'`;
}
