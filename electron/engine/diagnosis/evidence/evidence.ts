import { valid } from '@renovatebot/pep440';
import {
  valueOf,
  type Fact,
  type How,
  type TorchBuild,
  type XformersBuild,
} from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { distributionNamed, versionOf } from '../../../../shared/named-distribution.ts';
import type { Clues } from './clues.ts';

/** The evidence lines that several rules show. */
export function torchEvidence(clues: Pick<Clues, 'torch'>, torch: TorchBuild): Evidence {
  const { version, cuda, hip, xpu } = torch;
  const statement =
    cuda !== null
      ? message('evidence.torch-cuda', { version, cuda })
      : hip !== null
        ? message('evidence.torch-rocm', { version, hip })
        : xpu !== null
          ? message('evidence.torch-xpu', { version })
          : message('evidence.torch-cpu', { version });
  return { statement, ...seen(clues.torch) };
}

export function xformersEvidence(
  clues: Pick<Clues, 'xformers'>,
  xformers: XformersBuild,
): Evidence {
  const { version, builtForTorch } = xformers;
  const statement =
    builtForTorch === null
      ? message('evidence.xformers', { version })
      : message('evidence.xformers-built', { version, torch: builtForTorch });
  return { statement, ...seen(clues.xformers) };
}

export function tritonEvidence(clues: Pick<Clues, 'triton'>): Evidence[] {
  const triton = valueOf(clues.triton);
  if (!triton) return [];
  const { distribution, version } = triton;
  const statement = message('evidence.installed', { name: distribution, version });
  return [{ statement, ...seen(clues.triton) }];
}

export function driverEvidence(clues: Pick<Clues, 'driver'>): Evidence[] {
  const driver = valueOf(clues.driver);
  if (!driver) return [];
  const statement = message('evidence.driver', { version: driver.version ?? '' });
  return [{ statement, ...seen(clues.driver) }];
}

/** A flag that ComfyUI is started with, and where that was read. */
export function flagEvidence(clues: Pick<Clues, 'comfyui'>, flag: string): Evidence {
  const from = clues.comfyui?.flagsFrom;
  if (from?.kind === 'process') {
    return { statement: message('evidence.flag-running', { flag }), how: 'probe' };
  }
  const statement = message('evidence.flag', { flag });
  return from ? { statement, how: 'file', source: from.path } : { statement, how: 'file' };
}

/** What a live Python answered. */
export function probeEvidence(text: string): Evidence {
  return { statement: message('evidence.python-said', { text }), how: 'probe' };
}

/** A package with the place that its version was read from. */
export function packageEvidence(clues: Clues, name: string): Evidence[] {
  const version = installed(clues, name);
  if (version === null) return [];
  const listed = clues.distributions && distributionNamed(clues.distributions, name);
  const statement = message('evidence.installed', { name, version });
  return [
    listed ? { statement, how: 'file', source: listed.location } : { statement, how: 'report' },
  ];
}

/** How a fact was seen and where, for the evidence that it gives. */
export function seen(fact: Fact<unknown>): { how: How; source?: string } {
  if (fact.state !== 'known') return { how: 'file' };
  return fact.source === undefined ? { how: fact.how } : { how: fact.how, source: fact.source };
}

/** The version of a package that is known to be installed; null says nothing about its absence. */
export function installed(
  clues: Pick<Clues, 'distributions' | 'stated'>,
  name: string,
): string | null {
  if (clues.distributions) {
    return versionOf(clues.distributions, name);
  }
  const { sageattention, flash_attn: flashAttn } = clues.stated ?? {};
  const said = name === 'sageattention' ? sageattention : name === 'flash-attn' ? flashAttn : null;
  return said && valid(said) !== null ? said : null;
}

/** The version with its build, as far as anything tells; null where the package is not there. */
export function buildOf(
  clues: Pick<Clues, 'distributions' | 'stated'>,
  name: string,
): string | null {
  const found = clues.distributions && distributionNamed(clues.distributions, name);
  return found?.build ?? installed(clues, name);
}

/** True only where somebody listed the packages and this one is not among them. */
export function isMissing(clues: Pick<Clues, 'distributions'>, name: string): boolean {
  return clues.distributions !== null && distributionNamed(clues.distributions, name) === null;
}
