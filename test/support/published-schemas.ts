import { Ajv2020 } from 'ajv/dist/2020.js';
import { isCommandName } from '../../electron/hosts/cli/commands.ts';
import { jsonSchemas } from '../../electron/hosts/cli/schemas/json-schemas.ts';

let ready: Ajv2020 | null = null;

/** The schemas of schemas/, but closed: a field that is not named there is a fault. */
function closedSchemas(): Ajv2020 {
  ready ??= new Ajv2020({
    strict: false,
    allErrors: true,
    validateFormats: false,
    schemas: Object.values(jsonSchemas({ closed: true })),
  });
  return ready;
}

/** What is wrong with a document by the schema of that name; empty where nothing is. */
function faultsOf(name: string, document: unknown): string[] {
  const validate = closedSchemas().getSchema(`${name}.json`);
  if (!validate) throw new Error(`there is no schema ${name}.json`);
  // As JSON has it: what is undefined is not there.
  if (validate(JSON.parse(JSON.stringify(document)))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

/** The schema that tells what these words print. */
function schemaOf(words: readonly string[]): string {
  const command = words.find(isCommandName) ?? '';
  if (words.includes('--help') || words[0] === 'help') return 'help';
  if (words.includes('--version')) return 'version';
  if (command === 'diagnose' && words.includes('--all')) return 'diagnose-all';
  if (command === 'bundle' && words.includes('--open')) return 'bundle-open';
  return command || 'problem';
}

/** Throws unless the document is as published for these words, or says why there is none. */
export function assertPublished(words: readonly string[], document: object): void {
  const name = schemaOf(words);
  const faults = faultsOf(name, document);
  if (faults.length === 0 || faultsOf('problem', document).length === 0) return;
  throw new Error(`the document is not as ${name}.json says:\n${faults.join('\n')}`);
}
