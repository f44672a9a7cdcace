import type { Facts, Platform } from '../../../shared/facts.ts';
import type { MarkerEnvironment } from './marker.ts';

const systems: Record<Platform, { os_name: string; platform_system: string }> = {
  win32: { os_name: 'nt', platform_system: 'Windows' },
  linux: { os_name: 'posix', platform_system: 'Linux' },
  darwin: { os_name: 'posix', platform_system: 'Darwin' },
};
/** What `platform.machine()` answers for what Node calls the architecture. */
const machines: Record<Platform, Readonly<Partial<Record<string, string>>>> = {
  win32: { x64: 'AMD64', arm64: 'ARM64', ia32: 'x86' },
  linux: { x64: 'x86_64', arm64: 'aarch64' },
  darwin: { x64: 'x86_64', arm64: 'arm64' },
};

/** What a marker may ask of this environment, as far as files tell; every Python we know is CPython. */
export function markerEnvironment({
  platform,
  architecture,
  interpreter,
}: Pick<Facts, 'platform' | 'architecture' | 'interpreter'>): MarkerEnvironment {
  const version = /^(\d+\.\d+)(?:\.\d+\S*)?/.exec(interpreter.version ?? '');
  const machine = machines[platform][architecture];
  return {
    ...systems[platform],
    sys_platform: platform,
    implementation_name: 'cpython',
    platform_python_implementation: 'CPython',
    ...(version?.[1] === undefined ? {} : { python_version: version[1] }),
    // Files may name the series alone.
    ...(/^\d+\.\d+\.\d+/.test(version?.[0] ?? '') ? { python_full_version: version?.[0] } : {}),
    ...(machine === undefined ? {} : { platform_machine: machine }),
  };
}
