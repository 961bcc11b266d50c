import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { emptyHost } from './host';
import { startServer } from './language-server';

/** The scope of a web worker, as far as it is used here. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

// Files come from the client where it serves them; else Seaworthy knows the documents that are open.
startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  () => emptyHost,
);
