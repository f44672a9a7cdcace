/** What kind of trouble it is, where a message tells; the first kind that was heard decides. */
export const troubleKinds = [
  ['TROUBLE_PORT', 'port'],
  ['TROUBLE_MODEL_FILE', 'model-file'],
  ['TROUBLE_SHAPES', 'model-fit'],
  ['TROUBLE_VALIDATION', 'workflow'],
  ['TROUBLE_NODES_MISSING', 'workflow'],
  ['TROUBLE_IMPORT_FAILED', 'custom-node'],
  ['TROUBLE_BANNER', 'app-version'],
  ['TROUBLE_ARGUMENTS', 'app-version'],
  ['TROUBLE_KEYWORD', 'app-version'],
  ['NET_MANAGER', 'network'],
  ['NET_PIP', 'network'],
  ['NET_GIT', 'network'],
] as const;
export type TroubleKind = (typeof troubleKinds)[number][1];
