import { type Connection, Emitter, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { canonical } from './uris';

/** The documents that the client has open, by canonical URI. What is open outweighs what is on disk. */
export class OpenDocuments {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #byUri = new Map<string, TextDocument>();
  readonly #edited = new Emitter<string>();
  readonly #closed = new Emitter<{ uri: string; spelling: string }>();

  /** A document is opened or changed. */
  readonly onEdit = this.#edited.event;
  readonly onClose = this.#closed.event;

  constructor(connection: Connection) {
    this.#documents.onDidChangeContent(({ document }) => {
      const uri = canonical(document.uri);
      this.#byUri.set(uri, document);
      this.#edited.fire(uri);
    });
    this.#documents.onDidClose(({ document }) => {
      const uri = canonical(document.uri);
      this.#byUri.delete(uri);
      this.#closed.fire({ uri, spelling: document.uri });
    });
    this.#documents.listen(connection);
  }

  get(uri: string): TextDocument | undefined {
    return this.#byUri.get(uri);
  }

  has(uri: string): boolean {
    return this.#byUri.has(uri);
  }

  get uris(): readonly string[] {
    return [...this.#byUri.keys()];
  }

  /** The URI as the client writes it. */
  spelling(uri: string): string {
    return this.#byUri.get(uri)?.uri ?? uri;
  }
}
