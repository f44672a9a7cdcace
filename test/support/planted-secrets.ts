/** One way in which something private stands in a text, and what of it must not survive. */
export type Planted = { shape: string; text: string; hidden: string[] };

/** The person and the computer whose bundle it is. */
export const person = { home: 'C:\\Users\\Ján Novák', user: 'Ján Novák', host: 'STUDIO-SEVEN' };

const surnames = ['Hartmann', 'Okonkwo', 'Yamada', 'Kowalczyk', 'Quintero', '欧阳娜', 'Świątek'];
const companies = [
  'Acmewerk',
  'Blauhaus',
  'Nordlicht',
  'Zitronenfalter',
  'Kiefernholz',
  '星辰工作室',
];

type Row = { shape: string; make: (seed: Seed) => Omit<Planted, 'shape'> };
type Seed = { word: string; surname: string; company: string; at: number };

/** Hides the whole word, wherever in the text it stands. */
function word(shape: string, make: (seed: Seed) => string): Row {
  return { shape, make: (seed) => ({ text: make(seed), hidden: [seed.word] }) };
}
function surname(shape: string, make: (seed: Seed) => string): Row {
  return { shape, make: (seed) => ({ text: make(seed), hidden: [seed.surname] }) };
}
function company(shape: string, make: (seed: Seed) => string): Row {
  return { shape, make: (seed) => ({ text: make(seed), hidden: [seed.company] }) };
}
function latin(name: string): string {
  return /^[\x20-\x7e]+$/.test(name)
    ? name.toLowerCase()
    : `rosenthal${name.replace(/[^a-z]/gi, '')}`;
}

/** Every shape of what is private: a line of this table is one thing that a bundle may hold. */
const rows: readonly Row[] = [
  word('password in an address', ({ word: w }) => `https://joe:${w}@pypi.org/simple`),
  word('token in an address', ({ word: w }) => `https://civitai.com/api/download?token=${w}`),
  word('variable', ({ word: w }) => `HF_TOKEN=${w}`),
  word('setting with blanks', ({ word: w }) => `api_key = "${w}"`),
  word('flag', ({ word: w }) => `main.py --api-key ${w} --listen`),
  word('flag with =', ({ word: w }) => `main.py --password=${w}`),
  word('JSON', ({ word: w }) => JSON.stringify({ client_secret: w })),
  word('header', ({ word: w }) => `Authorization: Bearer ${w}`),
  word('netrc', ({ word: w }) => `machine github.com login joe password ${w}`),
  word('Hugging Face', ({ word: w }) => `saw hf_${w}${w} in a note`),
  word('GitHub', ({ word: w }) => `remote: ghp_${w}${w} refused`),
  word('OpenAI', ({ word: w }) => `key sk-${w}${w} is over its limit`),
  word('signature', ({ word: w }) => `https://s3.amazonaws.com/x?X-Amz-Signature=${w}`),
  word('connection string', ({ word: w }) => `Server=x;Uid=joe;Pwd=${w};Timeout=3`),
  surname('home of somebody on Windows', ({ surname: s }) => `C:\\Users\\${s}\\ComfyUI\\main.py`),
  surname(
    'home of somebody on Unix',
    ({ surname: s }) => `File "/home/${s}/ComfyUI/main.py", line 3`,
  ),
  surname('home of somebody on macOS', ({ surname: s }) => `/Users/${s}/ComfyUI`),
  surname('home in WSL', ({ surname: s }) => `/mnt/c/Users/${s}/ComfyUI`),
  surname('home in JSON', ({ surname: s }) => JSON.stringify({ at: `C:\\Users\\${s}\\x` })),
  {
    shape: 'mail',
    make: ({ surname: s, at }) => ({
      text: `from ${latin(s)}.${at}@studio-${latin(s)}.de`,
      hidden: [latin(s)],
    }),
  },
  {
    shape: 'user on a computer',
    make: ({ surname: s }) => ({ text: `ssh ${latin(s)}@${latin(s)}-box`, hidden: [latin(s)] }),
  },
  surname('folder below the home', ({ surname: s }) => `~\\Kunde ${s}\\ComfyUI\\main.py`),
  surname('folder below a home, whole', ({ surname: s }) => `${person.home}\\Kunde ${s}\\ComfyUI`),
  surname('folder below a home, last', ({ surname: s }) => `"${person.home}\\Fotos von ${s}"`),
  surname(
    'folder in an error',
    ({ surname: s }) => `cannot open /home/joe/${s}/notes/a.txt for reading`,
  ),
  surname('file below the home', ({ surname: s }) => `/home/joe/Downloads/${s}.safetensors`),
  surname(
    'folder of another drive',
    ({ surname: s }) => `D:\\${s}\\AI\\ComfyUI\\run_nvidia_gpu.bat`,
  ),
  surname('folder of another disk', ({ surname: s }) => `/mnt/${s}-disk/ComfyUI/main.py`),
  surname('folder, escaped', ({ surname: s }) => `"D:\\\\Projekte ${s}\\\\ComfyUI"`),
  surname('folder in an address', ({ surname: s }) => `file:///home/joe/${s}/wheels/x.whl`),
  company('server in an address', ({ company: c }) => `http://pypi.${latin(c)}.internal/simple`),
  company('server with a port', ({ company: c }) => `https://nas-${latin(c)}:8443/wheels/`),
  company(
    'server after a password',
    ({ company: c, word: w }) => `http://j:${w}@${latin(c)}.corp/x`,
  ),
  company('server of git', ({ company: c }) => `git+https://git.${latin(c)}.de/team/nodes.git@v1`),
  company(
    'trusted host',
    ({ company: c }) => `pip install --trusted-host pypi.${latin(c)}.lan torch`,
  ),
  company('urllib3', ({ company: c }) => `HTTPSConnectionPool(host='${latin(c)}.intra', port=443)`),
  company(
    'not resolved',
    ({ company: c }) => `Could not resolve host: ${latin(c)}.example-corp.net`,
  ),
  company('proxy', ({ company: c }) => `proxy=proxy.${latin(c)}.net:3128`),
  company('share of Windows', ({ company: c }) => `\\\\${latin(c)}\\models\\sdxl.safetensors`),
  company('OneDrive', ({ company: c }) => `D:\\OneDrive - ${c} GmbH\\ComfyUI`),
  {
    shape: 'address of a computer',
    make: ({ at }) => ({
      text: `listening on 192.168.${at}.77:8188`,
      hidden: [`192.168.${at}.77`],
    }),
  },
  {
    shape: 'address of IPv6',
    make: ({ at }) => ({ text: `peer fd00:${at}::17:2f`, hidden: [`fd00:${at}::17:2f`] }),
  },
  {
    shape: 'address of a card',
    make: ({ at }) => ({
      text: `ether 00:1a:2b:3c:4d:${(at + 16).toString(16)}`,
      hidden: [`4d:${(at + 16).toString(16)}`],
    }),
  },
  {
    shape: 'account of Windows',
    make: ({ at }) => ({ text: `owner S-1-5-21-1-2-3-${at + 1000}`, hidden: [`3-${at + 1000}`] }),
  },
  { shape: 'user', make: () => ({ text: `Owner: ${person.user}.`, hidden: [person.user] }) },
  {
    shape: 'computer',
    make: () => ({ text: `\\\\${person.host}\\c$ and ${person.host}`, hidden: [person.host] }),
  },
];

/** Every shape, so many times with other names. */
export function plantedSecrets(times: number): Planted[] {
  return rows.flatMap(({ shape, make }, row) =>
    Array.from({ length: times }, (_, round) => {
      const at = row * 3 + round;
      const own = `${companies[at % companies.length] ?? ''}${letters(row * times + round)}`;
      const seed = {
        // Begins and ends as secrets do.
        word: `Zq${(at * 7919 + 104729).toString(36)}Xw9rT5mBv${at}K`,
        surname: `${surnames[at % surnames.length] ?? ''}${letters(row * times + round)}`,
        company: own,
        at: at % 200,
      };
      const made = make(seed);
      const hidden = made.hidden.map((each) => (each === own ? latinIn(made.text, own) : each));
      return { shape, text: made.text, hidden };
    }),
  );
}

/** A syllable of its own for each, so that a test says which one was told. */
function letters(count: number): string {
  return [...(count + 676).toString(26)]
    .map((digit) => 'bcdfghjklmnpqrstvwxzaeiouy'[parseInt(digit, 26)])
    .join('');
}

function latinIn(text: string, name: string): string {
  return text.includes(name) ? name : latin(name);
}
