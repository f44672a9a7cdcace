import type { System } from '../../machine/system.ts';

/**
 * One place where Pythons are kept, by whoever keeps them there. `find` answers folders of
 * environments or paths of python programs; what each of them is, its files tell
 * (environment-at.ts). Reads only. What is not there is no failure.
 */
export type PythonSource = {
  name: string;
  find(system: System): Promise<string[]>;
};
