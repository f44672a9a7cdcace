import { goals, plannableGoals } from '../../../shared/goal.ts';
import type { Page } from './page.ts';
import { commandNames, commands, commonOptions, options, type CommandName } from './commands.ts';
import { columns } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The help of one command, or of all of them. */
export function printHelp(page: Page, about: CommandName | null): string[] {
  return about === null ? generalHelp(page) : commandHelp(page, about);
}

function generalHelp(page: Page): string[] {
  const { style } = page.terminal;
  return [
    page.say('cli.help.what'),
    '',
    style.strong(page.say('cli.help.usage')),
    '  attention-doctor COMMAND [OPTIONS]',
    '',
    style.strong(page.say('cli.help.commands')),
    ...indented(commandNames.map((name) => [name, page.say(commands[name].about)])),
    '',
    style.strong(page.say('cli.help.options')),
    ...optionLines(page, commonOptions),
    '',
    style.strong(page.say('cli.help.target')),
    ...wrap(page.say('cli.help.target.text'), page.terminal.width, '  '),
    '',
    style.strong(page.say('cli.help.exit-codes')),
    ...indented(
      (['0', '1', '2', '3', '4', '5', '130'] as const).map((code) => [
        code,
        page.say(`cli.help.exit.${code}`),
      ]),
    ),
  ];
}

function commandHelp(page: Page, name: CommandName): string[] {
  const { style } = page.terminal;
  const { usage, about, more, options: own } = commands[name];
  const lines = [
    page.say(about),
    '',
    style.strong(page.say('cli.help.usage')),
    `  attention-doctor ${name} ${usage}`.trimEnd(),
    '',
    style.strong(page.say('cli.help.options')),
    ...optionLines(page, [...own, ...commonOptions]),
  ];
  if (more) lines.push('', ...wrap(page.say(more), page.terminal.width));
  if (own.includes('goal')) {
    lines.push('', style.strong(page.say('cli.help.goals')));
    lines.push(
      ...wrap(
        page.say('cli.help.goals.now', { goals: plannableGoals.join(', ') }),
        page.terminal.width,
        '  ',
      ),
    );
    const others = goals.filter((goal) => !plannableGoals.some((each) => each === goal));
    lines.push(
      ...wrap(
        page.say('cli.help.goals.only-asked', { goals: others.join(', ') }),
        page.terminal.width,
        '  ',
      ),
    );
  }
  return lines;
}

function optionLines(page: Page, names: readonly (keyof typeof options)[]): string[] {
  return indented(
    names.map((name) => {
      const { value, about } = options[name];
      const short = name === 'help' ? '-h, ' : '';
      return [`${short}--${name}${value === null ? '' : ` ${value}`}`, page.say(about)];
    }),
  );
}

function indented(rows: readonly (readonly string[])[]): string[] {
  return columns(rows).map((line) => `  ${line}`);
}
