import type { Command, System } from '../../engine/machine/system.ts';
import { windowsProgram } from '../../engine/machine/windows-program.ts';

/** The program with which each system opens an address in the user's own browser. */
export function openerOf(
  { platform, environment }: Pick<System, 'platform' | 'environment'>,
  address: string,
): Command {
  switch (platform) {
    case 'win32':
      // Not `start`: that needs cmd.exe, which would read the & of an address as its own.
      return {
        program: windowsProgram({ environment }, 'rundll32.exe'),
        arguments: ['url.dll,FileProtocolHandler', address],
      };
    case 'darwin':
      return { program: '/usr/bin/open', arguments: [address] };
    case 'linux':
      return { program: 'xdg-open', arguments: [address] };
  }
}

/** A Linux session without a display has no browser to open. */
export function canOpen({ platform, environment }: Pick<System, 'platform' | 'environment'>) {
  return platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}
