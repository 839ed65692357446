// Ends every test run with the one line that scripts read: `N passed, N failed`.
export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (module.state() === 'failed' && tests.every((test) => test.result().state === 'passed'))
        counts.failed += 1;
      for (const test of tests) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        if (state === 'failed') counts.failed += 1;
      }
    }
    this.line = `${counts.passed} passed, ${counts.failed} failed`;
    process.on('exit', () => process.stdout.write(`${this.line}\n`));
  }
}
