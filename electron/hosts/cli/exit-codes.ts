import type { MessageKey } from '../../../shared/messages/index.ts';

/**
 * Every way a command can end: the one table, which help and docs read. A number never changes its
 * meaning, and what is no longer used is not used again.
 */
export const exitCodes = [
  { code: 0, about: 'cli.help.exit.0' },
  { code: 1, about: 'cli.help.exit.1' },
  { code: 2, about: 'cli.help.exit.2' },
  { code: 3, about: 'cli.help.exit.3' },
  { code: 4, about: 'cli.help.exit.4' },
  { code: 5, about: 'cli.help.exit.5' },
  { code: 130, about: 'cli.help.exit.130' },
] as const satisfies { code: number; about: MessageKey }[];
export type ExitCode = (typeof exitCodes)[number]['code'];

/** What every command can come to: wrong words, a failure, Ctrl-C. */
const common: readonly ExitCode[] = [2, 4, 130];

/** The rows of a command that can end in these ways, and in those of every command. */
export function exitCodesOf(own: readonly ExitCode[]) {
  return exitCodes.filter(({ code }) => own.includes(code) || common.includes(code));
}
