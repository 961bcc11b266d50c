/** Which documents are Seaworthy's. The server decides what in them is a manifest. */
const languages = ['dockerfile', 'dockercompose', 'yaml', 'helm', 'json'];

/** What a .dockerignore leaves out counts for the Dockerfiles as soon as it is typed. */
export const selector = [...languages.map((language) => ({ language })), { pattern: '**/*.dockerignore' }];
