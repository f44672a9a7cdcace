import type { Diagnosis, Finding } from '../../shared/finding.ts';
import { absent, known, unknown } from '../../shared/facts.ts';
import { message } from '../../shared/messages/index.ts';
import { root, sampleEnvironment, sampleFacts, sampleInstall, targetId } from './sample-machine.ts';

export const mismatchFinding: Finding = {
  cause: 'xformers_torch_mismatch',
  severity: 'error',
  confidence: 'high',
  evidence: [
    {
      statement: message('evidence.xformers-built', { version: '0.0.27', torch: '2.3.1+cu121' }),
      how: 'file',
      source: `${root}/venv/lib/python3.11/site-packages/xformers/cpp_lib.json`,
    },
    {
      statement: message('evidence.torch-cuda', { version: '2.6.0', cuda: '12.4' }),
      how: 'file',
      source: `${root}/venv/lib/python3.11/site-packages/torch/version.py`,
    },
    {
      statement: message('evidence.python-said', {
        text: 'WARNING[XFORMERS]: xFormers can’t load C++/CUDA extensions.',
      }),
      how: 'probe',
    },
  ],
  title: message('finding.xformers_torch_mismatch.title'),
  explanation: message('finding.xformers_torch_mismatch.explanation-versions', {
    xformers: '0.0.27',
    built: '2.3.1',
    torch: '2.6.0',
  }),
  cost: message('finding.xformers_torch_mismatch.cost'),
  remedies: [{ goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' }],
  advice: message('advice.upgrade_xformers_matching_torch'),
  links: ['xformers-readme'],
  consequence: false,
};

export const incompleteFinding: Finding = {
  cause: 'xformers_incomplete_build',
  severity: 'warning',
  confidence: 'medium',
  evidence: [],
  title: message('finding.xformers_incomplete_build.title'),
  explanation: message('finding.xformers_incomplete_build.explanation-version', {
    version: '0.0.27',
  }),
  cost: null,
  remedies: [],
  advice: message('advice.upgrade_xformers_matching_torch'),
  links: [],
  consequence: true,
};

export const harmlessFinding: Finding = {
  cause: 'triton_missing_benign',
  severity: 'harmless',
  confidence: 'high',
  evidence: [{ statement: message('evidence.not-installed', { name: 'triton' }), how: 'file' }],
  title: message('finding.triton_missing_benign.title'),
  explanation: message('finding.triton_missing_benign.explanation'),
  cost: null,
  remedies: [{ goal: 'triton', fixKind: 'none_benign_warning' }],
  advice: message('advice.none_benign_warning'),
  links: [],
  consequence: false,
};

export const tritonRequiredFinding: Finding = {
  cause: 'triton_missing_required',
  severity: 'error',
  confidence: 'high',
  evidence: [
    {
      statement: message('evidence.needs-triton', { name: 'sageattention', version: '1.0.6' }),
      how: 'file',
    },
  ],
  title: message('finding.triton_missing_required.title-sage'),
  explanation: message('finding.triton_missing_required.explanation-sage'),
  cost: message('finding.triton_missing_required.cost-sage'),
  remedies: [{ goal: 'triton', fixKind: 'install_triton' }],
  advice: message('advice.install_triton'),
  links: [],
  consequence: false,
};

const healthyFinding: Finding = {
  cause: 'healthy',
  severity: 'ok',
  confidence: 'high',
  evidence: [],
  title: message('finding.healthy.title'),
  explanation: message('finding.healthy.explanation-live'),
  cost: null,
  remedies: [],
  advice: message('advice.healthy'),
  links: [],
  consequence: false,
};

export function sampleDiagnosis(changes: Partial<Diagnosis> = {}): Diagnosis {
  return {
    targetId,
    install: sampleInstall(),
    environment: sampleEnvironment(),
    facts: sampleFacts(),
    findings: [mismatchFinding, incompleteFinding, harmlessFinding],
    verdict: 'problem',
    headline: message('finding.xformers_torch_mismatch.title'),
    reason: message('verdict.problem.reason'),
    problem: null,
    elapsedMs: 2140,
    ...changes,
  };
}

export const healthyDiagnosis: Diagnosis = sampleDiagnosis({
  facts: sampleFacts({
    xformers: known(
      {
        version: '0.0.29.post3',
        builtForTorch: '2.6.0+cu124',
        builtForPython: '3.11.9',
        nvcc: 1204,
        hip: null,
        hasExtensionFile: true,
        extensionExpected: true,
        extensionSource: null,
      },
      'file',
    ),
  }),
  findings: [healthyFinding],
  verdict: 'healthy',
  headline: message('verdict.healthy.xformers-gpu', {
    version: '0.0.29.post3',
    gpu: 'RTX 4090',
  }),
  reason: null,
});

export const harmlessDiagnosis: Diagnosis = sampleDiagnosis({
  facts: sampleFacts({ triton: absent('file') }),
  findings: [harmlessFinding],
  verdict: 'benign',
  headline: message('verdict.benign'),
  reason: message('verdict.benign.reason'),
});

const program = '/mnt/nas/ComfyUI/venv/bin/python';
/** What files alone tell of a Python that the user has to be asked about first. */
export const unaskedDiagnosis: Diagnosis = sampleDiagnosis({
  problem: {
    code: 'consent-needed',
    params: { program },
    reasons: [
      message('consent.reason.others-can-write', { path: '/mnt/nas/ComfyUI/venv/bin' }),
      message('consent.reason.network-disk', { disk: '/mnt/nas' }),
    ],
  },
});

export const unknownDiagnosis: Diagnosis = sampleDiagnosis({
  facts: sampleFacts({ gpus: unknown(), driver: unknown(), triton: unknown() }),
  findings: [],
  verdict: 'unknown',
  headline: message('verdict.unknown'),
  reason: null,
  problem: { code: 'timed-out', params: { seconds: 60 }, command: ['python', '-I', '-'] },
});

/** A Python that never says its first word: what files tell stands, and nothing is offered that needs it. */
export const silentDiagnosis: Diagnosis = sampleDiagnosis({
  findings: sampleDiagnosis().findings.map((finding) => ({
    ...finding,
    remedies: finding.remedies.map((remedy) => ({ ...remedy, goal: null })),
  })),
  problem: { code: 'python-silent', params: { executable: program, seconds: 30 } },
});
