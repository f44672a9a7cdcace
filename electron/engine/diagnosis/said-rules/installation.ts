import { valueOf } from '../../../../shared/facts.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { SaidRule } from './said-rule.ts';

const longPathOwners = /xformers/i;

/** Paths beyond 260 characters: xFormers' sources are the usual ones, and a wheel has none. */
export const longPath: SaidRule = {
  reads: ['LONG_PATH', 'LONG_PATH_BY_LENGTH', 'TR_WINERR206'],
  find(heard) {
    const line = heard.first('LONG_PATH', 'LONG_PATH_BY_LENGTH', 'TR_WINERR206');
    if (!line) return [];
    const xformers = heard
      .all('PIP_SDIST', 'LONG_PATH', 'LONG_PATH_BY_LENGTH')
      .some((each) => longPathOwners.test(each.text));
    const evidence = [saidEvidence(line)];
    return [
      xformers
        ? findingOf('windows_long_path', {
            evidence,
            remedies: [{ goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' }],
          })
        : findingOf('windows_long_path', { evidence }),
    ];
  },
};

const buildRows: readonly SignatureId[] = [
  'PIP_BUILD_WHEEL',
  'PIP_BUILD_FAILED',
  'BUILD_NO_CUDA_HOME',
  'BUILD_CUDA_DIFFERS',
  'BUILD_NO_MSVC',
  'BUILD_COMPILER',
  'FA_NO_NVCC',
  'FA_CUDA_TOO_OLD',
  'SA_BUILD_NO_CUDA',
  'SA_BUILD_CUDA_TOO_OLD',
];

/** A build from source failed. A missing torch during the build is pip's build isolation. */
export const sourceBuild: SaidRule = {
  reads: [...buildRows, 'FA_BUILDING', 'FA_GUESS'],
  find(heard, clues) {
    // Triton's own small compilation has causes of its own.
    if (heard.has('TR_NO_PYTHON_H') && !heard.has('PIP_BUILD_WHEEL', 'PIP_BUILD_FAILED')) return [];
    const lines = heard.all(...buildRows);
    const building = heard.first('BUILD_SETUP', 'FA_BUILDING');
    const isolated = building
      ? heard.all('TROUBLE_NO_MODULE').find((each) => each.values['module'] === 'torch')
      : undefined;
    const setup = heard.first('BUILD_SETUP');
    const raised = setup ? heard.near(setup, 12, 'TROUBLE_EXCEPTION') : null;
    const first = lines[0] ?? isolated ?? raised;
    if (!first) return [];
    const evidence = [first, ...lines.slice(1, 4)].map(saidEvidence);
    if (lines.length > 0 && isForeign(lines)) {
      return [findingOf('not_attention_other', { evidence, confidence: 'medium' })];
    }
    if (clues.platform === 'darwin' && /flash|xformers|sage|nvcc/i.test(first.text)) {
      return [findingOf('apple_mps_unsupported', { evidence })];
    }
    return [findingOf('source_build_failed', { evidence })];
  },
};

const ours = /torch|xformers|triton|attn|attention|sage|nunchaku|bitsandbytes|apex|deepspeed/i;

/** All that failed to build has a name, and none of the names has to do with attention. */
function isForeign(lines: readonly Said[]): boolean {
  const named = lines.map((line) => line.values['package'] ?? line.values['package2']);
  const packages = named.filter((name) => name !== undefined);
  return packages.length > 0 && packages.every((name) => !ours.test(name));
}

/** PEP 668: a Python that belongs to the system or to uv. */
export const managedPython: SaidRule = {
  reads: ['PIP_MANAGED', 'PIP_MANAGED_BY'],
  find(heard, clues) {
    const line = heard.first('PIP_MANAGED');
    if (!line) return [];
    const owner = heard.first('PIP_MANAGED_BY');
    const evidence = [line, ...(owner ? [owner] : [])].map(saidEvidence);
    // Programs that bring their own environment: the packages belong into that one.
    const hasOwn = /portable|stability|desktop|easy|pinokio/i.test(
      clues.stated?.install_kind ?? '',
    );
    const remedies = [{ goal: null, fixKind: 'install_into_right_python' as const }];
    return [findingOf('pep668_managed_env', hasOwn ? { evidence, remedies } : { evidence })];
  },
};

/** A damaged package that has nothing to do with attention is not worth an alarm of its own. */
export const leftovers: SaidRule = {
  reads: ['PIP_INVALID_DISTRIBUTION', 'PIP_NO_RECORD'],
  find(heard, clues) {
    const line = heard.first('PIP_INVALID_DISTRIBUTION', 'PIP_NO_RECORD');
    if (!line) return [];
    const evidence = [saidEvidence(line)];
    const ours = /orch|formers|riton|ageattention|lash|umpy/.test(line.text);
    const known = valueOf(clues.torch) !== null;
    return [
      findingOf('install_corrupted', { evidence, confidence: ours || !known ? 'high' : 'medium' }),
    ];
  },
};
