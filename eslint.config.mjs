import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layerBlocks } from './build/lint-layers.mjs';

const noDirectProcesses = {
  group: ['child_process', 'node:child_process', 'execa', 'cross-spawn'],
  message:
    'Run programs through System.run: electron/engine/machine/node-system.ts is the one door.',
};

const mock = {
  selector:
    "CallExpression[callee.object.name='vi'][callee.property.name=/^(do)?[mM]ock$/][arguments.0.value=/^(node:)?(electron|fs|fs\\/promises|child_process|execa)$/]",
  message:
    'Do not mock electron, fs or child_process: fake our own port (System), or use the real thing.',
};

const swallowed =
  'This swallows our own mistakes, too. Ask what was thrown: ifUnanswered(...) of engine/machine/unanswered.ts absorbs what the machine may answer, parseJson of engine/machine/json-text.ts what is no JSON.';
const bareCatches = [
  'CatchClause[param=null]',
  // `.catch(() => null)` and `.then(use, () => null)`, also where the parameter is only named.
  'CallExpression[callee.property.name=catch] > :function.arguments[params.length=0]',
  'CallExpression[callee.property.name=catch] > :function.arguments[params.0.name=/^_/]',
  'CallExpression[callee.property.name=then] > :function.arguments:nth-child(2)[params.length=0]',
  'CallExpression[callee.property.name=then] > :function.arguments:nth-child(2)[params.0.name=/^_/]',
].map((selector) => ({ selector, message: swallowed }));

/** The oldest Electron that the bundles run in has Node 18.15. */
const tooYoung = [
  ['URL', 'canParse'],
  ['AbortSignal', 'any'],
  ['Promise', 'withResolvers'],
  ['Array', 'fromAsync'],
  ['Object', 'groupBy'],
  ['Map', 'groupBy'],
].map(([object, property]) => ({
  selector: `MemberExpression[object.name=${object}][property.name=${property}]`,
  message: `${object}.${property} is younger than the oldest Electron that the bundles run in.`,
}));

const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'A union of texts is what JSON and the contract have; an enum needs rules of its own.',
};

const shipped = ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'];

export default defineConfig(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // tsc says it of every folder: noUnusedLocals and noUnusedParameters, noFallthroughCasesInSwitch;
      // and prettier puts lines so that a missing semicolon shows.
      '@typescript-eslint/no-unused-vars': 'off',
      'no-fallthrough': 'off',
      'no-unexpected-multiline': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // What ships. Rules that ask for types take most of the time of lint, so tests go without:
    // their types are checked all the same. build/check-folders.mjs hands over its own program.
    files: shipped,
    extends: [...tseslint.configs.strictTypeCheckedOnly],
    languageOptions: {
      parserOptions: {
        project: ['shared', 'electron', 'renderer'].map((f) => `./${f}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in sentences are what templates are for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An async function without await still answers with a promise, as an interface asks.
      '@typescript-eslint/require-await': 'off',
      // Shortening `{ stop(); return; }` to `return stop()` reads well enough.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // A fifth of all the time, for what is not written here: no enum at all (below), and no class
      // but errors of one kind each.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-mixed-enums': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-restricted-syntax': ['error', ...bareCatches, ...tooYoung, noEnum],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}', 'test/**/*.tsx'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  ...layerBlocks(noDirectProcesses),
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', mock],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // A benchmark is there to print.
    files: ['test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['docs/site/**'],
    languageOptions: { globals: { document: 'readonly' } },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', queueMicrotask: 'readonly' },
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: { 'no-console': 'error', eqeqeq: 'error' },
  },
);
