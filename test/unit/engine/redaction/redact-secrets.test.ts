import { describe, expect, it } from 'vitest';
import { redactSecrets } from '../../../../electron/engine/redaction/redact-secrets.ts';

/** Made up; the marks are searched for in what comes out. */
const key = 'sk-Zq8rT5mXw2Lp9VbN4kJh7';

describe('addresses', () => {
  it.each([
    ['https://user:pass@mirror.example/simple', 'https://<credentials>@mirror.example/simple'],
    ['https://user:p@ss@mirror.example/', 'https://<credentials>@mirror.example/'],
    ['https://user:pa/ss@mirror.example/', 'https://<credentials>@mirror.example/'],
    ['http://user:pass@nas/', 'http://<credentials>@nas/'],
    ['http://tok3n@nas:8080/x', 'http://<credentials>@nas:8080/x'],
    ['http://user:pass@[fe80::1]:80/', 'http://<credentials>@[fe80::1]:80/'],
    ['"https:\\/\\/user:pass@mirror.example"', '"https:\\/\\/<credentials>@mirror.example"'],
    ['x?to=https%3A%2F%2Fuser%3Apass%40nas%2F', 'x?to=https%3A%2F%2F<credentials>%40nas%2F'],
    ['HTTPS_PROXY=joe:hunter2@proxy:8080', 'HTTPS_PROXY=<credentials>@proxy:8080'],
    ['at aHR0cHM6Ly91c2VyOnBhc3NAbmFzLw== end', 'at <credentials> end'],
    [
      'https://civitai.com/api?token=0123456789abcdef&x=1',
      'https://civitai.com/api?token=<token>&x=1',
    ],
    ['https://b.example/w.whl?x=1&sig=AbC%2B12&y=2', 'https://b.example/w.whl?x=1&sig=<token>&y=2'],
    ['curl -u joe:hunter2 https://x', 'curl -u <credentials> https://x'],
    [
      'git+https://user:tok@github.com/a/b.git@main',
      'git+https://<credentials>@github.com/a/b.git@main',
    ],
  ])('%s', (text, expected) => {
    expect(redactSecrets(text)).toBe(expected);
  });
});

describe('headers', () => {
  it.each([
    ['Authorization: Token abc123def', 'Authorization: Token <token>'],
    ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic <token>'],
    ['Authorization: Bearer abcdef123456.xyz', 'Authorization: Bearer <token>'],
    ["{'Authorization': 'token abcdef'}", "{'Authorization': 'token <token>'}"],
    [
      '{"text":"{\\"Authorization\\": \\"Basic dTpw\\"}"}',
      '{"text":"{\\"Authorization\\": \\"Basic <token>\\"}"}',
    ],
    ['Authorization: Digest username="joe", response="0a1b"', 'Authorization: <token>'],
    ['curl -H "Authorization: abcdefgh"', 'curl -H "Authorization: <token>"'],
    ['proxy-authorization=Basic dXNlcjpwYXNz', 'proxy-authorization=Basic <token>'],
    ['sent Bearer abcdefgh12', 'sent Bearer <token>'],
    ['sent Basic dXNlcjpwYXNz', 'sent Basic <token>'],
    ['Set-Cookie: session=abc; Path=/', 'Set-Cookie: <token>'],
    ['X-Api-Key: abc', 'X-Api-Key: <secret>'],
    ['PRIVATE-TOKEN: abc', 'PRIVATE-TOKEN: <secret>'],
  ])('%s', (text, expected) => {
    expect(redactSecrets(text)).toBe(expected);
  });
});

describe('tokens that are known by sight', () => {
  it.each([
    'hf_abcdefghijklmnopqrstuvwxyz012345678',
    'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    'github_pat_11ABCDEFG0abcdefghijkl',
    key,
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1.eyJzdWIiOiIxMjM0.SflKxwRJSMeKKF2QT4',
    `comfyui-${'0a'.repeat(32)}`,
    'pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw',
  ])('%s', (token) => {
    expect(redactSecrets(`saw ${token}, went on`)).toBe('saw <token>, went on');
  });

  it('a private key, whole or cut off', () => {
    const block = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd\n-----END RSA PRIVATE KEY-----';
    expect(redactSecrets(`a ${block} b`)).toBe('a <private key> b');
    expect(redactSecrets(`a ${block.slice(0, -12)}`)).toBe('a <private key>');
  });
});

describe('settings, known by their name', () => {
  it.each([
    ['Server=x;Uid=y;Pwd=hunter2', 'Server=x;Uid=y;Pwd=<secret>'],
    ['machine nas login joe password hunter2', 'machine nas login joe password <secret>'],
    ['login joe\n  password hunter2', 'login joe\n  password <secret>'],
    ['password hunter2', 'password <secret>'],
    ['OPENAI_KEY=abc', 'OPENAI_KEY=<secret>'],
    ['DB_PASS=abc', 'DB_PASS=<secret>'],
    ['NPM_AUTH=abc', 'NPM_AUTH=<secret>'],
    ['AWS_CREDENTIALS=abc', 'AWS_CREDENTIALS=<secret>'],
    ['HF_TOKEN=hunter', 'HF_TOKEN=<secret>'],
    ['API_KEY_2: hunter', 'API_KEY_2: <secret>'],
    ['KEY="quoted value"', 'KEY="<secret>"'],
    ['export COMFY_API_KEY=\'quoted "value"\'', "export COMFY_API_KEY='<secret>'"],
    [
      '{"client_secret": "a b", "api_key":"c"}',
      '{"client_secret": "<secret>", "api_key":"<secret>"}',
    ],
    ['{"api_key": "a\\"b c", "x": 1}', '{"api_key": "<secret>", "x": 1}'],
    ['"{\\"api_key\\": \\"a b\\", \\"x\\": 1}"', '"{\\"api_key\\": \\"<secret>\\", \\"x\\": 1}"'],
    ['\\\\\\"password\\\\\\": \\\\\\"a b\\\\\\"', '\\\\\\"password\\\\\\": \\\\\\"<secret>\\\\\\"'],
    ['{"password": 123456}', '{"password": "<secret>"}'],
    ["{'accessToken': 'abc', 'a': 1}", "{'accessToken': '<secret>', 'a': 1}"],
    ["'password': b'ab c'", "'password': b'<secret>'"],
    ["environ({'HF_TOKEN': 'abc'})", "environ({'HF_TOKEN': '<secret>'})"],
    ["[('HF_TOKEN', 'a b'), ('A', 'b')]", "[('HF_TOKEN', '<secret>'), ('A', 'b')]"],
    ["os.environ['HF_TOKEN'] = 'abc'", "os.environ['HF_TOKEN'] = '<secret>'"],
    ['Config(api_key=abc, size=3)', 'Config(api_key=<secret>, size=3)'],
    ['password: hunter2', 'password: <secret>'],
    ['root password is: hunter2', 'root password is: <secret>'],
    ['password "hunter 2" refused', 'password "<secret>" refused'],
    ['{"password":"os.--*A~A00"}', '{"password":"<secret>"}'],
    ['{"password": "no way, jose 7"}', '{"password": "<secret>"}'],
    ['password=<token>rest', 'password=<secret>'],
    ['{"auth": "dXNlcjpwYXNz"}', '{"auth": "<secret>"}'],
    ['//npm.example/:_authToken=abc1234', '//npm.example/:_authToken=<secret>'],
    ['token: 8f14e45fceea', 'token: <secret>'],
    ['<password>a b</password>', '<password><secret></password>'],
    ['setx HF_TOKEN abc', 'setx HF_TOKEN <secret>'],
  ])('%s', (text, expected) => {
    expect(redactSecrets(text)).toBe(expected);
  });
});

describe('launch flags', () => {
  it.each([
    ['main.py --api-key abc --listen', 'main.py --api-key <secret> --listen'],
    ['main.py --password abc', 'main.py --password <secret>'],
    ['main.py --hf-token=abc --lowvram', 'main.py --hf-token=<secret> --lowvram'],
    ['--api-key "a b" --x', '--api-key "<secret>" --x'],
    ["['main.py', '--api-key', 'a b', '--x']", "['main.py', '--api-key', '<secret>', '--x']"],
    ['["--password","abc"]', '["--password","<secret>"]'],
    ['"--password" "abc"', '"--password" "<secret>"'],
    ['--token abcdef', '--token <secret>'],
  ])('%s', (text, expected) => {
    expect(redactSecrets(text)).toBe(expected);
  });
});

describe('what is no secret stays', () => {
  it.each([
    'max_tokens=77, tokenizer=CLIPTokenizer, token_count: 3, num_tokens: 1024',
    'sort_key=name cache_key: abc "key": "diffusion_model.input_blocks.0"',
    "KeyError: 'x'",
    'KeyError: "model.diffusion_model.middle_block.1.proj_in.weight"',
    'torch.cuda.Generator key',
    'eos_token="</s>" pad_token: "<|endoftext|>" "bos_token_id": 49406',
    'sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'x.whl#sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'nvidia-cublas-cu12 12.8.4.1, driver 32.0.15.6094, torch 2.6.0+cu124',
    'PWD=/home/me/ComfyUI OLDPWD=/tmp PWD=C:\\ComfyUI',
    'pass: 12, fail: 0; forward_pass=1; bypass=abcdef; compass: northern',
    'token=None use_auth_token=True api_key=null password=False',
    'def load(token: str = None, api_key: Optional[str] = None)',
    'token = os.environ.get("HF_TOKEN")',
    '{"line": "password = os.environ[\\"HF_TOKEN\\"] next"}',
    'api_key = process.env.API_KEY; secret = getpass.getpass(), password=self.options.password)',
    'password: List[str] = None, secret: Optional[SecretStr]',
    'https://x.example/?password=<token>&page=2',
    '{"password": null, "secret": "None", "api_key": "<token>"}',
    'http://127.0.0.1:8188/ and git@github.com:a/b.git ssh://git@github.com/a/b',
    'python -u C:\\ComfyUI\\main.py --listen 0.0.0.0 --port 8188 --tls-keyfile key.pem',
    'image:tag@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'Basic information about basic transformer blocks',
    'the flag --password is missing; use --token to log in',
    'Enter password: ',
    'Missing key(s) in state_dict: "cond_stage_model.transformer"',
    'Requirement already satisfied: tokenizers<0.22,>=0.21 in ./lib',
    'xformers @ file:///C:/wheels/xformers-0.0.29.post3-cp311-cp311-win_amd64.whl',
    'RuntimeError: CUDA error: no kernel image is available for execution on the device',
    '12:30:45.123 - INFO - step 3/20 [00:05<00:28, 1.69s/it]',
  ])('%s', (text) => {
    expect(redactSecrets(text)).toBe(text);
  });
});
