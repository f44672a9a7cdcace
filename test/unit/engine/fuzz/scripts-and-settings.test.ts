import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editFlags } from '../../../../electron/engine/launch/edit-flags.ts';
import { pythonsInScript } from '../../../../electron/engine/launch/launch-python.ts';
import { flagsOfScript } from '../../../../electron/engine/launch/launchers.ts';
import {
  editSettings,
  flagsInSettings,
} from '../../../../electron/engine/launch/settings/flag-place.ts';
import { fullFlag } from '../../../../electron/engine/knowledge/launch-flags.ts';
import { decodeBytes } from '../../../../electron/engine/machine/line-reader.ts';
import { launchSettingsIds, type LaunchSettings } from '../../../../shared/install.ts';
import { cases, spoiled } from '../../../support/fuzz.ts';

const wanted = '--use-pytorch-cross-attention';
const change = { add: [wanted], remove: ['--use-sage-attention', '--use-flash-attention'] };

const scripts = {
  'run.bat':
    '@echo off\r\nset ARGS=--use-sage-attention --lowvram\r\nif exist "%~dp0x" (\r\n  .\\python_embeded\\python.exe -s "ComfyUI\\main.py" %ARGS% ^\r\n  --windows-standalone-build\r\n) else goto :end\r\n:end\r\npause\r\n',
  'run.sh':
    '#!/bin/bash\ncd "$(dirname "$0")"\nsource venv/bin/activate\nARGS=(--a "b c")\nexport X=\'1\' # why\nif [ -f x ]; then exec python main.py --use-flash-attention "${ARGS[@]}" <<EOT\ntext\nEOT\nfi\n',
  'run.ps1':
    '$Env:A = "1"\n$params = @("main.py", "--use-sage-attention")\n& "$PSScriptRoot\\venv\\Scripts\\python.exe" `\n  main.py --lowvram @params\n',
};

const flag = '--use-sage-attention';
/** One file for each program of knowledge/launch-settings.json. */
const settings: Record<(typeof launchSettingsIds)[number], [string | null, string]> = {
  desktop_v1: [null, '{\n  "Comfy.Server.LaunchArgs": {"use-sage-attention": "", "port": "1"}\n}'],
  desktop_v2: [
    'C:\\图',
    `\ufeff[{"installPath": "D:\\\\x"}, {"installPath": "C:\\\\图", "launchArgs": "${flag} --o \\"a b\\""}]`,
  ],
  stability_matrix: [
    'Packages/a',
    `{"InstalledPackages":[{"LibraryPath":"Packages/a","LaunchArgs":[{"Name":"${flag}","Type":"Bool","OptionValue":true},{"Name":"","Type":"String","OptionValue":"--x y"}]}]}`,
  ],
  krita: [null, `{"server_mode": "managed", "server_arguments": "${flag}"}`],
  swarmui: [
    '0',
    `0:\n\ttype: comfyui_selfstart\n\tsettings:\n\t\tExtraArgs: ${flag} --fast\n1:\n\tsettings:\n\t\tExtraArgs: \\x\n`,
  ],
  comfy_cli: [null, `[DEFAULT]\na = b\ndefault_launch_extras = ${flag}\n[other]\nc: d\n`],
  runpod_base: [null, `# one in a line\n--fast\n${flag}\n`],
  webui: [null, `@echo off\r\nset COMMANDLINE_ARGS=${flag} --api\r\ncall webui.bat\r\n`],
};

describe('start scripts', () => {
  it.each(Object.entries(scripts))('%s is read and edited, or left alone', (name, sample) => {
    const property = fc.property(spoiled([Buffer.from(sample)]), (script) => {
      const bytes = new Uint8Array(script);
      flagsOfScript(name, decodeBytes(bytes));
      pythonsInScript(decodeBytes(bytes), `/home/a/${name}`);
      const edited = editFlags(name, bytes, change);
      // As argparse reads them: --use-py is enough.
      if (edited) expect(flagsOfScript(name, decodeBytes(edited))?.map(fullFlag)).toContain(wanted);
    });
    fc.assert(property, cases(100, 50_000));
  });
});

describe('the settings of a program', () => {
  it.each(launchSettingsIds)('%s: edited so that the flag is there, or left alone', (id) => {
    const [entry, sample] = settings[id];
    const place: LaunchSettings = { id, entry };
    expect(flagsInSettings(Buffer.from(sample), place)).toContain(flag);
    const property = fc.property(spoiled([Buffer.from(sample)]), (file) => {
      const edited = editSettings(new Uint8Array(file), place, change);
      if (edited) expect(flagsInSettings(edited, place)?.map(fullFlag)).toContain(wanted);
    });
    fc.assert(property, cases(60, 20_000));
  });
});
