import { describe, expect, it } from 'vitest';
import { isGranted } from '../../../../electron/hosts/desktop/permissions.ts';
import { distrust, isOurAddress } from '../../../../electron/hosts/desktop/trusted-sender.ts';

const ours = { url: 'app://attention-doctor/', isMainFrame: true, isOurWindow: true };

describe('a trusted sender', () => {
  it.each(['app://attention-doctor/', 'app://attention-doctor/index.html#report'])(
    'is %s',
    (url) => {
      expect(distrust({ ...ours, url })).toBeNull();
    },
  );

  it.each([
    '',
    'about:blank',
    'file:///etc/passwd',
    'https://attention-doctor/',
    'app://attention-doctor.example/',
    'app://evil/attention-doctor',
    'app://attention-doctor@evil/',
    'app://user@attention-doctor/',
    'app://attention-doctor:80/',
    'data:text/html,app://attention-doctor/',
    'blob:app://attention-doctor/123',
    'devtools://devtools/bundled/index.html',
    'not an address',
  ])('is not %s', (url) => {
    expect(distrust({ ...ours, url })).toContain('the call comes from');
  });

  it('is not a frame inside of our page', () => {
    expect(distrust({ ...ours, isMainFrame: false })).toContain('frame');
  });

  it('is not another window, even with our address', () => {
    expect(distrust({ ...ours, isOurWindow: false })).toContain('window');
  });
});

describe('permissions', () => {
  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'usb',
    'fullscreen',
  ])('denies %s to our own page', (permission) =>
    expect(isGranted(permission, ours.url)).toBe(false),
  );
  it('lets our page, and no other, copy text', () => {
    expect(isGranted('clipboard-sanitized-write', 'app://attention-doctor')).toBe(true);
    expect(isGranted('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(isOurAddress('https://example.org/')).toBe(false);
  });
});
