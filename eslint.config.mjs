import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

export default ts.config(
  {
    ignores: [
      'dist',
      'cdn',
      'storybook-static',
      'coverage',
      '.cache',
      'examples/developer/built',
      '**/*.mjs',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  noUnsanitized.configs.recommended,
  lit['flat/recommended'],
  wc['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-lines': ['error', { max: 250 }],
    },
  },
  {
    files: ['test/**', 'stories/**', '.storybook/**'],
    // A suite is one function to its runner, not one to its reader.
    rules: { 'max-lines-per-function': 'off' },
  },
);
