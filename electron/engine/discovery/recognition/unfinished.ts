import path from 'node:path';
import type { Problem } from '../../../../shared/problem.ts';
import type { FolderView } from './locator.ts';

/** The problem of an install whose own program has not finished it; `file` says so. */
export function unfinished(program: string, file: string): Problem {
  return { code: 'install-unfinished', params: { program, file } };
}

/**
 * ComfyUI Desktop v2 writes this file before it installs or updates and removes it afterwards.
 * Source: Comfy-Org/ComfyUI-Desktop-2.0-Beta src/main/lib/opMarker.ts.
 */
export function unfinishedByDesktop(view: FolderView): Problem[] {
  const marker = '.comfyui-op-in-progress.json';
  return view.hasFile(marker) ? [unfinished('Comfy Desktop', path.join(view.folder, marker))] : [];
}
