import { describe, expect, it } from 'vitest';
import { combineInstalls } from '../../electron/engine/discovery/combine.ts';
import { find } from '../../electron/engine/discovery/find.ts';
import { locateAt, recognise } from '../../electron/engine/discovery/locate.ts';
import { locators, placesOfAll } from '../../electron/engine/discovery/locators/index.ts';
import { viewFolder } from '../../electron/engine/discovery/recognition/folder-view.ts';
import { gatherStaticFacts } from '../../electron/engine/inspection/gather-static-facts.ts';
import { launchSettingsAt } from '../../electron/engine/knowledge/launch-settings.ts';
import { readSettings } from '../../electron/engine/launch/settings/read-settings.ts';
import { installKinds, type Install } from '../../shared/install.ts';
import type { ExpectedInstall } from '../support/synthetic-machine/builder.ts';
import {
  makeUnixMachine,
  makeWindowsMachine,
  type SyntheticMachine,
} from '../support/synthetic-machine/machines.ts';

const machines = {
  windows: await makeWindowsMachine(),
  unix: await makeUnixMachine(),
};

async function findOn({ system, home }: SyntheticMachine) {
  const places = await placesOfAll(system);
  // A share is no path on Linux; it is looked at below.
  const roots = [home, ...places.filter((place) => !place.startsWith('\\\\'))];
  return find(system, { roots, onlyRoots: true });
}

const everywhere = [
  'comfy_cli',
  'desktop_v1',
  'desktop_v2',
  'krita',
  'stability_matrix',
  'swarmui',
];
const settingsOn = {
  windows: [...everywhere, 'webui'],
  unix: [...everywhere, 'runpod_base'],
};

function described(install: Install): ExpectedInstall {
  const { kind, name, sourceRoot, dataRoot, userDir, launchers, problems } = install;
  return {
    kind,
    name,
    sourceRoot,
    dataRoot,
    userDir,
    environmentRoot: install.python?.environmentRoot ?? null,
    pythonVersion: install.python?.version ?? null,
    comfyui: install.comfyui?.version ?? null,
    // Who else starts a clone is asked below.
    launchers: launchers
      .filter(({ path }) => kind !== 'git_clone' || !path.endsWith('.fds'))
      // Where in its program's settings each stands is asked below, too.
      .map(({ path, flags }) => ({ path, flags })),
    // A Windows machine made on Linux has Pythons whose base seems to be missing.
    problems: problems.map(({ code }) => code).filter((code) => code === 'install-unfinished'),
  };
}

function inOrder(installs: readonly ExpectedInstall[]): ExpectedInstall[] {
  return [...installs].sort((a, b) => a.sourceRoot.localeCompare(b.sourceRoot));
}

describe.each(Object.entries(machines))('a machine with everything, %s', (_, machine) => {
  it('is listed whole: each install once, with its paths, Python and flags, and no decoy', async () => {
    const found = await findOn(machine);
    expect(inOrder(found.installs.map(described))).toEqual(inOrder(machine.expected));
    expect(new Set(found.installs.map((install) => install.id)).size).toBe(found.installs.length);
    expect(await machine.started()).toBeNull();
    const programs = machine.commands.map((command) => command.program);
    expect(programs.every((program) => program === 'wsl.exe')).toBe(true);
    expect([...machine.listed].filter((folder) => /big.(models|output)/.test(folder))).toEqual([]);
  });

  it('says where in the settings of a program its flags stand', async () => {
    const found = await findOn(machine);
    const launchers = found.installs.flatMap((install) => install.launchers);
    const ids = launchers.flatMap(({ settings }) => settings?.id ?? []);
    expect(new Set(ids)).toEqual(new Set(settingsOn[machine.windows ? 'windows' : 'unix']));
    for (const { path, flags, settings } of launchers) {
      expect(launchSettingsAt(path)?.id).toBe(settings?.id);
      if (settings) expect(await readSettings(machine.system, path, settings)).toEqual(flags);
    }
  });

  it('finds the same install by its source folder alone', async () => {
    for (const expected of machine.expected) {
      const located = await locateAt(machine.system, expected.sourceRoot);
      expect(located && described(located.install)).toEqual(expected);
    }
  });
});

describe('the flags of a record', () => {
  it('decide which attention a clone will use', async () => {
    const { system, home } = machines.unix;
    const located = await locateAt(system, `${home}/Documents/recorded 记录/ComfyUI`);
    const install = located?.install ?? null;
    const environment = located?.environment;
    if (!install || !environment) throw new Error('the clone was not found');
    const target = { id: install.id, install, environment };
    const facts = await gatherStaticFacts(system, target);
    expect(facts.comfyui?.flags).toContain('--use-sage-attention');
    const without = { ...target, install: { ...install, launchers: [] } };
    expect(facts.backend).not.toEqual((await gatherStaticFacts(system, without)).backend);
  });
});

describe('a WSL distribution', () => {
  it('is looked into where it runs, and left alone where it would have to be started', async () => {
    const { system, commands, listed } = machines.windows;
    const places = (await placesOfAll(system)).filter((place) => place.startsWith('\\\\wsl'));
    const share = '\\\\wsl.localhost\\Ubuntu-22.04';
    const root = `${share}/home/mei/ai/ComfyUI`;
    expect(places).toContain(root);
    const view = await viewFolder(system, root);
    const [located] = await recognise(system, root, view?.entries ?? []);
    expect(located?.install).toMatchObject({
      kind: 'wsl',
      name: 'ComfyUI (Ubuntu-22.04)',
      sourceRoot: root,
      python: { environmentRoot: `${root}/.venv`, runnable: false },
    });
    expect(commands.at(-1)?.arguments).toEqual(['--list', '--running', '--quiet']);
    expect([...listed].filter((folder) => /Stopped/.test(folder))).toEqual([]);
  });
});

describe('an install that two know', () => {
  it('is what its own folder says, with the flags of both', async () => {
    const { system, home } = machines.unix;
    const swarm = await viewFolder(system, `${home}/data/SwarmUI's`);
    const located = await recognise(system, swarm?.folder ?? '', swarm?.entries ?? []);
    const [own, external] = located.map(({ install }) => install);
    expect(own?.kind).toBe('swarmui');
    const clone = await locateAt(system, `${home}/data/clone/ComfyUI`);
    expect(external?.id).toBe(clone?.install.id);
    const flags = ['--fast'];
    const inside = { ...(clone?.install as Install), launchers: [{ path: 'run.sh', flags }] };
    const combined = combineInstalls(external, inside);
    expect(combined.kind).toBe('git_clone');
    expect(combined.launchers.map((launcher) => launcher.flags)).toEqual([[], flags]);
    const known: Install = { ...inside, kind: 'comfy_cli', python: null };
    expect(combineInstalls(combined, known)).toMatchObject({
      kind: 'comfy_cli',
      python: inside.python,
      launchers: [{ flags }, { flags: [] }],
    });
  });
});

describe('install kinds', () => {
  it('has a locator for each, and a synthetic machine with it', () => {
    expect(locators.map((locator) => locator.kind).sort()).toEqual([...installKinds].sort());
    const made = Object.values(machines).flatMap((machine) => machine.expected);
    expect(new Set(made.map((install) => install.kind))).toEqual(new Set(installKinds));
  });

  it('recognises a Windows disk on Linux, not to be run here', async () => {
    const { system, home, expected } = machines.windows;
    const mounted = {
      ...system,
      platform: 'linux' as const,
      homeFolder: '/nowhere',
      environment: {},
    };
    const found = await find(mounted, { roots: [`${home}/D drive`], onlyRoots: true });
    const there = expected.filter((install) => install.sourceRoot.includes('/D drive/'));
    expect(inOrder(found.installs.map(described))).toEqual(inOrder(there));
    expect(found.installs.filter((install) => install.python?.runnable)).toEqual([]);
  });
});
