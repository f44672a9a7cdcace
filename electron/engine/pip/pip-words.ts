import type { Build, PipAction, Wheel } from '../../../shared/plan.ts';

/** Where a repair keeps what pip is told to take: the wheels, and the list of what it changes. */
export type RepairFiles = { wheels: string; list: string };

/** The words that fetch exactly these wheels into a folder. The index is a setting, and no word. */
export function downloadWords(
  wheels: readonly Pick<Wheel, 'name' | 'version'>[],
  folder: string,
): string[] {
  return [
    'download',
    '--no-deps',
    '--only-binary',
    ':all:',
    '--progress-bar',
    'off',
    '--dest',
    folder,
    ...wheels.map(({ name, version }) => `${name}==${version}`),
  ];
}

/**
 * The words that fetch sources by their hash and compile them to a wheel. A wheel that pip keeps
 * from before may have been compiled for another torch, so none is taken.
 */
export function buildWords({ name }: Build, { wheels, list }: RepairFiles): string[] {
  return [
    'wheel',
    '--no-deps',
    '--no-build-isolation',
    '--no-binary',
    name,
    '--no-cache-dir',
    '--require-hashes',
    '--progress-bar',
    'off',
    // Hours without a line would look like a program that hangs.
    '--verbose',
    '--wheel-dir',
    wheels,
    '--requirement',
    list,
  ];
}

/** For every pip that runs a build program: what it imports it must not compile into the environment. */
export const buildVariables = { PYTHONDONTWRITEBYTECODE: '1' } as const;

/** The list of what is compiled, relative to the folder of a repair. */
export const sourcesList = 'sources.txt';

/** The words that carry out an action from wheels that were fetched, with no index. */
export function changeWords(action: PipAction, { wheels, list }: RepairFiles): string[] {
  if (action.kind === 'pip-uninstall') return ['uninstall', '--yes', '--requirement', list];
  const more = action.forceReinstall ? ['--force-reinstall'] : [];
  return [...fromFetched(wheels), ...more, '--requirement', list];
}

/** The words that unpack fetched wheels into a folder, whatever the environment has. */
export function besideWords(folder: string, { wheels, list }: RepairFiles): string[] {
  return [...fromFetched(wheels), '--target', folder, '--requirement', list];
}

function fromFetched(wheels: string): string[] {
  return [
    'install',
    '--no-index',
    '--no-deps',
    '--require-hashes',
    '--find-links',
    wheels,
    '--progress-bar',
    'off',
    '--no-warn-script-location',
    // Python compiles what it imports by itself: what pip writes is what the wheels hold.
    '--no-compile',
  ];
}

/** A wheel in such a list: this content and no other. */
export function listLine({ name, version, sha256 }: Wheel): string {
  return `${name}==${version} --hash=sha256:${sha256 ?? ''}`;
}

/** The list of an action, relative to the folder of its repair. */
export function listOf(number: number): string {
  return `action-${number}.txt`;
}
export const wheelsFolder = 'wheels';
