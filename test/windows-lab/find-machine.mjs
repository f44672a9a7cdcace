import { existsSync, mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { labDrive, mustRunInLab, runInLab } from './lab.mjs';

/** All of it lies in one folder of drive C:, and on a drive letter of its own. */
const root = 'C:\\attention-doctor-lab';
const home = `${root}\\Users\\梅 Mei`;
const local = `${home}\\AppData\\Local`;
const deep = `${root}\\a\\b\\c\\d`;
const drive = 'T:';
const apps = `${local}\\Microsoft\\WindowsApps`;
const managed = `${home}\\AppData\\Roaming\\uv\\python`;

/** Where Pythons are registered, and what `reg add` is told. */
const keys = [
  // Another case than on the disk and on PATH: still one Python.
  [
    'HKCU\\Software\\Python\\PythonCore\\3.11',
    '64',
    '',
    'REG_SZ',
    `${deep}\\PYTHON 3.11\\`.toUpperCase(),
  ],
  [
    'HKLM\\Software\\Python\\我的 Company\\3.10-32',
    '32',
    'ExecutablePath',
    'REG_EXPAND_SZ',
    '%LAB_DEEP%\\派森 3.10\\python.exe',
  ],
  ['HKLM\\Software\\Python\\PythonCore\\3.9', '64', '', 'REG_SZ', `${drive}\\pythons\\py39`],
  ['HKLM\\Software\\Python\\PythonCore\\3.7', '64', '', 'REG_SZ', `${deep}\\uninstalled\\`],
  ['HKLM\\Software\\Python\\PyLauncher\\1', '64', '', 'REG_SZ', `${deep}\\launcher\\`],
];
/** A package of the Store: what the alias leads to, only the registry says. */
const family = 'PythonSoftwareFoundation.Python.3.12_qbz5n2kfra8p0';
const full = 'PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64__qbz5n2kfra8p0';
const packageRoot = `${root}\\Program Files\\WindowsApps\\${full}`;
const model =
  'HKCU\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel';
const storeKeys = [
  [`${model}\\SystemAppData\\${family}\\Schemas`, 'PackageFullName', full],
  [`${model}\\Repository\\Packages\\${full}`, 'PackageRootFolder', packageRoot],
];
const ownKeys = [
  'HKCU\\Software\\Python',
  'HKLM\\Software\\Python',
  ...storeKeys.map(([key]) => key),
];

/** What the finding process sees as its machine. */
export const environment = {
  USERPROFILE: home,
  LOCALAPPDATA: local,
  APPDATA: `${home}\\AppData\\Roaming`,
  LAB_DEEP: deep,
  ATTENTION_DOCTOR_HOME: `${root}\\state`,
  PATH: [
    apps,
    `${home}\\.pyenv\\pyenv-win\\shims`,
    `${deep}\\Python 3.11\\`,
    'C:\\windows\\system32',
  ].join(';'),
};

/** program, kind, version, problems. */
export const expected = [
  [`${deep}\\Python 3.11\\python.exe`, 'system', '3.11.9', ''],
  [`${deep}\\派森 3.10\\python.exe`, 'system', '3.10.11', ''],
  [`${drive}\\pythons\\py39\\python.exe`, 'system', '3.9.13', ''],
  [`${apps}\\${family}\\python.exe`, 'store', '3.12.10', ''],
  [`${home}\\.pyenv\\pyenv-win\\versions\\3.10.6\\python.exe`, 'pyenv', '3.10.6', ''],
  [`${managed}\\cpython-3.12.7-windows-x86_64-none\\python.exe`, 'uv_managed', '3.12.7', ''],
  [`${home}\\miniconda3\\python.exe`, 'conda', '3.12.4', ''],
  [`${home}\\miniconda3\\envs\\舒适 UI\\python.exe`, 'conda', '3.11.8', ''],
  [`${home}\\Envs\\good\\Scripts\\python.exe`, 'venv', '3.11.9', ''],
  [`${home}\\Envs\\dead\\Scripts\\python.exe`, 'venv', '3.8.10', 'base-python-missing'],
  [`${home}\\portable nvidia\\python_embeded\\python.exe`, 'embedded', '3.12', ''],
];

/** Whether a program found belongs to this machine, and not to the lab itself. */
export function isOfMachine(program) {
  return /^(c:\\attention-doctor-lab\\|t:\\)/i.test(program);
}

/** Makes folders, drive and keys. Run `removeMachine` afterwards, also when this fails. */
export async function makeMachine() {
  await removeMachine();
  const disk = await labDrive();
  const letter = join(dirname(disk), 'dosdevices', drive.toLowerCase());
  mkdirSync(onDisk(disk, `${root}\\drive`), { recursive: true });
  symlinkSync(onDisk(disk, `${root}\\drive`), letter);
  for (const [path, text] of files()) {
    const place = onDisk(disk, path.replace(/^T:/, `${root}\\drive`));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  // A junction to Windows; on the disk of this machine it is a link.
  symlinkSync(
    'cpython-3.12.7-windows-x86_64-none',
    onDisk(disk, `${managed}\\cpython-3.12-windows-x86_64-none`),
  );
  for (const [key = '', view = '', name = '', type = '', data = ''] of keys) {
    const value = name === '' ? ['/ve'] : ['/v', name];
    const words = [`${key}\\InstallPath`, ...value, '/t', type, '/d', data, '/f', `/reg:${view}`];
    await mustRunInLab(['run', 'reg', 'add', ...words]);
  }
  for (const [key = '', name = '', data = ''] of storeKeys) {
    const value = ['/v', name, '/t', 'REG_SZ', '/d', data, '/f'];
    await mustRunInLab(['run', 'reg', 'add', key, ...value]);
  }
}

/** Leaves the lab as it was. */
export async function removeMachine() {
  const disk = await labDrive();
  const letter = join(dirname(disk), 'dosdevices', drive.toLowerCase());
  if (existsSync(letter)) unlinkSync(letter);
  rmSync(onDisk(disk, root), { recursive: true, force: true });
  for (const key of ownKeys) {
    for (const view of ['64', '32']) {
      await runInLab(['run', 'reg', 'delete', key, '/f', `/reg:${view}`]);
    }
  }
}

/** @returns {[string, string][]} */
function files() {
  return [
    ...python(`${deep}\\Python 3.11`, '3.11.9'),
    ...python(`${deep}\\派森 3.10`, '3.10.11'),
    ...python(`${deep}\\launcher`, '3.13.0'),
    ...python(`${drive}\\pythons\\py39`, '3.9.13'),
    ...python(`${home}\\.pyenv\\pyenv-win\\versions\\3.10.6`, '3.10.6'),
    ...python(`${managed}\\cpython-3.12.7-windows-x86_64-none`, '3.12.7'),
    [`${apps}\\python.exe`, ''],
    [`${apps}\\${family}\\python.exe`, ''],
    [`${packageRoot}\\python.exe`, ''],
    [`${packageRoot}\\python312.dll`, ''],
    [`${home}\\.pyenv\\pyenv-win\\shims\\python.exe`, ''],
    ...conda(`${home}\\miniconda3`, '3.12.4'),
    ...conda(`${home}\\miniconda3\\envs\\舒适 UI`, '3.11.8'),
    ...venv(`${home}\\Envs\\good`, `${deep}\\Python 3.11`, '3.11.9'),
    ...venv(`${home}\\Envs\\dead`, `${deep}\\uninstalled`, '3.8.10'),
    [`${home}\\portable nvidia\\python_embeded\\python.exe`, ''],
    [`${home}\\portable nvidia\\python_embeded\\python312._pth`, '.\r\nimport site\r\n'],
  ];
}

/** @returns {[string, string][]} */
function python(at, version) {
  const [major, minor] = version.split('.');
  return [
    [`${at}\\python.exe`, ''],
    [`${at}\\python${major}${minor}.dll`, ''],
    [`${at}\\include\\patchlevel.h`, `#define PY_VERSION "${version}"\r\n`],
  ];
}

/** @returns {[string, string][]} */
function conda(at, version) {
  return [
    [`${at}\\python.exe`, ''],
    [`${at}\\conda-meta\\python-${version}-h1_0.json`, '{}'],
  ];
}

/** @returns {[string, string][]} */
function venv(at, base, version) {
  return [
    [`${at}\\Scripts\\python.exe`, ''],
    [`${at}\\pyvenv.cfg`, `home = ${base}\r\nversion = ${version}\r\n`],
  ];
}

function onDisk(disk, path) {
  return join(disk, path.replace(/^C:\\/i, '').replaceAll('\\', '/'));
}
