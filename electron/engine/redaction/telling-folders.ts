/** Where a name says what a folder is for; what lies below is a program's and stays readable. */
const anchors = [
  String.raw`.*comfy.*`,
  'stable-diffusion.*',
  '.*webui.*',
  '(?:sd[._-]?)?forge.*',
  'swarmui',
  'stabilitymatrix',
  'pinokio',
  'krita.*',
  'invokeai',
  'fooocus',
  'site-packages',
  'dist-packages',
  'custom_nodes',
  'python_embeded',
  'python_embedded',
  'windows',
  String.raw`program files(?: \(x86\))?`,
  'programdata',
  'attention-doctor',
  String.raw`\.(?:pyenv|conda|rustup|cargo|npm|nvm|cuda|nv|triton)`,
  '(?:mini|ana|mamba|micromamba|miniforge|mambaforge)(?:conda|forge|mamba)?3?',
  'envs?',
  String.raw`\.?v?env`,
];

/** Names that everybody has, or that name a thing and no person. */
const common = [
  ...['documents and settings', 'all users'],
  ...[
    'ai',
    'apps?',
    'appdata',
    'application support',
    'applications',
    'bin',
    'cache',
    'code',
    'data',
  ],
  ...['desktop', 'dev', 'documents', 'downloads?', 'git', 'github', 'home', 'include', 'library'],
  ...['lib', 'lib64', 'local', 'locallow', 'logs?', 'media', 'miniconda3?', 'mnt', 'models', 'opt'],
  ...[
    'packages?',
    'programs?',
    'projects?',
    'repos?',
    'roaming',
    'scripts?',
    'share',
    'source',
    'src',
  ],
  ...[
    'stable ?diffusion',
    'state',
    'steam',
    'temp',
    'tmp',
    'tools?',
    'users?',
    'usr',
    'var',
    'venvs?',
  ],
  ...[
    'wheels?',
    'work',
    'workspace',
    'public',
    'python',
    'uv',
    'pip',
    'torch',
    'xformers',
    'shared',
  ],
  ...[
    'onedrive(?: - <organisation>)?',
    'images?',
    'pictures',
    'videos',
    'music',
    'backups?',
    'games',
  ],
  ...[
    'microsoft',
    'windowsapps',
    'install(?:s|ed|er)?',
    'portable',
    'new',
    'old',
    'test',
    'default',
  ],
  String.raw`\.(?:cache|config|local|ssh|venv|git|docker|vscode)`,
  // A version, a number, a letter or two.
  String.raw`[a-z]{0,8}[ _-]?v?\d+(?:[._]\d+)*`,
  String.raw`[\x21-\x7e]{1,2}`,
  // What stands there in place of something already.
  '<[a-z -]+>',
];

const ofAnchor = new RegExp(`^(?:${anchors.join('|')})$`, 'i');
const ofCommon = new RegExp(`^(?:${common.join('|')}|python[\\d.]*(?:-\\d+)?)$`, 'i');

/** From here on the path is a program's own. */
export function isProgramFolder(name: string): boolean {
  return ofAnchor.test(name);
}

/** Whether the name tells nothing about the person. */
export function isCommonFolder(name: string): boolean {
  return ofCommon.test(name) || ofAnchor.test(name);
}

/** Names of files that programs give: `main.py`, `run_nvidia_gpu.bat`, `comfyui.log`. */
export function isCommonFile(name: string): boolean {
  return /^(?:main|launch|run|start|webui|python|pip|setup|config|settings|requirements|comfy|error|output|log|nohup|install|update|activate|torch|xformers)[\w.-]*$|^[\x21-\x7e]{1,2}\.\w{1,5}$/i.test(
    name,
  );
}
