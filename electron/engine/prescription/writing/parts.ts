import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import type { Prescription, Step } from '../../../../shared/prescription.ts';
import { familyOfTag, plainVersion } from '../../knowledge/cuda-family.ts';
import { xformersReleaseRows } from '../../knowledge/tables.ts';
import { variantsOn } from '../../knowledge/xformers-releases.ts';
import type { Case } from './case.ts';
import { versionNow, type ExactPackage } from './exact-packages.ts';
import { installCommand, uninstallCommand } from './pip-commands.ts';
import { say } from './steps.ts';

/** The step back to what was there: the old version where it was published, else the package goes. */
export function undoPackage(current: Case, { name, now, again }: ExactPackage): Step {
  const index = now === null ? undefined : indexOf(current, name, now);
  if (now === null || index === undefined) return undoInstall(current, name);
  const text = message('prescription.undo.package', { name, version: now });
  return {
    text,
    command: installCommand(current.owner, { packages: [`${name}==${now}`], index, again }),
  };
}

/** Where an old version is found again; undefined: on no index that we know. */
function indexOf({ owner }: Case, name: string, version: string): string | null | undefined {
  if (name !== 'xformers') return /\+|dev/.test(version) ? undefined : null;
  const row = xformersReleaseRows.find((each) => each.version === plainVersion(version));
  if (!row) return undefined;
  const family = familyOfTag(version)?.variant;
  if (family !== undefined) return family;
  const onDefault = owner.platform !== 'win32' || row.pypiHasWindowsWheel;
  return onDefault ? null : (variantsOn(row, owner.platform)[0] ?? undefined);
}

/** What was not there before goes again. */
export function undoInstall({ owner }: Case, name: string): Step {
  return {
    text: message('prescription.undo.uninstall', { name }),
    command: uninstallCommand(owner, [name]),
  };
}

export function changesPackage(current: Case, { name, version }: ExactPackage): MessageRef {
  const now = versionNow(current, name);
  const torch = current.here?.torch.version;
  const kept = torch === undefined ? 'PyTorch' : `PyTorch ${torch}`;
  return now === null
    ? message('prescription.changes.package-new', { name, version, kept })
    : message('prescription.changes.package', { name, old: now, version, kept });
}

/** Nothing is put in or written: there is nothing to take back. */
export function withoutChange(steps: Step[], proof: MessageRef, otherwise?: Step): Prescription {
  return {
    steps,
    changes: message('prescription.changes.nothing'),
    undo: say('prescription.undo.nothing'),
    proof,
    ...(otherwise ? { otherwise } : {}),
  };
}
