import * as z from 'zod';
import { messageRefSchema } from '../../../../shared/messages/message-ref.ts';
import { problemSchema } from '../../../../shared/problem.ts';
import { documentSchemas } from './documents.ts';
import { namedParts } from './parts.ts';

type Json = z.core.JSONSchema.BaseSchema;

const partFile = (name: string): string => `part-${name}.json`;
const sentence = { type: 'string', description: 'a sentence, in the language that was asked for' };

/**
 * Every document of the command line and every part of one as JSON Schema 2020-12, by the name of its
 * file in schemas/. `closed` allows no field that is not named: for our own tests. What is published is
 * open, because fields may be added later.
 */
export function jsonSchemas({ closed }: { closed: boolean }): Record<string, Json> {
  const registry = z.registry<{ id?: string }>();
  for (const [name, part] of Object.entries(namedParts)) registry.add(part, { id: partFile(name) });
  for (const [name, document] of Object.entries(documentSchemas))
    registry.add(document, { id: `${name}.json` });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => id,
    // A check in code has no words in a schema.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === messageRefSchema) become(jsonSchema, sentence);
      if (zodSchema === problemSchema) become(jsonSchema, { $ref: partFile('problem') });
      if (!closed && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  const titled = Object.keys(documentSchemas).map((name) => {
    const file = `${name}.json`;
    return [file, { title: titleOf(name), ...schemas[file] }] as const;
  });
  const facts = partFile('facts');
  return { ...schemas, ...Object.fromEntries(titled), [facts]: withKeys(schemas[facts] ?? {}) };
}

function titleOf(name: string): string {
  if (name === 'problem') return 'Instead of its own document, where a command could not be done';
  return `attention-doctor ${name.replace('-', ' --')} --json`;
}

function become(jsonSchema: object, wanted: object): void {
  for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
  Object.assign(jsonSchema, wanted);
}

/** Facts keep the keys of their sentences and problems: they are what a program compares. */
function withKeys(facts: Json): Json {
  const text = JSON.stringify(facts)
    .replaceAll(JSON.stringify({ $ref: partFile('problem') }), '{"$ref":"#/$defs/problem"}')
    .replaceAll(JSON.stringify(sentence), '{"$ref":"#/$defs/sentence"}');
  const $defs = { problem: inner(problemSchema), sentence: inner(messageRefSchema) };
  return { ...z.record(z.string(), z.unknown()).parse(JSON.parse(text)), $defs };
}

/** Without the word on which standard it follows: the file around it says that. */
function inner(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return rest;
}
