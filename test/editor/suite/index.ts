import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Result {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  duration?: number | undefined;
  error?: string;
}

/** Keeps the results for the file that the runner reads, and says each as it comes. */
function recordInto(results: Result[], runner: Mocha.Runner): void {
  const record = (test: Mocha.Runnable, state: Result['state'], error?: Error) => {
    const title = test.fullTitle();
    results.push({
      title,
      state,
      duration: test.duration,
      ...(error && { error: error.stack ?? error.message }),
    });
    console.log(`[suite] ${state} ${title}${error ? `: ${error.message}` : ''}`);
  };
  runner.on('pass', (test) => record(test, 'passed'));
  runner.on('fail', (test, error) => record(test, 'failed', error));
  runner.on('pending', (test) => record(test, 'skipped'));
}

/** The entry that a test host calls, be it @vscode/test-electron's or the one under test/editor/host. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./manifest.suite');
  await import('./diagnostics.suite');
  await import('./actions.suite');
  await import('./pod-security.suite');
  await import('./commands.suite');
  const results: Result[] = [];
  const failures = await new Promise<number>((resolve) => recordInto(results, mocha.run(resolve)));
  const report = process.env.SEAWORTHY_SUITE_REPORT;
  if (report) writeFileSync(report, JSON.stringify(results, null, 2));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
