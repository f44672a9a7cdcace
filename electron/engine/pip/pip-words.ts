import type { PipAction, Wheel } from '../../../shared/plan.ts';

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
