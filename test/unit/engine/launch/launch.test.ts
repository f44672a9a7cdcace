import { describe, expect, it } from 'vitest';
import { launchOf, placeToEdit } from '../../../../electron/engine/launch/launch.ts';
import type { Launcher } from '../../../../shared/install.ts';

const script = (path: string, ...flags: string[]): Launcher => ({ path, flags });
const nvidia = script('C:\\ComfyUI\\run_nvidia_gpu.bat', '--windows-standalone-build');
const cpu = script('C:\\ComfyUI\\run_cpu.bat', '--windows-standalone-build', '--cpu');
const sage = script('C:\\ComfyUI\\a_sage.bat', '--use-sage-attention');

describe('the script whose flags count', () => {
  it.each([
    ['a stock portable', [cpu, nvidia], nvidia],
    ['a script of its own before the stock one', [sage, cpu, nvidia], nvidia],
    ['only a script for the processor', [cpu], cpu],
    ['a script of its own and the one for the processor', [cpu, sage], sage],
    ['two for the processor, one of them for DirectML', [script('d.bat', '--directml'), cpu], null],
    ['scripts of its own', [sage, script('/c/start.sh', '--fast')], sage],
    ['a stock name in capitals', [sage, script('Run_AMD_GPU.BAT', '--x')], null],
  ])('%s', (_, launchers, expected) => {
    const launch = launchOf(launchers);
    const usual = expected ?? (launchers[0]?.path === 'd.bat' ? launchers[0] : launchers[1]);
    expect(launch.flagsFrom).toEqual({ kind: 'launcher', path: usual?.path });
    expect(launch.flags).toEqual(usual?.flags);
    expect(launch.otherLaunchers).toEqual(launchers.filter((each) => each !== usual));
  });

  it('is none where there is none', () => {
    expect(launchOf([])).toEqual({ flags: [], flagsFrom: null, otherLaunchers: [] });
  });
});

describe('a ComfyUI that runs', () => {
  const running = { pid: 7, parentPid: 1, executable: null, workingFolder: null };

  it('says itself what it was started with', () => {
    const words = ['python', '-s', 'ComfyUI\\main.py', '--use-flash-attention'];
    expect(launchOf([nvidia, cpu], { ...running, arguments: words })).toEqual({
      flags: ['--use-flash-attention'],
      flagsFrom: { kind: 'process', pid: 7 },
      otherLaunchers: [nvidia, cpu],
    });
  });

  it('says nothing where it runs another program', () => {
    const words = ['python', 'tool.py', '--cpu'];
    expect(launchOf([nvidia], { ...running, arguments: words }).flags).toEqual(nvidia.flags);
  });
});

describe('the place to edit', () => {
  const settings = { id: 'desktop_v2', entry: 'a' } as const;
  const script = { path: 'run.sh', flags: ['--fast'] };
  const recorded = { path: 'installations.json', flags: ['--lowvram', '--fast'], settings };

  it('is where the flags come from, with its place in there', () => {
    expect(placeToEdit(launchOf([script, recorded]))).toEqual({ path: 'run.sh' });
    expect(placeToEdit(launchOf([recorded]))).toEqual({ path: 'installations.json', settings });
    expect(placeToEdit(launchOf([]))).toBeNull();
  });

  it('is, while it runs, what gives just these flags, else the usual one', () => {
    const flagsFrom = { kind: 'process', pid: 7 } as const;
    const otherLaunchers = [script, recorded];
    const place = (flags: string[]) => placeToEdit({ flags, flagsFrom, otherLaunchers });
    expect(place(['--fast', '--lowvram'])).toEqual({ path: 'installations.json', settings });
    expect(place(['--port', '1'])).toEqual({ path: 'run.sh' });
    expect(placeToEdit({ flags: [], flagsFrom })).toBeNull();
  });
});
