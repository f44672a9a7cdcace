/** What somebody drops on the window: something to look at, or a text to read. */
export type Dropped = { file: File; isFolder: boolean };

const logNames = /\.(log|txt|out|err|text)(\.\d+)?$/i;
/** A start script or a Python means the install that it belongs to. */
const installNames = /(\.(bat|cmd|ps1|sh|command|exe|py|desktop|lnk)|^python[\d.]*)$/i;

/** Pictures, models and archives: nothing in them can be read as text. A zip may be a bundle of ours. */
const noText =
  /\.(7z|rar|gz|whl|png|jpe?g|webp|gif|mp4|webm|mov|mp3|wav|safetensors|ckpt|pth?|gguf|onnx|dll|so|pyd)$/i;

/** What ComfyUI saves a workflow in: “Export (API)”, or a picture that carries it. */
export function mayHoldWorkflow(name: string): boolean {
  return /\.(json|png)$/i.test(name);
}

export function isNoText(name: string): boolean {
  return noText.test(name);
}

/** Anything that is neither a folder nor a program is taken for a log: their names are many. */
export function isLog({ file, isFolder }: Dropped): boolean {
  if (isFolder) return false;
  return logNames.test(file.name) || !installNames.test(file.name);
}
