/** Which documents are Seaworthy's. The server decides what in them is a manifest. */
const languages = ['dockerfile', 'dockercompose', 'yaml', 'helm', 'json'];

export const selector = languages.map((language) => ({ language }));

/** Files whose change on disk can change findings, also while no editor shows them. */
export const watchedFiles = [
  '**/{Dockerfile,Containerfile,dockerfile,containerfile}{,.*,-*,_*}',
  '**/*.{Dockerfile,Containerfile,dockerfile,containerfile}',
  '**/*.{yaml,yml,json}',
  '**/.{dockerignore,gitignore,seaworthyignore}',
  '**/*.dockerignore',
];
