import type { Command } from '../../../../shared/prescription.ts';
import type { Owner } from '../owner/owner.ts';
import { commandOf } from './quote.ts';

type Install = {
  /** Requirements as pip takes them, or files and addresses of wheels. */
  packages: readonly string[];
  /** The family of PyTorch's index (cu128), or a whole address; null: the index that pip uses anyway. */
  index?: string | null;
  /** Nothing else may move. */
  alone?: boolean;
  /** The number is the same and the build is another. */
  again?: boolean;
  more?: readonly string[];
};

/** `python -m pip install ...` with the owner's Python, or uv's words for it. */
export function installCommand(owner: Owner, install: Install): Command {
  const { packages, index = null, alone = true, again = false, more = [] } = install;
  return pipCommand(owner, 'install', [
    ...packages,
    ...(again ? ['--force-reinstall'] : []),
    ...(alone ? ['--no-deps'] : []),
    ...more,
    ...(index === null ? [] : ['--index-url', addressOf(owner, index)]),
  ]);
}

export function uninstallCommand(owner: Owner, packages: readonly string[]): Command {
  // uv asks nothing, and knows no -y.
  return pipCommand(owner, 'uninstall', [...(owner.words.uv === null ? ['-y'] : []), ...packages]);
}

export function pipCommand(owner: Owner, action: string, words: readonly string[]): Command {
  const { python, options, uv } = owner.words;
  const start =
    uv === null
      ? [python, ...options, '-m', 'pip', action]
      : [uv, 'pip', action, '--python', python];
  return commandOf(owner.shell, [...start, ...words]);
}

/** A line of Python that prints something. It has no double quotes and no braces: shells would eat them. */
export function pythonLine(owner: Owner, code: string): Command {
  const { python, options } = owner.words;
  return commandOf(owner.shell, [python, ...options, '-c', code]);
}

function addressOf({ torchIndex }: Owner, index: string): string {
  return index.includes('/') ? index : `${torchIndex}/${index}`;
}
