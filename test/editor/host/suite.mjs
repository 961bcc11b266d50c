/** Runs the mocha suite inside the extension host of a workbench page; resolves to its exit code. */
export async function runSuite({ authority, url }, browser, { folder, extension, tests }) {
  const page = await browser.newPage();
  const remote = (path) => `vscode-remote://${authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['enableProposedApi', ''],
  ];
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The suite did not end in time')), 120_000);
      const settle = (code) => {
        clearTimeout(timer);
        resolve(code);
      };
      page.on('console', (message) => {
        if (message.text().includes('[suite]')) console.log(message.text().replace(/^.*\[suite\] ?/, ''));
      });
      const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
      page
        .exposeFunction('codeAutomationLog', () => undefined)
        .then(() => page.exposeFunction('codeAutomationExit', settle))
        .then(() => page.goto(`${url}/?${query}`))
        .catch(reject);
    });
  } finally {
    await page.close();
  }
}
