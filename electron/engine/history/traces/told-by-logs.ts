import type { Culprit } from '../../../../shared/history.ts';
import { message } from '../../../../shared/messages/index.ts';
import { isSameVersion } from '../seen/same-version.ts';
import { explains, type Moved } from './fits.ts';
import type { Window } from './times-trusted.ts';
import { minute, type Deed, type Time } from './traces.ts';

/** An installer prints what it did when it has done it; a download before it may take long. */
const after = 15 * minute;
const before = 60 * minute;
const slack = minute;

type Told = { deed: Deed; confidence: Culprit['confidence'] };

/** `to` null: it was taken away. */
export type Change = { name: string; from: string | null | undefined; to: string | null };

/** Who did it by what an installer itself wrote down; null where no log tells it. Pure. */
export function toldByLogs(
  change: Change,
  deeds: readonly Deed[],
  at: Time | null,
  window: Window,
): Culprit | null {
  const effects = deeds.flatMap((deed) => byEffect(change, deed, at, window));
  const commands = deeds.flatMap((deed) => byCommand(change, deed, at, window));
  // What was done last is what is there; what was done says more than what was asked for.
  const told = latest(effects) ?? latest(commands);
  if (!told) return null;
  const { deed, confidence } = told;
  return {
    name: deed.node ?? deed.program,
    confidence,
    evidence: [
      message('history.evidence.log', { file: deed.file, line: deed.line.slice(0, 200) }),
      ...(deed.node === null
        ? []
        : [message('history.evidence.log-for', { node: deed.node, program: deed.program })]),
    ],
  };
}

function byEffect(change: Change, deed: Deed, at: Time | null, window: Window): Told[] {
  const { did } = deed;
  if (did.kind !== 'effect' || did.name !== change.name) return [];
  if (!isSameVersion(did.to, change.to)) return [];
  // The log says what was there before: another than we saw is another story.
  if (change.from !== undefined && did.from !== null && !isSameVersion(did.from, change.from))
    return [];
  if (deed.at === null) {
    const whole = did.from !== null && change.from != null;
    return whole && isWithin(deed.fileAt, window) ? [{ deed, confidence: 'possible' }] : [];
  }
  if (!isWithin(deed.at, window)) return [];
  // What is gone has no time of its own, and that it is gone is beyond doubt.
  if (at === null) return [{ deed, confidence: change.to === null ? 'certain' : 'likely' }];
  const near = deed.at >= at - before && deed.at <= at + after;
  return near ? [{ deed, confidence: 'certain' }] : [];
}

function byCommand(change: Change, deed: Deed, at: Time | null, window: Window): Told[] {
  const { did } = deed;
  if (did.kind !== 'command' || change.to === null || at === null || deed.at === null) return [];
  const moved: Moved = { name: change.name, from: change.from, to: change.to };
  const asked = did.asks.some((each) => each.name === change.name && explains(each, moved, null));
  const near = deed.at <= at + slack && deed.at >= at - before;
  return asked && near && isWithin(deed.at, window) ? [{ deed, confidence: 'certain' }] : [];
}

function isWithin(at: Time, { since, now }: Window): boolean {
  return at <= now + slack && (since === null || at >= since - slack);
}

function latest(told: readonly Told[]): Told | null {
  return told.reduce<Told | null>(
    (best, each) => (best === null || (each.deed.at ?? 0) >= (best.deed.at ?? 0) ? each : best),
    null,
  );
}
