// What a person's hands do in the workbench: keys, and waiting for what the eyes are to see.

export async function openFile(page, name) {
  const input = page.locator('.quick-input-widget input').first();
  await pressUntil(page, 'Control+p', input);
  await input.fill(name);
  await chosenRow(page, name).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Finds a text with the editor's own search, which leaves the cursor on it. */
export async function placeCursorOn(page, text) {
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget.visible textarea').first().fill(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
  await page.locator('.monaco-editor.focused').waitFor();
}

/** Asks for the fixes at the cursor. */
export const askForFixes = (page) => pressUntil(page, 'Control+.', page.locator('.action-widget').first());

/** Presses keys, again where the editor had no ear for them yet, until something is seen. */
async function pressUntil(page, keys, seen) {
  for (let tries = 0; tries < 5 && !(await seen.isVisible()); tries++) {
    await page.keyboard.press(keys);
    await seen.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await seen.waitFor();
}

export async function runCommand(page, name) {
  const input = page.locator('.quick-input-widget input').first();
  await pressUntil(page, 'F1', input);
  await input.fill(`>${name}`);
  await chosenRow(page, name).waitFor();
  await page.keyboard.press('Enter');
}

/** The row that Enter takes: until the list has caught up with the input, it is another. */
const chosenRow = (page, text) =>
  page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).first();

/** The first row with a text in a list or tree of the workbench. */
export const row = (page, list, text) => page.locator(`${list} .monaco-list-row`, { hasText: text }).first();

/** Asks again until the answer is true, for at most ten seconds. */
export async function until(ask) {
  const end = Date.now() + 10_000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Not so within 10 s: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
