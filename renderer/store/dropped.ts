/** What somebody drops on the window: something to look at, or a text to read. */
export type Dropped = { file: File; isFolder: boolean };

const logNames = /\.(log|txt|out|err|text)(\.\d+)?$/i;
/** A start script or a Python means the install that it belongs to. */
const installNames = /(\.(bat|cmd|ps1|sh|command|exe|py|desktop|lnk)|^python[\d.]*)$/i;

/** Anything that is neither a folder nor a program is taken for a log: their names are many. */
export function isLog({ file, isFolder }: Dropped): boolean {
  if (isFolder) return false;
  return logNames.test(file.name) || !installNames.test(file.name);
}
