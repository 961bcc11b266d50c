/** Which documents are Seaworthy's. The server decides what in them is a manifest. */
const languages = ['dockerfile', 'dockercompose', 'yaml', 'helm', 'json'];

export const selector = languages.map((language) => ({ language }));
