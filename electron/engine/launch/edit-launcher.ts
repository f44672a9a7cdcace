import type { Launcher } from '../../../shared/install.ts';
import { launchSettingsAt } from '../knowledge/launch-settings.ts';
import { decodeBytes } from '../machine/line-reader.ts';
import { editFlags } from './edit-flags.ts';
import { flagsOfScript, largestLauncher, launcherName } from './launchers.ts';
import type { FlagChange } from './settings/flag-change.ts';
import { editSettings, flagsInSettings } from './settings/flag-place.ts';
import { largestSettings } from './settings/read-settings.ts';

/** A start script, or a place in the settings of a program. */
export type FlagPlace = Pick<Launcher, 'path' | 'settings'>;

/** The flags that a file gives what it starts; null where it gives none that we understand. Pure. */
export function flagsInLauncher({ path, settings }: FlagPlace, bytes: Uint8Array): string[] | null {
  return settings ? flagsInSettings(bytes, settings) : flagsOfScript(path, decodeBytes(bytes));
}

/** The file with other flags and not a byte more; null where it cannot be done so. Pure. */
export function editLauncher(
  { path, settings }: FlagPlace,
  bytes: Uint8Array,
  change: FlagChange,
): Uint8Array | null {
  return settings ? editSettings(bytes, settings, change) : editFlags(path, bytes, change);
}

/** Bytes that such a file may have. */
export function largestOf({ settings }: FlagPlace): number {
  return settings ? largestSettings : largestLauncher;
}

/**
 * Whether a path is one of those that may be edited although they lie outside of an environment:
 * a start script, or the settings of a program that we know.
 */
export function mayBeEdited(path: string): boolean {
  return launcherName.test(path) || launchSettingsAt(path) !== null;
}
