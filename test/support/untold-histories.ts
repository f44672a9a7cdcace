import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { asks, swapped, swappedByPip, type Made } from './told-histories.ts';

/** Nobody may be named for these: no trace tells who it was, or several fit. */
export const untoldHistories: Made[] = [
  { made: 'by hand, without a trace', by: null, how: ({ put }) => put('torch', '2.4.0', swapped) },
  {
    made: 'two nodes fit alike',
    by: null,
    candidates: ['ComfyUI-X', 'ComfyUI-Y'],
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[9, 'clone: from']] });
      await node('ComfyUI-Y', { requirements: 'torch==2.4', reflog: [[7, 'clone: from']] });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'by hand, and an old node asks for it too',
    by: null,
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[90_000, 'clone: from']] });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'by hand, and a node that came just before the last look asks for it too',
    by: null,
    async how({ node, put, prove }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[12, 'clone: from']] });
      await prove(11);
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'by hand, and a new node is content with any version',
    by: null,
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: 'torch>=2.0\n', reflog: [[9, 'clone: from']] });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'by hand, and a node came afterwards',
    by: null,
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[5, 'clone: from']] });
      await put('torch', '2.4.0', { ...swapped, minutes: 30 });
    },
  },
  {
    made: 'another package brought it along, and a new node asks for it by name',
    by: null,
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[9, 'clone: from']] });
      await put('byhand', '1.0', { requested: true, requires: ['torch==2.4.0'] });
      await put('torch', '2.4.0');
    },
  },
  {
    made: 'the requirement is for another system',
    by: null,
    async how({ node, put }) {
      const requirements = 'torch==2.4.0; sys_platform == "win32"\n';
      await node('ComfyUI-X', { requirements, reflog: [[9, 'clone: from']] });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'the same version from another index',
    by: null,
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: 'torch==2.9.1', reflog: [[9, 'clone: from']] });
      await put('torch', '2.9.1', { ...swapped, cuda: null });
    },
  },
  {
    made: 'everything was unpacked from an archive',
    by: null,
    async how({ node, put, paper, ago }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[9, 'clone: from']] });
      await put('torch', '2.4.0', swapped);
      for (const entry of await readdir(paper.sitePackages))
        if (entry.endsWith('.dist-info'))
          await utimes(join(paper.sitePackages, entry, 'RECORD'), ago(5) / 1000, ago(5) / 1000);
    },
  },
  {
    made: 'files were copied with old times',
    by: null,
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[100_009, 'clone: from']] });
      await put('torch', '2.4.0', { ...swapped, minutes: 100_000 });
    },
  },
  {
    made: 'the clock was set back by years meanwhile',
    by: null,
    async how({ node, put, setClock }) {
      setClock(1_000_000);
      await node('ComfyUI-X', { requirements: asks, reflog: [[1_000_009, 'clone: from']] });
      await put('torch', '2.4.0', { ...swapped, minutes: 1_000_005 });
    },
  },
  {
    made: 'a log tells of another time at which the same was done',
    by: null,
    async how({ log, put, stamp }) {
      const about = "Install: pip packages for '/nodes/ComfyUI-X'";
      const file = await log(80_000, [about, ...swappedByPip]);
      await stamp(file, 1);
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'a log tells of another version',
    by: null,
    async how({ log, put }) {
      await log(6, [
        "Install: pip packages for '/nodes/ComfyUI-X'",
        'Successfully installed torch-2.5.0',
      ]);
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'all nodes were copied to this place a moment ago',
    by: null,
    async how({ node, put, root }) {
      for (const name of ['A', 'B', 'C', 'ComfyUI-X'])
        await node(name, { requirements: name === 'ComfyUI-X' ? asks : 'pillow' });
      await mkdir(join(root, 'custom_nodes', 'D'));
      await put('torch', '2.4.0', { ...swapped, minutes: 0 });
    },
  },
  {
    made: 'a package was taken away, and nothing tells by whom',
    by: null,
    how: ({ take }) => take('torch'),
  },
];
