import type { TracedChange } from '../../../shared/history.ts';
import type { Note } from './history-file.ts';
import { isSameVersion } from './seen/same-version.ts';
import { changesBetween } from './seen/seen.ts';
import { minute, type Time, type Traces } from './traces/traces.ts';
import { whoDidIt } from './traces/who-did-it.ts';

/**
 * So long a look asks again who did what it could not tell: an installer may have been at work
 * then, which writes its log and the last of its packages only at the end.
 */
const asksAgain = 15 * minute;

/** The notes with one of a look, if it saw or can tell anything new; null: it does not. */
export async function lookedAt(
  known: readonly Note[],
  look: Note,
  gather: (changed: readonly string[], since: Time) => Promise<Traces>,
): Promise<readonly Note[] | null> {
  const last = known.at(-1);
  if (!last) return [look];
  const changes = changesBetween(last.seen, look.seen).map((each) => ({ ...each, by: null }));
  const all = changes.length > 0 ? [...known, { ...look, changes }] : known;
  const now = Date.parse(look.at);
  const open = all.filter((note) => isOpen(note, now));
  if (open.length === 0) return changes.length > 0 ? all : null;
  const changed = open.flatMap((note) => note.changes.map(({ name }) => name));
  const traces = await gather(changed, Math.min(...open.map((note) => sinceOf(all, note))));
  const told = all.map((note) => (open.includes(note) ? retraced(all, note, traces) : note));
  const isNew = changes.length > 0 || open.some((note) => told[all.indexOf(note)] !== note);
  return isNew ? told : null;
}

function isOpen({ kind, at, changes }: Note, now: Time): boolean {
  return kind === 'look' && now - Date.parse(at) <= asksAgain && changes.some(isUntold);
}

function isUntold({ by, candidates }: TracedChange): boolean {
  return by === null && candidates === undefined;
}

function sinceOf(all: readonly Note[], note: Note): Time {
  return Date.parse(all[all.indexOf(note) - 1]?.at ?? note.at);
}

/** The same note where there is nothing more to tell. */
function retraced(all: readonly Note[], note: Note, traces: Traces): Note {
  const before = all[all.indexOf(note) - 1];
  if (!before) return note;
  const window = { since: Date.parse(before.at), now: Date.parse(note.at) };
  const changes = note.changes.map((each): TracedChange => {
    const [from, to] = [before.seen.packages[each.name], note.seen.packages[each.name]];
    // A driver and a flag leave no traces that we read.
    if (!isUntold(each) || (!from && !to)) return each;
    const change = {
      name: each.name,
      from: each.from === null ? null : (from?.version ?? null),
      to: each.to === null ? null : (to?.version ?? null),
    };
    // What became another thing meanwhile has other traces.
    const here = traces.packages.find(({ name }) => name === each.name);
    if (!isSameVersion(here?.version ?? null, change.to)) return each;
    const told = whoDidIt(change, before.seen, window, traces);
    return told.by || told.candidates ? { ...each, ...told } : each;
  });
  return changes.some((each, at) => each !== note.changes[at]) ? { ...note, changes } : note;
}
