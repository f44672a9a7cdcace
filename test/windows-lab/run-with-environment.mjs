// Runs inside Windows Node: Wine sets USERPROFILE and its like itself, whatever it is started
// with, so they are changed here, before the command line under test is loaded.
//   node run-with-environment.mjs FILE.json     {"environment": {...}, "words": [...], "cli": "Z:\\..."}
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , file = ''] = process.argv;
const { environment, words, cli } = JSON.parse(readFileSync(file, 'utf8'));
Object.assign(process.env, environment);
process.argv = [process.argv[0] ?? '', cli, ...words];
await import(pathToFileURL(cli).href);
