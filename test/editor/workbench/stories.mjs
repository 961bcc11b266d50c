import { askForFixes, openFile, placeCursorOn, row, runCommand, until } from './hands.mjs';

const findings = '.customview-tree';
const problems = '.markers-panel';
const preview = '.bulk-edit-panel';

/** From the keystroke to the mended file, as a person sees it. */
export const mainStory = {
  async 'a squiggle is seen'({ page }) {
    await openFile(page, 'shop.yaml');
    await page.locator('.squiggly-error').first().waitFor();
  },

  async 'the fixes are offered by keyboard'({ page }) {
    await placeCursorOn(page, 'privileged');
    await askForFixes(page);
    await row(page, '.action-widget', 'Set privileged to false').waitFor();
  },

  async 'the fix mends the text'({ page, read }) {
    await page.keyboard.press('Enter');
    await page.locator('.action-widget').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+s');
    await until(() => read('deploy/shop.yaml').includes('privileged: false # for the old driver'));
  },

  async 'an audit is run from the command palette'({ page }) {
    await runCommand(page, 'Seaworthy: Audit Workspace');
    await row(page, findings, 'agent.yaml').waitFor();
  },

  async 'the findings are in Problems'({ page }) {
    await page.keyboard.press('Control+Shift+M');
    await row(page, problems, 'agent.yaml').waitFor();
  },

  async 'all fixes of the workspace are shown before they are made'({ page, read }) {
    await runCommand(page, 'Seaworthy: Fix All in Workspace');
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Preview' }).click();
    await row(page, preview, 'Dockerfile').waitFor();
    if (read('images/Dockerfile').includes('install -y')) throw new Error('The file was changed unasked');
  },

  async 'and made when they are taken'({ page, read }) {
    await row(page, preview, 'Dockerfile').getByRole('checkbox').click();
    await page.locator(preview).getByRole('button', { name: 'Apply' }).click();
    await until(() => read('images/Dockerfile').includes('install -y'));
  },

  async 'a rule is explained'({ page }) {
    await runCommand(page, 'Seaworthy: Explain Rule');
    await page.locator('.quick-input-title', { hasText: 'Explain a rule' }).waitFor();
    await page.keyboard.type('privileged-container');
    // Other rules may have the id within theirs.
    await row(page, '.quick-input-list', 'Container runs privileged').click();
    await page.locator('.tab.active', { hasText: 'privileged-container' }).waitFor();
    const explanation = page.frameLocator('iframe.webview').frameLocator('iframe');
    await explanation.getByRole('heading', { name: 'Container runs privileged' }).waitFor();
  },

  async 'a pod is hardened by a click on what stands above it'({ page, read }) {
    await openFile(page, 'shop.yaml');
    await page.locator('.codelens-decoration', { hasText: 'Pod Security: baseline' }).waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'Harden to restricted' }).click();
    await page.locator('.codelens-decoration', { hasText: 'Pod Security: restricted' }).waitFor();
    await page.keyboard.press('Control+s');
    await until(() => read('deploy/shop.yaml').includes('runAsNonRoot: true'));
  },

  async 'the shell of RUN has colours'({ page }) {
    await openFile(page, 'Dockerfile');
    // Text that no grammar knows is mtk1.
    await page
      .locator('.view-line span:not(.mtk1)', { hasText: /^apt-get$/ })
      .first()
      .waitFor();
  },
};

/** A folder that the person does not trust is audited all the same: nothing of it is executed. */
export const restrictedStory = {
  async 'a squiggle is seen in restricted mode'({ page }) {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await openFile(page, 'shop.yaml');
    await page.locator('.squiggly-error').first().waitFor();
  },
};

/** The extension in the browser alone, its language server in a worker that reads files through the editor. */
export const webStory = {
  async 'a squiggle is seen'({ page }) {
    await openFile(page, 'shop.yaml');
    await page.locator('.squiggly-error').first().waitFor();
  },

  async 'an audit finds what is in files that are not open'({ page }) {
    await runCommand(page, 'Seaworthy: Audit Workspace');
    await row(page, findings, 'agent.yaml').waitFor();
  },
};
