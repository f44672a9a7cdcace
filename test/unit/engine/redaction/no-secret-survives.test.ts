import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactSecrets } from '../../../../electron/engine/redaction/redact-secrets.ts';
import { withoutSecrets } from '../../../../electron/engine/redaction/door.ts';

/** Begins and ends as secrets do; in between also what encoders and shells leave alone. */
const secret = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._~!*+-]{6,40}[A-Z]\d[A-Za-z0-9]$/);
/** What is no secret where it is all that stands there: a secret may begin with any of it. */
const harmless = fc.constantFrom(
  ...['os.', 'self.', 'args.', 'config[', 'settings.a_', 'getpass(', 'request.b.c', 'os.environ'],
  ...['Optional[', 'list[', 'None', 'none.', 'true-', 'False', 'no', 'str', 'SecretStr', '123456'],
  ...['<secret>', '<token>', '<user>', 'self.name\\', 'null\\'],
);
const names = fc.constantFrom(
  'password',
  'Passwd',
  'passphrase',
  'client_secret',
  'api_key',
  'apiKey',
  'API-KEY',
  'accessToken',
  'refresh_token',
  'HF_TOKEN',
  'CIVITAI_API_TOKEN',
  'OPENAI_API_KEY',
  'STORAGE_KEY',
  'DB_PASS',
  'NPM_AUTH',
  'GOOGLE_CREDENTIALS',
  'COMFYUI_MANAGER_ARIA2_SECRET',
  'AWS_SECRET_ACCESS_KEY',
  'token',
  'Pwd',
);
type Wrapper = (name: string, secret: string) => string;
const wrappers: Record<string, Wrapper> = {
  assigned: (name, value) => `${name}=${value}`,
  'with blanks': (name, value) => `${name} = ${value}`,
  yaml: (name, value) => `${name}: ${value}`,
  'double quotes': (name, value) => `${name}="${value} ${value}"`,
  'single quotes': (name, value) => `export ${name}='${value} ${value}'`,
  json: (name, value) => JSON.stringify({ [name]: `${value} "${value}"`, next: 1 }),
  'pretty json': (name, value) => JSON.stringify({ [name]: value }, null, 2),
  'json in json': (name, value) => JSON.stringify({ text: JSON.stringify({ [name]: value }) }),
  'json in json in json': (name, value) =>
    JSON.stringify([JSON.stringify([JSON.stringify({ [name]: `${value} ${value}` })])]),
  'a Python dictionary': (name, value) => `environ({'A': 'b', '${name}': '${value}'})`,
  'a Python pair': (name, value) => `[('${name}', '${value}')]`,
  'a call': (name, value) => `Client(${name}="${value}", retries=3)`,
  'a connection string': (name, value) => `Server=x;Uid=joe;${name}=${value};Timeout=3`,
  flag: (name, value) => `main.py --${name.toLowerCase().replaceAll('_', '-')} ${value} --listen`,
  'flag with =': (name, value) => `main.py --${name.toLowerCase()}=${value} --listen`,
  'a list of flags': (name, value) => `['main.py', '--${name.toLowerCase()}', '${value}']`,
  xml: (name, value) => `<${name}>${value}</${name}>`,
  address: (_, value) => `https://joe:${encodeURIComponent(value)}@nas/simple`,
  'address, alone': (_, value) => `Looking in indexes: http://${value}@nas/simple`,
  'an address in an address': (_, value) => encodeURIComponent(`https://joe:${value}@nas/`),
  'base64 of an address': (_, value) => btoa(`https://joe:${value}@nas/`),
  query: (_, value) => `GET https://x.example/a?token=${value}&b=1`,
  bearer: (_, value) => `Authorization: Bearer ${value.replace(/[!*]/g, '')}`,
  'other schemes': (_, value) => `Authorization: Token ${value}`,
  basic: (_, value) => `Authorization: Basic ${btoa(`joe:${value}`)}`,
  'basic, in a Python header': (_, value) => `{'Authorization': 'Basic ${btoa(value)}'}`,
  netrc: (_, value) => `machine nas login joe password ${value}`,
  curl: (_, value) => `curl --user joe:${value} https://x`,
};

describe('no secret survives', () => {
  it.each(Object.entries(wrappers))('in %s', (_, wrap) => {
    fc.assert(
      fc.property(names, secret, fc.boolean(), (name, value, inSentence) => {
        const text = wrap(name, value);
        const result = redactSecrets(inSentence ? `12:30 INFO saw ${text}, then went on\n` : text);
        expect(result).not.toContain(value);
        expect(result).not.toContain(encodeURIComponent(value));
        expect(result).not.toContain(btoa(`joe:${value}`));
        if (inSentence) expect(result).toContain('12:30 INFO');
        // A second time through the door changes nothing.
        expect(redactSecrets(result)).toBe(result);
      }),
      { numRuns: 150 },
    );
  });

  it.each(
    ['assigned', 'yaml', 'json', 'json in json', 'json in json in json', 'flag', 'a call'].flatMap(
      (kind) => Object.entries(wrappers).filter(([each]) => each === kind),
    ),
  )('in %s, whatever harmless word it begins with', (_, wrap) => {
    fc.assert(
      fc.property(names, harmless, secret, (name, word, value) => {
        const result = redactSecrets(wrap(name, word + value));
        expect(result).not.toContain(value);
        expect(redactSecrets(result)).toBe(result);
      }),
      { numRuns: 400 },
    );
  });

  it('in quotes, whatever harmless word comes first', () => {
    // “token” alone holds sentences, too.
    const strong = names.filter((each) => each !== 'token');
    fc.assert(
      fc.property(strong, harmless, secret, (name, word, value) => {
        for (const blank of [' ', ', ', '. '])
          expect(redactSecrets(JSON.stringify({ [name]: word + blank + value }))).not.toContain(
            value,
          );
      }),
    );
  });

  it('in fields and lists of values', () => {
    fc.assert(
      fc.property(names, secret, (name, value) => {
        const flag = `--${name.toLowerCase()}`;
        const all = { deep: [{ [name]: value }], flags: ['main.py', flag, value, '--listen'] };
        expect(JSON.stringify(withoutSecrets(all))).not.toContain(value);
      }),
    );
  });

  it('and JSON stays JSON', () => {
    fc.assert(
      fc.property(names, fc.string(), (name, value) => {
        const text = JSON.stringify({
          [name]: value,
          n: { [name]: 3 },
          in: JSON.stringify({ [name]: value }),
        });
        expect(() => JSON.parse(redactSecrets(text)) as unknown).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('the door', () => {
  it('leaves what holds no secret the very same', () => {
    const value = { a: ['b', 1, null, { c: 'torch 2.6.0' }], id: 'install-0123456789ab' };
    expect(withoutSecrets(value)).toBe(value);
  });

  it('keeps keys, numbers and neighbours', () => {
    expect(
      withoutSecrets({
        api_key: 'abc',
        flags: ['--api-key', 'x', '--listen'],
        redactions: { token: 3 },
      }),
    ).toEqual({
      api_key: '<secret>',
      flags: ['--api-key', '<secret>', '--listen'],
      redactions: { token: 3 },
    });
  });
});
