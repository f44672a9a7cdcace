import { describe, expect, it } from 'vitest';
import {
  parseRequirementsFile,
  requirementOf,
  wheelInAddress,
} from '../../../../electron/engine/packages/requirements-file.ts';

const read = (text: string) => parseRequirementsFile(Buffer.from(text));
const names = (text: string) => read(text).requirements.map(({ name }) => name);

describe('a requirements file', () => {
  it('is read past comments, options, hashes and lines that go on', () => {
    const text = [
      '# torch==1.0',
      '--extra-index-url https://example.org/whl/cu121',
      'torch==2.4.0 \\',
      '    --hash=sha256:00 \\',
      '    --hash=sha256:11',
      'numpy<2  # for the old ones',
      'xformers>=0.0.27 --index-url https://example.org/whl',
      'pkg#not-a-comment',
      '-e .',
      '',
    ].join('\n');
    const { requirements } = read(text);
    expect(requirements.map(({ name, specifier }) => name + specifier)).toEqual([
      'torch==2.4.0',
      'numpy<2',
      'xformers>=0.0.27',
    ]);
    expect(requirements[2]?.text).toBe('xformers>=0.0.27 --index-url https://example.org/whl');
  });

  it('says where else it sends pip, in each way to write it', () => {
    expect(
      read('-r more.txt\n-cother.txt\n--requirement=a b.txt\n--constraint "c.txt"').includes,
    ).toEqual([
      { kind: 'requirements', path: 'more.txt' },
      { kind: 'constraints', path: 'other.txt' },
      { kind: 'requirements', path: 'a b.txt' },
      { kind: 'constraints', path: 'c.txt' },
    ]);
  });

  it('is read in the encodings that people save it in', () => {
    const text = 'torch==2.4.0\r\nnumpy # 注意\r\n';
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    const bigEndian = Buffer.from(wide).swap16();
    const gbk = Buffer.concat([
      Buffer.from('numpy # '),
      Buffer.from([0xd7, 0xa2, 0xd2, 0xe2]),
      Buffer.from('\r\ntorch==2.4.0\r\n'),
    ]);
    for (const bytes of [Buffer.from(`\ufeff${text}`), wide, bigEndian, gbk]) {
      const found = parseRequirementsFile(bytes).requirements.map(({ name }) => name);
      expect([...found].sort()).toEqual(['numpy', 'torch']);
    }
  });

  it('knows packages by their address, with a condition or without', () => {
    const wheel = 'https://example.org/torch-2.4.0%2Bcu121-cp311-cp311-linux_x86_64.whl';
    expect(names(`${wheel}\ntorch @ ${wheel} ; sys_platform == "win32"`)).toEqual([
      'torch',
      'torch',
    ]);
    expect(names('git+https://example.org/x.git@main#egg=xformers')).toEqual(['xformers']);
    expect(names('git+https://example.org/a/xformers.git@v1\ngit+ssh://git@example.org/b')).toEqual(
      [...['xformers', 'b']],
    );
    expect(names('https://example.org/a/SageAttention.git@v2.2.0\n-e ssh://h/a/b.git#x=y')).toEqual(
      [...['sageattention', 'b']],
    );
    const sources = 'https://example.org/flash_attn-2.8.3%2Bcu12.tar.gz?x=/y.zip#sha256=00';
    expect(names(`${sources} ; sys_platform == "linux"\nhttps://e.org/a-b-1.0.zip`)).toEqual([
      ...['flash-attn', 'a-b'],
    ]);
    expect(names('https://example.org/x.zip\nhttps://example.org/a/archive/main.tar.gz')).toEqual(
      [],
    );
    expect(wheelInAddress(wheel)).toEqual({ name: 'torch', version: '2.4.0+cu121' });
    expect(wheelInAddress('https://example.org/torch-2.4.0.tar.gz')).toBeNull();
  });

  it('takes nothing from what is no requirement', () => {
    for (const text of ['', '-U', '==2', '<html>', '{', 'torch==2 ; what?', '\u0000'])
      expect(requirementOf(text)).toBeNull();
  });
});
