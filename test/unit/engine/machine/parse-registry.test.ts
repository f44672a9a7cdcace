import { describe, expect, it } from 'vitest';
import {
  isExact,
  parseRegistryFile,
  parseRegistryQuery,
} from '../../../../electron/engine/machine/parse-registry.ts';

const path = 'HKEY_LOCAL_MACHINE\\Software\\Python\\Test Co\\3.11 x\\InstallPath';

describe('the answer of reg query', () => {
  it('keeps spaces in keys, names and data', () => {
    const output = [
      '',
      'HKEY_LOCAL_MACHINE\\Software\\Python\\Test Co',
      path,
      '    (Default)    REG_SZ    C:\\Program Files\\Python 3\\',
      '    Exec Path    REG_EXPAND_SZ    %ProgramFiles%\\a    b\\python.exe',
      '    Empty    REG_SZ    ',
      '    Nothing    REG_NONE',
      '    Count    REG_DWORD    0x1',
      '',
    ].join('\r\n');
    const [company, key] = parseRegistryQuery(output);
    expect(company).toEqual({ path: 'HKEY_LOCAL_MACHINE\\Software\\Python\\Test Co', values: [] });
    expect(key).toEqual({
      path,
      values: [
        { name: '', type: 'REG_SZ', data: 'C:\\Program Files\\Python 3\\' },
        { name: 'Exec Path', type: 'REG_EXPAND_SZ', data: '%ProgramFiles%\\a    b\\python.exe' },
        { name: 'Empty', type: 'REG_SZ', data: '' },
        { name: 'Nothing', type: 'REG_NONE', data: '' },
        { name: 'Count', type: 'REG_DWORD', data: '0x1' },
      ],
    });
  });

  it.each(['(Default)', '(Standard)', '(par défaut)', '(默认)', '(既定)'])(
    'knows the unnamed value as %s',
    (name) => {
      const [key] = parseRegistryQuery(`${path}\r\n    ${name}    REG_SZ    x`);
      expect(key?.values[0]?.name).toBe('');
    },
  );

  it('is trusted only where no code page could have spoilt it', () => {
    expect(isExact('HKEY_X\r\n    (Default)    REG_SZ    C:\\Python311\\\r\n')).toBe(true);
    expect(isExact('    (Default)    REG_SZ    C:\\??\\\r\n')).toBe(false);
    expect(isExact('    (Default)    REG_SZ    C:\\M\u0081ller\r\n')).toBe(false);
    expect(isExact('    (Standard)    REG_SZ    C:\\Müller\r\n')).toBe(false);
  });
});

describe('the file of reg export', () => {
  it('gives names of any language back exactly', () => {
    const expanded = Buffer.from('%USERPROFILE%\\图像 3\\\0', 'utf16le');
    const hex = [...expanded].map((byte) => byte.toString(16).padStart(2, '0'));
    const text = [
      'Windows Registry Editor Version 5.00',
      '',
      `[${path}]`,
      `@=hex(2):${hex.slice(0, 20).join(',')},\\`,
      `  ${hex.slice(20).join(',')}`,
      '"Exec \\"Path\\""="C:\\\\Müller 中文\\\\python.exe"',
      '"Count"=dword:00000001',
      '',
    ].join('\r\n');
    expect(parseRegistryFile(text)).toEqual([
      {
        path,
        values: [
          { name: '', type: 'REG_EXPAND_SZ', data: '%USERPROFILE%\\图像 3\\' },
          { name: 'Exec "Path"', type: 'REG_SZ', data: 'C:\\Müller 中文\\python.exe' },
        ],
      },
    ]);
  });
});
