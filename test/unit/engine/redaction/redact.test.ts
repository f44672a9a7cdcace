import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../electron/engine/redaction/redact.ts';

const windows = { home: 'C:\\Users\\Ján Novák', user: 'Ján Novák', host: 'STUDIO-7' };

describe('redaction', () => {
  it.each([
    ['as Windows writes it', 'C:\\Users\\Ján Novák\\AI\\ComfyUI', '~\\AI\\ComfyUI'],
    ['with forward slashes', 'C:/Users/Ján Novák/AI', '~/AI'],
    ['inside JSON', '"C:\\\\Users\\\\Ján Novák\\\\AI"', '"~\\\\AI"'],
    ['as MSYS writes it', '/c/Users/Ján Novák/AI', '~/AI'],
    ['as WSL writes it', '/mnt/c/Users/Ján Novák/AI', '~/AI'],
    ['in another case', 'c:\\users\\ján novák\\AI', '~\\AI'],
    ['the user alone', 'Owner: Ján Novák.', 'Owner: <user>.'],
    ['the machine', 'connected to studio-7', 'connected to <host>'],
  ])('hides the home folder %s', (_, text, expected) => {
    expect(createRedactor(windows).text(text)).toBe(expected);
  });

  it('does not take a longer name for the home folder', () => {
    const redactor = createRedactor({ home: '/home/jo', user: 'jo', host: 'localhost' });
    expect(redactor.text('/home/joanna/x /home/jo/y')).toBe('/home/<user>/x ~/y');
  });

  it.each([
    ['C:\\Users\\Max Muster\\x.py', 'C:\\Users\\<user>\\x.py'],
    ['"D:\\\\Users\\\\max\\\\x"', '"D:\\\\Users\\\\<user>\\\\x"'],
    ['in /Users/max and /home/max/x', 'in /Users/<user> and /home/<user>/x'],
    ['/root/.pyenv/bin', '~/.pyenv/bin'],
    ['C:\\Users\\Public\\x', 'C:\\Users\\Public\\x'],
    ['/srv/home/comfy and /chroot/x', '/srv/home/comfy and /chroot/x'],
  ])('hides the home of anybody else: %s', (text, expected) => {
    expect(createRedactor(windows).text(text)).toBe(expected);
  });

  it.each([
    ['https://user:pass@mirror.example/simple', 'https://<credentials>@mirror.example/simple'],
    [
      'https://ghp_abcdefghijklmnopqrstuvwxyz0123456789@github.com/x',
      'https://<credentials>@github.com/x',
    ],
    ['HF_TOKEN=hf_abcdefghijklmnopqrstuvwxyz012345678', 'HF_TOKEN=<token>'],
    ['Authorization: Bearer abcdef123456.xyz', 'Authorization: Bearer <token>'],
    ['https://civitai.com/api?token=0123456789abcdef', 'https://civitai.com/api?token=<token>'],
    ['mail me: someone@studio.example', 'mail me: <e-mail>'],
    ['listening on 192.168.1.20:8188', 'listening on <address>:8188'],
  ])('hides secrets: %s', (text, expected) => {
    expect(createRedactor(windows).text(text)).toBe(expected);
  });

  it('leaves versions, loopback and ordinary words alone', () => {
    const text = 'torch 2.6.0+cu124, driver 580.159.04, 127.0.0.1:8188, token_count: 3, user root';
    const redactor = createRedactor({ home: '/', user: 'root', host: 'localhost' });
    expect(redactor.text(text)).toBe(text);
    expect(redactor.counts()).toEqual({});
  });

  it('counts, and reaches into values and their keys', () => {
    const redactor = createRedactor(windows);
    const value = { 'C:\\Users\\Ján Novák\\a': ['C:\\Users\\Ján Novák\\b', 1, null] };
    expect(redactor.value(value)).toEqual({ '~\\a': ['~\\b', 1, null] });
    expect(redactor.counts()).toEqual({ home: 2 });
  });

  it('reads the value of a flag together with it, also where they are two', () => {
    const redactor = createRedactor({ home: '/', user: 'root', host: 'localhost' });
    const flags = ['--listen', '10.77.88.99', '--port', '8188', '--torch', '12.8.4.1'];
    expect(redactor.value(flags)).toEqual(['--listen', '<address>', ...flags.slice(2)]);
  });
});
