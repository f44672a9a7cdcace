import { join } from 'node:path';
import type { Install } from '../../shared/install.ts';
import type { PaperHistory } from './paper-history.ts';

/** A history with a known culprit, or one that no trace tells: then nobody may be named. */
export type Made = {
  made: string;
  how: (world: PaperHistory) => Promise<void>;
  /** "NAME confidence"; null: not known. */
  by: string | null;
  candidates?: string[];
  of?: string;
  install?: Partial<Install>;
};

export const swapped = { requested: true };
export const asks = 'torch==2.4.0\n';
const executed = (...words: string[]) =>
  `## ComfyUI-Manager: EXECUTE => [${['/venv/bin/python', '-m', 'pip', 'install', ...words]
    .map((word) => `'${word}'`)
    .join(', ')}]`;
export const swappedByPip = [
  '  Attempting uninstall: torch',
  '    Found existing installation: torch 2.9.1+cu128',
  '      Successfully uninstalled torch-2.9.1+cu128',
  ' Successfully installed nvidia-cublas-1.2 torch-2.4.0',
];

export const toldHistories: Made[] = [
  {
    made: 'a node was cloned four minutes earlier and asks for just this',
    by: 'ComfyUI-X likely',
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[9, 'clone: from https://x']] });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'the same among many that came long ago or ask for something else',
    by: 'ComfyUI-X likely',
    async how({ node, put }) {
      for (let each = 0; each < 12; each += 1)
        await node(`Old-${each}`, { requirements: asks, reflog: [[20_000 + each, 'clone: from']] });
      await node('Other', { requirements: 'pillow\ntorch>=2\n', reflog: [[8, 'clone: from']] });
      await node('ComfyUI-X', { requirements: `# all\n${asks}`, reflog: [[9, 'clone: from']] });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'an old node was updated',
    by: 'ComfyUI-X likely',
    async how({ node, put }) {
      const reflog: [number, string][] = [
        [90_000, 'clone: from'],
        [12, 'pull: Fast-forward'],
      ];
      await node('ComfyUI-X', { requirements: asks, reflog });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'a node came as a zip from the registry',
    by: 'comfyui-x likely',
    async how({ node, put }) {
      await node('comfyui-x', { requirements: asks, tracking: 8 });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'a node was put into the folder by hand, and its requirements installed',
    by: 'ComfyUI-X likely',
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks });
      await put('torch', '2.4.0', { ...swapped, minutes: 0 });
    },
  },
  {
    made: 'a package that a node asks for brought it along',
    by: 'ComfyUI-X likely',
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: 'oldlib\n', reflog: [[9, 'clone: from']] });
      await put('oldlib', '1.0', { requested: true, requires: ['torch==2.4.0'] });
      await put('torch', '2.4.0');
    },
  },
  {
    made: 'the same by way of two packages',
    by: 'ComfyUI-X likely',
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: 'toplib>=1\n', reflog: [[9, 'clone: from']] });
      await put('toplib', '1.2', { requested: true, requires: ['oldlib'] });
      await put('oldlib', '1.0', { requires: ['torch<2.5,>=2.4'] });
      await put('torch', '2.4.0');
    },
  },
  {
    made: 'a node names the very wheel',
    by: 'ComfyUI-X likely',
    async how({ node, put }) {
      const url = 'https://wheels.example.org/cu121/torch-2.4.0-cp311-cp311-linux_x86_64.whl';
      await node('ComfyUI-X', { requirements: `${url}\n`, reflog: [[9, 'clone: from']] });
      await node('Other', { requirements: 'pillow', reflog: [[9, 'clone: from']] });
      await put('torch', '2.4.0', { ...swapped, url });
    },
  },
  {
    made: 'uv installed it, with the old times of its cache on all but the RECORD',
    by: 'ComfyUI-X likely',
    async how({ node, put, paper, stamp }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[9, 'clone: from']] });
      await put('torch', '2.4.0', { ...swapped, installer: 'uv' });
      await stamp(join(paper.sitePackages, 'torch-2.4.0.dist-info', 'METADATA'), 400_000);
    },
  },
  {
    made: 'ComfyUI was updated and pins another comfy-kitchen',
    of: 'comfy-kitchen',
    by: 'ComfyUI likely',
    async how({ node, put }) {
      const requirements = 'torch\ncomfy-kitchen==0.2.40\n';
      await node('ComfyUI', { requirements, reflog: [[10, 'pull: Fast-forward']] });
      await put('comfy-kitchen', '0.2.40', swapped);
    },
  },
  {
    made: 'a node was cloned hours before ComfyUI was started again',
    by: 'ComfyUI-X possible',
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[300, 'clone: from']] });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'a node was only looked up for updates',
    by: 'ComfyUI-X possible',
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, fetched: 8 });
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'the Manager installed the requirements of a node at a start',
    by: 'ComfyUI-X certain',
    async how({ log, node, put }) {
      await node('ComfyUI-Y', { requirements: asks, reflog: [[9, 'clone: from']] });
      const about = "Install: pip packages for '/data/ComfyUI/custom_nodes/ComfyUI-X'";
      await log(5, [about, ...swappedByPip, '[ComfyUI-Manager] Startup script completed.']);
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'the Manager names the command first, and then the folder',
    by: 'ComfyUI-X certain',
    async how({ log, put }) {
      await log(6, [
        executed('torch==2.4.0'),
        String.raw`## Execute management script for 'D:\ComfyUI\custom_nodes\ComfyUI-X'`,
      ]);
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'the Manager cloned a node and ran pip at once',
    by: 'ComfyUI-X certain',
    async how({ log, put }) {
      await log(6, [
        "Download: git clone 'https://github.com/somebody/ComfyUI-X'",
        'Install: pip packages',
        executed('torch==2.4.0'),
        ...swappedByPip,
        'Installation was successful.',
      ]);
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'somebody let the Manager itself install it',
    by: 'ComfyUI-Manager certain',
    async how({ log, put }) {
      await log(6, [
        executed('-U', 'torch==2.4.0'),
        "## Execute management script for '..'",
        ...swappedByPip,
      ]);
      await put('torch', '2.4.0', swapped);
    },
  },
  {
    made: 'Desktop ran uv',
    by: 'ComfyUI Desktop certain',
    install: { kind: 'desktop_v1' },
    async how({ log, put }) {
      const command = 'Running uv command: & "C:\\uv.exe" "pip" "install" "torch==2.4.0"';
      await log(6, [`[info]  ${command}`], '../.config/ComfyUI/logs/main.log');
      await put('torch', '2.4.0', { ...swapped, installer: 'uv' });
    },
  },
  {
    made: 'the log without times tells the whole change',
    by: 'ComfyUI-X possible',
    async how({ log, put }) {
      await log(null, ["Install: pip packages for '/nodes/ComfyUI-X'", ...swappedByPip]);
      await put('torch', '2.4.0', { ...swapped, minutes: 0 });
    },
  },
  {
    made: 'a package was taken away, and a log tells it',
    by: 'ComfyUI-X certain',
    async how({ log, take }) {
      await log(6, [
        "Install: install script for '/nodes/ComfyUI-X'",
        '  Successfully uninstalled torch-2.9.1+cu128',
      ]);
      await take('torch');
    },
  },
  {
    made: 'conda installed it, with the times of its build',
    by: 'conda certain',
    async how({ node, put }) {
      await node('ComfyUI-X', { requirements: asks, reflog: [[9, 'clone: from']] });
      await put('torch', '2.4.0', { installer: 'conda', minutes: 700_000 });
    },
  },
];
