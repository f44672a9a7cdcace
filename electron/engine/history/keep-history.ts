import type { History, Proved, SinceProved, TracedChange } from '../../../shared/history.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Change } from '../../../shared/plan.ts';
import type { Problem } from '../../../shared/problem.ts';
import { proofOf } from '../../../shared/proof.ts';
import type { Verification } from '../../../shared/verification.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { goalThatRestores, isWatched } from '../knowledge/watched-packages.ts';
import { journalsOf, snapshotsFor } from '../repair/journals.ts';
import { entriesOf } from './entries.ts';
import { glimpse } from './seen/glimpse.ts';
import type { Note, StoredKind } from './history-file.ts';
import { lookedAt } from './looked-at.ts';
import { keepNotes, notesOf, type Ground } from './notes.ts';
import { changesBetween, seeNow, type Seen, type SeenFacts } from './seen/seen.ts';
import { driftOf, lastProof, snapshotOf, standingProof } from './standing.ts';
import { gatherTraces } from './traces/gather-traces.ts';

/** What was done, for the note of it. */
export type Done = {
  kind: Exclude<StoredKind, 'look'>;
  outcome: string;
  proved?: Proved | null;
  /** What we changed ourselves. */
  own?: readonly Change[];
};

/** The history of each environment: what was seen, done and proved there. */
export function createHistory(ground: Ground) {
  const { system, paths, now } = ground;

  /** A look: noted where something is not as it was. Says what became of what was proved. */
  async function look(target: Target, facts: SeenFacts): Promise<SinceProved> {
    const seen = await seeNow(system, facts);
    const environmentId = target.environment.id;
    const { notes, problem } = await keepNotes(ground, { environmentId, facts }, (known) =>
      lookedAt(known, noteOf('look', 'seen', seen), (changed, from) =>
        gatherTraces(system, target.install, facts, changed, from),
      ),
    );
    return since(target, facts, notes, seen, problem);
  }

  /** Something that we did: always noted. `facts`: as it is after it. */
  async function done(target: Target, facts: SeenFacts | null, deed: Done): Promise<SinceProved> {
    const found = facts ?? (await glimpse(system, target));
    const seen = await seeNow(system, found);
    const environmentId = target.environment.id;
    const { notes, problem } = await keepNotes(ground, { environmentId, facts: found }, (known) => {
      const last = known.at(-1);
      const changes = last ? changesBetween(last.seen, seen) : [];
      const note = {
        ...noteOf(deed.kind, deed.outcome, seen),
        proved: deed.proved ?? null,
        changes: changes.map((each) => ours(each, deed.own ?? [])),
      };
      return Promise.resolve([...known, note]);
    });
    return since(target, found, notes, seen, problem);
  }

  function noteOf(kind: StoredKind, outcome: string, seen: Seen): Note {
    return { at: now().toISOString(), kind, outcome, proved: null, seen, changes: [] };
  }

  async function since(
    target: Target,
    facts: SeenFacts,
    notes: readonly Note[],
    seen: Seen,
    problem: Problem | null,
  ): Promise<SinceProved> {
    const proof = lastProof(notes);
    const drift = driftOf(notes, seen);
    const standing = standingProof(notes);
    return {
      lastGood: proof?.at ?? null,
      proved: standing?.proved ?? null,
      drift,
      restore:
        drift.length > 0 && standing ? await wayBack(target, facts, standing, seen, drift) : null,
      problem,
    };
  }

  async function wayBack(
    target: Target,
    facts: SeenFacts,
    proof: Note,
    seen: Seen,
    drift: readonly TracedChange[],
  ): Promise<SinceProved['restore']> {
    const journals = await journalsOf(system, paths, target.environment.id, facts);
    const snapshotId = snapshotOf(snapshotsFor(journals.own), proof.seen, seen);
    if (snapshotId !== null) return { kind: 'snapshot', snapshotId };
    return { kind: 'plan', goal: goalThatRestores(drift.map(({ name }) => name)) };
  }

  return {
    look,
    done,
    /** A verification or a benchmark, and what it proved. */
    verified(target: Target, facts: SeenFacts, verification: Verification): Promise<SinceProved> {
      const proof = proofOf(verification);
      const proved = proof === 'works' || proof === 'works-cpu' || proof === 'fits' ? proof : null;
      const kind = verification.benchmark.length > 0 ? 'benchmark' : 'verify';
      return done(target, facts, { kind, outcome: proof, proved });
    },
    /** All that is known, newest first; looks at the files as they are now, and starts nothing. */
    async shown(target: Target): Promise<History> {
      const facts = await glimpse(system, target);
      const told = await look(target, facts);
      const notes = await notesOf(ground, { environmentId: target.environment.id, facts });
      const all = facts.distributions.map(({ name }) => name).filter(isWatched);
      const traces = await gatherTraces(system, target.install, facts, all, null);
      return { ...told, targetId: target.id, entries: entriesOf(notes, traces, now().getTime()) };
    },
    /** What is no longer as it was proved; reads only, and looks for nobody who did it. */
    async drifted(target: Target): Promise<SinceProved> {
      const facts = await glimpse(system, target);
      const notes = await notesOf(ground, { environmentId: target.environment.id, facts });
      return since(target, facts, notes, await seeNow(system, facts), null);
    },
  };
}
export type HistoryKeeper = ReturnType<typeof createHistory>;

function ours(change: Change, own: readonly Change[]): TracedChange {
  if (!own.some((each) => each.name === change.name)) return { ...change, by: null };
  const evidence = [message('history.evidence.ours')];
  return { ...change, by: { name: 'Attention Doctor', confidence: 'certain', evidence } };
}
