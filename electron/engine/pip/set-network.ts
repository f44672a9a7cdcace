import type { Settings } from './settings.ts';

/** The proxy that is set in this app comes before pip's own: it was chosen last, and for this. */
export function withProxy(own: Settings, proxy: string | null | undefined): Settings {
  return proxy ? { ...own, proxy } : own;
}

/** No index, and of the places that pages or folders of wheels lie in only those of this machine. */
export function withoutNetwork(own: Settings): Settings {
  const { 'find-links': places = '', ...rest } = own;
  const near = places
    .split(/\s+/)
    .filter((each) => each !== '' && !/^(?!file:)[a-z]+:\/\//i.test(each));
  return {
    ...rest,
    'no-index': '1',
    ...(near.length > 0 ? { 'find-links': near.join(' ') } : {}),
  };
}
