import { goals, plannableGoals } from '../../../shared/goal.ts';
import type { MessageKey } from '../../../shared/messages/index.ts';
import { examples } from './examples.ts';
import { exitCodes, exitCodesOf } from './exit-codes.ts';
import type { Page } from './page.ts';
import { commandNames, commands, type CommandName } from './commands.ts';
import { commonOptions, options } from './options.ts';
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
    ...exitLines(page, exitCodes),
  ];
}

/** In the order of a man page. */
function commandHelp(page: Page, name: CommandName): string[] {
  const { width } = page.terminal;
  const { usage, about, more, options: own, exits, completes } = commands[name];
  const written = `attention-doctor ${name}`;
  const takesTarget = usage.includes('TARGET') && completes !== undefined;
  const description = more ? [wrap(page.say(more), width, '  ')] : [];
  if (takesTarget) description.push(wrap(page.say('cli.help.target.text'), width, '  '));
  return [
    ...section(page, 'cli.help.name', wrap(`${written}: ${page.say(about)}`, width, '  ')),
    ...section(page, 'cli.help.usage', [`  ${written} ${usage}`.trimEnd()]),
    ...description.flatMap((lines, index) =>
      index === 0 ? section(page, 'cli.help.description', lines) : [...lines, ''],
    ),
    ...section(page, 'cli.help.options', optionLines(page, [...own, ...commonOptions])),
    ...(own.includes('goal') ? section(page, 'cli.help.goals', goalLines(page)) : []),
    ...section(page, 'cli.help.exit-codes', exitLines(page, exitCodesOf(exits))),
    ...section(
      page,
      'cli.help.examples',
      examples[name].flatMap((each) => [
        `  attention-doctor ${each.words}`,
        ...wrap(page.say(each.about), width, '      '),
      ]),
    ),
    page.terminal.style.strong(page.say('cli.help.see-also')),
    ...wrap(page.say('cli.help.see-also.text'), width, '  '),
  ];
}

function section(page: Page, title: MessageKey, lines: readonly string[]): string[] {
  return [page.terminal.style.strong(page.say(title)), ...lines, ''];
}

function goalLines(page: Page): string[] {
  const others = goals.filter((goal) => !plannableGoals.some((each) => each === goal));
  return [
    page.say('cli.help.goals.now', { goals: plannableGoals.join(', ') }),
    page.say('cli.help.goals.only-asked', { goals: others.join(', ') }),
  ].flatMap((sentence) => wrap(sentence, page.terminal.width, '  '));
}

function exitLines(page: Page, rows: readonly (typeof exitCodes)[number][]): string[] {
  return indented(rows.map(({ code, about }) => [String(code), page.say(about)]));
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
