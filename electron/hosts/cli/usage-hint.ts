import { message } from '../../../shared/messages/index.ts';
import { commands, type CommandName } from './commands.ts';

/** How a command is written. */
export function usageHint(command: CommandName) {
  return message('cli.usage.right', {
    line: `attention-doctor ${command} ${commands[command].usage}`.trim(),
  });
}
