import { describe, expect, it } from 'vitest';
import { causes } from '../../../../shared/taxonomy.ts';
import { verdictOfRoot } from '../../../../electron/engine/diagnosis/verdict.ts';
import { acceleration } from '../../../../electron/engine/knowledge/causes/acceleration.ts';
import { installation } from '../../../../electron/engine/knowledge/causes/installation.ts';
import { machine } from '../../../../electron/engine/knowledge/causes/machine.ts';
import { torch } from '../../../../electron/engine/knowledge/causes/torch.ts';
import * as rest from '../../../../electron/engine/knowledge/causes/what-is-left.ts';
import {
  causeRows,
  explains,
  placeInChain,
  stageOf,
} from '../../../../electron/engine/knowledge/causes/index.ts';

describe('the rows of the causes', () => {
  it('give each cause one stage', () => {
    const stages = [machine, torch, installation, acceleration, ...Object.values(rest)];
    const named = stages.flatMap((stage) => Object.keys(stage));
    expect([...named].sort()).toEqual([...causes].sort());
    expect(causes.map(stageOf)).not.toContain(null);
  });

  it.each(causes)('%s explains nothing that comes before it in the chain', (cause) => {
    const explained = causes.filter((each) => explains(cause, each));
    const earlier = explained.filter((each) => placeInChain(each) <= placeInChain(cause));
    expect(earlier).toEqual([]);
  });

  it('let a stage stand for all its causes, and for no other', () => {
    const explained = causes.filter((each) => explains('cuda_device_unavailable', each));
    const meant = [...Object.keys(acceleration), ...Object.keys(rest.absence)];
    expect([...explained].sort()).toEqual([...meant].sort());
  });

  it.each([
    ['torch_cpu_build', 'problem'],
    ['acceleration_flag_not_set', 'problem'],
    ['attention_gpu_too_old', 'hardware_limit'],
    ['not_attention_oom', 'not_attention'],
    ['not_attention_other', 'not_attention'],
    ['triton_missing_benign', 'benign'],
    ['healthy', 'healthy'],
  ] as const)('%s alone comes to %s', (cause, verdict) => {
    expect(verdictOfRoot({ cause, severity: causeRows[cause].severity })).toBe(verdict);
  });
});
