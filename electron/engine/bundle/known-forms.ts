import { valueOf, type Facts } from '../../../shared/facts.ts';

/**
 * What `python -m xformers.info` would print, as far as we know it: maintainers of xFormers ask for
 * it, and it cannot be run where xFormers does not load
 * (https://github.com/facebookresearch/xformers/blob/main/xformers/info.py).
 */
export function xformersInfoText(facts: Facts): string {
  const build = valueOf(facts.xformers);
  const live = valueOf(facts.live);
  if (!build && !live?.xformers) return '';
  const rows: [string, string | null | undefined][] = [
    ...(live?.xformers?.operators ?? []).map(({ name, available }): [string, string] => [
      name,
      available ? 'available' : 'unavailable',
    ]),
    ['pytorch.version', live?.torch?.version ?? valueOf(facts.torch)?.version],
    ['pytorch.cuda', live?.torch ? availability(live.torch.cudaAvailable) : null],
    ...(live?.torch?.devices ?? []).flatMap(({ name, computeCapability }): [string, string][] => [
      ['gpu.name', name],
      ['gpu.compute_capability', computeCapability ?? '?'],
    ]),
    ['build.torch_version', build?.builtForTorch],
    ['build.python_version', build?.builtForPython],
    ['build.nvcc_version', build?.nvcc?.toString()],
    ['build.hip_version', build?.hip],
    ['load_error', live?.xformers?.loadError ?? live?.xformers?.opsError ?? live?.xformers?.error],
  ];
  return text(`xFormers ${live?.xformers?.version ?? build?.version ?? '?'}`, rows);
}

function availability(available: boolean | null): string | null {
  if (available === null) return null;
  return available ? 'available' : 'not available';
}

/**
 * What torch's own `collect_env` would print, in its words: the form that PyTorch's issue template
 * asks for (https://github.com/pytorch/pytorch/blob/main/torch/utils/collect_env.py).
 */
export function collectEnvText(facts: Facts): string {
  const build = valueOf(facts.torch);
  const live = valueOf(facts.live);
  const gpus = valueOf(facts.gpus) ?? [];
  const relevant = facts.distributions.filter(({ name }) =>
    /^(torch|torch-.+|torchvision|torchaudio|triton|triton-.+|numpy|xformers|nvidia-.+|pytorch-triton.*)$/.test(
      name,
    ),
  );
  return text('Collecting environment information...', [
    ['PyTorch version', live?.torch?.version ?? build?.version],
    ['CUDA used to build PyTorch', build?.cuda ?? (build ? 'None' : null)],
    ['ROCM used to build PyTorch', build?.hip ?? (build ? 'N/A' : null)],
    ['OS', `${facts.platform} ${facts.architecture}`],
    ['Python version', live?.pythonVersion ?? facts.interpreter.version],
    ['Is CUDA available', live?.torch ? pythonWord(live.torch.cudaAvailable) : null],
    ...gpus.map(({ name }, index): [string, string] => [`GPU ${index}`, name]),
    ['Nvidia driver version', valueOf(facts.driver)?.version],
    ...relevant.map(({ name, version }): [string, string] => ['[pip3]', `${name}==${version}`]),
  ]);
}

function pythonWord(value: boolean | null): string | null {
  if (value === null) return null;
  return value ? 'True' : 'False';
}

/** What is not known is left out: a report never guesses. */
function text(title: string, rows: readonly (readonly [string, string | null | undefined])[]) {
  const known = rows.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${name}: ${value}`],
  );
  return `${[title, ...known].join('\n')}\n`;
}
