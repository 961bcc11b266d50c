import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesByName } from '../rules/index';
import { formatNames } from '../server/cli/flags';
import { parseConfiguration } from '../server/configuration/configuration';
import { configurationSchema } from '../server/configuration/schema';

const root = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The code in the first column of the tables of a section. */
function firstColumn(text: string, heading: string): string[] {
  const section = text.slice(text.indexOf(heading)).slice(heading.length);
  const end = section.search(/^#/m);
  return [...section.slice(0, end < 0 ? undefined : end).matchAll(/^\| `([^`]+)`/gm)].map(
    ([, cell]) => cell ?? '',
  );
}

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code ?? '');

describe('docs/cli.md', () => {
  const page = read('docs/cli.md');

  it('has every option of `audit`, as the program knows it', () => {
    const options = [...read('server/cli/main.ts').matchAll(/'(--[a-z][a-z-]*(?: <[a-z]+>)?)',\s+t`/g)]
      .map(([, flags]) => flags)
      .filter((flags) => flags !== '--help');
    expect(options.length).toBeGreaterThan(12);
    expect([...new Set(firstColumn(page, '## `seaworthy audit [path...]`'))].sort()).toEqual(
      [...new Set(options)].sort(),
    );
  });

  it('tells of every format', () => {
    for (const name of formatNames) expect(page).toMatch(new RegExp(`^\\*\\*\`${name}\`\\*\\*:`, 'm'));
  });
});

describe('docs/configuration.md', () => {
  const page = read('docs/configuration.md');

  it('has every key of the schema', () => {
    const { properties } = configurationSchema();
    expect(firstColumn(page, '## `.seaworthy.yaml`').sort()).toEqual(
      Object.keys(properties as object).sort(),
    );
  });

  it('has every setting of the editor, with its default', () => {
    const { contributes } = JSON.parse(read('package.json')) as {
      contributes: { configuration: { properties: Record<string, { default: unknown }> } };
    };
    const { properties } = contributes.configuration;
    expect(firstColumn(page, '## Settings of the editor').sort()).toEqual(Object.keys(properties).sort());
    for (const [name, { default: value }] of Object.entries(properties)) {
      const shown = value === '' ? '""' : String(value);
      expect(page).toMatch(
        new RegExp(`^\\| \`${name.replaceAll('.', '\\.')}\` .*\\| \`${shown}\` +\\|$`, 'm'),
      );
    }
  });
});

describe('examples of configurations', () => {
  const pages = ['README.md', 'docs/configuration.md', 'media/walkthrough/configure.md'];

  it.each(pages)('in %s are right', (file) => {
    const examples = blocks(read(file), 'yaml').filter((code) => /^(?:rules|profile|ignore):/m.test(code));
    expect(examples.length).toBeGreaterThan(0);
    for (const code of examples) expect(parseConfiguration(code).problems, code).toEqual([]);
  });

  it('and comments name rules that exist', () => {
    const comments = [...pages, 'media/walkthrough/fix.md'].flatMap((file) =>
      [...read(file).matchAll(/# seaworthy-ignore(?:-file)? ([^:\n]+): /g)].map(([, names]) => names ?? ''),
    );
    expect(comments.length).toBeGreaterThan(2);
    for (const name of comments.flatMap((names) => names.split(', '))) {
      if (name === 'RULE') continue;
      expect(rulesByName(name), name).not.toEqual([]);
    }
  });
});

describe('links', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...readdirSync(path.join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];

  it.each(pages)('in %s lead to files and headings that are there', (file) => {
    for (const [, target = ''] of read(file).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [name = '', heading] = target.split('#');
      const text = read(path.join(path.dirname(file), name === '' ? path.basename(file) : name));
      const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w\s-]/g, '')
          .replaceAll(' ', '-'),
      );
      if (heading !== undefined) expect(headings, target).toContain(heading);
    }
  });
});
