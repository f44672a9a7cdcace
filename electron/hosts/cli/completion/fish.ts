import type { Completes } from '../options.ts';
import type { CompletedCommand, CompletedOption } from './completion-table.ts';

export function fishScript(table: readonly CompletedCommand[]): string[] {
  const names = table.map(({ name }) => name);
  const start = 'complete -c attention-doctor';
  return [
    '# fish completion for attention-doctor',
    `${start} -f`,
    ...table.map(
      ({ name, about }) => `${start} -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
    ),
    `${start} -n '__fish_seen_subcommand_from help' -a ${quoted(names.join(' '))}`,
    ...table.flatMap(({ name, options, completes }) => {
      const here = `${start} -n '__fish_seen_subcommand_from ${name}'`;
      return [
        ...options.map((each) => `${here} ${optionWords(each)} -d ${quoted(each.about)}`),
        ...(completes === null ? [] : [`${here} ${values(completes)}`]),
      ];
    }),
  ];
}

function optionWords({ name, value, completes }: CompletedOption): string {
  const long = name === 'help' ? '-s h -l help' : `-l ${name}`;
  if (value === null) return long;
  return completes === null
    ? `${long} -x`
    : `${long} ${completes === 'file' ? '-r' : '-x'} ${values(completes)}`;
}

function values(completes: Completes): string {
  if (completes === 'file') return '-F';
  if (completes === 'folder') return "-a '(__fish_complete_directories)'";
  return `-a ${quoted(completes.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, (mark) => `\\${mark}`)}'`;
}
