import { describe, expect, it } from 'vitest';
import { contradictions } from '../../../../electron/engine/diagnosis/evidence/loader-evidence.ts';
import { judge } from '../../../../electron/engine/diagnosis/judge.ts';
import { extensionCannotLoad } from '../../../../electron/engine/diagnosis/extension-cannot-load.ts';
import type { ExtensionAnswer } from '../../../../shared/extensions.ts';
import type { Facts } from '../../../../shared/facts.ts';
import { distributions, factsWith, live, torch, xformers } from '../../../support/facts.ts';

const file = 'xformers/_C.so';
const withoutLibrary: ExtensionAnswer = {
  distribution: 'xformers',
  file,
  answer: 'cannot-load',
  why: 'library',
  name: 'libcudart.so.12',
};
const withoutFunctions: ExtensionAnswer = {
  ...withoutLibrary,
  why: 'functions',
  name: '_ZN3c107WarningC1Ev',
  count: 7,
};
const loads: ExtensionAnswer = { distribution: 'xformers', file, answer: 'loads' };

function facts(answer: ExtensionAnswer, own: Partial<Facts> = {}): Facts {
  return factsWith({ extensions: [answer], ...own });
}
const statements = (found: readonly { evidence: readonly { statement: { key: string } }[] }[]) =>
  found.flatMap((each) => each.evidence.map(({ statement }) => statement.key));

/** A build of home, which no table knows. */
const homemade = { xformers: xformers('0.0.36.dev0', null) };

describe('a compiled file that would not load', () => {
  it('is found where no table says anything, with the name of what is missing', () => {
    const [found, ...others] = extensionCannotLoad(facts(withoutLibrary, homemade));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ cause: 'xformers_torch_mismatch', confidence: 'medium' });
    expect(found?.evidence.at(-1)?.statement).toEqual({
      key: 'evidence.loader-library',
      params: { file, name: 'libcudart.so.12' },
    });
    expect(judge(facts(withoutFunctions, homemade)).verdict).toBe('problem');
  });

  it('stands beside what a table found as one finding', () => {
    const found = judge(
      facts(withoutFunctions, { xformers: xformers('0.0.32.post2', '2.8.0+cu128') }),
    ).findings.filter((each) => each.cause === 'xformers_torch_mismatch');
    expect(found).toHaveLength(1);
    expect(found[0]?.confidence).toBe('high');
    expect(statements(found)).toContain('evidence.loader-functions');
  });

  it('is nothing that a table knows to fit, for functions alone', () => {
    expect(extensionCannotLoad(facts(withoutFunctions))).toEqual([]);
    expect(extensionCannotLoad(facts(withoutLibrary))).toHaveLength(1);
  });

  it('is nothing that a live Python loaded', () => {
    expect(extensionCannotLoad(facts(withoutLibrary, { ...homemade, live: live() }))).toEqual([]);
  });

  it('is another cause beside a torch for no card, or for another maker’s', () => {
    expect(extensionCannotLoad(facts(withoutLibrary, { torch: torch('2.6.0+cpu', null) }))).toEqual(
      [],
    );
  });

  it('is unknown, and no finding, where it could not be told', () => {
    const unknown = { ...withoutLibrary, answer: 'unknown', why: 'unreadable' } as const;
    expect(extensionCannotLoad(facts(unknown, homemade))).toEqual([]);
    expect(statements(judge(facts(unknown)).findings).join()).not.toContain('loader');
  });

  it('is Microsoft’s runtime on Windows, whoever asks for it', () => {
    const answer = {
      ...withoutLibrary,
      distribution: 'torch',
      file: 'torch/_C.pyd',
      name: 'MSVCP140.dll',
    };
    const windows = { platform: 'win32' as const };
    expect(
      extensionCannotLoad(facts({ ...answer, file: 'torch/_C.cp311-win_amd64.pyd' }, windows)),
    ).toMatchObject([{ cause: 'vc_runtime_dll_broken' }]);
    const brought = { ...windows, distributions: distributions('msvc-runtime') };
    expect(
      extensionCannotLoad(facts({ ...answer, file: 'torch/_C.cp311-win_amd64.pyd' }, brought)),
    ).toEqual([]);
  });

  it('is only as bad as it is wanted', () => {
    const flash = {
      ...withoutLibrary,
      distribution: 'flash-attn',
      file: 'flash_attn_2_cuda.cpython-311-x86_64-linux-gnu.so',
    };
    const severity = (flags: string[]) =>
      extensionCannotLoad(facts(flash, { comfyui: { version: '0.3', flags } }))[0]?.severity;
    expect([severity([]), severity(['--use-flash-attention'])]).toEqual(['warning', 'error']);
  });

  it('leaves ComfyUI’s own kernels alone, which fall back by themselves', () => {
    const kitchen = {
      ...withoutLibrary,
      distribution: 'comfy-kitchen',
      file: 'comfy_kitchen/backends/cuda/_C.cpython-311-x86_64-linux-gnu.so',
    };
    expect(extensionCannotLoad(facts(kitchen))).toEqual([]);
  });
});

describe('tables and loader', () => {
  it('are shown and told where they contradict each other', () => {
    const other = facts(loads, { xformers: xformers('0.0.32.post2', '2.8.0+cu128') });
    const { findings } = judge(other);
    expect(statements(findings)).toContain('evidence.loader-loads');
    expect(contradictions(other, findings)).toEqual([
      'xformers/_C.so: loads, against xformers_torch_mismatch',
    ]);
    const fits = facts(withoutFunctions);
    expect(judge(fits).verdict).toBe('healthy');
    expect(contradictions(fits, judge(fits).findings)).toEqual([
      'xformers/_C.so: cannot load because of _ZN3c107WarningC1Ev',
    ]);
  });

  it('say nothing of what loads beside what does not', () => {
    const vision = { ...withoutLibrary, distribution: 'torchvision', file: 'torchvision/_C.so' };
    const audio = { ...loads, distribution: 'torchaudio', file: 'torchaudio/lib/libtorchaudio.so' };
    const both = factsWith({ extensions: [vision, audio] });
    const { findings } = judge(both);
    expect(statements(findings)).not.toContain('evidence.loader-loads');
    expect(contradictions(both, findings)).toEqual([]);
  });

  it('are told of nothing where they agree', () => {
    const healthy = facts(loads);
    expect(contradictions(healthy, judge(healthy).findings)).toEqual([]);
    expect(judge(healthy).verdict).toBe('healthy');
  });
});
