import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceKeyword } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { isArchiveName, isRemote } from './model/added';

export default dockerfileRule({
  id: 'add-local-files',
  topic: 'C10',
  severity: 'info',
  profile: 'recommended',
  title: 'ADD of local files',
  why: 'ADD unpacks what is an archive by its content, whatever its name, and fetches what looks like an address. COPY only copies.',
  remedy: 'Use COPY for local files and folders.',
  aliases: ['DL3020'],
  references: [
    dockerDocs('build/building/best-practices/#add-or-copy', 'Building best practices, ADD or COPY'),
  ],
  fix: 'safe',

  add(add, { report }) {
    const sources = add.sources.map(({ known }) => known);
    if (sources.length === 0 || sources.some((source) => source === undefined)) return;
    const local = sources.filter((source) => source && !isRemote(source) && !isArchiveName(source));
    if (local.length === 0) return;
    const canCopy = local.length === sources.length && add.flags.every(({ name }) => copyFlags.has(name));
    report(add.keyword, say`ADD of local files: use COPY, which neither unpacks nor downloads.`, {
      fix: canCopy ? { title: say`Replace ADD by COPY`, edits: [replaceKeyword(add, 'COPY')] } : undefined,
    });
  },
});

const copyFlags: ReadonlySet<string> = new Set(['chown', 'chmod', 'link', 'exclude']);
