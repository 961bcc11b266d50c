// Opens a window of the workbench and goes through a story in it: named steps, each on the one before.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export async function tell({ name, story, url, webExtension, browser, folder, artifacts }) {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  const window = { page, read: (file) => readFileSync(path.join(folder, file), 'utf8') };
  if (webExtension) await addWebExtension(page, webExtension);
  await page.goto(`${url}/?${new URLSearchParams({ folder })}`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 40_000 });
  const results = [];
  for (const [title, step] of Object.entries(story)) {
    const start = Date.now();
    const error = await step(window).then(nothing, (reason) => String(reason?.stack ?? reason));
    const picture = `${name}-${results.length + 1}-${title.replaceAll(/\W+/g, '-')}.png`;
    await page.screenshot({ path: path.join(artifacts, picture) });
    const state = error ? 'failed' : 'passed';
    results.push({ title: `${name}: ${title}`, state, duration: Date.now() - start, error });
    console.log(`${state} ${name}: ${title}`);
    // What comes after builds on it.
    if (error) break;
  }
  await page.close();
  return results;
}

const nothing = () => undefined;

/** Adds an extension to the page's own configuration, from where the browser takes those it runs by itself. */
function addWebExtension(page, extension) {
  const { protocol, host } = new URL(extension);
  const location = { scheme: protocol.slice(0, -1), authority: host, path: '/' };
  return page.addInitScript((added) => {
    new MutationObserver((_, observer) => {
      const element = document.getElementById('vscode-workbench-web-configuration');
      if (!element) return;
      observer.disconnect();
      const settings = JSON.parse(element.dataset.settings);
      settings.developmentOptions = { ...settings.developmentOptions, extensions: [added] };
      element.dataset.settings = JSON.stringify(settings);
    }).observe(document, { childList: true, subtree: true });
  }, location);
}
