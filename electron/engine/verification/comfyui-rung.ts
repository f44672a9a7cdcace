import type { Ending } from '../../../shared/kernel-report.ts';
import { message } from '../../../shared/messages/index.ts';
import type { AttentionInUse } from '../../../shared/log-analysis.ts';
import type { Rung } from '../../../shared/verification.ts';
import { crashOf } from '../knowledge/program-ends.ts';
import { rung } from './rung.ts';

/** A ComfyUI that was started once, and what its output said. */
export type TestStart = {
  ending: Ending;
  backend: Pick<AttentionInUse, 'asked' | 'started'>;
  /** ComfyUI's own nodes that it could not import. */
  failedNodes: readonly string[];
  /** It was told to leave the graphics card alone, because there is none. */
  cpu: boolean;
};

/** Why no ComfyUI was started. */
export type NotStarted = 'none' | 'running' | 'cannot-see' | 'no-test' | 'no-python';

export function comfyuiNotStarted(why: NotStarted): Rung {
  return rung('comfyui', 'skipped', message(`rung.comfyui.${why}`));
}

/** What Python's argparse says of words that a program does not take, before it ends. */
function refusedWords(output: string): string | null {
  return /^\S*main\.py: error: (.+)$/m.exec(output)?.[1]?.trim() ?? null;
}

/** The last line of a traceback, which says more than the number that it ended with. */
function lastError(output: string): string | null {
  const lines = output.split('\n').filter((line) => /^[\w.]*(?:Error|Exception)\b/.test(line));
  return lines.at(-1)?.trim().slice(0, 300) ?? null;
}

/** Whether ComfyUI came up, and with the attention that its flags ask for. Pure. */
export function comfyuiRung({ ending, backend, failedNodes, cpu }: TestStart): Rung {
  const details = failedNodes.map((name) => ({ name, ok: false }));
  switch (ending.kind) {
    case 'problem':
      return rung('comfyui', 'unknown', message('rung.comfyui.no-python'), details, ending.problem);
    case 'timed-out': {
      const { seconds, stderr } = ending;
      const problem = { code: 'timed-out' as const, params: { seconds }, detail: stderr };
      return rung('comfyui', 'fail', message('rung.comfyui.hung', { seconds }), details, problem);
    }
    case 'exit': {
      const end = crashOf(ending);
      if (end !== null) {
        const problem = { code: 'comfyui-ended' as const, params: { end }, detail: ending.stderr };
        const text = refusedWords(ending.stderr);
        const evidence =
          text === null
            ? message('rung.comfyui.ended', { end: lastError(ending.stderr) ?? end })
            : message('rung.comfyui.flags', { text });
        return rung('comfyui', 'fail', evidence, details, problem);
      }
    }
  }
  const { asked, started } = backend;
  if (started === null) return rung('comfyui', 'pass', message('rung.comfyui.silent'), details);
  if (cpu)
    return rung('comfyui', 'pass', message('rung.comfyui.pass-cpu', { backend: started }), details);
  return asked !== null && asked !== started
    ? rung('comfyui', 'fail', message('rung.comfyui.other', { asked, backend: started }), details)
    : rung('comfyui', 'pass', message('rung.comfyui.pass', { backend: started }), details);
}
