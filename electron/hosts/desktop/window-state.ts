import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { makeFoldersNow } from '../../engine/machine/make-folders.ts';
import { parseJson } from '../../engine/machine/json-text.ts';
import { ifUnanswered } from '../../engine/machine/unanswered.ts';

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Rectangle = z.infer<typeof rectangleSchema>;

const windowStateSchema = z.object({ bounds: rectangleSchema, maximized: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;

const fileName = 'window.json';

/** Where the window was last time; null where that is not known or cannot be read. */
export function readWindowState(folder: string): WindowState | null {
  try {
    const text = readFileSync(path.join(folder, fileName), 'utf8');
    return windowStateSchema.safeParse(parseJson(text)).data ?? null;
  } catch (thrown) {
    // Missing: the window opens in its first size, which is no loss. So does a damaged one.
    return ifUnanswered(null)(thrown);
  }
}

/** Remembers where the window is. A full disk must not keep the app from closing. */
export function writeWindowState(folder: string, state: WindowState): void {
  try {
    makeFoldersNow(folder, 0o700);
    writeFileSync(path.join(folder, fileName), JSON.stringify(state), { mode: 0o600 });
  } catch (thrown) {
    // Only comfort is lost.
    ifUnanswered(undefined)(thrown);
  }
}

/** True where at least a hand's breadth of the window would be visible on one of the screens. */
export function isReachable(bounds: Rectangle, screens: readonly Rectangle[]): boolean {
  const needed = 80;
  return screens.some((screen) => {
    const width = overlap(bounds.x, bounds.width, screen.x, screen.width);
    const height = overlap(bounds.y, bounds.height, screen.y, screen.height);
    return width >= needed && height >= needed;
  });
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
}
