import type { Finding, Remedy } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { placeOf, type Heard } from '../evidence/heard.ts';
import { vendorOfGpu, type SaidRule } from './said-rule.ts';

/** The lines in which somebody misses an acceleration package. */
export const demanded: readonly SignatureId[] = [
  'CF_SAGE_MISSING',
  'CF_FLASH_MISSING',
  'CF_CK_MISSING',
  'SA_MISSING',
  'FA_MISSING',
  'FA_NOT_INSTALLED',
  'FA_REMOTE_CODE',
  'XF_MISSING',
  'XF_KOHYA_MISSING',
  'DIFF_XFORMERS_MISSING',
  'DIFF_XFORMERS_MAKE_SURE',
  'DIFF_BACKEND_UNUSABLE',
];

/**
 * Something wants an acceleration package that this Python does not have. Where the log
 * shows a second Python, the package lies there.
 */
export const missingPackages: SaidRule = {
  reads: [...demanded, 'TROUBLE_NO_MODULE', 'XF_SUPIR_FALLBACK'],
  find(heard, clues) {
    const modules = heard.all('TROUBLE_NO_MODULE');
    const findings: Finding[] = [];
    const lines = heard.all(...demanded);
    const first = lines.find((line) => !isOptional(line, heard)) ?? lines[0];
    if (first) findings.push(notInstalled(first, heard, clues));
    const fallback = heard.first('XF_SUPIR_FALLBACK');
    if (findings.length === 0 && fallback) {
      findings.push(
        findingOf('accel_package_not_installed', {
          evidence: [saidEvidence(fallback)],
          severity: 'harmless',
          remedies: [{ goal: null, fixKind: 'none_benign_warning' }],
        }),
      );
    }
    return [...findings, ...companions(modules)];
  },
};

function topModule(line: Said): string {
  return (line.values['module'] ?? '').split('.')[0] ?? '';
}

const withoutIt = /fall(?:ing|s)? ?back|will not be available|is optional|not required/i;
const noticed = /(?:could not|failed to|can ?not|unable to) (?:load|import)\b/i;
const tracebackLength = 25;

/**
 * The program caught it and goes on without: it says so, or it only noticed it while it loaded
 * and then started all the same. What a traceback ends with was not caught.
 */
export function isOptional(line: Said, heard: Heard): boolean {
  const raised = heard.near(line, tracebackLength, 'TROUBLE_TRACEBACK', 'TROUBLE_COMFYUI') !== null;
  if (raised) return false;
  if (withoutIt.test(line.text)) return true;
  const later = heard.all('FACT_STARTED', 'FACT_GENERATED');
  return noticed.test(line.text) && later.some((each) => placeOf(each) > placeOf(line));
}

function notInstalled(line: Said, heard: Heard, clues: Clues): Finding {
  const evidence = [saidEvidence(line)];
  const vendor = vendorOfGpu(heard, clues);
  if (vendor === 'apple') {
    const remedies: Remedy[] = [
      { goal: null, fixKind: 'other', fixDetail: 'update_custom_node_or_app' },
    ];
    return findingOf('apple_mps_unsupported', { evidence, remedies });
  }
  const elsewhere = otherPython(line, heard);
  if (elsewhere)
    return findingOf('wrong_python_env', { evidence: [...evidence, saidEvidence(elsewhere)] });
  const harmless = isOptional(line, heard)
    ? {
        severity: 'harmless' as const,
        remedies: [{ goal: null, fixKind: 'none_benign_warning' as const }],
      }
    : { remedies: remediesFor(line, heard, clues) };
  return findingOf('accel_package_not_installed', { evidence, ...harmless });
}

/** pip found or installed the very package, and the program still does not see it. */
function otherPython(line: Said, heard: Heard): Said | null {
  const wanted = /sage/i.test(line.text)
    ? /sage/i
    : /flash/i.test(line.text)
      ? /flash/i
      : /xformers/i;
  const already = heard
    .all('PIP_ALREADY')
    .find((each) => wanted.test(each.values['package'] ?? ''));
  if (already) return already;
  return (
    heard.all('PIP_INSTALLED').find((each) => wanted.test(each.values['packages'] ?? '')) ?? null
  );
}

/** Who asked: a flag of the start, or a setting of a node or of a call of transformers. */
function isSetting(line: Said, heard: Heard, clues: Clues): boolean {
  if (line.signature === 'FA_NOT_INSTALLED') return true;
  const flags = clues.comfyui?.flags ?? [];
  const byFlag = flags.some((flag) => /^--use-(?:sage|flash)/.test(flag));
  const stopped = heard.near(line, tracebackLength, 'TROUBLE_COMFYUI', 'TROUBLE_NODE_TYPE');
  const inNode = heard
    .allNear(line, tracebackLength, 'TROUBLE_FRAME')
    .some((frame) => /custom_nodes/.test(frame.text));
  return !byFlag && /sage/i.test(line.text) && (stopped !== null || inNode);
}

function remediesFor(line: Said, heard: Heard, clues: Clues): Remedy[] {
  const install: Remedy = { goal: null, fixKind: 'install_into_right_python' };
  const flag: Remedy = { goal: null, fixKind: 'change_launch_flag' };
  const wheel: Remedy = { goal: null, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' };
  if (/xformers/i.test(line.text))
    return [
      { goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' },
      { goal: 'xformers', fixKind: 'install_into_right_python' },
    ];
  if (isSetting(line, heard, clues)) return [flag, install, wheel];
  return /sage/i.test(line.text) ? [install, flag, wheel] : [install, wheel];
}

/** Other modules whose absence has a cause of its own. */
function companions(modules: readonly Said[]): Finding[] {
  const wheelless = modules.find(
    (line) => topModule(line) === 'torchvision' || topModule(line) === 'torchaudio',
  );
  return wheelless
    ? [
        findingOf('torchvision_torch_mismatch', {
          evidence: [saidEvidence(wheelless)],
          confidence: 'low',
        }),
      ]
    : [];
}
