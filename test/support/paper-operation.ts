import type { OperationContext } from '../../electron/engine/operations/operation-runner.ts';
import type { OperationKind } from '../../shared/operation.ts';

/** What an operation tells on its way. */
export type Told = { steps: string[]; notes: string[]; lines: string[]; findings: string[] };

export function nothingTold(): Told {
  return { steps: [], notes: [], lines: [], findings: [] };
}

/** The context of an operation that is written down as it goes. */
export function contextOf<K extends OperationKind>(
  { steps, notes, lines, findings }: Told,
  signal: AbortSignal = new AbortController().signal,
): OperationContext<K> {
  return {
    signal,
    step: async (id, act) => {
      steps.push(id);
      return act();
    },
    progress: (step, note) => {
      notes.push(`${step} ${note.key} ${JSON.stringify(note.params ?? {})}`);
    },
    log: (step, line) => {
      lines.push(`${step} ${line.text}`);
    },
    rung: () => undefined,
    found: () => undefined,
    glance: (of, { verdict }) => {
      notes.push(`glance ${of} ${verdict}`);
    },
    finding: ({ cause }) => {
      findings.push(cause);
    },
    broken: ({ params }) => {
      notes.push(`broken ${JSON.stringify(params)}`);
    },
  };
}
