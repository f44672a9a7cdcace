import { expect, it } from 'vitest';
import {
  launchSettingsAt,
  launchSettingsOf,
} from '../../../../electron/engine/knowledge/launch-settings.ts';
import { engineOfInstall } from '../../../../electron/engine/knowledge/program-of-install.ts';
import { launchSettingsIds, type InstallKind } from '../../../../shared/install.ts';
import { sampleInstall } from '../../../support/sample-machine.ts';

it('has a row for each program, and its files are its own', () => {
  for (const id of launchSettingsIds) {
    const row = launchSettingsOf(id);
    for (const file of row.files) expect(launchSettingsAt(`/home/mei/${file}`)?.id).toBe(id);
  }
});

it.each([
  ['C:\\Users\\mei\\AppData\\Roaming\\krita\\ai_diffusion\\settings.json', 'krita'],
  ['C:\\SM\\Data\\Settings.json', 'stability_matrix'],
  ['/home/mei/my-settings.json', undefined],
  ['/home/mei/config.ini', undefined],
  ['/etc/passwd', undefined],
])('%s', (file, id) => {
  expect(launchSettingsAt(file)?.id).toBe(id);
});

it.each<[string, InstallKind, string, boolean, string]>([
  ['a ComfyUI', 'git_clone', 'ComfyUI', true, 'comfyui'],
  ['a webui', 'a1111_family', 'stable-diffusion-webui', false, 'a1111'],
  ['a Forge', 'a1111_family', 'webui_forge_cu121', false, 'forge'],
  ['SD.Next', 'a1111_family', 'sd.next', false, 'sdnext'],
  ['a ComfyUI of a host, whatever its name', 'stability_matrix', 'my forge', true, 'comfyui'],
  ['a Forge of a host', 'stability_matrix', 'Forge', false, 'forge'],
  ['a webui of a host', 'stability_matrix', 'Stable Diffusion WebUI', false, 'a1111'],
  ['of a host, nobody knows', 'stability_matrix', 'Mine', false, 'comfyui'],
])('the flags of %s', (_, kind, name, isComfyui, engine) => {
  const comfyui = isComfyui ? { version: '0.3.64' } : null;
  expect(engineOfInstall(sampleInstall({ kind, name, sourceRoot: '/x', comfyui }))).toBe(engine);
});

it('are those of ComfyUI where no install is known', () => {
  expect(engineOfInstall(null)).toBe('comfyui');
});
