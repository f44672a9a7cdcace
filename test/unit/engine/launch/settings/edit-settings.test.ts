import { describe, expect, it } from 'vitest';
import {
  editSettings,
  flagsInSettings,
} from '../../../../../electron/engine/launch/settings/flag-place.ts';
import type { LaunchSettings } from '../../../../../shared/install.ts';

const flag = '--use-pytorch-cross-attention';
const change = { add: [flag], remove: ['--use-sage-attention', '--use-flash-attention'] };
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

function edited(settings: LaunchSettings, text: string): string | null {
  const bytes = editSettings(bytesOf(text), settings, change);
  return bytes && Buffer.from(bytes).toString('utf8');
}

const desktop: LaunchSettings = { id: 'desktop_v1', entry: null };
const desktop2: LaunchSettings = { id: 'desktop_v2', entry: 'C:\\AI\\绘图' };
const matrix: LaunchSettings = { id: 'stability_matrix', entry: 'Packages\\ComfyUI' };
const krita: LaunchSettings = { id: 'krita', entry: null };
const swarm: LaunchSettings = { id: 'swarmui', entry: '0' };
const cli: LaunchSettings = { id: 'comfy_cli', entry: null };
const runpod: LaunchSettings = { id: 'runpod_base', entry: null };
const webui: LaunchSettings = { id: 'webui', entry: null };
const packageOf = (options: string): string =>
  `{"InstalledPackages":[{"LibraryPath":"Packages\\\\forge","LaunchArgs":[]},{"LibraryPath":"Packages\\\\ComfyUI","LaunchArgs":${options}}],"Theme":"Dark"}`;
const on = (name: string, value = 'true'): string =>
  `{"Name":"${name}","Type":"Bool","OptionValue":${value}}`;

describe('the settings of a program', () => {
  it.each<[string, LaunchSettings, string, string]>([
    [
      'ComfyUI Desktop, another flag',
      desktop,
      '{\n    "Comfy.Server.LaunchArgs": {\n        "port": "8001",\n        "use-sage-attention": ""\n    },\n    "Comfy.Locale": "zh"\n}',
      '{\n    "Comfy.Server.LaunchArgs": {\n        "port": "8001",\n        "use-pytorch-cross-attention": ""\n    },\n    "Comfy.Locale": "zh"\n}',
    ],
    [
      'ComfyUI Desktop, one more',
      desktop,
      '{\r\n\t"Comfy.Server.LaunchArgs": {\r\n\t\t"port": "8001"\r\n\t},\r\n\t"a": 1\r\n}\r\n',
      '{\r\n\t"Comfy.Server.LaunchArgs": {\r\n\t\t"port": "8001",\r\n\t\t"use-pytorch-cross-attention": ""\r\n\t},\r\n\t"a": 1\r\n}\r\n',
    ],
    [
      'ComfyUI Desktop, none yet',
      desktop,
      '{"Comfy.Locale":"zh","Comfy.Server.LaunchArgs":{}}',
      '{"Comfy.Locale":"zh","Comfy.Server.LaunchArgs":{"use-pytorch-cross-attention": ""}}',
    ],
    [
      'ComfyUI Desktop, nothing said',
      desktop,
      '{\n  "Comfy.Locale": "zh"\n}\n',
      '{\n  "Comfy.Locale": "zh",\n  "Comfy.Server.LaunchArgs": {"use-pytorch-cross-attention": ""}\n}\n',
    ],
    [
      'Comfy Desktop',
      desktop2,
      '[\n  {"installPath": "D:\\\\x", "launchArgs": "--use-sage-attention"},\n  {"installPath": "C:\\\\AI\\\\绘图", "launchArgs": "--enable-manager --use-sage-attention --output \\"D:\\\\图 \\u0041\\"", "n": 1e2}\n]\n',
      '[\n  {"installPath": "D:\\\\x", "launchArgs": "--use-sage-attention"},\n  {"installPath": "C:\\\\AI\\\\绘图", "launchArgs": "--enable-manager --use-pytorch-cross-attention --output \\"D:\\\\图 \\u0041\\"", "n": 1e2}\n]\n',
    ],
    [
      'Comfy Desktop, none yet',
      desktop2,
      '[{"installPath":"C:\\\\AI\\\\绘图"}]',
      '[{"installPath":"C:\\\\AI\\\\绘图","launchArgs":"--use-pytorch-cross-attention"}]',
    ],
    [
      'Stability Matrix, a switch that is off',
      matrix,
      packageOf(`[${on('--use-sage-attention')},${on(flag, 'null')},${on('--lowvram')}]`),
      packageOf(`[${on('--use-sage-attention', 'false')},${on(flag)},${on('--lowvram')}]`),
    ],
    [
      "Stability Matrix, in its owner's own words",
      matrix,
      packageOf('[{"Name":"","Type":"String","OptionValue":"--a 图 --use-sage"}]'),
      packageOf(
        '[{"Name":"","Type":"String","OptionValue":"--a 图 --use-pytorch-cross-attention"}]',
      ),
    ],
    [
      'Stability Matrix, nothing said',
      matrix,
      packageOf('null'),
      packageOf(`[{ "Name": "${flag}", "Type": "Bool", "OptionValue": true }]`),
    ],
    [
      'Stability Matrix, one more',
      matrix,
      packageOf('[\n  {\n    "Name": "--a",\n    "Type": "Bool",\n    "OptionValue": true\n  }\n]'),
      packageOf(
        `[\n  {\n    "Name": "--a",\n    "Type": "Bool",\n    "OptionValue": true\n  },\n  {\n    "Name": "${flag}",\n    "Type": "Bool",\n    "OptionValue": true\n  }\n]`,
      ),
    ],
    [
      'Krita',
      krita,
      '{\n    "server_arguments": "",\n    "server_path": "C:\\\\k"\n}',
      `{\n    "server_arguments": "${flag}",\n    "server_path": "C:\\\\k"\n}`,
    ],
    [
      'SwarmUI',
      swarm,
      '# mine\n0:\n\ttype: comfyui_selfstart\n\tsettings:\n\t\tStartScript: a\n\t\tExtraArgs: --use-sage-attention\n1:\n\tsettings:\n\t\tExtraArgs: \\x\n',
      `# mine\n0:\n\ttype: comfyui_selfstart\n\tsettings:\n\t\tStartScript: a\n\t\tExtraArgs: ${flag}\n1:\n\tsettings:\n\t\tExtraArgs: \\x\n`,
    ],
    [
      'SwarmUI, none yet',
      swarm,
      '0:\n    settings:\n        ExtraArgs: \\x\n',
      `0:\n    settings:\n        ExtraArgs: ${flag}\n`,
    ],
    [
      'comfy-cli',
      cli,
      '[DEFAULT]\r\ndefault_launch_extras = --listen --use-sage-attention\r\nx = 100%%\r\n',
      `[DEFAULT]\r\ndefault_launch_extras = --listen ${flag}\r\nx = 100%%\r\n`,
    ],
    [
      'comfy-cli, nothing said',
      cli,
      '[DEFAULT]\r\ndefault_workspace = C:\\c\r\n\r\n',
      `[DEFAULT]\r\ndefault_workspace = C:\\c\r\ndefault_launch_extras = ${flag}\r\n\r\n`,
    ],
    [
      'RunPod',
      runpod,
      '# my flags\n--listen\n--use-sage-attention\n',
      `# my flags\n--listen\n${flag}\n`,
    ],
    ['RunPod, none yet', runpod, '', `${flag}\n`],
    [
      'webui-user.bat',
      webui,
      '@echo off\r\nset COMMANDLINE_ARGS=--medvram --use-sage-attention \r\ncall webui.bat\r\n',
      `@echo off\r\nset COMMANDLINE_ARGS=--medvram ${flag} \r\ncall webui.bat\r\n`,
    ],
    [
      'webui-user.bat, none yet',
      webui,
      'set VENV_DIR=\r\nset COMMANDLINE_ARGS=\r\n\r\ncall webui.bat',
      `set VENV_DIR=\r\nset COMMANDLINE_ARGS=${flag}\r\n\r\ncall webui.bat`,
    ],
    [
      'webui-user.bat in quotes',
      webui,
      'set "COMMANDLINE_ARGS=--use-sage-attention"\r\n',
      `set "COMMANDLINE_ARGS=${flag}"\r\n`,
    ],
    [
      'webui-user.bat that adds to itself',
      webui,
      'set COMMANDLINE_ARGS=--api\r\nset COMMANDLINE_ARGS=%COMMANDLINE_ARGS% --x\r\n',
      `set COMMANDLINE_ARGS=--api\r\nset COMMANDLINE_ARGS=%COMMANDLINE_ARGS% --x ${flag}\r\n`,
    ],
    [
      'webui-user.sh',
      webui,
      '#!/bin/bash\nexport COMMANDLINE_ARGS="--api"\n',
      `#!/bin/bash\nexport COMMANDLINE_ARGS="--api ${flag}"\n`,
    ],
    [
      'webui-user.sh as it comes',
      webui,
      '# args\n#export COMMANDLINE_ARGS=""\n\n# python3\n',
      `# args\n#export COMMANDLINE_ARGS=""\nexport COMMANDLINE_ARGS="${flag}"\n\n# python3\n`,
    ],
  ])('%s', (_, settings, before, after) => {
    expect(edited(settings, before)).toBe(after);
    const flags = flagsInSettings(bytesOf(after), settings);
    expect(flags?.filter((each) => each === flag)).toHaveLength(1);
    // What is as wanted stays as it is.
    expect(edited(settings, after)).toBe(after);
  });

  it.each<[string, LaunchSettings, string]>([
    ['cut short', desktop, '{"Comfy.Server.LaunchArgs": {"port": "80'],
    ['with comments', desktop, '{ // mine\n"Comfy.Server.LaunchArgs": {}}'],
    ['of another form', desktop, '{"Comfy.Server.LaunchArgs": "--lowvram"}'],
    ['that says it twice', krita, '{"server_arguments": "", "server_arguments": "--a"}'],
    ['without this install', desktop2, '[{"installPath": "C:\\\\AI\\\\other", "launchArgs": ""}]'],
    [
      'with two records of it',
      desktop2,
      '[{"installPath": "C:\\\\AI\\\\绘图"}, {"installPath": "C:\\\\AI\\\\绘图"}]',
    ],
    ['whose line goes on', cli, '[DEFAULT]\ndefault_launch_extras = --a\n  --b\n'],
    ['without a workspace', cli, '[DEFAULT]\nx = 1\n'],
    ['without that backend', swarm, '1:\n  settings:\n    ExtraArgs: --a\n'],
    ['whose shell takes one word', webui, 'export COMMANDLINE_ARGS=--api\n'],
    ['that never says it', webui, 'call webui.bat\r\n'],
    [
      'whose flag has a value',
      matrix,
      packageOf('[{"Name":"--use-sage-attention","Type":"String","OptionValue":"x"}]'),
    ],
  ])('%s are left alone', (_, settings, text) => {
    expect(edited(settings, text)).toBeNull();
  });
});

describe('every byte that is not of the flags', () => {
  const chinese = Buffer.from([0xc6, 0xf4, 0xb6, 0xaf, 0x5c, 0x7c]);

  it('stays in the code page of a batch file', () => {
    const bytes = Buffer.concat([
      Buffer.from('rem '),
      chinese,
      Buffer.from('\r\nset COMMANDLINE_ARGS=--use-sage-attention --d '),
      chinese,
    ]);
    const after = editSettings(new Uint8Array(bytes), webui, change);
    const expected = bytes.toString('latin1').replace('--use-sage-attention', flag);
    expect(after && Buffer.from(after).toString('latin1')).toBe(expected);
  });

  it.each<[string, string, BufferEncoding]>([
    ['UTF-8 with its mark', '\uFEFF', 'utf8'],
    ['UTF-16', '\uFEFF', 'utf16le'],
  ])('stays in %s', (_, mark, encoding) => {
    const text = (name: string): Uint8Array =>
      bytesOf(`${mark}{"名": "图", "Comfy.Server.LaunchArgs": {"${name}": ""}}`, encoding);
    const after = editSettings(text('use-sage-attention'), desktop, change);
    expect(after).toEqual(text('use-pytorch-cross-attention'));
  });

  it('is not guessed where JSON is in no encoding of JSON', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a": "'),
      chinese.subarray(0, 4),
      Buffer.from('"}'),
    ]);
    expect(editSettings(new Uint8Array(bytes), desktop, change)).toBeNull();
  });
});
