import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../electron/engine/redaction/redact.ts';

const chinese = createRedactor({ home: 'C:\\Users\\张三', user: '张三', host: '张三的电脑' });
const long = createRedactor({
  home: '/home/johndoe.smith',
  user: 'johndoe.smith',
  host: 'studio-7.fritz.lan',
});
const nobody = createRedactor({ home: '/root', user: 'root', host: 'localhost' });

describe('a Chinese name, however a program spells it', () => {
  it.each([
    ['as it is', '用户张三的文件', '用户<user>的文件'],
    ['in JSON of Python', '"C:\\\\Users\\\\\\u5f20\\u4e09\\\\AI"', '"~\\\\AI"'],
    ['alone, escaped', 'owner \\u5F20\\u4E09!', 'owner <user>!'],
    ['escaped twice', 'owner \\\\u5f20\\\\u4e09!', 'owner <user>!'],
    ['as ES6', 'owner \\u{5f20}\\u{4e09}!', 'owner <user>!'],
    ['percent-encoded', 'file:///C:/Users/%E5%BC%A0%E4%B8%89/AI', 'file:///~/AI'],
    ['percent-encoded twice', 'u=%25E5%25BC%25A0%25E4%25B8%2589', 'u=<user>'],
    ['percent-encoded in GBK', 'C%3A%5CUsers%5C%D5%C5%C8%FD%5CAI', '~%5CAI'],
    ['as entities', '&#24352;&#19977; &#x5F20;&#x4e09;', '<user> <user>'],
    ['as bytes of Python', "b'/c/Users/\\xe5\\xbc\\xa0\\xe4\\xb8\\x89/AI'", "b'~/AI'"],
    ['as bytes in GBK', "b'\\xd5\\xc5\\xc8\\xfd'", "b'<user>'"],
    ['as git quotes it', '"\\345\\274\\240\\344\\270\\211"', '"<user>"'],
    ['in MSYS', '/c/Users/张三/AI', '~/AI'],
    ['in WSL', '/mnt/c/Users/张三/AI', '~/AI'],
    ['with doubled slashes', 'C:\\\\Users\\\\张三\\\\AI', '~\\\\AI'],
    [
      'the computer',
      '\\\\张三的电脑\\share, \\u5f20\\u4e09\\u7684\\u7535\\u8111',
      '\\\\<host>\\share, <host>',
    ],
  ])('%s', (_, text, expected) => {
    expect(chinese.text(text)).toBe(expected);
  });
});

describe('other names of this user and computer', () => {
  it.each([
    ['C:\\Users\\JOHNDO~1\\AppData', 'C:\\Users\\<user>\\AppData'],
    ['TMP is JOHNDO~1.', 'TMP is <user>.'],
    ['\\\\wsl.localhost\\Ubuntu\\home\\johndoe.smith\\AI', '\\\\wsl.localhost\\Ubuntu~\\AI'],
    ['reached studio-7.fritz.lan:22 and STUDIO-7.local', 'reached <host>:22 and <host>'],
    ['studio-7.domain.local', '<host>'],
    ['studio-7.log', '<host>.log'],
    ['%2Fhome%2Fjohndoe.smith%2FAI', '~%2FAI'],
  ])('%s', (text, expected) => {
    expect(long.text(text)).toBe(expected);
  });
});

describe('homes of anybody else', () => {
  it.each([
    ['/mnt/c/Users/NAME/x', '/mnt/c/Users/<user>/x'],
    ['/c/Users/Max Muster/x', '/c/Users/<user>/x'],
    ['/cygdrive/d/Users/max', '/cygdrive/d/Users/<user>'],
    ['\\\\wsl.localhost\\X\\home\\NAME\\x', '\\\\wsl.localhost\\X\\home\\<user>\\x'],
    ['\\\\\\\\wsl$\\\\X\\\\home\\\\NAME\\\\x', '\\\\\\\\wsl$\\\\X\\\\home\\\\<user>\\\\x'],
    ['//wsl.localhost/X/home/NAME/x', '//wsl.localhost/X/home/<user>/x'],
    [
      'file:///home/max/x file:///C:/Users/max/x',
      'file:///home/<user>/x file:///C:/Users/<user>/x',
    ],
    ['file:///C:/Users/%E5%BC%A0%E4%B8%89/x', 'file:///C:/Users/<user>/x'],
    ['"C:\\\\Users\\\\\\u5f20\\u4e09\\\\x"', '"C:\\\\Users\\\\<user>\\\\x"'],
    ['C%3A%5CUsers%5Cmax%5Cx', 'C%3A%5CUsers%5C<user>%5Cx'],
    ['C:\\Users\\MAXMUS~1\\AppData', 'C:\\Users\\<user>\\AppData'],
    ['/var/home/max/x', '/var/home/<user>/x'],
    ['C:\\Documents and Settings\\max\\x', 'C:\\Documents and Settings\\<user>\\x'],
    ['C:/Users/张 三/x 和 /home/李四/y', 'C:/Users/<user>/x 和 /home/<user>/y'],
    ['D:\\OneDrive - Contoso Ltd\\x', 'D:\\OneDrive - <organisation>\\x'],
  ])('%s', (text, expected) => {
    expect(nobody.text(text)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['go to http://10.0.0.5:8188', 'go to http://<address>:8188'],
    ['Connected to 12.8.4.1', 'Connected to <address>'],
    ['seen 203.0.113.7, 172.16.1.2', 'seen <address>, <address>'],
    ['8.8.8.8:53', '<address>:53'],
    ['10.1.2.3 - - [21/Nov/2026]', '<address> - - [21/Nov/2026]'],
    ['fe80::1c2d:3e4f%eth0 2001:db8::8:800:200c:417a', '<address> <address>'],
    ['http://[2001:db8:0:1:1:1:1:1]:80/', 'http://[<address>]:80/'],
    ['ether 00:1a:2b:3c:4d:5e, 00-1A-2B-3C-4D-5E', 'ether <address>, <address>'],
    ['joe@studio and joe@studio.example', '<e-mail> and <e-mail>'],
    ['S-1-5-21-3623811015-3361044348-30300820-1013', '<sid>'],
  ])('%s', (text, expected) => {
    expect(nobody.text(text)).toBe(expected);
  });
});

describe('what maintainers need stays', () => {
  it.each([
    'cublas 12.8.4.1',
    'nvidia-cublas-cu12 12.8.4.1 nvidia-curand-cu12==10.3.9.90 tensorrt 10.0.1.6',
    'NVIDIA driver 32.0.15.6094, opencv-python 4.10.0.84, cuDNN 9.1.0.70',
    'Uninstalling nvidia-curand-cu12-10.3.9.90: from 10.3.9.90 to 10.3.5.147',
    'listening on 127.0.0.1:8188 and 0.0.0.0:8188, ::1',
    'at::native, c10::Error, std::vector<int>, dead::beef',
    '12:30:45 2026-11-28T12:30:45.123Z 2026:11:28 12:30:45',
    'torch @ git+https://github.com/pytorch/pytorch.git@v2.6.0 x@latest',
    'https://github.com/a/b.git@0123abcd',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'C:\\Users\\Public\\x and /srv/home/comfy and ~/x',
    "KeyError: 'x', max_tokens=77, sort_key=, torch.cuda.Generator key, tokenizer",
  ])('%s', (text) => {
    expect(nobody.text(text)).toBe(text);
    expect(nobody.counts()).toEqual(expect.not.objectContaining({ nothing: 1 }));
  });
});
