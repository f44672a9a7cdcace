import type { Evidence } from '../../../shared/finding.ts';
import type { Facts, TorchBuild, XformersBuild } from '../../../shared/facts.ts';
import { message } from '../../../shared/messages/index.ts';

/** The evidence lines that several rules show. */
export function torchEvidence(facts: Facts, torch: TorchBuild): Evidence {
  const params = { version: torch.version };
  const statement =
    torch.cuda !== null
      ? message('evidence.torch-cuda', { ...params, cuda: torch.cuda })
      : torch.hip !== null
        ? message('evidence.torch-rocm', { ...params, hip: torch.hip })
        : message('evidence.torch-cpu', params);
  return { statement, how: 'file', ...sourceOf(facts.torch) };
}

export function xformersEvidence(facts: Facts, xformers: XformersBuild): Evidence {
  const { version, builtForTorch } = xformers;
  const statement =
    builtForTorch === null
      ? message('evidence.xformers', { version })
      : message('evidence.xformers-built', { version, torch: builtForTorch });
  return { statement, how: 'file', ...sourceOf(facts.xformers) };
}

export function sourceOf(fact: { state: string; source?: string | undefined }): {
  source?: string;
} {
  return fact.source === undefined ? {} : { source: fact.source };
}

export function installed(facts: Facts, name: string): string | null {
  return facts.distributions.find((each) => each.name === name)?.version ?? null;
}
