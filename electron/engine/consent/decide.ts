import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Part, ProgramFacts, ProgramPlace } from './program-facts.ts';

/** `unsure`: nothing speaks against it, but not everything could be looked at. It is not asked for. */
export type Decision =
  { kind: 'trusted' } | { kind: 'unsure' } | { kind: 'ask'; reasons: MessageRef[] };

/**
 * Whether a program that we found by ourselves may be started without a word. Each reason is told
 * once, with the first thing that it is true of. Pure.
 */
export function decide(facts: ProgramFacts): Decision {
  const reasons = [
    writableByOthers(facts),
    ofSomebodyElse(facts),
    onOtherDisk(facts),
    inSharedPlace(facts),
    elsewhere(facts),
  ].filter((reason) => reason !== null);
  if (reasons.length > 0) return { kind: 'ask', reasons };
  const told = facts.complete && toldParts(facts).length === facts.parts.length;
  const sure = told && facts.parts.length > 0;
  return { kind: sure && !facts.places.some(onUnknownDisk) ? 'trusted' : 'unsure' };
}

/** Windows keeps who may write apart from what a file's own information tells. */
function toldParts(facts: ProgramFacts): Part[] {
  return facts.platform === 'win32' ? [] : facts.parts.filter((part) => part.modesKept);
}

function writableByOthers(facts: ProgramFacts): MessageRef | null {
  const open = toldParts(facts).find(isOpen);
  return open ? message('consent.reason.others-can-write', { path: open.path }) : null;
}

function isOpen({ kind, mode, othersInGroup }: Part): boolean {
  // The bits of a link mean nothing; the folder that holds it counts.
  if (kind === 'link') return false;
  // In a sticky folder nobody can replace what is not theirs. Source: unlink(2), rename(2): EPERM.
  if (kind === 'folder' && (mode & 0o1000) !== 0) return false;
  return (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && othersInGroup);
}

function ofSomebodyElse(facts: ProgramFacts): MessageRef | null {
  const { user } = facts;
  if (user === null) return null;
  const foreign = toldParts(facts).find(({ owner }) => owner !== 0 && owner !== user);
  if (!foreign) return null;
  const { path, ownerName: owner } = foreign;
  return message('consent.reason.other-owner', { path, owner });
}

/** Where the user showed us the folder, they know which disk it lies on. */
function onOtherDisk({ places }: ProgramFacts): MessageRef | null {
  const found = places.find(
    ({ place, disk }) =>
      place !== 'added' && (disk.kind === 'network' || disk.kind === 'removable'),
  );
  if (!found) return null;
  const { kind, name: disk } = found.disk;
  return kind === 'network'
    ? message('consent.reason.network-disk', { disk })
    : message('consent.reason.removable-disk', { disk });
}

function inSharedPlace({ places }: ProgramFacts): MessageRef | null {
  const found = places.find(({ place }) => place === 'shared');
  return found ? message('consent.reason.shared-place', { folder: found.folder }) : null;
}

function elsewhere({ places }: ProgramFacts): MessageRef | null {
  // The disk says it already.
  const found = places.find(
    ({ place, disk }) =>
      place === 'elsewhere' && disk.kind !== 'network' && disk.kind !== 'removable',
  );
  return found ? message('consent.reason.unusual-place', { folder: found.folder }) : null;
}

/** A drive letter of Windows: usual, but whether the disk can be taken off no file tells. */
function onUnknownDisk({ disk }: ProgramPlace): boolean {
  return disk.kind === 'unknown';
}
