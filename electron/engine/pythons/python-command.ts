import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Environment } from '../../../shared/install.ts';
import type { Command } from '../machine/system.ts';

/**
 * A command for this environment's Python. Embedded Pythons get -s as their own launchers
 * give it: `_pth` files do not switch the user's site-packages off.
 */
export function pythonCommand(environment: Environment, words: readonly string[]): Command {
  // -B: looking never changes anything, not even a __pycache__ folder. Embedded Pythons do
  // not read PYTHONDONTWRITEBYTECODE, so the flag it is.
  const flags = kindRows[environment.kind].userSite === 'by-pth' ? ['-s', '-B'] : ['-B'];
  return { program: environment.executable, arguments: [...flags, ...words] };
}

/** Variables for every Python that we start: text as UTF-8, no colours, nothing written beside sources. */
export function pythonVariables(environment: Environment): Record<string, string | undefined> {
  return {
    PYTHONUTF8: '1',
    PYTHONUNBUFFERED: '1',
    // For the processes that pip starts in turn.
    PYTHONDONTWRITEBYTECODE: '1',
    NO_COLOR: '1',
    PYTHONHOME: undefined,
    PYTHONPATH: undefined,
    PYTHONSTARTUP: undefined,
    // A system or conda Python would mix in what `pip install --user` put beside it.
    ...(kindRows[environment.kind].userSite === 'mixed-in' ? { PYTHONNOUSERSITE: '1' } : {}),
  };
}
