import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';

/** What VS Code says that it can do, as far as the server asks. */
export const modern: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    codeLens: { refreshSupport: true },
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false, dataSupport: true },
    publishDiagnostics: { dataSupport: true },
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** A client of before pull diagnostics, versioned edits and lazy code actions. */
export const old: ClientCapabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } };
