import { describe, expect, it } from 'vitest';
import {
  comparesCuda,
  ownArchitectures,
  requirementOf,
  variantOf,
} from '../../../../build/knowledge/metadata.mjs';

describe('what a wheel asks for', () => {
  it.each([
    ['Requires-Dist: triton (==2.0.0) ; platform_system == "Linux"', '==2.0.0'],
    ['Requires-Dist: triton~=3.9.0; platform_system == "Linux"', '~=3.9.0'],
    ['Requires-Dist: triton ==3.1.0', '==3.1.0'],
    ['Requires-Dist: triton', ''],
    ['Requires-Dist: triton-windows==3.1.0', null],
    ['Requires-Dist: triton==1.0; extra == "all"', null],
    ['Name: torch\n\nRequires-Dist: triton==1.0 in a description', null],
  ])('is read from %s', (metadata, asked) => {
    expect(requirementOf(metadata, 'triton')).toBe(asked);
  });
});

it('tells the CUDA of a build by its version.py', () => {
  expect(variantOf("cuda: Optional[str] = '13.2'\nhip: Optional[str] = None")).toBe('cu132');
  expect(variantOf('cuda: Optional[str] = None')).toBeNull();
  expect(variantOf(null)).toBeNull();
});

it('reads torch’s own list of architectures, old and new', () => {
  const old = 'PYTORCH_RELEASES_CODE_CC: dict[str, set[int]] = {\n    "12.6": {50, 60},\n}\n';
  expect(ownArchitectures(old)).toEqual({ cu126: { every: ['sm_50', 'sm_60'] } });
  const now = `PYTORCH_RELEASES_CODE_CC: dict[str, dict[str, set[int]]] = {
    "12.6": {
        "x86_64": {50, 60},
        "aarch64": {80, 90},
    },
    "13.2": {
        "x86_64": {75},
    },
}`;
  expect(ownArchitectures(now)).toEqual({
    cu126: { x86_64: ['sm_50', 'sm_60'], aarch64: ['sm_80', 'sm_90'] },
    cu132: { x86_64: ['sm_75'] },
  });
  expect(ownArchitectures('nothing of it')).toEqual({});
});

it('tells how closely a companion compares its CUDA', () => {
  const check = (body: string) => `def _check_cuda_version():\n${body}\n\nrest()`;
  expect(comparesCuda(check('    if t_major != tv_major:\n        raise'))).toBe('major');
  const both = '    if t_major != tv_major or t_minor != tv_minor:\n        raise';
  expect(comparesCuda(check(both))).toBe('family');
  expect(comparesCuda(check('    if ta_version != t_version:\n        raise'))).toBe('family');
  const missing = '    if _version != -1 and cuda is not None:\n        if t_major != tv_major:';
  expect(comparesCuda(check(missing))).toBe('major');
  expect(comparesCuda('nothing of it')).toBeNull();
});
