// The floors of the house, executable. A room imports only from floors below it; each rule says why.
const floors = [
  ['units'],
  ['calendar', 'rule', 'machine'],
  ['rule-set'],
  ['market', 'pricing'],
  ['portfolio'],
  ['strategies', 'risk', 'sizing', 'execution'],
  ['admission'],
  ['engine'],
  ['explain'],
];

const roomRules = floors.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `core-${room}-imports-only-lower-floors`,
    comment: `core/${room} stands on floor ${floor}. If it needs a sibling or a room above, the engine should compose them, or the shared idea belongs on a lower floor.`,
    severity: 'error',
    from: { path: `^core/${room}/` },
    to: {
      path: '^core/',
      pathNot: [
        `^core/${room}/`,
        ...floors
          .slice(0, floor)
          .flat()
          .map((lower) => `^core/${lower}/`),
      ],
    },
  })),
);

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'strategies-do-not-know-each-other',
      comment: 'A trader reads one strategy in one folder; the engine composes them.',
      severity: 'error',
      from: { path: '^core/strategies/([^/]+)/' },
      to: { path: '^core/strategies/[^/]+/', pathNot: '^core/strategies/$1/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one idea, or that one of them is in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment: 'Core has no I/O: what it needs from the world comes in as events.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-imports-few-packages',
      comment: 'fp-ts and io-ts everywhere; date-fns only in calendar; @noble/hashes only in units/digest.',
      severity: 'error',
      from: { path: '^core/', pathNot: '^core/(calendar/|units/digest)' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot: 'node_modules/(fp-ts|io-ts)/',
      },
    },
    {
      name: 'core-calendar-packages',
      comment: 'Dates are counted in one room only.',
      severity: 'error',
      from: { path: '^core/calendar/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev'],
        pathNot: 'node_modules/(fp-ts|io-ts|date-fns|@date-fns/tz)/',
      },
    },
    {
      name: 'core-knows-no-adapter',
      comment: 'The core is embedded without adapters and without the kernel: both come in as arguments.',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(adapters|pricing-wasm)/' },
    },
    {
      name: 'pricing-knows-only-its-port',
      comment: 'The kernel implements core/pricing and must be usable without the rules.',
      severity: 'error',
      from: { path: '^pricing-wasm/' },
      to: { path: '^(core|adapters)/', pathNot: '^core/(pricing|units)/' },
    },
    {
      name: 'adapters-use-public-doors',
      comment: 'Adapters see what an embedder sees: core/index.ts and pricing-wasm/index.ts.',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^(core|pricing-wasm)/', pathNot: '^(core|pricing-wasm)/index\\.ts$' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      comment: 'runtime and cli compose; every other adapter must be replaceable alone.',
      severity: 'error',
      from: { path: '^adapters/(?!runtime/|cli/)([^/]+)/' },
      to: { path: '^adapters/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'sources-do-not-use-tests-or-dev-packages',
      comment: 'What ships must install from dependencies alone.',
      severity: 'error',
      from: { path: '^(core|pricing-wasm|adapters)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-tests-in-sources',
      comment: 'Tests use sources, never the other way round.',
      severity: 'error',
      from: { path: '^(core|pricing-wasm|adapters)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^pricing-wasm/assembly/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
