import type { Culprit, HistoryEntry, TracedChange } from '../../../shared/history.ts';
import type { Note } from './history-file.ts';
import { shownVersion, type SeenPackage } from './seen/seen.ts';
import { minute, type Traces } from './traces/traces.ts';
import { whoDidIt } from './traces/who-did-it.ts';

/** Packages that were put in within this time of each other came together. */
const together = 10 * minute;

/** Notes for people, newest first, and before them what the files of the first look tell. Pure. */
export function entriesOf(notes: readonly Note[], traces: Traces, now: number): HistoryEntry[] {
  const noted = notes.map(({ at, kind, outcome, proved, changes }): HistoryEntry => ({
    ...{ at, kind, outcome, proved, changes },
    by: byOfAll(changes),
  }));
  return [...beforeUs(notes[0], traces, now), ...noted].reverse();
}

/** The one who did all of it; null where that is not known of each, or not the same. */
function byOfAll(changes: readonly TracedChange[]): Culprit | null {
  const [first, ...others] = changes;
  const by = first?.by ?? null;
  return others.every((each) => each.by?.name === by?.name) ? by : null;
}

/** What was there when we first looked, by the times of its files: nobody saw it happen. */
function beforeUs(first: Note | undefined, traces: Traces, now: number): HistoryEntry[] {
  const packages = Object.entries(first?.seen.packages ?? {})
    .flatMap(([name, found]) => {
      const at = Date.parse(found.installedAt ?? '');
      return Number.isNaN(at) ? [] : [{ name, found, at }];
    })
    .sort((one, other) => one.at - other.at);
  const groups: (typeof packages)[] = [];
  for (const each of packages) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && each.at - last.at <= together) group.push(each);
    else groups.push([each]);
  }
  return groups.map((group) => {
    const changes = group.map(({ name, found, at }): TracedChange => {
      const change = { name, from: null, to: shownVersion(found) };
      return { ...change, ...traced(name, found, at, traces, now) };
    });
    const at = new Date(Math.max(...group.map((each) => each.at))).toISOString();
    return {
      at,
      kind: 'installed',
      outcome: 'installed',
      proved: null,
      changes,
      by: byOfAll(changes),
    };
  });
}

/** Only of what still lies there as it did: other files would be asked about another installation. */
function traced(name: string, found: SeenPackage, at: number, traces: Traces, now: number) {
  const here = traces.packages.find((each) => each.name === name);
  if (here?.installedAt == null || Math.abs(here.installedAt - at) > 1000) return { by: null };
  const change = { name, from: undefined, to: found.version };
  return whoDidIt(change, null, { since: null, now }, traces);
}
