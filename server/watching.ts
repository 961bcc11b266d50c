import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import type { ClientAbilities } from './capabilities';

/** Files whose change on disk can change findings. */
const watched = [
  '**/*{Dockerfile,Containerfile,dockerfile,containerfile}*',
  '**/*.{yaml,yml,json}',
  '**/.{gitignore,seaworthyignore}',
  '**/*.dockerignore',
];

/** Asks the client to tell of changes, where it wants to be asked. */
export async function registerForChanges(connection: Connection, client: ClientAbilities): Promise<void> {
  try {
    if (client.watchRegistration)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watched.map((globPattern) => ({ globPattern })),
      });
    if (client.configurationRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'seaworthy' });
  } catch (error) {
    connection.console.warn(`The client does not tell of changes: ${String(error)}`);
  }
}
