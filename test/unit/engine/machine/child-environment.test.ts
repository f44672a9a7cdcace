import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { absoluteProgram } from '../../../../electron/engine/machine/absolute-program.ts';
import { childEnvironment } from '../../../../electron/engine/machine/child-environment.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const own = {
  ...{ PATH: '/usr/bin', HOME: '/home/a', HTTPS_PROXY: 'http://p', LD_LIBRARY_PATH: '/cuda' },
  ...{ PIP_INDEX_URL: 'https://i', LANG: 'zh_CN.GBK', TOKENIZERS_PARALLELISM: '1' },
};
const secrets = {
  ...{ HF_TOKEN: 'a', GITHUB_TOKEN: 'b', AWS_SECRET_ACCESS_KEY: 'c', AWS_ACCESS_KEY_ID: 'd' },
  ...{ OPENAI_API_KEY: 'e', CIVITAI_APIKEY: 'f', MY_PASSWORD: 'g', TOKEN: 'h' },
};
const ours = { NODE_OPTIONS: '--require x', ELECTRON_RUN_AS_NODE: '1', npm_config_x: 'y' };

it('a program that we start gets no keys of the user, and nothing that steers us', () => {
  expect(childEnvironment({ ...own, ...secrets, ...ours })).toEqual(own);
  expect(childEnvironment({ ...own, ...ours, ...secrets }, {}, true)).toEqual({
    ...own,
    ...secrets,
  });
  expect(childEnvironment(own, { HOME: undefined, HF_TOKEN: 'wanted' })).toEqual(
    (({ HOME: _left, ...rest }) => ({ ...rest, HF_TOKEN: 'wanted' }))(own),
  );
});

it.skipIf(process.platform === 'win32')(
  'a bare name is found in an absolute folder of PATH, and in no other',
  async () => {
    const folder = await makeTemporaryFolder('path');
    const [here, there] = [path.join(folder, 'here'), path.join(folder, 'there')];
    for (const each of [here, there]) {
      await mkdir(path.join(each, 'folder-tool'), { recursive: true });
      await writeFile(path.join(each, 'tool'), '#!/bin/sh\necho "$0"\n');
      await chmod(path.join(each, 'tool'), 0o755);
    }
    await writeFile(path.join(there, 'no-program'), '');
    const before = process.cwd();
    process.chdir(here);
    try {
      const find = (name: string, PATH: string) => absoluteProgram(name, { PATH });
      expect(find('tool', `.::bin:${there}`)).toBe(path.join(there, 'tool'));
      expect(find('tool', '.:')).toBe('tool');
      expect(find('no-program', there)).toBe('no-program');
      expect(find('folder-tool', there)).toBe('folder-tool');
      expect(find('./tool', there)).toBe(path.join(here, 'tool'));
      expect(absoluteProgram('tool', {})).toBe('tool');
      const run = createNodeSystem().run(
        { program: 'tool', arguments: [] },
        {
          environment: { PATH: '.:' },
        },
      );
      await expect(run).rejects.toMatchObject({ problem: { code: 'command-missing' } });
    } finally {
      process.chdir(before);
    }
  },
);
