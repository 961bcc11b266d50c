import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { open, until } from './support';

describe('diagnostics', () => {
  it('appear', async () => {
    const { document } = await open('deploy/shop.yaml');
    const found = await until(
      () => vscode.languages.getDiagnostics(document.uri),
      (d) => d.length > 0,
    );
    assert.ok(found.some(({ source }) => source === 'seaworthy'));
  });
});
