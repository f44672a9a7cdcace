import { describe, expect, it } from 'vitest';
import { markerHolds } from '../../../../electron/engine/packages/marker-holds.ts';
import {
  parseMarker,
  type MarkerEnvironment,
} from '../../../../electron/engine/packages/marker.ts';
import {
  parseRequirement,
  requirementsIn,
} from '../../../../electron/engine/packages/requirement.ts';

const windows: MarkerEnvironment = {
  os_name: 'nt',
  sys_platform: 'win32',
  platform_system: 'Windows',
  platform_machine: 'AMD64',
  python_version: '3.10',
  python_full_version: '3.10.11',
  implementation_name: 'cpython',
};
const holds = (text: string, environment = windows, extras: string[] = []): boolean | null =>
  markerHolds(parseMarker(text), environment, extras);

describe('a requirement', () => {
  it.each([
    ['torch==2.6.0', 'torch', '==2.6.0', []],
    ['torch (>=2.4,<3)', 'torch', '>=2.4,<3', []],
    ['Torch >= 2.4 , < 3', 'torch', '>=2.4,<3', []],
    ['huggingface_hub[hf_xet, torch]>=0.20', 'huggingface-hub', '>=0.20', ['hf_xet', 'torch']],
    ['numpy', 'numpy', '', []],
    ['a.b_c', 'a-b-c', '', []],
  ])('%s is a name and a specifier', (text, name, specifier, extras) => {
    expect(parseRequirement(text)).toEqual({ name, specifier, extras, url: null, marker: null });
  });

  it('may name an address, with a condition behind a blank', () => {
    const line = parseRequirement(
      'flash-attn @ https://a.example/f.whl#sha256=1 ; os_name == "nt"',
    );
    expect(line).toMatchObject({
      name: 'flash-attn',
      specifier: '',
      url: 'https://a.example/f.whl#sha256=1',
    });
    expect(line?.marker).not.toBeNull();
    expect(parseRequirement('x @ https://a.example/f;g.whl')?.url).toBe(
      'https://a.example/f;g.whl',
    );
  });

  it.each([
    '',
    '# a comment',
    '--index-url https://x',
    '-r other.txt',
    'torch 2.6',
    'x; python_version >',
    'x; a b c',
  ])('%j is none', (text) => {
    expect(parseRequirement(text)).toBeNull();
  });

  it('is read from the head of METADATA alone', () => {
    const metadata = [
      'Name: x',
      'Requires-Dist: numpy',
      "Requires-Dist: triton==3.2.0; platform_system == 'Linux'",
      'Requires-Dist: nonsense 5',
      '',
      'Requires-Dist: torch',
    ].join('\r\n');
    expect(requirementsIn(metadata).map((each) => each.name)).toEqual(['numpy', 'triton']);
  });
});

describe('a marker', () => {
  it.each([
    ['python_version >= "3.9"', true],
    ['python_version < "3.9"', false],
    ['python_full_version >= "3.10.11"', true],
    ["sys_platform == 'win32' and platform_machine in 'AMD64 x86_64'", true],
    ["platform_machine not in 'arm64'", true],
    ["'win' in sys_platform", true],
    ["os_name != 'nt' or (python_version == '3.10' and sys_platform != 'linux')", true],
    ["os_name == 'posix' and python_version == '3.10' or sys_platform == 'win32'", true],
    ["os_name == 'posix' and (python_version == '3.10' or sys_platform == 'win32')", false],
    ['python_version ~= "3.8"', true],
    ['python_version == "3.1.*"', false],
    ["os.name == 'nt'", true],
    ["sys_platform == 'and'", false],
    ["sys_platform < 'x'", true],
    ["sys_platform <= 'win32' and sys_platform >= 'win32'", true],
    ["sys_platform > 'a' and sys_platform === 'win32'", true],
  ])('%s', (text, answer) => {
    expect(holds(text)).toBe(answer);
  });

  it('about what nobody knows is open, unless the rest decides', () => {
    expect(holds("platform_release == '5'")).toBeNull();
    expect(holds("platform_release == '5' or os_name == 'nt'")).toBe(true);
    expect(holds("platform_release == '5' and os_name == 'nt'")).toBeNull();
    expect(holds("platform_release == '5' and os_name == 'posix'")).toBe(false);
    expect(holds('python_full_version > "3.9"', {})).toBeNull();
    expect(holds("sys_platform ~= 'win32'")).toBeNull();
  });

  it('asks for an extra by its normalised name', () => {
    expect(holds("extra == 'hf_xet'", windows, ['HF-xet'])).toBe(true);
    expect(holds("'torch' == extra")).toBe(false);
    expect(holds("extra != 'torch'")).toBe(true);
    expect(holds("extra in 'torch'", windows, ['torch'])).toBeNull();
  });

  it.each([
    '',
    'os_name',
    "os_name == 'nt' and",
    "(os_name == 'nt'",
    "os_name == 'nt')",
    "not 'a'",
    '§',
  ])('%j is none', (text) => {
    expect(() => parseMarker(text)).toThrow(SyntaxError);
  });
});
