import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../electron/engine/machine/line-reader.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('bytes of an unknown encoding', () => {
  it.each([
    ['UTF-8', Buffer.from('--base-directory 数据'), '--base-directory 数据'],
    ['GBK', hex('2e 2e 5c ca fd be dd 5c 31'), '..\\数据\\1'],
    ['GBK with a rare character and punctuation', hex('bb e6 ca c0 a3 ac e9 aa'), '绘世，楠'],
    ['French', latin('C:\\données à moi\\été'), 'C:\\données à moi\\été'],
    ['German', latin('D:\\Größe\\Übung'), 'D:\\Größe\\Übung'],
    ['Spanish', latin('año ¡sí!'), 'año ¡sí!'],
  ])('are read: %s', (_, bytes, text) => {
    expect(decodeBytes(bytes, 'en-US')).toBe(text);
  });

  it('are those of the machine where that tells', () => {
    expect(decodeBytes(hex('e4 e0 ed ed fb e5'), 'ru-RU')).toBe('данные');
    expect(decodeBytes(hex('ca fd be dd'), 'zh-CN')).toBe('数据');
  });
});
