import type { Diagnosis, Finding } from '../../shared/finding.ts';
import { absent, known, unknown, type Facts } from '../../shared/facts.ts';
import type { Environment, Install } from '../../shared/install.ts';
import { message } from '../../shared/messages/index.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Snapshot } from '../../shared/report.ts';
import type { Rung, Verification } from '../../shared/verification.ts';

/** Building blocks of the sample sessions: one git clone with its venv, and what was seen there. */
export const targetId = 'install-1';
const root = '/home/mei/ComfyUI';

export function sampleInstall(changes: Partial<Install> = {}): Install {
  return {
    id: targetId,
    name: 'ComfyUI',
    kind: 'git_clone',
    sourceRoot: root,
    dataRoot: root,
    userDir: `${root}/user`,
    python: {
      executable: `${root}/venv/bin/python`,
      version: '3.11.9',
      environmentRoot: `${root}/venv`,
      runnable: true,
    },
    comfyui: { version: '0.3.75' },
    launchers: [],
    running: false,
    problems: [],
    ...changes,
  };
}

export function sampleEnvironment(changes: Partial<Environment> = {}): Environment {
  return {
    id: 'environment-1',
    executable: `${root}/venv/bin/python`,
    version: '3.11.9',
    kind: 'venv',
    environmentRoot: `${root}/venv`,
    problems: [],
    ...changes,
  };
}

export function sampleFacts(changes: Partial<Facts> = {}): Facts {
  return {
    platform: 'linux',
    architecture: 'x64',
    interpreter: {
      executable: `${root}/venv/bin/python`,
      version: '3.11.9',
      kind: 'venv',
      environmentRoot: `${root}/venv`,
      sitePackages: [`${root}/venv/lib/python3.11/site-packages`],
      writable: true,
      externallyManaged: false,
      pip: '24.0',
    },
    distributions: [],
    torch: known({ version: '2.6.0+cu124', cuda: '12.4', hip: null, xpu: null }, 'file'),
    xformers: known(
      {
        version: '0.0.27',
        builtForTorch: '2.3.1+cu121',
        builtForPython: '3.11.9',
        nvcc: 1201,
        hip: null,
        hasExtensionFile: true,
        extensionSource: null,
      },
      'file',
    ),
    triton: known({ distribution: 'triton', version: '3.2.0' }, 'file'),
    comfyui: { version: '0.3.75', flags: [] },
    driver: known({ version: '560.35.03' }, 'driver'),
    gpus: known(
      [
        {
          vendor: 'nvidia',
          name: 'NVIDIA GeForce RTX 4090',
          computeCapability: '8.9',
          memoryMiB: 24564,
        },
      ],
      'driver',
    ),
    live: absent('probe'),
    ...changes,
  };
}

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
  explanation: message('finding.xformers_torch_mismatch.explanation', {
    xformers: '0.0.27',
    built: '2.3.1',
    torch: '2.6.0',
  }),
  cost: message('finding.xformers_torch_mismatch.cost'),
  remedies: [{ goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' }],
  consequence: false,
};

export const incompleteFinding: Finding = {
  cause: 'xformers_incomplete_build',
  severity: 'warning',
  confidence: 'medium',
  evidence: [],
  title: message('finding.xformers_incomplete_build.title'),
  explanation: message('finding.xformers_incomplete_build.explanation', { version: '0.0.27' }),
  cost: null,
  remedies: [],
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
  remedies: [],
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
  title: message('finding.triton_missing_required.title'),
  explanation: message('finding.triton_missing_required.explanation'),
  cost: message('finding.triton_missing_required.cost'),
  remedies: [{ goal: 'triton', fixKind: 'install_triton' }],
  consequence: false,
};

export const healthyFinding: Finding = {
  cause: 'healthy',
  severity: 'ok',
  confidence: 'high',
  evidence: [],
  title: message('finding.healthy.title'),
  explanation: message('finding.healthy.explanation'),
  cost: null,
  remedies: [],
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

export const unknownDiagnosis: Diagnosis = sampleDiagnosis({
  facts: sampleFacts({ gpus: unknown(), driver: unknown(), triton: unknown() }),
  findings: [],
  verdict: 'unknown',
  headline: message('verdict.unknown'),
  reason: null,
  problem: { code: 'timed-out', params: { seconds: 60 }, command: ['python', '-I', '-'] },
});

export function samplePlan(changes: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1',
    targetId,
    environmentId: 'environment-1',
    environmentRoot: `${root}/venv`,
    executable: `${root}/venv/bin/python`,
    goal: 'recommended',
    actions: [
      {
        kind: 'pip-install',
        wheels: [
          {
            name: 'xformers',
            version: '0.0.29.post3',
            fileName: 'xformers-0.0.29.post3-cp311-cp311-manylinux_2_28_x86_64.whl',
            url: 'http://127.0.0.1:8081/xformers/',
            sha256: '5f7d6ad0bd64d5f1d4a5e8a3bd0a7b1c5e34f0c6cf5b1fb1a8e1a3b9c3c1d9e0',
            bytes: 43_400_000,
          },
        ],
        indexUrl: null,
        forceReinstall: false,
      },
    ],
    changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
    pinned: [
      { name: 'torch', version: '2.6.0+cu124' },
      { name: 'torchvision', version: '0.21.0+cu124' },
      { name: 'torchaudio', version: '2.6.0+cu124' },
      { name: 'numpy', version: '2.1.3' },
      { name: 'triton', version: '3.2.0' },
    ],
    downloadBytes: 43_400_000,
    diskBytes: 126_000_000,
    commands: [
      'python -m pip install --no-deps --constraint constraints.txt xformers==0.0.29.post3',
    ],
    undo: message('plan.undo'),
    warnings: [],
    ...changes,
  };
}

const operators = ['fa2F@v2.7.2', 'fa2B@v2.7.2', 'cutlassF-pt', 'cutlassB-pt', 'fa3F@0.0.0'];

function rung(number: number, id: Rung['id'], changes: Partial<Rung>): Rung {
  return {
    rung: number,
    id,
    outcome: 'pass',
    evidence: message('rung.extension.pass'),
    details: [],
    problem: null,
    ...changes,
  };
}

export const passedVerification: Verification = {
  targetId,
  rungs: [
    rung(0, 'attribute', { evidence: message('rung.attribute.pass') }),
    rung(1, 'extension', {}),
    rung(2, 'metadata', {
      evidence: message('rung.metadata.pass', { built: '2.6.0+cu124', torch: '2.6.0+cu124' }),
    }),
    rung(3, 'operators', {
      evidence: message('rung.operators.pass', { count: 4, total: 5 }),
      details: operators.map((name, index) => ({ name, ok: index < 4 })),
    }),
  ],
  recommended: {
    backend: 'xformers',
    flag: null,
    speedup: null,
    basis: message('recommend.xformers'),
  },
  elapsedMs: 3300,
};

export const failedVerification: Verification = {
  ...passedVerification,
  rungs: [
    rung(0, 'attribute', { evidence: message('rung.attribute.pass') }),
    rung(1, 'extension', {
      outcome: 'fail',
      evidence: message('rung.extension.fail', {
        text: 'undefined symbol: _ZN3c104cuda9SetDeviceEi',
      }),
    }),
    rung(2, 'metadata', {
      outcome: 'fail',
      evidence: message('rung.metadata.fail', { built: '2.3.1+cu121', torch: '2.6.0+cu124' }),
    }),
    rung(3, 'operators', {
      outcome: 'unknown',
      evidence: message('rung.operators.unknown'),
    }),
  ],
  recommended: {
    backend: 'pytorch',
    flag: '--use-pytorch-cross-attention',
    speedup: null,
    basis: message('recommend.pytorch', { version: '2.6.0' }),
  },
};

export const sampleSnapshot: Snapshot = {
  id: 'snapshot-1',
  at: '2026-11-22T16:05:00.000Z',
  reason: 'recommended',
  bytes: 118_000_000,
  changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
  restoredAt: null,
};
