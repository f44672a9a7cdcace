import { ensureBuilt } from './build.mjs';

/** Integration tests start the built command line, so it has to be there and fresh. */
export default async function setup() {
  await ensureBuilt(['cli']);
}
