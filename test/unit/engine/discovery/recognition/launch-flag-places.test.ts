import { join } from 'node:path';
import { expect, it } from 'vitest';
import { locateAt } from '../../../../../electron/engine/discovery/locate.ts';
import { flagsInCompose } from '../../../../../electron/engine/discovery/recognition/container-flags.ts';
import { webuiSettings } from '../../../../../electron/engine/discovery/recognition/webui-settings.ts';
import { createNodeSystem } from '../../../../../electron/engine/machine/node-system.ts';
import { createMachine } from '../../../../support/synthetic-machine/builder.ts';
import { makeTemporaryFolder } from '../../../../support/temporary-folders.ts';

it.each([
  ['an item', '  - CLI_ARGS=--fast --lowvram', ['--fast', '--lowvram']],
  ['a quoted item', `  - 'CLI_ARGS=--fast'`, ['--fast']],
  ['a quoted value in an item', '  - CLI_ARGS="--fast --cpu"', ['--fast', '--cpu']],
  ['an entry', '  CLI_ARGS: --fast # quick', ['--fast']],
  [
    'a quoted entry',
    '  "CLI_ARGS": "--output-directory \'my data\'"',
    ['--output-directory', 'my data'],
  ],
  ['an empty one', '  - CLI_ARGS=', []],
  ['one that another variable fills', '  CLI_ARGS: ${CLI_ARGS:---fast} --cpu', ['--cpu']],
  ['a comment', '  # - CLI_ARGS=--fast', null],
  ['another variable', '  - MY_CLI_ARGS=--fast', null],
])('the flags of a compose file: %s', (_, line, flags) => {
  expect(flagsInCompose(`services:\r\n${line}\r\n  - OTHER=1\r\n`, 'CLI_ARGS')).toEqual(flags);
});

it.each([
  ['no script', null, ['--xformers']],
  ['a script with the line commented out', '#export COMMANDLINE_ARGS=""\n', ['--xformers']],
  ['a script that sets none', 'export COMMANDLINE_ARGS=""\n', []],
  ['a script that sets others', 'export COMMANDLINE_ARGS="--medvram"\n', ['--medvram']],
])('COMMANDLINE_ARGS of the shell, with %s', async (_, script, flags) => {
  const folder = await makeTemporaryFolder('webui');
  const machine = createMachine(folder, 'unix', join(folder, 'started'));
  if (script !== null) await machine.write(join(folder, 'webui-user.sh'), script);
  const system = { ...createNodeSystem(), environment: { COMMANDLINE_ARGS: '--xformers' } };
  const found = await webuiSettings(system, folder);
  expect(found.flatMap(({ launcher }) => launcher.flags)).toEqual(flags);
});

it('COMFYUI_ARGS of a vast.ai machine goes before what its script says', async () => {
  const root = await makeTemporaryFolder('vast');
  const machine = createMachine(root, 'unix', join(root, 'started'));
  const source = await machine.source(join(root, 'workspace', 'ComfyUI'));
  const script = join(root, 'opt', 'supervisor-scripts', 'comfyui.sh');
  await machine.write(script, 'main.py ${COMFYUI_ARGS:---port 18188}\n');
  const flagsWith = async (environment: Record<string, string>) => {
    const located = await locateAt({ ...createNodeSystem(), environment }, source);
    return located?.install.launchers;
  };
  expect(await flagsWith({})).toEqual([{ path: script, flags: ['--port', '18188'] }]);
  expect(await flagsWith({ COMFYUI_ARGS: '--use-flash-attention' })).toEqual([
    { path: '$COMFYUI_ARGS', flags: ['--use-flash-attention'] },
  ]);
});
