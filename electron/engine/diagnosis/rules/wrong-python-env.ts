import { kindRows } from '../../../../shared/environment-kinds.ts';
import type { Distribution } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Clues } from '../evidence/clues.ts';
import { installed } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';

/** Another place than the one that was looked at decides what ComfyUI loads. */
export function wrongPythonEnv(clues: Clues): Finding[] {
  return [...shadowedByUserSite(clues), ...startedElsewhere(clues), ...moved(clues)];
}

/**
 * Every start script names a Python outside of this environment. People keep several scripts:
 * one that starts this Python, or leaves it open which, is enough to say nothing.
 */
function startedElsewhere(clues: Clues): Finding[] {
  const { interpreter } = clues;
  const started = clues.comfyui?.pythons ?? [];
  if (!interpreter) return [];
  const elsewhere = started.flatMap(({ script, python }) =>
    python === null || belongsTo(interpreter, python, clues.platform) ? [] : [{ script, python }],
  );
  if (elsewhere.length === 0 || elsewhere.length < started.length) return [];
  return [
    findingOf('wrong_python_env', {
      severity: 'warning',
      confidence: 'medium',
      evidence: elsewhere.map(({ script, python }) => ({
        statement: message('evidence.script-python', { python, own: interpreter.executable }),
        how: 'file',
        source: script,
      })),
      title: message('finding.wrong_python_env.title-script'),
      explanation: message('finding.wrong_python_env.explanation-script'),
      cost: message('finding.wrong_python_env.cost-script'),
    }),
  ];
}

function belongsTo(
  interpreter: NonNullable<Clues['interpreter']>,
  python: string,
  platform: Clues['platform'],
): boolean {
  const comparable = (file: string): string => {
    const plain = file.replaceAll('\\', '/').replace(/\/+$/, '');
    return platform === 'win32' ? plain.toLowerCase() : plain;
  };
  const wanted = comparable(python);
  return (
    wanted === comparable(interpreter.executable) ||
    wanted.startsWith(`${comparable(interpreter.environmentRoot)}/`)
  );
}

/**
 * `pip install --user` put another version of a package where this Python looks first. The
 * portable ComfyUI starts its Python with -s, which leaves that folder out: there it is only
 * worth a note.
 */
function shadowedByUserSite(clues: Clues): Finding[] {
  const shadowing = (clues.packageHealth?.userSite ?? []).flatMap((each) => {
    const own = installed(clues, each.name);
    return own === null || own === each.version ? [] : [{ ...each, own }];
  });
  if (shadowing.length === 0) return [];
  const noted =
    clues.interpreter !== null && kindRows[clues.interpreter.kind].userSite === 'by-pth';
  return [
    findingOf('wrong_python_env', {
      severity: noted ? 'harmless' : 'warning',
      confidence: noted ? 'low' : 'medium',
      evidence: shadowing.map(evidenceOf),
      title: message('finding.wrong_python_env.title-user-site'),
      explanation: message('finding.wrong_python_env.explanation-user-site'),
      cost: message('finding.wrong_python_env.cost-user-site'),
    }),
  ];
}

function evidenceOf(each: Distribution & { own: string }): Finding['evidence'][number] {
  const { name, version, own, location } = each;
  const statement = message('evidence.user-site', { name, version, own });
  return { statement, how: 'file', source: location };
}

/**
 * A moved or copied environment: its Python works, but `activate` and `pip` carry the old path.
 * That matters where a start script leaves it to them which Python it starts; else it is only
 * worth a note. Source: docs.python.org/3/library/venv.html (scripts hold absolute paths).
 */
function moved(clues: Clues): Finding[] {
  const problems = clues.interpreter?.problems ?? [];
  const evidence = problems
    .filter(({ code }) => code === 'environment-moved')
    .map(({ code, params }): Evidence => ({
      statement: message(`problem.${code}`, params),
      how: 'file',
    }));
  if (evidence.length === 0) return [];
  const left = (clues.comfyui?.pythons ?? []).some(({ python }) => python === null);
  return [
    findingOf('wrong_python_env', {
      severity: left ? 'warning' : 'harmless',
      confidence: 'medium',
      evidence,
      title: message('finding.wrong_python_env.title-moved'),
      explanation: message('finding.wrong_python_env.explanation-moved'),
      cost: message('finding.wrong_python_env.cost-moved'),
      advice: message('finding.wrong_python_env.advice-moved'),
    }),
  ];
}
