// Parses all files below a folder with the usual libraries, one after another: what an audit is measured against.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { parseAllDocuments } from 'yaml';

for (const entry of readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
  if (entry.name === 'Dockerfile') DockerfileParser.parse(text).getInstructions();
  else parseAllDocuments(text);
}
