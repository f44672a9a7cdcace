import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMountinfo } from '../../../../electron/engine/consent/mounts.ts';
import { decodeBytes } from '../../../../electron/engine/machine/line-reader.ts';
import { parseRegistryQuery } from '../../../../electron/engine/machine/parse-registry.ts';
import { parseDistributionFolder } from '../../../../electron/engine/packages/distributions.ts';
import { parseRecord, parseRecordRows } from '../../../../electron/engine/packages/record.ts';
import { requirementsIn } from '../../../../electron/engine/packages/requirement.ts';
import {
  parseRequirementsFile,
  wheelInAddress,
} from '../../../../electron/engine/packages/requirements-file.ts';
import { parseTorchVersion } from '../../../../electron/engine/packages/torch-build.ts';
import { parsePipReport } from '../../../../electron/engine/pip/pip-report.ts';
import { parsePyvenvConfig } from '../../../../electron/engine/pythons/pyvenv-config.ts';
import { entryPointsOf } from '../../../../electron/engine/repair/entry-points.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { cases, spoiled } from '../../../support/fuzz.ts';

const text = (bytes: Buffer): string => decodeBytes(new Uint8Array(bytes));
const report = JSON.stringify({
  install: [
    {
      metadata: { name: 'Torch', version: '2.9.1', requires_dist: ['a[b]>=1; os_name == "nt"'] },
      requested_extras: ['x'],
      download_info: {
        url: 'https://user:secret@example.org/whl/torch-2.9.1%2Bcu128-cp312-cp312-win_amd64.whl',
        archive_info: { hash: 'sha256=ab', hashes: { sha256: 'ab' } },
      },
    },
  ],
});

type Reader = { name: string; samples: string[]; read: (bytes: Buffer) => void; all: number };

/** What a package, an index or another program wrote; each may say anything, and throws nothing. */
const readers: Reader[] = [
  {
    name: 'RECORD',
    samples: [
      'torch/__init__.py,sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,12\r\n"a ""b"",c.py",,\nx,md5=1,9\n',
    ],
    read: (bytes) => {
      const rows = parseRecordRows(text(bytes));
      expect(rows.map(({ path }) => path)).toEqual(parseRecord(text(bytes)));
      for (const { sha256 } of rows) expect(sha256 ?? '0'.repeat(64)).toHaveLength(64);
    },
    all: 130_000,
  },
  {
    name: 'METADATA',
    samples: [
      'Metadata-Version: 2.1\nName: a\nRequires-Dist: b.C[d,e] (>=1.0,<2); python_version >= "3.9" and (extra == "x" or os_name != \'nt\')\nRequires-Dist: f @ https://example.org/f.whl ; sys_platform == "win32"\n\nRequires-Dist: not this\n',
    ],
    read: (bytes) => {
      for (const { name } of requirementsIn(text(bytes))) expect(name).toMatch(/^[a-z\d_-]+$/i);
    },
    all: 130_000,
  },
  {
    name: 'requirements.txt',
    samples: [
      '\ufeff--index-url https://example.org\ntorch==2.9.1 --hash=sha256:ab # why\n-r "other file.txt"\n-e git+https://example.org/a/b.git@main#egg=b\nxformers \\\n  >=0.0.30\nhttps://example.org/x-1%2B2-py3-none-any.whl ; os_name == "nt"\n',
    ],
    read: (bytes) => void parseRequirementsFile(bytes),
    all: 80_000,
  },
  {
    name: 'names of wheels and folders',
    samples: [
      'https://example.org/torch-2.9.1%2Bcu128-cp312-cp312-win_amd64.whl?x#sha256=1',
      'torch-2.9.1+cu128.dist-info',
      'numpy-1.26.4-py3.12.egg-info',
    ],
    read: (bytes) => {
      wheelInAddress(text(bytes));
      parseDistributionFolder(text(bytes));
    },
    all: 100_000,
  },
  {
    name: 'what pip reports',
    samples: [report],
    read: (bytes) => {
      if (bytes.length === 0) return;
      try {
        parsePipReport(text(bytes));
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown;
      }
    },
    all: 60_000,
  },
  {
    name: 'small files of environments and systems',
    samples: [
      'home = /usr/bin\nversion = 3.12.3\ncommand = /usr/bin/python3 -m venv --prompt="a b" /home/a b\n',
      "__version__ = '2.9.1+cu128'\ncuda: Optional[str] = '12.8'\nhip = None\n",
      '[console_scripts]\na = b.c:d [e]\n[gui_scripts]\nf=g:h.i\n',
      'HKEY_CURRENT_USER\\Software\\Python\r\n    (Default)    REG_SZ    C:\\Python\r\n',
      '36 35 98:0 /a /mnt/b\\040c rw,noatime master:1 - ext4 /dev/sda1 rw\n',
    ],
    read: (bytes) => {
      for (const each of [parsePyvenvConfig, parseTorchVersion, entryPointsOf]) each(text(bytes));
      for (const each of [parseRegistryQuery, parseMountinfo]) each(text(bytes));
    },
    all: 80_000,
  },
];

describe('what others wrote is read, or left out, and never more', () => {
  it.each(readers)('$name', ({ samples, read, all }) => {
    const property = fc.property(spoiled(samples.map((each) => Buffer.from(each))), read);
    fc.assert(property, cases(150, all));
  });
});
