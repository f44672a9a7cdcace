import type { Culprit, TracedChange } from '../../../../shared/history.ts';
import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import type { Seen } from '../seen/seen.ts';
import { explains, waysTo, type Moved } from './fits.ts';
import { believedTime, type Window } from './times-trusted.ts';
import { toldByLogs, type Change } from './told-by-logs.ts';
import { minute, type Activity, type NodeTrace, type PackageTrace, type Traces } from './traces.ts';

/** A node's requirements are installed right after it, or at the next start of ComfyUI. */
const rightAfter = 60 * minute;
const slack = 2 * minute;

export type Judged = Pick<TracedChange, 'by' | 'candidates'>;
const notKnown: Judged = { by: null };

/**
 * Who changed a package, by the traces that are there. Pure. Names somebody only where the traces
 * leave no other of those that left any: what fits two alike is not known.
 */
export function whoDidIt(
  change: Change,
  before: Seen | null,
  window: Window,
  traces: Traces,
): Judged {
  const trace = traces.packages.find((each) => each.name === change.name) ?? null;
  // Its times are those of its build, and pip had no part in it.
  if (trace?.installer === 'conda') return { by: byConda(trace) };
  const at = trace && believedTime(trace, traces.packages, before, window);
  const told = toldByLogs(change, traces.deeds, at, window);
  if (told) return { by: told };
  if (trace === null || at === null || change.to === null) return notKnown;
  const moved: Moved = { name: change.name, from: change.from, to: change.to };
  const suspects = traces.nodes.flatMap((node) => suspect(node, moved, trace, traces, at, window));
  const [only, ...others] = suspects;
  if (!only) return notKnown;
  if (others.length === 0) return { by: only };
  return { by: null, candidates: suspects.map((each) => ({ ...each, confidence: 'possible' })) };
}

function byConda({ name }: PackageTrace): Culprit {
  const evidence = [message('history.evidence.conda', { name })];
  return { name: 'conda', confidence: 'certain', evidence };
}

/** A node that came or changed in time, and asks for just this. */
function suspect(
  node: NodeTrace,
  moved: Moved,
  changed: PackageTrace,
  { packages }: Traces,
  at: number,
  { since }: Window,
): Culprit[] {
  // What was there at the last look already had left things as they were.
  const from = since ?? at - rightAfter;
  const active = node.activity
    .filter((each) => each.at <= at + slack && each.at >= from)
    .sort((one, other) => one.at - other.at)
    .at(-1);
  if (!active) return [];
  const reasons =
    directly(node, moved, changed, packages) ?? along(node, moved, changed, packages, at);
  if (!reasons) return [];
  const near = at - active.at <= rightAfter && active.by !== 'fetch';
  return [
    {
      name: node.name,
      confidence: near ? 'likely' : 'possible',
      evidence: [...reasons, whenOf(node, active, at)],
    },
  ];
}

function whenOf({ name }: NodeTrace, { at: when, by }: Activity, at: number): MessageRef {
  const minutes = Math.max(0, Math.round((at - when) / minute));
  const params = { node: name, minutes };
  if (by === 'fetch') return message('history.evidence.fetched', params);
  if (minutes === 0) return message('history.evidence.right-before', { node: name });
  if (minutes >= 120)
    return message('history.evidence.hours-before', {
      node: name,
      hours: Math.round(minutes / 60),
    });
  return message('history.evidence.minutes-before', params);
}

/** pip marks what somebody asked for by name, and leaves the mark out on what came along. */
function directly(
  { name: node, asks }: NodeTrace,
  moved: Moved,
  changed: PackageTrace,
  packages: readonly PackageTrace[],
): MessageRef[] | null {
  const marks =
    changed.requested ||
    packages.some(({ requested, installer }) => requested && installer === 'pip');
  if (changed.installer === 'pip' && marks && !changed.requested) return null;
  const asked = asks.find((each) => explains(each, moved, changed.url));
  return asked ? [message('history.evidence.asks', { node, requirement: asked.text })] : null;
}

function along(
  { name: node, asks }: NodeTrace,
  moved: Moved,
  changed: PackageTrace,
  packages: readonly PackageTrace[],
  at: number,
): MessageRef[] | null {
  if (changed.requested) return null;
  for (const { asked, through } of waysTo(moved, changed, packages, at)) {
    const own = asks.find(
      (each) =>
        each.name === asked.name &&
        explains(each, { name: asked.name, from: null, to: asked.version }, asked.url),
    );
    if (own)
      return [
        message('history.evidence.asks', { node, requirement: own.text }),
        message('history.evidence.brings', { name: moved.name, through: through.join(', ') }),
      ];
  }
  return null;
}
