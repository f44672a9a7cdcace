const logNames = /\.(log|txt|out|err|text)(\.\d+)?$/i;
/** A start script or a Python means the install that it belongs to. */
const installNames = /(\.(bat|cmd|ps1|sh|command|exe|py|desktop|lnk)|^python[\d.]*)$/i;

/** Pictures, models and archives: nothing in them can be read as text. A zip may be a bundle of ours. */
const noText =
  /\.(7z|rar|gz|whl|png|jpe?g|webp|gif|mp4|webm|mov|mp3|wav|safetensors|ckpt|pth?|gguf|onnx|dll|so|pyd)$/i;

/**
 * What somebody means who gives a file, by its name: dropped on the window or on the icon, or named
 * on a command line. Anything that is no program is taken for a log: their names are many.
 */
export function kindOfGiven(name: string): 'log' | 'install' | 'no-text' {
  if (noText.test(name)) return 'no-text';
  return logNames.test(name) || !installNames.test(name) ? 'log' : 'install';
}

/** What ComfyUI saves a workflow in: “Export (API)”, or a picture that carries it. */
export function mayHoldWorkflow(name: string): boolean {
  return /\.(json|png)$/i.test(name);
}
