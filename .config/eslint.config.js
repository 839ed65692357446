import functional from 'eslint-plugin-functional';
import tseslint from 'typescript-eslint';

const libraryDoors = [
  {
    regex: '^(fp-ts|io-ts)(?!/lib/.+\\.js$)',
    message: "Plain Node ESM resolves only 'fp-ts/lib/Either.js' and 'io-ts/lib/index.js'.",
  },
];

const impure = [
  { object: 'Math', property: 'random', message: 'Core has no randomness.' },
  ...[
    'exp',
    'log',
    'pow',
    'log10',
    'log2',
    'log1p',
    'expm1',
    'sin',
    'cos',
    'tan',
    'tanh',
    'cbrt',
    'hypot',
  ].map((property) => ({
    object: 'Math',
    property,
    message: 'Its bits differ between engines; transcendental functions live in the WASM kernel.',
  })),
  {
    object: 't',
    property: 'number',
    message: 'io-ts number accepts NaN and Infinity; use `finite` of core/units.',
  },
];

export default tseslint.config(
  { ignores: ['test/fixtures/**', 'pricing-wasm/assembly/**', 'pricing-wasm/generated/**', 'dist/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'no-restricted-imports': ['error', { patterns: libraryDoors }],
    },
  },
  {
    // The core is a pure function of its inputs: no clock, randomness, I/O, exceptions as control flow, classes.
    files: ['core/**/*.ts'],
    plugins: { functional },
    rules: {
      'functional/no-let': 'error',
      'functional/no-classes': 'error',
      'functional/no-this-expressions': 'error',
      'functional/no-throw-statements': 'error',
      'functional/no-try-statements': 'error',
      'functional/no-promise-reject': 'error',
      'functional/no-loop-statements': 'error',
      'functional/immutable-data': ['error', { ignoreNonConstDeclarations: false }],
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'process',
          'console',
          'performance',
          'fetch',
          'setTimeout',
          'setInterval',
          'crypto',
          'Buffer',
          'globalThis',
        ].map((name) => ({ name, message: 'Core has no clock, randomness or I/O.' })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**']",
          message: 'Math.pow by another name; see no-restricted-properties.',
        },
        { selector: 'NewExpression[callee.name="Error"]', message: 'Errors are values in core.' },
      ],
    },
  },
  {
    // Tests and benches print, index fixtures they have just built, and build bad input on purpose.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
