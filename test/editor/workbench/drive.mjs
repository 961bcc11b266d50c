// Drives the workbench in a browser with keys and clicks, as a person would.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './until.mjs';

const seconds = 15;

/** Steps of one story: each builds on the one before, so the first that fails ends it. */
export async function driveWorkbench({ url }, browser, folder, artifacts) {
  const page = await browser.newPage();
  page.setDefaultTimeout(seconds * 1000);
  const workbench = { page, folder, read: (file) => readFileSync(path.join(folder, file), 'utf8') };
  await page.goto(`${url}/?${new URLSearchParams({ folder })}`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 40_000 });
  const results = [];
  for (const [title, step] of Object.entries(story)) {
    const start = Date.now();
    const error = await step(workbench).then(
      () => undefined,
      (reason) => String(reason?.stack ?? reason),
    );
    const name = error ? `failed-${results.length + 1}` : title.replaceAll(/\W+/g, '-');
    await page.screenshot({ path: path.join(artifacts, `${name}.png`) });
    const duration = Date.now() - start;
    results.push({ title: `workbench: ${title}`, state: error ? 'failed' : 'passed', duration, error });
    console.log(`${error ? 'failed' : 'passed'} workbench: ${title}`);
    if (error) break;
  }
  await page.close();
  return results;
}

const story = {
  async 'a squiggle is seen'({ page }) {
    await openFile(page, 'shop.yaml');
    await page.locator('.squiggly-error').first().waitFor();
  },

  async 'a quick fix is taken by keyboard'({ page, read }) {
    await placeCursorOn(page, 'privileged');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await page.screenshot({ path: '/work/main/artifacts/editor/menu.png' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await until(() => read('deploy/shop.yaml').includes('privileged: false # for the old driver'));
  },

  async 'an audit is run from the command palette'({ page }) {
    await runCommand(page, 'Seaworthy: Audit Workspace');
    await page.locator('.pane-body .monaco-list-row', { hasText: 'Dockerfile' }).first().waitFor();
  },

  async 'the findings are in Problems'({ page }) {
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'Dockerfile' }).first().waitFor();
  },
};

async function openFile(page, name) {
  await page.keyboard.press('Control+p');
  await page.locator('.quick-input-widget input').first().fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab', { hasText: name }).first().waitFor();
}

/** Finds a text with the editor's own search, which leaves the cursor on it. */
async function placeCursorOn(page, text) {
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget.visible textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
}

async function runCommand(page, name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}
