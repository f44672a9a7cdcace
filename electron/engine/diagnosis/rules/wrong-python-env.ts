import type { Distribution } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Clues } from '../clues.ts';
import { installed } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';

/**
 * `pip install --user` put another version of a package where this Python looks first. The
 * portable ComfyUI starts its Python with -s, which leaves that folder out: there it is only
 * worth a note.
 */
export function wrongPythonEnv(clues: Clues): Finding[] {
  const shadowing = (clues.packageHealth?.userSite ?? []).flatMap((each) => {
    const own = installed(clues, each.name);
    return own === null || own === each.version ? [] : [{ ...each, own }];
  });
  if (shadowing.length === 0) return [];
  const noted = clues.interpreter?.kind === 'embedded';
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
