import type { Completes } from '../options.ts';
import { allOptions, type CompletedCommand } from './completion-table.ts';

export function powershellScript(table: readonly CompletedCommand[]): string[] {
  return [
    '# PowerShell completion for attention-doctor',
    'Register-ArgumentCompleter -Native -CommandName attention-doctor -ScriptBlock {',
    '  param($word, $ast, $position)',
    '  $said = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } |',
    '    ForEach-Object { $_.ToString() })',
    '  $about = @{',
    ...table.map(({ name, about }) => `    ${quoted(name)} = ${quoted(about)}`),
    ...allOptions(table).map(({ name, about }) => `    ${quoted(`--${name}`)} = ${quoted(about)}`),
    '  }',
    '  $values = @{',
    ...allOptions(table).flatMap(({ name, value, completes }) =>
      value === null ? [] : [`    ${quoted(`--${name}`)} = ${words(completes)}`],
    ),
    '  }',
    '  $commands = @{',
    ...table.map(({ name, options, completes }) => {
      const written = options.map((each) => quoted(`--${each.name}`));
      const own = completes === null || typeof completes === 'string' ? [] : completes.map(quoted);
      return `    ${quoted(name)} = @(${[...own, ...written].join(', ')})`;
    }),
    '  }',
    `  $names = @(${table.map(({ name }) => quoted(name)).join(', ')})`,
    '  $last = if ($said.Count -gt 0) { $said[-1] } else { "" }',
    '  $found = if ($values.ContainsKey($last)) { $values[$last] }',
    "    elseif ($said.Count -le 1 -or $said[1] -eq 'help') { $names }",
    '    elseif ($commands.ContainsKey($said[1])) { $commands[$said[1]] }',
    '    else { @() }',
    '  $found | Where-Object { $_ -like "$word*" } | ForEach-Object {',
    '    $tip = if ($about.ContainsKey($_)) { $about[$_] } else { $_ }',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $tip)",
    '  }',
    '}',
  ];
}

/** Where nothing is answered, PowerShell completes files by itself. */
function words(completes: Completes | null): string {
  if (completes === null || typeof completes === 'string') return '@()';
  return `@(${completes.map(quoted).join(', ')})`;
}

/** PowerShell takes typographic quotes for quotes, too. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, (mark) => mark + mark)}'`;
}
